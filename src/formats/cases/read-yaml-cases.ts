import { readYaml } from '../../core/yaml/read-yaml.ts';
import type { CaseForm } from './types.ts';

/** Cases as YAML: a list, or a map with `cases` and `defaults`. */
export const yamlCases: CaseForm = {
  name: 'yaml',
  endings: ['.yml', '.yaml'],
  read: (text, path) => readYaml(text, path),
};
