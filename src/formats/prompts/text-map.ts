import type { Position } from '../../core/problem.ts';
import type { Prompt } from '../../core/prompt.ts';
import { listVariables } from '../../core/template/fill-template.ts';
import { renderMessages } from '../../core/template/render-messages.ts';
import type { LocatedRead } from '../../core/yaml/located.ts';
import { readYaml } from '../../core/yaml/read-yaml.ts';
import { type FoundPrompt, findPrompts } from './find-map-prompts.ts';
import { readToml } from './read-toml.ts';
import type { Format, KeyedPrompt, ReadFile } from './types.ts';

const ending = /\.(?:ya?ml|json|toml)$/iu;

/**
 * A map of prompts in YAML, JSON or TOML: a name and its text, or a name and a text for each role (`system`, `user`);
 * groups of such names, and lists of named ones too. Its other values (a version, an author) are the file's own. Each key
 * is a prompt.
 */
export const textMap: Format = {
  name: 'map of texts',
  knownBy: 'shape',
  about: {
    recognisedBy:
      'YAML, JSON or TOML that is a map of names and texts, or of names and texts by role (`system`, `user`)',
    filled: '`{{name}}`, or by `templates`: told by the golden cases where it says nothing',
    cases: 'beside it, in `{name}.KEY.cases.yml`, or in one file with `prompt: KEY`',
    notRead: ['texts of one or two words, which are names, and keys such as `description` and `version`'],
    example: {
      path: 'prompts/support.yaml',
      text: `greet: Greet {{name}} in one sentence.
refund:
  system: You decide about refunds. Answer yes or no, and why.
  user: "{{question}}"
`,
    },
  },
  recognises: (path, text) => ending.test(path) && promptsOf(readMap(path, text)).length > 0,
  read: readTextMap,
  render: renderMessages,
  suffix: (path) => ending.exec(path)?.[0] ?? '',
};

function readTextMap(path: string, text: string): ReadFile {
  const read = readMap(path, text);
  if (read.kind === 'broken') return read;
  const found = promptsOf(read);
  const [only] = found;
  if (only?.at.length === 0) return { kind: 'prompt', prompt: toPrompt(path, only, read.repeated), cases: [] };
  const prompts = found.map((one): KeyedPrompt => {
    const key = one.at.join('.');
    return {
      key,
      text: [...one.messages.map(({ content }) => content), ...(one.beside ?? []).map(([, own]) => own)].join('\n\n'),
      prompt: toPrompt(`${path}#${key}`, one, read.repeated),
      cases: [],
    };
  });
  return { kind: 'prompts', prompts };
}

function toPrompt(path: string, { messages, open, beside = [] }: FoundPrompt, repeated: Position | undefined): Prompt {
  return {
    path,
    format: textMap.name,
    messages,
    engine: 'mustache',
    open: { engine: true, role: open },
    params: {},
    defaults: {},
    variables: [...new Set(messages.flatMap(({ content }) => listVariables(content)))],
    refersTo: [],
    notes: [...(repeated === undefined ? [] : [{ text: wordRepeated, at: repeated }])],
    ...(beside.length > 0 && {
      beside: beside.map(([key, text]) => ({ key, text, path: `${path}${path.includes('#') ? '.' : '#'}${key}` })),
    }),
  };
}

const wordRepeated =
  'A key is written twice in this file; the last of the two counts, as most readers of YAML have it.';

function promptsOf(read: LocatedRead): readonly FoundPrompt[] {
  return read.kind === 'broken' ? [] : findPrompts(read.located.value);
}

function readMap(path: string, text: string): LocatedRead {
  return /\.toml$/iu.test(path) ? readToml(text, path) : readYaml(text, path, { line: 1 }, 'last');
}
