import type { ProgressState } from '../core/ports.ts';
import type { EarlierVerdict } from '../core/publish/earlier-verdict.ts';
import type { Report } from '../core/report/report.ts';
import { escapeName, toMarkdown, toSummary } from './markdown/escape.ts';
import { linkTo } from './markdown/link-to.ts';
import { reportMarkdown } from './markdown/report-markdown.ts';
import { openingOf } from './opening/opening-of.ts';
import { showNumberOf } from './show-quantity.ts';
import { say } from './wording/say.ts';

/** A run that asks, as far as a reader of its comment wants to know. */
export type AskingRun = {
  /** Commit under review. */
  readonly head: string;
  /** Address of the run's page. */
  readonly url: string;
  readonly earlier: EarlierVerdict | undefined;
};

/** How far asking is: undefined before the first reply. */
export type HowFar = {
  readonly state: Pick<ProgressState, 'done' | 'planned' | 'kept'>;
  /** Milliseconds since the first reply. */
  readonly elapsedMs: number;
  /** What was forecast before the first call, in a sentence of our own. */
  readonly forecast?: string;
};

/** The comment of a run that asks: how far it is, and what was told before. It has no verdict, and looks like none. @param now ISO 8601, UTC */
export function writeAsking(run: AskingRun, far: HowFar | undefined, now: string, marker: string): string {
  const head = escapeName(run.head.slice(0, 7));
  return laidOut(
    [
      `### ⏳ Asking: ${wordFar(far)}`,
      [
        `The verdict on ${head} will stand here.`,
        ...(far?.forecast === undefined ? [] : [`Forecast: ${far.forecast}`]),
      ].join(' '),
      wordBefore(run.earlier),
      [`**Next** · Wait for it.`, linkTo('This run', run.url)].filter((part) => part !== '').join(' · '),
    ],
    run.earlier,
    [`<sub>Promptgate · as of ${now.slice(11, 16)} UTC</sub>`, marker],
  );
}

/** The comment of a run that asked and came to no end: the runner ended it, or the pull request moved on. */
export function writeStopped(run: AskingRun, marker: string): string {
  const head = escapeName(run.head.slice(0, 7));
  return laidOut(
    [
      `### ⚪ No verdict on ${head}: its review ended early`,
      'Nothing is proven either way.',
      wordBefore(run.earlier),
      [`**Next** · Run the job again, unless a later commit has a run of its own.`, linkTo('This run', run.url)]
        .filter((part) => part !== '')
        .join(' · '),
    ],
    run.earlier,
    ['<sub>Promptgate</sub>', marker],
  );
}

function wordFar(far: HowFar | undefined): string {
  if (far === undefined) return 'no reply yet';
  const { state, elapsedMs } = far;
  if (state.done >= state.planned) return `${showNumberOf(state.done, 'call')} answered so far`;
  const made = state.done - state.kept;
  const leftMs = made > 0 && elapsedMs > 0 ? ((state.planned - state.done) * elapsedMs) / made : undefined;
  const planned = `${state.done} of about ${showNumberOf(state.planned, 'call')}`;
  return leftMs === undefined ? planned : `${planned}, about ${roundTime(leftMs / 1000)} left`;
}

/** Whoever reads it reads it later: no more digits than that. */
function roundTime(seconds: number): string {
  if (seconds < 90) return `${Math.max(5, Math.ceil(seconds / 5) * 5)} s`;
  return `${Math.round(seconds / 60)} min`;
}

/** What the comment told before, so that nobody who looks in between misses that it broke. */
function wordBefore(earlier: EarlierVerdict | undefined): string {
  if (earlier === undefined) return '';
  const at = escapeName(earlier.head.slice(0, 7));
  return earlier.line === undefined
    ? `Before, at ${at}: ${earlier.verdict}.`
    : `Before, at ${at}: ${earlier.line.replaceAll('\n', ' ')}`;
}

/** The earlier comment stands folded below, whole or not at all. */
function laidOut(parts: readonly string[], earlier: EarlierVerdict | undefined, last: readonly string[]): string {
  const joined = (folded: readonly string[]): string =>
    [...parts, ...folded, ...last].filter((part) => part !== '').join('\n\n');
  if (earlier?.text === undefined) return joined([]);
  const title = `<details><summary>${toSummary(say`What stood here on ${earlier.head.slice(0, 7)}`)}</summary>`;
  const whole = joined([title, earlier.text, '</details>']);
  return whole.length > commentLimit ? joined([]) : whole;
}

/** Most characters GitHub takes in a comment. Counted here in UTF-16 units, which are never fewer than its characters. */
export const commentLimit = 65_536;

/**
 * The pull request's comment: the verdict, the evidence, what to do next, folded sections, and the hidden `marker` as its last line.
 * At most `commentLimit` long; no text from outside can mention, link, load an image or end its block.
 */
export function writeComment(report: Report, marker: string): string {
  return reportMarkdown(report, marker, [], {
    length: commentLimit,
    measure: (text) => text.length,
    rows: 40,
    fence: { lines: 60, characters: 4000 },
  });
}

/** The comment's first line, without the marks of a heading: later comments quote it. */
export function writeHeading(report: Report): string {
  const { mark, line } = openingOf(report);
  return `${mark} ${toMarkdown(line)}`;
}
