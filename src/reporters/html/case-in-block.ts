import type { Json } from '../../core/json.ts';
import { partOf, showPart } from '../../core/parts/part-value.ts';
import type { ReportCase, ReportReply } from '../../core/report/report.ts';
import { statementsOf } from '../../core/score.ts';
import { gradesOf } from '../../core/scoring/judge-trust.ts';
import type { Side } from '../../core/side.ts';
import { clip } from '../../core/text/clip.ts';
import { pickReplies, replyText } from '../pick-replies.ts';
import { showCount, showDuration, showMoney, showNumberOf } from '../show-quantity.ts';
import { outcomeOf } from '../wording/outcome.ts';
import { isTalk, wordConversationEnd, wordTurn } from '../wording/reply-words.ts';
import { plain } from '../wording/say.ts';
import { wordFallOf } from '../wording/word-change.ts';
import type { PageAsked, PageCase, PageCheck, PagePart, PageReply, PageVar } from './page-data.ts';
import type { MatrixCase } from './place-cases.ts';

/** What is kept of a case's replies: so many pairs, so many characters each; all where nothing is said. */
type Kept = { readonly pairs?: number; readonly characters?: number };
export type CaseSize = { readonly steady: Kept; readonly others: Kept };

type Check = ReportReply['checks'][number];

const mostParts = 40;
const preferred = { win: 'the new one is better', tie: 'tie', loss: 'the old one is better' } as const;

/** A case with its replies, as the page opens it. */
export function caseInBlock({ exam, on }: MatrixCase, size: CaseSize): PageCase {
  const added = on.some((one) => one?.family === 'added');
  return {
    ...(exam === undefined
      ? { vars: [] }
      : {
          at: exam.at.line === undefined ? exam.at.file : `${exam.at.file}:${exam.at.line}`,
          vars: Object.entries(exam.vars).map(([name, value]) => ({ name, ...shown(value) })),
          ...(exam.weight === 1 ? {} : { weight: exam.weight }),
          ...(exam.reference === undefined ? {} : { reference: exam.reference }),
          ...(exam.notRun === undefined ? {} : { notRun: exam.notRun }),
        }),
    ...(added ? { added } : {}),
    on: on.map((one) => (one === undefined ? null : asked(one, size))),
  };
}

/** A variable as the page shows it: a text, what shows something by its name, type and size, all else as JSON. */
function shown(value: Json): Omit<PageVar, 'name'> {
  const part = partOf(value);
  if (part === undefined) return { text: typeof value === 'string' ? value : JSON.stringify(value, null, 2) };
  if (part.source.kind === 'url') return { text: showPart(part) };
  const { mediaType, bytes = 0, sha256 } = part.source;
  const text = `${showPart(part)} ${mediaType}, ${showCount(bytes)} bytes`;
  return { text, ...(part.kind === 'image' && sha256 !== undefined && { picture: sha256 }) };
}

function asked(read: ReportCase, size: CaseSize): PageAsked {
  // What was said is read once, where it is looked at several times.
  const one = { ...read, replies: read.replies.map((reply) => ({ ...reply })) };
  const kept = outcomeOf(one) === 'holds' ? size.steady : size.others;
  const replies = (side: Side) =>
    keep(one, side, kept.pairs).map((reply) => replyOf(reply, kept.characters ?? Number.POSITIVE_INFINITY));
  return {
    ...(one.identical ? { identical: true } : {}),
    old: one.identical ? [] : replies('old'),
    new: replies('new'),
    missing: { old: one.old.missing, new: one.new.missing },
    ...(one.p === null ? {} : { p: one.p }),
    ...(one.falls === undefined ? {} : { falls: one.falls.map((fall) => plain(wordFallOf(fall), (text) => text)) }),
    ...(one.prefer === undefined
      ? {}
      : {
          prefer: one.prefer.map((pair) => ({
            trial: pair.trial,
            check: pair.check,
            said: pair.kind === 'unscored' ? 'not judged' : preferred[pair.outcome],
            reason: pair.kind === 'unscored' ? pair.why : pair.reason,
          })),
        }),
  };
}

