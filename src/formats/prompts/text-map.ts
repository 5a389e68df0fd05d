import { parse as parseToml, TomlError } from 'smol-toml';
import { toJson } from '../../core/cases/inline-files.ts';
import type { Json, JsonObject } from '../../core/json.ts';
import type { Position } from '../../core/problem.ts';
import type { Message, Prompt, Role } from '../../core/prompt.ts';
import { isObject } from '../../core/prompt-file/is-object.ts';
import { pairKeys } from '../../core/prompt-file/pair-keys.ts';
import { listVariables } from '../../core/template/fill-template.ts';
import { renderMessages } from '../../core/template/render-messages.ts';
import type { Located, LocatedRead } from '../../core/yaml/located.ts';
import { readYaml } from '../../core/yaml/read-yaml.ts';
import type { Format, KeyedPrompt, ReadFile } from './types.ts';

const ending = /\.(?:ya?ml|json|toml)$/iu;

/** Parts of one prompt by the role they speak in, in the order they are sent. */
const parts = [
  { keys: ['system', 'system_prompt', 'system_message', 'instructions'], role: 'system' },
  { keys: ['developer'], role: 'developer' },
  {
    keys: ['user', 'user_prompt', 'user_message', 'user_template', 'human', 'human_message', 'human_prompt'],
    role: 'user',
  },
] as const satisfies readonly { readonly keys: readonly string[]; readonly role: Role }[];
/** Keys whose text is the whole prompt, beside its name or its author. */
const whole = ['prompt', 'template', 'content', 'text'] as const;
/** Keys whose text is the user's turn where the system's stands beside it. */
const turns = [...whole, 'instruction', 'message'] as const;
/** What people write of a prompt beside it: for each other, not for a model. */
const about = /^(?:name|title|description|summary|purpose|comments?|notes?|author|version|license|id|changelog)$/iu;
/** Levels of groups around prompts: `agents.support.greet` is one. */
const deepest = 3;
/** A text that people write for a model has several words; a name or a version has not. */
const prose = /\S\s+\S+\s+\S/u;

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
  },
  recognises: (path, text) => ending.test(path) && findPrompts(readMap(path, text)).length > 0,
  read: readTextMap,
  render: renderMessages,
  suffix: (path) => ending.exec(path)?.[0] ?? '',
};

