import type { Report, ReportReply } from '../core/report/report.ts';
import type { PlacedCase } from './cases-of.ts';
import { differingParts } from './differing-parts.ts';
import { pickReplies } from './pick-replies.ts';
import { replyText } from './reply-text.ts';
import type { Phrase } from './wording/say.ts';
import { wordChange } from './wording/word-change.ts';

type Scored = Extract<ReportReply['checks'][number], { readonly kind: 'scored' }>;

/** A case's question with two replies that tell its story, cut down to what tells them apart. */
export type TellingPair = {
  readonly asked: string;
  readonly change: Phrase;
  /** Absent where there is no old side. */
  readonly before?: string;
  readonly now: string;
  /** Words of the new reply that a check quotes against it. */
  readonly evidence: readonly string[];
  /** What the new reply fails. */
  readonly failing: readonly Scored[];
  readonly replies: ReturnType<typeof pickReplies>;
};

/** @param most characters of a reply */
export function tellingPair({ prompt, case: one }: PlacedCase, most: number): TellingPair {
  const replies = pickReplies(one);
  const failing = replies.new?.checks.filter(isFailing) ?? [];
  const evidence = failing.flatMap(({ reason }) => quotedIn(reason));
  const texts = differingParts(textOf(replies.old), textOf(replies.new), { most, evidence });
  return {
    asked: wordAsked(prompt.exam.find(({ id }) => id === one.id)?.vars ?? {}),
    change: wordChange(one),
    ...(replies.old === undefined ? {} : { before: wordReply(replies.old, texts.old) }),
    now: wordReply(replies.new, texts.new),
    evidence,
    failing,
    replies,
  };
}

function wordAsked(vars: Report['prompts'][number]['exam'][number]['vars']): string {
  const [only, ...others] = Object.values(vars);
  if (typeof only === 'string' && others.length === 0) return only;
  return Object.entries(vars)
    .slice(0, mostVars)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' · ');
}

/** Variables of a case that are shown. */
const mostVars = 6;

/** The part of a reply that is shown, or why there is nothing to read. */
function wordReply(reply: ReportReply | undefined, shown: string): string {
  if (reply === undefined) return '(no reply)';
  if (shown.trim() !== '') return shown;
  return replyText(reply) ?? `(no reply: ${reply.error?.message ?? 'it failed'})`;
}

/** What was said: of a conversation, by both. */
function textOf(reply: ReportReply | undefined): string {
  const told = reply?.transcript?.map(({ role, content }) => `${role === 'user' ? 'User' : 'Reply'}: ${content}`);
  return told?.join('\n') ?? reply?.text ?? '';
}

function isFailing(check: ReportReply['checks'][number]): check is Scored {
  return check.kind === 'scored' && check.passed === false;
}

/** Words of the reply that a check's reason quotes: what it found and should not have. */
function quotedIn(reason: string): readonly string[] {
  return [...reason.matchAll(/["“]([^"“”]{3,200})["”]/gu)].map(([, quoted = '']) => quoted);
}
