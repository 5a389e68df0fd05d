import type { Baseline } from './baseline.ts';
import { channelOf } from './channels.ts';
import { caseChannel, type LayerReading, type Suspicion, servedBy } from './drift.ts';
import type { DriftRun } from './drift-line.ts';
import { addEvidence, type CaseEvidence, casesAlarmAt, meanEvidence, noEvidence } from './watch-case.ts';
import { addReading, alarmAt, readSuite, restingSums, type SuiteSums, sumOf } from './watch-suite.ts';

/** Earlier runs without which nothing is compared; channels whose scatter is not bounded need more. */
export const fewestRuns = { share: 3, grade: 3, size: 6 } as const;
/** Share of unchanged requests that count other tokens, from which it is the service that changed. */
const recounted = 0.5;

/** What a run is held to: the usual, and where the statistics stand after the run before it. */
export type Watched = {
  readonly baseline: Baseline;
  readonly sums: ReadonlyMap<string, SuiteSums>;
  readonly evidence: ReadonlyMap<string, CaseEvidence>;
};

/** The suite's statistics after a run, a channel each. */
export function readChannels(
  held: Watched,
  run: DriftRun,
): { readonly sums: Watched['sums']; readonly readings: readonly LayerReading[] } {
  const sums = new Map(held.sums);
  const readings: LayerReading[] = [];
  for (const name of new Set(run.cases.flatMap(({ values }) => Object.keys(values)))) {
    const channel = channelOf(name);
    if (channel === undefined || held.baseline.runs < fewestRuns[channel.scale]) continue;
    const reading = readSuite(run, name, channel, held.baseline);
    if (reading === undefined) continue;
    const after = addReading(held.sums.get(name) ?? restingSums, reading);
    sums.set(name, after);
    const [statistic, limit] = [sumOf(after, channel), name === 'score' ? alarmAt.score : alarmAt.other];
    readings.push({ layer: 'cases', channel: name, statistic, limit, alarm: statistic >= limit });
  }
  return { sums, readings };
}

/** Every case's own evidence after a run, and what all of it comes to. */
export function readCases(
  held: Watched,
  run: DriftRun,
): { readonly evidence: Watched['evidence']; readonly reading?: LayerReading } {
  const channel = caseChannel(run);
  if (held.baseline.runs < fewestRuns.share) return { evidence: held.evidence };
  const evidence = new Map(
    run.cases.flatMap((one): readonly (readonly [string, CaseEvidence])[] => {
      const [usual, values] = [held.baseline.of(one, channel), one.values[channel] ?? []];
      if (usual === undefined || values.length === 0) return [];
      return [[one.key, addEvidence(held.evidence.get(one.key) ?? noEvidence, values, usual)]];
    }),
  );
  if (evidence.size === 0) return { evidence };
  const statistic = [...evidence.values()].reduce((sum, one) => sum + meanEvidence(one), 0) / evidence.size;
  const reading = {
    layer: 'cases',
    channel: 'case',
    statistic,
    limit: casesAlarmAt,
    alarm: statistic >= casesAlarmAt,
  } as const;
  return { evidence, reading };
}

/** What the service itself says has changed: nothing of it is chance. */
export function readAdmitted(before: DriftRun | undefined, run: DriftRun): readonly LayerReading[] {
  if (before === undefined) return [];
  const [was, is] = [servedBy(before), servedBy(run)];
  const others = run.served.filter(({ model }) => !was.includes(model)).reduce((sum, { replies }) => sum + replies, 0);
  const all = run.served.reduce((sum, { replies }) => sum + replies, 0);
  const same = run.cases.flatMap((one, at): readonly boolean[] => {
    // Nearly always it stands where it stood.
    const there = before.cases[at];
    const earlier = there?.key === one.key ? there : before.cases.find(({ key }) => key === one.key);
    return one.input === undefined || earlier?.input === undefined ? [] : [one.input !== earlier.input];
  });
  const counted = same.filter(Boolean).length / Math.max(1, same.length);
  return [
    ...(is.length === 0 || was.length === 0
      ? []
      : [{ layer: 'served' as const, statistic: others / all, limit: 0.5, alarm: others / all > 0.5 }]),
    ...(same.length === 0
      ? []
      : [{ layer: 'tokens' as const, statistic: counted, limit: recounted, alarm: counted > recounted }]),
  ];
}

/** What of the alarms fresh replies are to look at. */
export function suspicionsOf(
  readings: readonly LayerReading[],
  cases: LayerReading | undefined,
  { sums, evidence }: Omit<Watched, 'baseline'>,
  run: DriftRun,
): readonly Omit<Suspicion, 'since'>[] {
  const isScore = ({ channel, alarm }: LayerReading): boolean => channel === 'score' && alarm;
  // Fresh replies are asked of all cases: what made the alarm, the suite or a case, is looked at in both ways.
  const isMain = cases?.alarm === true || readings.some(isScore);
  const suites = readings.flatMap(({ channel = '', alarm }): readonly Omit<Suspicion, 'since'>[] => {
    if (!(channel === 'score' ? isMain : alarm)) return [];
    const { lower, higher } = sums.get(channel) ?? restingSums;
    const worse = channelOf(channel)?.worse;
    const towards = worse === 'higher' || (worse === 'either' && higher > lower) ? 1 : -1;
    return [{ channel, towards, isSuite: true, cases: [] }];
  });
  if (!isMain) return suites;
  const least = casesAlarmAt / 10;
  const strong = [...evidence].filter(([, one]) => meanEvidence(one) >= least);
  const keys = strong.toSorted(([, a], [, b]) => meanEvidence(b) - meanEvidence(a)).map(([key]) => key);
  const ids = keys.flatMap((key) => run.cases.find((one) => one.key === key)?.id ?? []);
  if (ids.length === 0) return suites;
  return [...suites, { channel: 'case', towards: -1, isSuite: false, cases: ids.slice(0, 20) }];
}
