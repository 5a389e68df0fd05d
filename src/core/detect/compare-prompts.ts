import { createTwoFilesPatch, diffArrays, OMIT_HEADERS } from 'diff';
import { varsOf } from '../design/messages-of.ts';
import type { ExamCase } from '../exam.ts';
import { canonicalJson, type Json, type JsonObject } from '../json.ts';
import type { Prompt, PromptMessage, Role } from '../prompt.ts';
import { lookUp } from '../template/fill-template.ts';
import { compareResponseFormats, declaredInParams } from '../tools/declared-tools.ts';

/** Edits beyond which a message's diff says nothing and takes long. */
const mostEdits = 2_000;

/** A message that came, went or says something else. `diff`: unified, old to new, without names of files. */
export type MessageEdit = {
  readonly role: Role;
  /** The file that holds it, where its prompt is made of several. */
  readonly file?: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** Its role before, where that changed. */
  readonly oldRole?: Role;
  readonly diff: string;
};

/** What an edit did to a prompt as it is asked; what did not change is absent or empty. */
export type PromptEdit = {
  /** `model` first, then parameters by name: the values as JSON; absent where a side sets none. */
  readonly settings: readonly { readonly name: string; readonly old?: string; readonly new?: string }[];
  readonly messages: readonly MessageEdit[];
  /** What became of the form that replies must have, in words. */
  readonly responseFormat: readonly string[];
  /** Variables that came with the edit and that no golden case sets. */
  readonly unset: readonly string[];
  /** Variables that no template uses any more. */
  readonly unused: readonly string[];
};

/**
 * Compares both sides of a prompt as they are asked; `undefined` where nothing of that differs.
 * @param cases golden cases that may set its variables; absent: who fills them is not known here
 */
export function comparePrompts(old: Prompt, next: Prompt, cases?: readonly ExamCase[]): PromptEdit | undefined {
  const edit: PromptEdit = {
    settings: compareSettings(old, next),
    messages: compareMessages(old.messages, next.messages),
    responseFormat: compareResponseFormats(old.params, next.params),
    unset: cases === undefined || cases.length === 0 ? [] : unsetIn(old, next, cases),
    unused: old.variables.filter((name) => name !== old.turn && !next.variables.includes(name)),
  };
  return Object.values(edit).every((part) => part.length === 0) ? undefined : edit;
}

function compareSettings(old: Prompt, next: Prompt): PromptEdit['settings'] {
  const [before, after] = [settingsOf(old), settingsOf(next)];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => {
    const [was, is] = [shown(before, name), shown(after, name)];
    if (was === is) return [];
    return [{ name, ...(was !== undefined && { old: was }), ...(is !== undefined && { new: is }) }];
  });
}

/** The model first, then the parameters by name; tools and the response format are told apart. */
function settingsOf({ model, params }: Prompt): JsonObject {
  const others = Object.entries(params).filter(([name]) => name !== 'model' && !declaredInParams.has(name));
  return {
    ...(model !== undefined && { model }),
    ...Object.fromEntries(others.toSorted(([one], [other]) => (one < other ? -1 : 1))),
  };
}

function shown(settings: JsonObject, name: string): string | undefined {
  const value: Json | undefined = Object.hasOwn(settings, name) ? settings[name] : undefined;
  if (value === undefined) return undefined;
  return typeof value === 'string' ? value : canonicalJson(value);
}

/** Messages that both sides have alike are passed over; of those between them, one that says something else is paired with what it was. */
function compareMessages(old: readonly PromptMessage[], next: readonly PromptMessage[]): readonly MessageEdit[] {
  const keys = (messages: readonly PromptMessage[]) => messages.map(({ role, content }) => `${role}\n${content}`);
  const edits: MessageEdit[] = [];
  const at = { old: 0, next: 0 };
  let gone: readonly PromptMessage[] = [];
  const settle = (came: readonly PromptMessage[]): void => {
    for (let index = 0; index < Math.max(gone.length, came.length); index += 1)
      edits.push(...editOf(gone[index], came[index]));
    gone = [];
  };
  for (const { value, added, removed } of diffArrays(keys(old), keys(next))) {
    const count = value.length;
    if (removed) {
      gone = old.slice(at.old, at.old + count);
      at.old += count;
      continue;
    }
    settle(added ? next.slice(at.next, at.next + count) : []);
    at.next += count;
    if (!added) at.old += count;
  }
  settle([]);
  return edits;
}

function editOf(old: PromptMessage | undefined, next: PromptMessage | undefined): readonly MessageEdit[] {
  const message = next ?? old;
  if (message === undefined) return [];
  const { role, file } = message;
  const kind = old === undefined ? 'added' : next === undefined ? 'removed' : 'changed';
  return [
    {
      role,
      ...(file !== undefined && { file }),
      kind,
      ...(old !== undefined && old.role !== role && { oldRole: old.role }),
      diff: diffTexts(old?.content ?? '', next?.content ?? ''),
    },
  ];
}

function diffTexts(old: string, next: string): string {
  if (old === next) return '';
  const options = { context: 2, maxEditLength: mostEdits, headerOptions: OMIT_HEADERS };
  return (
    createTwoFilesPatch('', '', old, next, undefined, undefined, options) ??
    'Too much changed to show it line by line.\n'
  );
}

/** A name that templates do without, that the prompt gives a value itself, or that what a case holds begins with, is set. */
function unsetIn(old: Prompt, next: Prompt, cases: readonly ExamCase[]): readonly string[] {
  const isSet = (name: string): boolean =>
    cases.some(({ golden }) => {
      const stored = golden.stored?.some((one) => one.name === name) === true;
      return stored || lookUp(name, { ...next.defaults, ...varsOf(golden) }) !== undefined;
    });
  return next.variables.filter(
    (name) =>
      name !== next.turn && !old.variables.includes(name) && next.optional?.includes(name) !== true && !isSet(name),
  );
}
