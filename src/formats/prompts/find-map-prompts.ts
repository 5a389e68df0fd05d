import type { Json, JsonObject } from '../../core/json.ts';
import type { Message, Role } from '../../core/prompt.ts';
import { isObject } from '../../core/prompt-file/is-object.ts';
import { pairKeys } from '../../core/prompt-file/pair-keys.ts';

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

/** A prompt by the keys that lead to it; none where the file itself is one. */
export type FoundPrompt = {
  readonly at: readonly string[];
  readonly messages: readonly Message[];
  readonly open: boolean;
  /** Other texts beside those of the roles: whose they are, nothing says. */
  readonly beside?: readonly (readonly [key: string, text: string])[];
};

/** The prompts of a map, or of a list of named ones; none where it holds something else. */
export function findPrompts(value: Json): readonly FoundPrompt[] {
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

function inside(map: JsonObject, at: readonly string[]): readonly FoundPrompt[] {
  const turnsOf = pairKeys(
    Object.entries(map).flatMap(([key, value]) => (isProse(value) && prose.test(value.trim()) ? [key] : [])),
  );
  const paired = new Set(turnsOf.values());
  return Object.entries(map).flatMap(([key, value]): readonly FoundPrompt[] => {
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
function listed(list: readonly Json[], at: readonly string[]): readonly FoundPrompt[] {
  return list.flatMap((entry): readonly FoundPrompt[] => {
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
function readOne(map: JsonObject, at: readonly string[]): FoundPrompt | undefined {
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
