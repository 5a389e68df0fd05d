import { type DriftReport, type DriftRow, isOtherAlone } from '../../core/drift/drift-report.ts';
import { showProblem } from '../../core/problem.ts';
import { showDelta, showDuration, showMoney, showNumberOf, showPercent, showScore } from '../show-quantity.ts';
import { listNames, own, type Phrase, quote, say } from '../wording/say.ts';
import { showRun } from '../wording/show-day.ts';
import { canariesToTell, wordCanaryHeadline } from './word-canary.ts';
import { nameOfChannel } from './word-channel.ts';
import { wordJudgeHeadline } from './word-judge.ts';

/** A row that something is to be said of, with its prompt. */
export type ToldRow = { readonly path: string; readonly row: DriftRow };

/** All rows, the worst first. */
export function rowsToTell({ prompts }: DriftReport): readonly ToldRow[] {
  const rank = ({ row }: ToldRow): number => order.indexOf(row.verdict);
  return prompts
    .flatMap(({ path, models }) => models.map((row) => ({ path, row })))
    .toSorted((a, b) => rank(a) - rank(b));
}

const order = ['drifted', 'invalid', 'baseline', 'steady'] as const;

/** What the first sentence does not say already of what is wrong with the input or the services, with its place. */
export function wordProblems(report: DriftReport): readonly Phrase[] {
  const isFirst = report.verdict === 'invalid' && rowsToTell(report).length === 0;
  return report.problems.slice(isFirst ? 1 : 0).map((problem) => say`${quote(showProblem(problem))}`);
}

/** The first sentence: what a reader needs if it is all that is read. */
export function wordHeadline(report: DriftReport): Phrase {
  const rows = rowsToTell(report);
  const [first, ...more] = rows.filter(({ row }) => row.verdict === 'drifted');
  if (first !== undefined) {
    const others = more.length === 0 ? [] : say` ${own(showNumberOf(more.length, 'more has', 'more have'))} drifted.`;
    return say`${wordDrifted(first)}.${others}`;
  }
  if (report.judge?.verdict === 'drifted') return wordJudgeHeadline(report.judge);
  const [canary] = canariesToTell(report);
  if (canary?.verdict === 'drifted') return wordCanaryHeadline(canary);
  const [fault] = report.problems;
  if (report.verdict === 'invalid' && rows.length === 0 && fault !== undefined)
    return say`${quote(showProblem(fault))}`;
  if (report.verdict === 'invalid' && rows.some(({ row }) => row.unsure === 'judge'))
    return own('This run could not tell the model from the judge.');
  if (report.verdict === 'invalid') return own('This run could not tell: replies are missing.');
  const ended = rows.filter(({ row }) => row.ended === true);
  const [back] = ended;
  if (back !== undefined) return say`${back.row.model} answers ${back.path} as usual again.`;
  const young = rows.filter(({ row }) => row.verdict === 'baseline');
  if (rows.length === 0 && canary?.verdict === 'steady')
    return own(`No drift: ${showNumberOf(report.canaries?.length ?? 0, 'canary is', 'canaries are')} as usual.`);
  if (young.length === rows.length) return own('Too early to tell: still building the baseline.');
  return say`No drift: ${own(showNumberOf(rows.length - young.length, 'prompt–model pair is', 'prompt–model pairs are'))} as usual.`;
}

function wordDrifted({ path, row }: ToldRow): Phrase {
  const since = say`since ${quote(dayOf(row))}`;
  if (isOtherAlone(row)) return say`Another model answers ${path} on ${row.model} ${since}; the answers are as usual`;
  return say`${row.model} answers ${path} ${wordWay(row)} ${since}`;
}

function timesOf(history: DriftRow['history']): readonly string[] {
  return history.map(({ at }) => at);
}

function dayOf({ since, history }: DriftRow): string {
  return showRun(since?.at ?? history.at(-1)?.at ?? '', timesOf(history));
}

/** What is different, in a word or two. */
function wordWay({ found, metrics }: DriftRow): Phrase {
  const worst = found.find(({ channel }) => channel === 'score' || channel === 'case' || channel === 'pass');
  if (worst !== undefined) return own('worse');
  const [first] = found;
  if (first === undefined || first.layer === 'served') return own('by another model');
  if (first.layer === 'fingerprint') return own('with another fingerprint');
  if (first.layer === 'tokens') return own('with other token counts');
  const { channel = '', towards } = first;
  const moved = metrics[channel];
  const by = moved === undefined ? [] : say` (${own(showMove(channel, moved))})`;
  switch (channel) {
    case 'length':
      return say`${own(towards === 'lower' ? 'more briefly' : 'at greater length')}${by}`;
    case 'latency':
      return say`more slowly${by}`;
    case 'cost':
      return say`at a higher cost${by}`;
    case 'refusal':
      return say`with more refusals${by}`;
    default:
      return say`worse by ${channel.replace(/^metric:/u, '')}${by}`;
  }
}

