import type { Json, JsonObject } from '../../../core/json.ts';
import type { PromptMessage, Role } from '../../../core/prompt.ts';
import { isObject } from '../../../core/prompt-file/is-object.ts';
import type { EngineName } from '../../../core/template/engine.ts';
import type { Located } from '../../../core/yaml/located.ts';
import { engineOf, type HeldRead, partialsOf } from './held.ts';

/** Roles of its messages, and of the templates of such. */
const roles = {
  System: 'system',
  Human: 'user',
  AI: 'assistant',
} as const satisfies Record<string, Role>;

type Template = { readonly text: string; readonly engine: EngineName; readonly partial: JsonObject };
type Entry = {
  readonly message: PromptMessage;
  readonly engine?: EngineName;
  readonly partial?: JsonObject;
};

/** A prompt template as `dumpd` writes it: objects by their class and the arguments that make them. Of other objects nothing is made. */
export function readDumped(file: JsonObject, located: Located): HeldRead {
  const made = readObject(file);
  if (made === undefined) return { kind: 'other' };
  const at = located.at(['kwargs', made.name === 'ChatPromptTemplate' ? 'messages' : 'template']);
  const chat = made.kwargs['messages'];
  const written: readonly Json[] = made.name === 'ChatPromptTemplate' && Array.isArray(chat) ? chat : [];
  const text = made.name === 'PromptTemplate' ? readTemplate(file) : undefined;
  const entries =
    text === undefined ? written.map(readEntry) : [{ message: { role: 'user' as const, content: text.text }, ...text }];
  const known = entries.filter((entry) => entry !== undefined);
  const used = new Set(known.flatMap(({ engine }) => engine ?? []));
  const partial = partialsOf(made.kwargs['partial_variables']);
  if (known.length < entries.length || known.length === 0 || used.size > 1 || partial === undefined)
    return { kind: 'other' };
  const [engine = 'f-string'] = used;
  return {
    kind: 'held',
    held: {
      messages: known.map(({ message }) => message),
      engine,
      defaults: Object.assign({}, partial, ...known.map((entry) => entry.partial ?? {})),
      // The turns of a case stand there as well.
      optional: known.flatMap(({ message }) => message.holds ?? []),
      at,
    },
  };
}

/** The class of an object and its arguments. */
function readObject(value: Json | undefined): { readonly name: string; readonly kwargs: JsonObject } | undefined {
  if (!isObject(value) || value['type'] !== 'constructor') return undefined;
  const { id, kwargs } = value;
  const name = Array.isArray(id) ? id.at(-1) : undefined;
  return typeof name === 'string' && isObject(kwargs) ? { name, kwargs } : undefined;
}

function readTemplate(value: Json | undefined): Template | undefined {
  const made = readObject(value);
  if (made?.name !== 'PromptTemplate') return undefined;
  const { template: text, template_format: format, partial_variables: written } = made.kwargs;
  const [engine, partial] = [engineOf(format), partialsOf(written)];
  if (typeof text !== 'string' || engine === undefined || partial === undefined) return undefined;
  return { text, engine, partial };
}

function readEntry(value: Json): Entry | undefined {
  const made = readObject(value);
  if (made === undefined) return undefined;
  const { name, kwargs } = made;
  if (name === 'MessagesPlaceholder') {
    const { variable_name: holds } = kwargs;
    return typeof holds === 'string' ? { message: { role: 'user', content: '', holds } } : undefined;
  }
  const who = /^(?<who>System|Human|AI|Chat)Message(?<template>PromptTemplate)?$/u.exec(name)?.groups;
  const role = who?.['who'] === 'Chat' ? roleNamed(kwargs['role']) : roleOf(who?.['who']);
  if (who === undefined || role === undefined) return undefined;
  if (who['template'] === undefined) {
    const { content } = kwargs;
    return typeof content === 'string' ? { message: { role, content, verbatim: true } } : undefined;
  }
  const { prompt } = kwargs;
  // Several are texts of one message.
  const texts: readonly Json[] = Array.isArray(prompt) ? prompt : [prompt ?? null];
  const templates = texts.map(readTemplate).filter((one) => one !== undefined);
  const [first] = templates;
  if (first === undefined || templates.length < texts.length) return undefined;
  if (templates.some(({ engine }) => engine !== first.engine)) return undefined;
  return {
    message: { role, content: templates.map(({ text }) => text).join('') },
    engine: first.engine,
    partial: Object.assign({}, ...templates.map((one) => one.partial)),
  };
}

function roleOf(who: string | undefined): Role | undefined {
  return Object.entries(roles).find(([name]) => name === who)?.[1];
}

function roleNamed(role: Json | undefined): Role | undefined {
  const known = ['system', 'developer', 'user', 'assistant'] as const;
  return known.find((one) => one === role);
}
