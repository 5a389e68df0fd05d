import { type Baseline, baselineFrom, emptyBaseline } from './baseline.ts';
import { channelOf } from './channels.ts';
import { caseChannel, type Drift, type LayerReading, type Suspicion, servedBy } from './drift.ts';
import type { DriftLine, DriftRun } from './drift-line.ts';
import { type ChangePoint, findChange } from './find-change.ts';
import { driftLeft } from './is-over.ts';
import { fewestRuns, readAdmitted, readCases, readChannels, suspicionsOf, type Watched } from './read-layers.ts';
import { readSuite, restingSums, type SuiteReading } from './watch-suite.ts';

/** Where a prompt on a model stands after its latest run. */
export type RowState = {
  readonly verdict: 'baseline' | 'steady' | 'drifted';
  readonly latest: DriftRun;
  readonly layers: readonly LayerReading[];
  readonly suspected: readonly Suspicion[];
  readonly drift?: Drift;
  /** A drift that the latest run ended. */
  readonly ended?: Drift;
  /** How the last drift of this exam ended, in whichever run. */
  readonly settled?: 'over' | 'accepted';
  /** Judged checks fell, and by no more than a judge that moved explains. */
  readonly unsure?: true;
  readonly baseline: Baseline;
  /** All of the row that can be compared, the latest last. */
  readonly runs: readonly DriftRun[];
  /** Those that made the baseline. */
  readonly usual: readonly DriftRun[];
};

/** What the lines until now make of a row, without what is told of it. */
export type RowHistory = Watched & {
  readonly runs: readonly DriftRun[];
  readonly usual: readonly DriftRun[];
  readonly readings: readonly LayerReading[];
  readonly suspected: readonly Suspicion[];
  readonly drift?: Drift;
  readonly ended?: Drift;
  readonly settled?: 'over' | 'accepted';
};

/** Of a row without a run. */
export const emptyRow: RowHistory = {
  runs: [],
  usual: [],
  baseline: emptyBaseline,
  sums: new Map(),
  evidence: new Map(),
  readings: [],
  suspected: [],
};

/**
 * Reads the history of one prompt on one model, in order of time (STATISTICS §7). Nothing is kept beside the lines: whoever reads
 * them comes to the same.
 * @param lines of one prompt, model and judge; a line that cannot be read has been left out
 * @returns undefined without a run
 */
export function followRow(lines: readonly DriftLine[]): RowState | undefined {
  return stateOf(lines.reduce(follow, emptyRow));
}

/** Undefined without a run. */
export function stateOf(held: RowHistory): RowState | undefined {
  const latest = held.runs.at(-1);
  if (latest === undefined) return undefined;
  const { drift, ended, settled, readings, suspected, baseline, usual, runs } = held;
  return {
    verdict: drift !== undefined ? 'drifted' : runs.length <= fewestRuns.share ? 'baseline' : 'steady',
    latest,
    layers: readings,
    suspected,
    ...(drift === undefined ? {} : { drift }),
    ...(ended === undefined ? {} : { ended }),
    ...(drift !== undefined || settled === undefined ? {} : { settled }),
    baseline,
    runs,
    usual,
  };
}

/** The history with one line more. */
export function follow(held: RowHistory, line: DriftLine): RowHistory {
  switch (line.kind) {
    case 'run':
      return addRun(held, line);
    case 'confirmation':
      return line.confirmed ? begin(held, line.layer, line.cases) : rest(held, line.layer);
    case 'canary':
    case 'search':
    case 'anchor':
      return held;
    case 'accepted':
      return {
        ...emptyRow,
        runs: held.runs.slice(-1),
        usual: held.runs.slice(-1),
        baseline: baselineFrom(held.runs.slice(-1)),
        settled: 'accepted',
      };
  }
}

function addRun(before: RowHistory, run: DriftRun): RowHistory {
  const { ended: _, ...held } = before;
  const judged = held.runs.at(-1);
  if (judged !== undefined && !isSameExam(held.baseline, run)) return addRun(emptyRow, run);
  const { sums, readings } = readChannels(held, run);
  const { evidence, reading } = readCases(held, run);
  const admitted = readAdmitted(held.usual.at(-1), run);
  const runs = [...held.runs, run];
  const suspected = isOpen(held.drift) ? suspicionsOf(readings, reading, { sums, evidence }, run) : [];
  const next: RowHistory = {
    ...held,
    runs,
    sums,
    evidence,
    readings: [...admitted, ...readings, ...(reading === undefined ? [] : [reading])],
    suspected: suspected.map((one) => withSince(one, runs)),
  };
  const told = admitted.filter(({ alarm }) => alarm);
  const at = held.runs.length;
  const since = { at, from: at, to: at };
  if (held.drift !== undefined) {
    const known = held.drift.found.map(({ layer }) => layer);
    const more = told.filter(({ layer }) => !known.includes(layer)).map(({ layer }) => ({ layer, cases: [], since }));
    return goOn(next, { ...held.drift, found: [...held.drift.found, ...more] }, run);
  }
  if (told.length > 0) {
    const found = told.map(({ layer }) => ({ layer, cases: [] }));
    return { ...next, drift: { since, runs: next.runs, found, servedBefore: servedBy(held.usual.at(-1)) } };
  }
  return { ...next, usual: [...held.usual, run], baseline: held.baseline.with(run) };
}

