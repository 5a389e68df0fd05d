import { type CanarySums, distanceBetween, sumReplies } from './canary-distance.ts';
import type { CanaryLine, DriftLine } from './drift-line.ts';
import { type CanaryReply, type CanaryStratum, testCanary } from './test-canary.ts';

/** Earlier runs without which nothing is compared, and those that a reference grows by. */
const fewestRuns = 8;
const mostRuns = 30;
/**
 * Runs in a row that are off the reference, by how much (normal quantiles) each, and what the latest one's test may come to. Days and
 * hardware move replies a little: no test within a run can know of that, so that runs are held to how far runs are apart. Of all three
 * together chance makes one suspicion in some 9,000 runs.
 */
const streaks = [
  { runs: 1, beyond: 4.5, p: 0.001 },
  { runs: 2, beyond: 3.3, p: 0.001 },
  { runs: 3, beyond: 2.9, p: 0.001 },
] as const;
/** A run that is as far off as this is no part of the reference before the next one is there. */
const leastBeyond = 2.3;
/** Chance of confirming a suspicion by fresh replies where nothing changed. */
export const confirmsCanaryAt = 0.01;
/** Least scatter that is reckoned with: nats, and total variation. */
const leastScatter = { logprobs: 0.01, border: 0.03 } as const;

/** Where the canary of a model stands after its latest run. */
export type CanaryState = {
  readonly verdict: 'baseline' | 'steady' | 'drifted';
  readonly latest: CanaryLine;
  /** All since the reference began, the latest last. */
  readonly runs: readonly CanaryLine[];
  readonly usual: readonly CanaryLine[];
  /** Latest runs that are off the reference, and of which it is not known yet whether they are usual. */
  readonly waiting: readonly CanaryLine[];
  /** Of the latest run, and what it would have to be over. */
  readonly distance?: number;
  readonly limit?: number;
  /** Fresh replies are to tell whether it is chance. */
  readonly suspected: boolean;
  /** Index of the run that it began at; what told it: another name, or other replies under the same one. */
  readonly since?: number;
  readonly told?: 'served' | 'replies';
  /** The same of a drift that the latest run ended. */
  readonly ended?: number;
};

/**
 * Reads the canary's lines of one model, in order of time. A run is suspected where a permutation test tells it from the reference and
 * its distance is beyond what earlier runs scatter by among themselves, which no test within a run can know.
 * @returns undefined without a run
 */
export function followCanary(lines: readonly DriftLine[]): CanaryState | undefined {
  return lines.reduce<CanaryState | undefined>(heedCanary, undefined);
}

/** The state with one line more. */
export function heedCanary(state: CanaryState | undefined, line: DriftLine): CanaryState | undefined {
  if (line.kind === 'canary') return addRun(state, line);
  if (state === undefined) return undefined;
  if (line.kind === 'accepted') return beginning(state.latest);
  if (line.kind === 'confirmation') return line.confirmed ? begin(state) : { ...state, suspected: false };
  return state;
}

function beginning(latest: CanaryLine): CanaryState {
  return { verdict: 'baseline', latest, runs: [latest], usual: [latest], waiting: [], suspected: false };
}

function addRun(before: CanaryState | undefined, line: CanaryLine): CanaryState {
  // Other inputs or another method say nothing beside the earlier ones.
  if (before === undefined || before.latest.probe !== line.probe) return beginning(line);
  const { usual } = before;
  const runs = [...before.runs, line];
  const grown = usual.length < mostRuns ? [...usual, line] : usual;
  const isOther = isOtherModel(usual.at(-1), line);
  if (before.since === undefined && isOther)
    return {
      verdict: 'drifted',
      latest: line,
      runs,
      usual,
      waiting: [],
      suspected: false,
      since: runs.length - 1,
      told: 'served',
    };
  if (before.told === 'served') {
    const { since = 0 } = before;
    const held = { latest: line, runs, waiting: [], suspected: false } as const;
    return isOther
      ? { ...held, verdict: 'drifted', usual, since, told: 'served' }
      : { ...held, verdict: usual.length < fewestRuns ? 'baseline' : 'steady', usual: grown, ended: since };
  }
  if (usual.length < fewestRuns)
    return { verdict: 'baseline', latest: line, runs, usual: grown, waiting: [], suspected: false };
  const reading = read(usual, line);
  if (reading === undefined) return { ...before, latest: line, runs, suspected: false };
  const measured = { distance: reading.distance, limit: reading.limit };
  const next = { latest: line, runs, waiting: [], ...measured };
  if (before.since !== undefined) {
    // Over once two runs in a row are as near as usual ones are: one alone may be a good day.
    const isOver = runs.slice(-2).every((run) => {
      const one = read(usual, run);
      return one !== undefined && one.distance <= limitOf(usual, leastBeyond);
    });
    if (!isOver || runs.length - 2 <= before.since)
      return { ...next, verdict: 'drifted', usual, suspected: false, since: before.since, told: 'replies' };
    return { ...next, verdict: 'steady', usual: grown, suspected: false, ended: before.since };
  }
  const streak = streakOf(usual, runs);
  // A run that is off waits: with the next one it is part of a drift, or of what is usual.
  const isOff = reading.distance > limitOf(usual, leastBeyond);
  const waiting = isOff ? [...before.waiting, line] : [];
  const settled = isOff || usual.length >= mostRuns ? usual : [...usual, ...before.waiting, line].slice(0, mostRuns);
  return { ...next, verdict: 'steady', usual: settled, waiting, suspected: streak !== undefined };
}

