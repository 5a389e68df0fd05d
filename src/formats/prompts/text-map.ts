import { parse as parseToml, TomlError } from 'smol-toml';
import { toJson } from '../../core/cases/to-json.ts';
import type { Json, JsonObject } from '../../core/json.ts';
import type { Message, Prompt, Role } from '../../core/prompt.ts';
import { isObject } from '../../core/prompt-file/is-object.ts';
import { listVariables } from '../../core/template/fill-template.ts';
import { renderMessages } from '../../core/template/render-messages.ts';
import type { Located, LocatedRead } from '../../core/yaml/located.ts';
import { readYaml } from '../../core/yaml/read-yaml.ts';
import type { Format, KeyedPrompt, ReadFile } from './types.ts';

const ending = /\.(?:ya?ml|json|toml)$/iu;

/** Parts of one prompt by the role they speak in, in the order they are sent. */
const parts = [
  { keys: ['system', 'system_prompt', 'instructions'], role: 'system' },
  { keys: ['developer'], role: 'developer' },
  { keys: ['user', 'user_prompt'], role: 'user' },
] as const satisfies readonly { readonly keys: readonly string[]; readonly role: Role }[];
/** Keys whose text is the whole prompt, beside its name or its author. */
const whole = ['prompt', 'template', 'content', 'text'] as const;
/** Levels of groups around prompts: `agents.support.greet` is one. */
const deepest = 3;
/** A text that people write for a model has several words; a name or a version has not. */
const prose = /\S\s+\S+\s+\S/u;

/**
 * A map of prompts in YAML, JSON or TOML: a name and its text, or a name and a text for each role (`system`, `user`);
 * groups of such names too. Its other values (a version, an author, a list) are the file's own. Each key is a prompt.
 */
export const textMap: Format = {
  name: 'map of texts',
  about: {
    recognisedBy:
      'YAML, JSON or TOML that is a map of names and texts, or of names and texts by role (`system`, `user`)',
    filled: '`{{name}}`, or by `templates`: told by the golden cases where it says nothing',
    cases: 'beside it, in `{name}.KEY.cases.yml`, or in one file with `prompt: KEY`',
  },
  recognises: (path, text) => ending.test(path) && findPrompts(readMap(path, text)).length > 0,
  read: readTextMap,
  render: renderMessages,
  suffix: (path) => ending.exec(path)?.[0] ?? '',
};

function readTextMap(path: string, text: string): ReadFile {
  const read = readMap(path, text);
  if (read.kind === 'broken') return read;
  const prompts = findPrompts(read).map(({ at, messages, open }): KeyedPrompt => {
    const key = at.join('.');
    const prompt: Prompt = {
      path: `${path}#${key}`,
      format: textMap.name,
      messages,
      engine: 'mustache',
      open: { engine: true, role: open },
      params: {},
      defaults: {},
      variables: [...new Set(messages.flatMap(({ content }) => listVariables(content)))],
      refersTo: [],
      notes: [],
    };
    return { key, text: messages.map(({ content }) => content).join('\n\n'), prompt, cases: [] };
  });
  return { kind: 'prompts', prompts };
}

type Found = { readonly at: readonly string[]; readonly messages: readonly Message[]; readonly open: boolean };

function findPrompts(read: LocatedRead): readonly Found[] {
  return read.kind === 'broken' || !isObject(read.located.value) ? [] : inside(read.located.value, []);
}

function inside(map: JsonObject, at: readonly string[]): readonly Found[] {
  return Object.entries(map).flatMap(([key, value]): readonly Found[] => {
    const here = [...at, key];
    if (typeof value === 'string') {
      return prose.test(value.trim()) ? [{ at: here, messages: [message('user', value)], open: true }] : [];
    }
    if (!isObject(value)) return [];
    const spoken = parts.flatMap(({ keys, role }) =>
      keys.flatMap((one) => (isProse(value[one]) ? [message(role, value[one])] : [])),
    );
    if (spoken.length > 0) return [{ at: here, messages: spoken, open: false }];
    const only = whole.flatMap((one) => (isProse(value[one]) ? [value[one]] : []));
    const [text] = only;
    if (text !== undefined && only.length === 1) {
      return [{ at: here, messages: [message('user', text)], open: true }];
    }
    return here.length < deepest ? inside(value, here) : [];
  });
}

function message(role: Role, text: string): Message {
  return { role, content: text.replaceAll('\r\n', '\n').replaceAll(/^\n+|\n+$/gu, '') };
}

function isProse(value: Json | undefined): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function readMap(path: string, text: string): LocatedRead {
  if (!/\.toml$/iu.test(path)) return readYaml(text, path);
  try {
    const value = toJson(parseToml(text));
    // Dates and numbers without end are no prompts: the rest of the file is read without them.
    const located: Located = { value: value ?? null, at: () => ({ file: path, line: 1 }) };
    return { kind: 'read', located };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [why = ''] = error.message.split('\n');
    return {
      kind: 'broken',
      problems: [
        {
          reason: 'files',
          what: `Not readable as TOML: ${why.replace(/^Invalid TOML document: /u, '')}.`,
          at: { file: path, line: error.line, column: error.column },
        },
      ],
    };
  }
}
