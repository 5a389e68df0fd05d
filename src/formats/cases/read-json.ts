import { readPlainJson } from '../../core/json-text/read-plain-json.ts';
import { readYaml } from '../../core/yaml/read-yaml.ts';
import type { CaseForm } from './types.ts';

/** Cases as JSON: a list, or a map with `cases` and `defaults`. What is wrong with it is told as of YAML, which JSON is part of. */
export const jsonCases: CaseForm = {
  name: 'json',
  endings: ['.json'],
  read: (text, path) => {
    const plain = readPlainJson(text, path);
    return plain === undefined ? readYaml(text, path) : { kind: 'read', located: plain };
  },
};