function readTextMap(path: string, text: string): ReadFile {
  const read = readMap(path, text);
  if (read.kind === 'broken') return read;
  const found = findPrompts(read);
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

function toPrompt(path: string, { messages, open, beside = [] }: Found, repeated: Position | undefined): Prompt {
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

/** A prompt by the keys that lead to it; none where the file itself is one. */
type Found = {
  readonly at: readonly string[];
  readonly messages: readonly Message[];
  readonly open: boolean;
  /** Other texts beside those of the roles: whose they are, nothing says. */
  readonly beside?: readonly (readonly [key: string, text: string])[];
};

function findPrompts(read: LocatedRead): readonly Found[] {
  if (read.kind === 'broken') return [];
  const { value } = read.located;
  if (Array.isArray(value)) return listed(value, []);
  if (!isObject(value)) return [];
  const own = readOne(value, []);
  const names: readonly string[] = [...parts.flatMap(({ keys }) => keys), ...turns];
  const others = Object.entries(value).filter(
    ([key, held]) =>
      !names.includes(key) && !about.test(key) && (isObject(held) || (typeof held === 'string' && prose.test(held))),
  );
  // `system` and `user` (or one `prompt`) and nothing else that could be a prompt: the file is one.
  return own !== undefined && others.length === 0 ? [own] : inside(value, []);
}

function inside(map: JsonObject, at: readonly string[]): readonly Found[] {
  const turnsOf = pairKeys(
    Object.entries(map).flatMap(([key, value]) => (isProse(value) && prose.test(value.trim()) ? [key] : [])),
  );
  const paired = new Set(turnsOf.values());
  return Object.entries(map).flatMap(([key, value]): readonly Found[] => {
    const here = [...at, key];
    if (typeof value === 'string') {
      const turn = map[turnsOf.get(key) ?? ''];
      if (isProse(turn))
        return [{ at: here, messages: [message('system', value), message('user', turn)], open: false }];
      if (paired.has(key)) return [];
      if (about.test(key) && !isFilled(value)) return [];
      return prose.test(value.trim()) ? [{ at: here, messages: [message('user', value)], open: true }] : [];
    }
    if (Array.isArray(value)) return listed(value, here);
    if (!isObject(value)) return [];
    const one = readOne(value, here);
    if (one !== undefined) return [one];
    return here.length < deepest ? inside(value, here) : [];
  });
}

/**
 * Prompts in a list, each by its own name, or by its number where it says what the system is told; in groups of a list, those
 * under `prompts`. Without a name an entry is a message, a case or a question of a test.
 */
function listed(list: readonly Json[], at: readonly string[]): readonly Found[] {
  return list.flatMap((entry): readonly Found[] => {
    if (!isObject(entry) || 'role' in entry) return [];
    const { name, id, prompts } = entry;
    const own = isProse(name) ? name : typeof id === 'number' || isProse(id) ? String(id) : undefined;
    if (own === undefined) return [];
    const key = own
      .trim()
      .replaceAll(/[^\p{L}\p{N}_]+/gu, '-')
      .replaceAll(/^-|-$/gu, '');
    const here = [...at, key];
    const one = readOne(entry, here);
    if (one === undefined) return Array.isArray(prompts) && here.length < deepest ? listed(prompts, here) : [];
    return isProse(name) || !one.open ? [one] : [];
  });
}

/** A name such as `summary` may be a prompt's: what has variables is none about another. */
function isFilled(value: Json): boolean {
  return typeof value === 'string' && /\{\w+\}|\$\w+|%\(\w+\)s/u.test(value);
}

/** A map that is one prompt: a text a role, or one text that is all of it. */
function readOne(map: JsonObject, at: readonly string[]): Found | undefined {
  const spoken = parts.flatMap(({ keys, role }) =>
    keys.flatMap((key) => (isProse(map[key]) ? [message(role, map[key])] : [])),
  );
  const [turn, ...more] = textsOf(map, turns);
  if (spoken.length > 0) {
    const isTurn = turn !== undefined && more.length === 0 && spoken.every(({ role }) => role !== 'user');
    const messages = isTurn ? [...spoken, message('user', turn)] : spoken;
    const sent = new Set(messages.map(({ content }) => content));
    const beside = Object.entries(map).flatMap(([key, text]) =>
      isProse(text) && prose.test(text) && !about.test(key) && !sent.has(message('user', text).content)
        ? [[key, text] as const]
        : [],
    );
    return { at, messages, open: false, ...(beside.length > 0 && { beside }) };
  }
  const texts = textsOf(map, whole);
  const [text] = texts;
  if (text === undefined || texts.length > 1) return undefined;
  return { at, messages: [message('user', text)], open: true };
}

function textsOf(map: JsonObject, keys: readonly string[]): readonly string[] {
  return keys.flatMap((key) => (isProse(map[key]) ? [map[key]] : []));
}

function message(role: Role, text: string): Message {
  return { role, content: text.replaceAll('\r\n', '\n').replaceAll(/^\n+|\n+$/gu, '') };
}

function isProse(value: Json | undefined): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function readMap(path: string, text: string): LocatedRead {
  if (!/\.toml$/iu.test(path)) return readYaml(text, path, { line: 1 }, 'last');
  try {
    // Dates become texts, and numbers without end nothing: neither is a prompt.
    const value = toJson(JSON.parse(JSON.stringify(parseToml(text))));
    const located: Located = { value: value ?? null, at: () => ({ file: path, line: 1 }) };
    return { kind: 'read', located };
  } catch (error) {
    // Keys and tables within each other without end: the reader takes them, and nothing after it does.
    if (error instanceof RangeError) {
      const what = 'Not readable as TOML: it is nested too deep.';
      return { kind: 'broken', problems: [{ reason: 'files', what, at: { file: path, line: 1 } }] };
    }
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
