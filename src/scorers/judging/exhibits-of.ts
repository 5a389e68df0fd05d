import type { ScorerInput } from '../../core/check-kind.ts';
import type { GoldenCase } from '../../core/golden-case.ts';
import { hash } from '../../core/hash.ts';
import { canonicalJson, type Json } from '../../core/json.ts';
import { partOf, showPart } from '../../core/parts/part-value.ts';
import type { Message } from '../../core/prompt.ts';
import { wordTranscript } from '../../core/scoring/conversation.ts';

type Judged = Pick<ScorerInput<unknown>, 'golden' | 'messages' | 'text' | 'transcript' | 'options'>;

/** Names under which a case's question is usually kept, likeliest first. */
const questionNames = ['question', 'query', 'input', 'message', 'user_input', 'prompt'];

/**
 * What the user asked, from the case alone: rendered messages would show the judge which side's prompt they are of.
 * A variable that is named like a question, else all of them; the last user message where a case has none.
 */
export function questionOf(golden: GoldenCase, messages: readonly Message[]): string {
  const named = questionNames.find((name) => Object.hasOwn(golden.vars, name));
  if (named !== undefined) return textOf(golden.vars[named]);
  const entries = Object.entries(golden.vars);
  if (entries.length === 1) return textOf(entries[0]?.[1]);
  if (entries.length > 1) return entries.map(([name, value]) => `${name}: ${textOf(value)}`).join('\n');
  return [...golden.history, ...messages].findLast(({ role }) => role === 'user')?.content ?? '';
}

/** All a judge is shown of one reply: question, history, context, reference where given, and the reply. */
export function exhibitsOf(input: Judged): readonly Exhibit[] {
  const { golden } = input;
  return [
    { name: 'QUESTION', text: questionOf(golden, input.messages) },
    { name: 'EARLIER CONVERSATION', text: wordTranscript(golden.history) },
    { name: 'CONTEXT', text: golden.context.join('\n\n') },
    { name: 'REFERENCE ANSWER', text: golden.reference ?? '' },
  ]
    .filter(({ text }) => text !== '')
    .concat(replyOf(input));
}

/** The reply as an exhibit: a conversation whole, unless the check reads its last turn only. */
export function replyOf({ text, transcript = [], options }: Judged): Exhibit {
  const isTalk = transcript.some(({ role }) => role === 'user');
  if (options['turn'] === 'last' || (!isTalk && transcript.length < 2)) return { name: 'REPLY', text };
  const name = isTalk
    ? 'REPLY (a conversation; judge what the assistant says in it)'
    : 'REPLY (with the tools that the assistant called and what they returned; judge what it says at the end)';
  return { name, text: wordTranscript(transcript) };
}

/** A value of a case as a judge reads it. */
export function textOf(value: Json | undefined): string {
  const part = partOf(value);
  if (part !== undefined) return showPart(part);
  return typeof value === 'string' ? value : value === undefined ? '' : canonicalJson(value);
}

/** Something a judge is shown as data: it may hold anything, also words that try to give orders. */
export type Exhibit = { readonly name: string; readonly text: string };

/** Most characters of one exhibit that a judge is shown: the rest is said to be left out. */
const mostShown = 60_000;

/**
 * The exhibits, each between fences that carry a token. The token is a hash of all that is shown and asked, so
 * that equal judgements are equal requests, and so that no text can hold the fence around itself: it would have
 * to contain its own hash.
 */
export function showExhibits(exhibits: readonly Exhibit[], task: string): string {
  const token = hash({ exhibits, task }).slice(0, 20);
  return exhibits.map(({ name, text }) => `${name}:\n<<<${token}\n${printable(text)}\n${token}>>>`).join('\n\n');
}

function printable(text: string): string {
  const visible = text
    .toWellFormed()
    .replace(/\p{Cc}/gu, (control) => ('\n\t\r'.includes(control) ? control : '\ufffd'));
  if (visible.length <= mostShown) return visible;
  const half = mostShown / 2;
  const omitted = visible.length - mostShown;
  return `${visible.slice(0, half)}\n[… ${omitted} characters left out …]\n${visible.slice(-half)}`.toWellFormed();
}
