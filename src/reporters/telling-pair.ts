import { diffArrays } from 'diff';
import type { ReportReply } from '../core/report/report.ts';
import { showValues } from '../core/template/fill-template.ts';
import type { PlacedCase } from './cases-of.ts';
import { pickReplies, replyText } from './pick-replies.ts';
import { wordTurn } from './wording/reply-words.ts';
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

/** Said of a case that is shown where replies got worse together. */
export const exampleOnly = ', an example: it fell most, and is not proven by itself';

/** @param most characters of a reply */
export function tellingPair({ prompt, case: one }: PlacedCase, most: number): TellingPair {
  const replies = pickReplies(one);
  const failing = replies.new?.checks.filter(isFailing) ?? [];
  const evidence = failing.flatMap(({ reason }) => quotedIn(reason));
  const texts = differingParts(textOf(replies.old), textOf(replies.new), { most, evidence });
  return {
    asked: showValues(prompt.exam.find(({ id }) => id === one.id)?.vars ?? {}),
    change: wordChange(one),
    ...(replies.old === undefined ? {} : { before: wordReply(replies.old, texts.old) }),
    now: wordReply(replies.new, texts.new),
    evidence,
    failing,
    replies,
  };
}

/** The part of a reply that is shown, or why there is nothing to read. */
function wordReply(reply: ReportReply | undefined, shown: string): string {
  if (reply === undefined) return '(no reply)';
  if (shown.trim() !== '') return shown;
  return replyText(reply) ?? `(no reply: ${reply.error?.message ?? 'it failed'})`;
}

/** What was said: of a conversation, by both. */
function textOf(reply: ReportReply | undefined): string {
  const { transcript = [] } = reply ?? {};
  if (transcript.length < 2) return reply?.text ?? '';
  return transcript
    .map(wordTurn)
    .map(({ who, said }) => `${who}: ${said}`)
    .join('\n');
}

function isFailing(check: ReportReply['checks'][number]): check is Scored {
  return check.kind === 'scored' && check.passed === false;
}

/** Words of the reply that a check's reason quotes: what it found and should not have. */
export function quotedIn(reason: string): readonly string[] {
  return [...reason.matchAll(/["“]([^"“”]{3,200})["”]/gu)].map(([, quoted = '']) => quoted);
}

/** Left out: text that both replies have, or that is too much. */
const ellipsis = '⋯';

/**
 * Two replies cut down to what tells them apart: sentences that both have are left out but for one beside each difference,
 * and what is still longer than `most` characters is cut around its evidence, or around where the difference begins.
 */
export function differingParts(
  old: string,
  now: string,
  { most, evidence }: { readonly most: number; readonly evidence: readonly string[] },
): { readonly old: string; readonly new: string } {
  const lines = diffReplies(old, now);
  const told = (text: string, side: 'removed' | 'added') => {
    const first = lines.find(({ kind, text: one }) => kind === side && one.trim() !== '')?.text ?? '';
    return cutAround(tellApart(text.replaceAll('\r\n', '\n'), lines, side), [...evidence, first], most);
  };
  return { old: told(old, 'removed'), new: told(now, 'added') };
}

/** One side's text, with what both have left out except next to a difference. */
function tellApart(text: string, lines: readonly DiffLine[], side: 'removed' | 'added'): string {
  if (lines.every(({ kind }) => kind === 'same')) return text;
  const isSame = (at: number) => lines[at]?.kind === 'same';
  const isBeside = (at: number) => [at - 1, at + 1].some((next) => lines[next] !== undefined && !isSame(next));
  let told = '';
  let read = 0;
  for (const [at, line] of lines.entries()) {
    if (line.kind !== side && line.kind !== 'same') continue;
    const start = text.indexOf(line.text, read);
    const between = text.slice(read, start).includes('\n') ? '\n' : ' ';
    read = start + line.text.length;
    if (isSame(at) && !isBeside(at)) told += told.endsWith(ellipsis) ? '' : ` ${ellipsis}`;
    else told += between + line.text;
  }
  return told.trim();
}

/** At most about `most` characters of a text, among them the first piece of evidence that it holds. */
function cutAround(text: string, evidence: readonly string[], most: number): string {
  if (text.length <= most) return text;
  const found = evidence.find((piece) => piece !== '' && text.includes(piece));
  const at = found === undefined ? 0 : text.indexOf(found);
  // A third of the room goes before the evidence: it is read in its sentence.
  const from = Math.max(0, Math.min(at - Math.floor(most / 3), text.length - most));
  const start = from === 0 ? 0 : from + afterBlank(text.slice(from, from + 30));
  const end = Math.min(text.length, from + most);
  const stop = end === text.length ? end : end - beforeBlank(text.slice(end - 30, end));
  return `${start === 0 ? '' : `${ellipsis} `}${text.slice(start, stop).toWellFormed()}${stop === text.length ? '' : ` ${ellipsis}`}`;
}

/** How far the next word is, 0 where there is none near. */
function afterBlank(text: string): number {
  return text.search(/\s/u) + 1;
}

/** How far back the last word's end is, 0 where there is none near. */
function beforeBlank(text: string): number {
  const at = text.search(/\s\S*$/u);
  return at === -1 ? 0 : text.length - at;
}

type DiffLine = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string };

/**
 * Old and new text by lines; long lines (a reply is often one) are cut after sentences, so that a difference stands beside little
 * that is the same. Lines beyond `most` a side are left out of the comparison and counted by the caller's fence.
 */
function diffReplies(old: string, now: string, most = 400): readonly DiffLine[] {
  const changes = diffArrays(pieces(old).slice(0, most), pieces(now).slice(0, most));
  return changes.flatMap((change) =>
    change.value.map(
      (text): DiffLine => ({ kind: change.added ? 'added' : change.removed ? 'removed' : 'same', text }),
    ),
  );
}

function pieces(text: string): readonly string[] {
  return text
    .replaceAll('\r\n', '\n')
    .split('\n')
    .flatMap((line) => (line.length <= 100 ? [line] : line.split(/(?<=[.!?。！？…]["'”’)\]]*)\s+|(?<=[。！？])/u)));
}
