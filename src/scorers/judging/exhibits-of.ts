import type { ScorerInput } from '../../core/check-kind.ts';
import type { GoldenCase } from '../../core/golden-case.ts';
import { canonicalJson, type Json } from '../../core/json.ts';
import type { Message } from '../../core/prompt.ts';
import { wordTranscript } from '../../core/scoring/conversation.ts';
import type { Exhibit } from './exhibit.ts';

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

/** The reply as an exhibit: a simulated conversation whole, unless the check reads its last turn only. */
export function replyOf({ text, transcript, options }: Judged): Exhibit {
  return transcript === undefined || options['turn'] === 'last'
    ? { name: 'REPLY', text }
    : { name: 'REPLY (a conversation; judge what the assistant says in it)', text: wordTranscript(transcript) };
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : value === undefined ? '' : canonicalJson(value);
}