/** The runs in a row that make a suspicion; undefined where they make none. */
function streakOf(usual: readonly CanaryLine[], runs: readonly CanaryLine[]): (typeof streaks)[number] | undefined {
  return streaks.find(({ runs: width, beyond, p }) => {
    if (runs.length < width) return false;
    const part = runs.slice(-width);
    const limit = limitOf(usual, beyond);
    const readings = part.map((run) => read(usual, run));
    return readings.every((one) => one !== undefined && one.distance > limit) && (readings.at(-1)?.p() ?? 1) <= p;
  });
}

/** The service names another model than before for most replies; a run that names none says nothing. */
function isOtherModel(before: CanaryLine | undefined, { served: [first] }: CanaryLine): boolean {
  const was = before?.served ?? [];
  return first !== undefined && was.length > 0 && was.every(({ model }) => model !== first.model);
}

/** Fresh replies confirmed it. It began with the first of the runs in a row that are off. */
function begin(state: CanaryState): CanaryState {
  const { runs, usual: held } = state;
  const limit = limitOf(held, leastBeyond);
  let from = runs.length - 1;
  const isOff = (run: CanaryLine | undefined): boolean =>
    run !== undefined && !held.includes(run) && (read(held, run)?.distance ?? 0) > limit;
  while (from > 0 && isOff(runs[from - 1])) from--;
  return { ...state, verdict: 'drifted', suspected: false, since: from, told: 'replies' };
}

type Reading = { readonly distance: number; readonly limit: number; readonly p: () => number };

/** A run held to the reference: its distance, what that may be, and the test's p, which takes a while. */
function read(usual: readonly CanaryLine[], run: CanaryLine): Reading | undefined {
  const distance = distanceBetween(usual.map(sumsOf), sumsOf(run), run.method);
  if (distance === undefined) return undefined;
  return {
    distance,
    limit: limitOf(usual, streaks[0].beyond),
    p: () => testCanary(strataOf(usual, run), run.method) ?? 1,
  };
}

/** References grow for their first runs only: how far their runs are apart is reckoned once. */
const apartness = new WeakMap<
  readonly CanaryLine[],
  { readonly mean: number; readonly scatter: number; readonly n: number }
>();

/** How far a further run may be from the reference, by how far its own runs are, each held to the rest. @param z normal quantile */
function limitOf(usual: readonly CanaryLine[], z: number): number {
  const { mean, scatter, n } = apartness.get(usual) ?? reckon(usual);
  return mean + studentQuantile(z, Math.max(4, n - 1)) * scatter * Math.sqrt(1 + 1 / Math.max(1, n));
}

function reckon(usual: readonly CanaryLine[]) {
  const sums = usual.map(sumsOf);
  const method = usual[0]?.method ?? 'border';
  const apart = sums.flatMap((own, at) => distanceBetween(sums.toSpliced(at, 1), own, method) ?? []);
  const n = apart.length;
  const mean = apart.reduce((sum, one) => sum + one, 0) / Math.max(1, n);
  const squares = apart.reduce((sum, one) => sum + (one - mean) ** 2, 0) / Math.max(1, n - 1);
  const reckoned = { mean, scatter: Math.max(leastScatter[method], Math.sqrt(squares)), n };
  apartness.set(usual, reckoned);
  return reckoned;
}

/** Whether fresh replies tell a suspected run's model from the reference too. Undefined where none came. */
export function confirmCanary(
  { usual }: CanaryState,
  fresh: CanaryLine,
): { readonly confirmed: boolean; readonly p: number } | undefined {
  const reading = read(usual, fresh);
  if (reading === undefined) return undefined;
  const p = reading.p();
  return { confirmed: reading.distance > limitOf(usual, leastBeyond) && p <= confirmsCanaryAt, p };
}

/** Each run is added up once, however often it is held to others. */
const added = new WeakMap<CanaryLine, CanarySums>();

function sumsOf(line: CanaryLine): CanarySums {
  const known = added.get(line) ?? sumReplies(line);
  added.set(line, known);
  return known;
}

function strataOf(usual: readonly CanaryLine[], now: CanaryLine): readonly CanaryStratum[] {
  const repliesTo = (runs: readonly CanaryLine[], wanted: string): readonly CanaryReply[] =>
    runs.flatMap(({ inputs }) => inputs.find(({ input }) => input === wanted)?.replies ?? []);
  return now.inputs.map(({ input, replies }) => ({ usual: repliesTo(usual, input), now: replies }));
}

/** Student's quantile where the normal one is z, by its expansion in 1/ν (R. A. Fisher and E. A. Cornish, 1960); ν ≥ 4. */
function studentQuantile(z: number, v: number): number {
  return (
    z +
    (z ** 3 + z) / (4 * v) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * v ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * v ** 3)
  );
}
