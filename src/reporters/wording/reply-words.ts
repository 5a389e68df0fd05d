import type { ReportReply } from '../../core/report/report.ts';
import { showCall } from '../../core/tools/call-arguments.ts';

/**
 * A check's reason as a reader says it. A pattern tells how a reply was judged, not what is wrong with it: what it found is said
 * instead, or the words it looked for where it is nothing but words.
 */
export function wordCheckReason(reason: string): string {
  const found = /^"(?<said>.+)" matches "(?:\(\?i\))?.*"$/su.exec(reason)?.groups?.['said'];
  if (found !== undefined) return `says “${found}”`;
  const pattern = /^no match for "(?:\(\?i\))?(?<pattern>[^"]+)"$/su.exec(reason)?.groups?.['pattern'];
  if (pattern === undefined || !/^[\p{L}\p{N} ,'’|-]+$/u.test(pattern)) return reason;
  const words = pattern.split('|').map((word) => `“${word.trim()}”`);
  if (words.length === 1) return `does not say ${words[0]}`;
  if (words.length === 2) return `says neither ${words.join(' nor ')}`;
  return `says none of ${words.join(', ')}`;
}

type Turn = NonNullable<ReportReply['transcript']>[number];

/** One message of a conversation: who says it, and what, with the calls it makes. */
export function wordTurn({ role, content, toolCalls = [], tool = '' }: Turn): {
  readonly who: string;
  readonly said: string;
} {
  if (role === 'tool') return { who: `${tool} returns`, said: content };
  const calls = toolCalls.map((call) => `calls ${showCall(call)}`);
  return {
    who: role === 'user' ? 'User' : 'Reply',
    said: [content, ...calls].filter((line) => line !== '').join('\n'),
  };
}

/** Whether a user was simulated: else what was said is one reply, in steps with tools. */
export function isTalk({ transcript = [] }: ReportReply): boolean {
  return transcript.some(({ role }) => role === 'user');
}

/** How a conversation ended, in words; nothing where there was none, or where it ended in words. */
export function wordConversationEnd({ conversationEnd }: ReportReply): string | undefined {
  return conversationEnd === undefined ? undefined : words[conversationEnd];
}

const words = {
  met: 'the user’s goal was met',
  'given-up': 'the user gave up',
  turns: 'no turn was left',
  answered: undefined,
  'max-steps': 'it called tools in its last step',
  'no-result': 'no canned result fits its call',
} as const satisfies Record<NonNullable<ReportReply['conversationEnd']>, string | undefined>;