/** Why the row says what it says, a sentence each. */
export function wordRow({ row }: ToldRow): readonly Phrase[] {
  const { missing, of } = row.missing;
  if (row.verdict === 'invalid' && (row.unsure === undefined || (of > 0 && missing === of)))
    return [say`No reply came: ${own(showNumberOf(row.missing.of, 'reply is', 'replies are'))} missing.`];
  const score = row.metrics['score'];
  const stands = score === undefined ? [] : [own(`Score: ${showMove('score', score)}.`)];
  if (row.verdict === 'invalid') return [...stands, ...wordUnsure];
  if (row.verdict !== 'drifted' && row.ended !== true)
    return [...stands, own(`${showNumberOf(row.runs, 'run')} so far.`), ...wordFingerprint(row)];
  return [
    ...(row.since === undefined ? [] : [wordSince(row.since, row.history)]),
    ...stands,
    ...row.found.flatMap(({ layer, channel }) => wordFound(layer, channel, row)),
    ...(row.cases.length === 0 ? [] : [say`Cases that got worse: ${listNames(row.cases, 8)}.`]),
    ...wordServed(row),
    ...(isOtherAlone(row) ? [own('The answers are as usual.')] : []),
    ...wordFingerprint(row),
    row.ended === true ? own('The latest replies are as usual again.') : wordAdvice(row),
  ];
}

/** Of a fall that the judge's own move may be all of. */
const wordUnsure: readonly Phrase[] = [
  own('What the judge grades fell, by no more than the judge’s own grades of the same texts did.'),
  own('Whether the model is worse is not known. The next run looks again.'),
];

function wordSince({ at, from, to }: NonNullable<DriftRow['since']>, history: DriftRow['history']): Phrase {
  const runs = timesOf(history);
  const [day, early, late] = [showRun(at, runs), showRun(from.at, runs), showRun(to.at, runs)];
  return early === late
    ? say`Since the run of ${quote(day)}.`
    : say`Since the run of ${quote(day)} (between ${quote(early)} and ${quote(late)}).`;
}

function wordFound(layer: string, channel: string | undefined, row: DriftRow): readonly Phrase[] {
  if (layer === 'tokens') return [own('The same requests have a different token count than before.')];
  if (layer !== 'cases' || channel === undefined || channel === 'score' || channel === 'case') return [];
  const moved = row.metrics[channel];
  if (moved === undefined) return [];
  return [
    say`${channel.startsWith('metric:') ? own('Check ') : []}${nameOfChannel(channel)}: ${own(showMove(channel, moved))}.`,
  ];
}

/** A change alone says nothing; beside a drift it may tell what happened. */
function wordFingerprint({ fingerprint, history }: DriftRow): readonly Phrase[] {
  if (fingerprint === undefined) return [];
  const { before, now, since } = fingerprint;
  return [
    say`The service’s fingerprint changed at the run of ${quote(showRun(since.at, timesOf(history)))}: ${before} → ${now}. It changes with every deployment.`,
  ];
}

/** What is told of a row in which nothing moved but the fingerprint, in the run that saw it first. */
export function wordNewFingerprint({ path, row }: ToldRow): readonly Phrase[] {
  const { fingerprint, history, verdict, ended, model } = row;
  if (fingerprint?.since.at !== history.at(-1)?.at || verdict === 'drifted' || ended === true) return [];
  return wordFingerprint(row).map((phrase) => say`${path} on ${model}: ${phrase}`);
}

function wordServed({ served, servedBefore = [] }: DriftRow): readonly Phrase[] {
  if (served.length === 0 || servedBefore.length === 0) return [];
  const same = served.every((model) => servedBefore.includes(model));
  if (same) return [say`${listNames(served)} answered, as before.`];
  return [say`Answered by ${listNames(served)}; before, by ${listNames(servedBefore)}.`];
}

/** Channels that no case is worse for: slower, dearer or longer replies. */
const sizes: ReadonlySet<string> = new Set(['latency', 'cost', 'length']);

function wordAdvice({ found }: DriftRow): Phrase {
  if (found.some(({ layer }) => layer === 'served'))
    return own('Pin the version you tested, or accept this one as the new normal.');
  return found.some(({ layer, channel = '' }) => layer === 'cases' && !sizes.has(channel))
    ? own('Look at the cases that got worse, pin a dated version if there is one, or accept this as the new normal.')
    : own('Pin a dated version if there is one, or accept this as the new normal.');
}

/** Channels that a table shows, with their names. @param untold only those of which `wordRow` has no sentence */
export function metricsToTell(
  { metrics, found }: DriftRow,
  untold?: 'untold',
): readonly { readonly name: Phrase; readonly move: string }[] {
  const told = new Set(untold === undefined ? [] : ['score', ...found.map(({ channel }) => channel)]);
  const shown = Object.entries(metrics).filter(([channel]) => !told.has(channel));
  return shown.map(([channel, moved]) => ({
    name: nameOfChannel(channel),
    move: showMove(channel, moved),
  }));
}

function showMove(channel: string, { usual, now }: DriftRow['metrics'][string]): string {
  if (usual === null || now === null) return 'unknown';
  const [before, after] = [usual, now].map((value) => showValue(channel, value));
  if (before === after) return `${after}`;
  const by = channel === 'score' ? ` (${showDelta(now - usual)})` : '';
  return `${before} → ${after}${by}`;
}

function showValue(channel: string, value: number): string {
  switch (channel) {
    case 'pass':
    case 'refusal':
      return showPercent(value);
    case 'length':
      return showNumberOf(value, 'character');
    case 'latency':
      return showDuration(value);
    case 'cost':
      return showMoney(value);
    default:
      return showScore(value);
  }
}