/** Its begin is looked for where someone asks: most runs of a long history are read for what comes after them. */
function withSince(one: Omit<Suspicion, 'since'>, runs: readonly DriftRun[]): Suspicion {
  let known: ChangePoint | undefined;
  return {
    ...one,
    get since() {
      known ??= changeOf(runs, one.channel, one.cases);
      return known;
    },
  };
}

/** The prompt, the judge or most of the cases are others than those of the baseline: nothing that came before can be compared. */
function isSameExam(baseline: Baseline, { cases }: DriftRun): boolean {
  const known = cases.filter(baseline.knows);
  return cases.length === 0 || 2 * known.length >= cases.length;
}

/** While nothing is known but what the service admits, the golden cases go on telling whether it is worse. */
function isOpen(drift: Drift | undefined): boolean {
  return drift === undefined || drift.found.every(({ layer }) => layer !== 'cases');
}

/** A drift that is told already: it is over, or goes on in what of it still stands. */
function goOn(held: RowHistory, drift: Drift, run: DriftRun): RowHistory {
  const { drift: _, ...without } = held;
  const left = driftLeft(drift, held.usual, held.runs);
  const anew = { sums: new Map(), evidence: new Map() };
  if (left !== undefined) return { ...held, ...(left.found.length < drift.found.length ? anew : {}), drift: left };
  return {
    ...without,
    ...anew,
    usual: [...held.usual, run],
    baseline: held.baseline.with(run),
    suspected: [],
    ended: { ...drift, runs: held.runs },
    settled: 'over',
  };
}

/** Fresh replies confirmed an alarm of the latest run: the drift began where the readings say, and the usual is what came before. */
function begin(held: RowHistory, layer: string, cases: readonly string[]): RowHistory {
  const [channel = '', way] = layer.split('/');
  const towards = way === 'higher' ? 1 : -1;
  const found = [{ layer: 'cases' as const, channel, towards, cases } as const];
  const since = changeOf(held.runs, channel, cases);
  if (held.drift !== undefined) {
    const { recovered: _, ...drift } = held.drift;
    const parts = found.map((part) => ({ ...part, since: since.at < drift.since.at ? drift.since : since }));
    return { ...held, drift: { ...drift, found: [...drift.found, ...parts] } };
  }
  const from = held.runs[since.at]?.at ?? '';
  const usual = held.usual.filter(({ at }) => at < from);
  return {
    ...held,
    suspected: [],
    usual,
    baseline: baselineFrom(usual),
    drift: { since, runs: held.runs, found, servedBefore: servedBy(usual.at(-1)) },
  };
}

/** Fresh replies did not: the statistic begins anew, and nobody is told. */
function rest(held: RowHistory, layer: string): RowHistory {
  const [channel = ''] = layer.split('/');
  const suspected = held.suspected.filter((one) => one.channel !== channel);
  if (channel === 'case') return { ...held, suspected, evidence: new Map() };
  const before = held.sums.get(channel) ?? restingSums;
  return { ...held, suspected, sums: new Map(held.sums).set(channel, { ...before, lower: 0, higher: 0 }) };
}

/** The run from which a channel, of all cases or some, stands elsewhere. Each run is held to all that came before. */
function changeOf(runs: readonly DriftRun[], channel: string, cases: readonly string[]): ChangePoint {
  const last = runs.length - 1;
  const name = channel === 'case' ? caseChannel(runs[last]) : channel;
  const about = channelOf(name);
  let baseline = emptyBaseline;
  const levels: { readonly at: number; readonly reading: SuiteReading }[] = [];
  for (const [at, run] of runs.entries()) {
    const part = cases.length === 0 ? run : { ...run, cases: run.cases.filter(({ id }) => cases.includes(id)) };
    const reading = about === undefined ? undefined : readSuite(part, name, about, baseline);
    if (reading !== undefined) levels.push({ at, reading });
    baseline = baseline.with(part);
  }
  if (levels.length === 0) return { at: last, from: last, to: last };
  const found = findChange(
    levels.map(({ reading: { change, z } }) => ({ change, variance: z === 0 ? 1 : (change / z) ** 2 })),
  );
  const runOf = (index: number): number => levels[index]?.at ?? last;
  return { at: runOf(found.at), from: runOf(found.from), to: runOf(found.to) };
}