/** The replies of a side; where only some are kept, the most telling first. */
function keep(one: ReportCase, side: Side, pairs: number | undefined): readonly ReportReply[] {
  const all = one.replies.filter((reply) => reply.side === side);
  if (pairs === undefined || all.length <= pairs) return all;
  const telling = pickReplies(one)[side];
  const first = all.filter((reply) => reply === telling);
  return [...first, ...all.filter((reply) => reply !== telling)].slice(0, pairs);
}

function replyOf(reply: ReportReply, characters: number): PageReply {
  const text = replyText(reply);
  return {
    trial: reply.trial,
    ...(text === undefined ? {} : { text: clip(text, characters) }),
    ...(reply.transcript === undefined
      ? {}
      : {
          turns: reply.transcript.map((turn) => {
            const { who, said } = wordTurn(turn);
            return { role: turn.role, who, content: clip(said, characters), ...traceOf(turn, characters) };
          }),
        }),
    ...traceOf(reply, characters),
    ...(reply.toolCalls === undefined || reply.toolCalls.length === 0 || isSaidInTurns(reply)
      ? {}
      : { calls: reply.toolCalls }),
    ...(reply.error === undefined ? {} : { error: reply.error.message }),
    ...(reply.score === undefined ? {} : { score: reply.score }),
    ...(reply.passes === undefined ? {} : { passes: reply.passes }),
    checks: reply.checks.map(checkOf),
    facts: factsOf(reply),
  };
}

function traceOf({ trace }: Pick<ReportReply, 'trace'>, characters: number): Pick<PageReply, 'trace'> {
  if (trace === undefined) return {};
  const steps = trace.map(({ step, contexts = [], details }) => ({
    step,
    contexts: contexts.map((passage) => clip(passage, characters)),
    ...(details === undefined ? {} : { details: clip(JSON.stringify(details), characters) }),
  }));
  return { trace: steps };
}

/** Calls that a transcript shows where they were made are not told beside it. */
function isSaidInTurns({ transcript = [] }: ReportReply): boolean {
  return transcript.some(({ toolCalls }) => toolCalls !== undefined);
}

/** A check as the page shows it. */
export function checkOf(check: Check): PageCheck {
  if (check.kind === 'unscored') return { name: check.check, mark: 'unscored', reason: check.why };
  const parts = partsOf(check);
  return {
    name: check.check,
    mark: check.passed === undefined ? 'graded' : check.passed ? 'pass' : 'fail',
    ...(check.binary ? {} : { value: Number(check.value.toPrecision(3)) }),
    ...(check.required ? { required: true } : {}),
    reason: check.reason,
    ...(parts.length === 0 ? {} : { parts }),
  };
}

/** What the reply states, unsupported first; then each vote with its reason, where more than one was taken. */
function partsOf(check: Check): readonly PagePart[] {
  const statements = statementsOf(check)
    .toSorted((one, other) => Number(one.supported) - Number(other.supported))
    .map(({ statement, supported, reason }) => ({ supported, text: `“${statement}”`, reason }));
  const criteria = gradesOf(check);
  const taken = criteria.reduce((sum, one) => sum + one.votes.length, 0);
  const votes = criteria.flatMap(({ name, votes: grades, reasons }) =>
    grades.map((grade, at) => ({
      text: criteria.length > 1 ? `${name}: ${grade}` : String(grade),
      reason: reasons[at] ?? '',
    })),
  );
  return [...statements, ...(taken < 2 ? [] : votes)].slice(0, mostParts);
}

/** What a reply took and how it ended: latency, tokens, dollars, the model that served it. */
export function factsOf(reply: ReportReply): readonly string[] {
  const tokens = reply.usage?.outputTokens;
  const end = wordConversationEnd(reply);
  return [
    ...(reply.latencyMs === undefined ? [] : [`${showDuration(reply.latencyMs)}${isTalk(reply) ? ' a turn' : ''}`]),
    ...(reply.firstTokenMs === undefined ? [] : [`began after ${showDuration(reply.firstTokenMs)}`]),
    ...(tokens === undefined ? [] : [showNumberOf(tokens, 'token')]),
    ...(reply.costUsd === undefined ? [] : [showMoney(reply.costUsd)]),
    ...(reply.finishReason === undefined || reply.finishReason === 'stop' ? [] : [`ended by ${reply.finishReason}`]),
    ...(end === undefined ? [] : [end]),
    ...(reply.kept === true ? ['kept'] : []),
    ...(reply.model === undefined ? [] : [reply.model]),
  ];
}
