import type { Report, ReportReply } from '../../core/report/report.ts';
import { showOnOneLine } from '../../core/text/show-on-one-line.ts';
import type { PlacedCase } from '../cases-of.ts';
import { differingParts } from '../differing-parts.ts';
import { mostTellingCase } from '../most-telling-case.ts';
import { pickReplies } from '../pick-replies.ts';
import { replyText } from '../reply-text.ts';
import { shownCases } from '../shown-cases.ts';
import { say } from '../wording/say.ts';
import { wordChange } from '../wording/word-change.ts';
import { columnsOf } from './columns-of.ts';
import type { Pen } from './pen.ts';
import { wrap } from './wrap.ts';

type Vars = Report['prompts'][number]['exam'][number]['vars'];
type Scored = Extract<ReportReply['checks'][number], { readonly kind: 'scored' }>;

/** Columns of a label and the space behind it. */
const labelColumns = 10;
/** Lines that a reply is cut down to, and that what was asked and what a check says are. */
const lines = { reply: 6, asked: 3, check: 2 } as const;
const mostChecks = 3;

/** Most cases of a check that are shown. */
const mostChecked = 3;

/**
 * The most telling case: what was asked, the old and the new reply cut down to what tells them apart, and what the new one
 * fails. Of a check the first ones. Empty where no case fails.
 */
export function shownCase(report: Report, pen: Pen): readonly string[] {
  if (report.mode === 'check')
    return shownCases(report)
      .slice(0, mostChecked)
      .flatMap((placed) => linesOf(placed, report, pen));
  const placed = mostTellingCase(report);
  return placed === undefined ? [] : linesOf(placed, report, pen);
}

function linesOf(placed: PlacedCase, report: Report, pen: Pen): readonly string[] {
  const { prompt, row, case: one } = placed;
  const picked = pickReplies(one);
  const failing = picked.new?.checks.filter(isFailing) ?? [];
  const room = pen.columns - labelColumns;
  const texts = differingParts(textOf(picked.old), textOf(picked.new), {
    most: room * (lines.reply - 1),
    evidence: failing.flatMap(({ reason }) => quotedIn(reason)),
  });
  const where = report.prompts.length > 1 ? say` in ${prompt.path}` : [];
  const checks = failing.slice(0, mostChecks).map(({ check, reason }) => `${check}: ${reason}`);
  return [
    ...pen.lines(say`${one.id} on ${row.id}${where}: ${wordChange(one)}`).map((line) => pen.paint('head', line)),
    ...labelled('Asked', wordAsked(prompt.exam.find(({ id }) => id === one.id)?.vars ?? {}), room, lines.asked),
    ...(picked.old === undefined ? [] : labelled('Before', wordReply(picked.old, texts.old), room, lines.reply)),
    ...labelled(report.mode === 'check' ? 'Reply' : 'Now', wordReply(picked.new, texts.new), room, lines.reply),
    ...checks.flatMap((check, at) => labelled(at === 0 ? 'Fails' : '', check, room, lines.check)),
    ...(failing.length > mostChecks ? labelled('', `and ${failing.length - mostChecks} more`, room, 1) : []),
  ];
}

/** A text of others behind a label, in at most so many lines; none for an empty one. */
function labelled(label: string, text: string, room: number, most: number): readonly string[] {
  const shown = showOnOneLine(text, room * (most + 1));
  if (shown === '') return [];
  const all = wrap(shown, room, '');
  const kept = all.length > most ? [...all.slice(0, most - 1), `${cutLast(all[most - 1] ?? '', room)}…`] : all;
  return kept.map((line, at) => `  ${(at === 0 ? label : '').padEnd(labelColumns - 2)}${line}`);
}

function cutLast(line: string, room: number): string {
  return columnsOf(line) < room ? line : [...line].slice(0, -1).join('');
}

function wordAsked(vars: Vars): string {
  const [only, ...others] = Object.values(vars);
  if (typeof only === 'string' && others.length === 0) return only;
  return Object.entries(vars)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' · ');
}

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
