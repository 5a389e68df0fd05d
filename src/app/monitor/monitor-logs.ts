import type { RuleDays } from '../../core/alerts/judge-rules.ts';
import { watchedBy } from '../../core/alerts/watched-scopes.ts';
import type { OpenLogDatabase } from '../../core/logs/log-database.ts';
import { faultsOfLogs, type LogTally, mostFaults } from '../../core/logs/log-tally.ts';
import type { CostOf } from '../../core/money/prices.ts';
import { CallGroups, type DayNumber, groupLimits } from '../../core/monitor/call-groups.ts';
import { compareDays } from '../../core/monitor/compare-days.ts';
import { compareTraffic } from '../../core/monitor/compare-traffic.ts';
import type { ListPrice } from '../../core/monitor/explain-cost.ts';
import type { MonitorReport } from '../../core/monitor/monitor-report.ts';
import { comparedBy, isCompared, scopesOf } from '../../core/monitor/scope-days.ts';
import { seriesOf } from '../../core/monitor/scope-series.ts';
import { standingDays } from '../../core/monitor/standing-days.ts';
import type { LogFile } from '../../core/ports.ts';
import { type Problem, ProblemError } from '../../core/problem.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { logFormats } from '../../formats/logs/index.ts';
import { readLogs } from '../logs/read-logs.ts';
import { countCall } from './count-call.ts';
import { type DaysKept, dayOf, isoDate, keepDays, type MonitorHistory } from './keep-days.ts';
import type { Observer } from './observe-calls.ts';
import { listPrice, priceCalls } from './price-calls.ts';

export type MonitorPorts = {
  readonly tool: MonitorReport['tool'];
  readonly openLogs: (named: readonly string[]) => Promise<readonly LogFile[]>;
  readonly loadPrices: (settings: Settings) => Promise<CostOf>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Bytes of a text as UTF-8. */
  readonly bytesOf: (text: string) => number;
  /** Where sums of earlier days are kept. */
  readonly history?: MonitorHistory;
  /** Reads the logs and sums their calls in the place of `openLogs`; no call of them is seen by itself. */
  readonly openDatabase?: OpenLogDatabase;
};

/** What logs tell, before any rule is judged, and the days that rules are judged by. */
export type MonitorResult = { readonly report: MonitorReport; readonly days: Omit<RuleDays, 'quality'> };

/**
 * What logs of calls tell, by day, segment, model and prompt. Memory does not grow with the logs.
 * @param observer shown every call; absent: no model is asked
 * @throws ProblemError where a log cannot be read, or more than 5 % of all records are broken
 */
export async function monitorLogs(
  named: readonly string[],
  settings: Settings,
  { tool, openLogs, loadPrices, now, bytesOf, history, openDatabase }: MonitorPorts,
  observer?: Observer,
): Promise<MonitorResult> {
  const prices = await loadPrices(settings);
  const started = now();
  const groups = new CallGroups(groupLimits, { now: started, declared: settings.segments.keys() });
  const costOf = priceCalls(prices);
  const readSingly = (files: readonly LogFile[]) => countCalls(files, settings, { bytesOf, costOf, groups, observer });
  const { tallies, bytes } =
    openDatabase === undefined
      ? await readSingly(await openLogs(named))
      : await (await import('./sum-in-sql.ts')).sumInSql(named, settings, {
          ...{ openDatabase, costOf, groups },
          readSingly: async (files) => (await readSingly(files)).tallies,
        });
  const titles = logFormats.map(({ title }) => title);
  const faults = faultsOfLogs(tallies, titles);
  const [first, ...others] = faults.length > 0 ? faults : nothingRead(tallies, named);
  if (first !== undefined) throw new ProblemError(first, ...others);
  const kept = await keepDays(groups.scopeDaysBy([...comparedBy, ...watchedBy(settings.alertRules)]), history, {
    today: dayOf(started),
    declared: new Set(settings.segments.keys()),
  });
  const result = reportOf(groups, tallies, {
    ...{ tool, bytes, settings, days: kept, priceOf: listPrice(prices) },
    today: dayOf(started),
  });
  return observer === undefined
    ? result
    : { ...result, report: { ...result.report, observed: await observer.observe() } };
}

type Counting = Pick<MonitorPorts, 'bytesOf'> & {
  readonly costOf: CostOf;
  readonly groups: CallGroups;
  readonly observer: Observer | undefined;
};

/** Reads the logs call by call. */
async function countCalls(
  files: readonly LogFile[],
  { logFields }: Settings,
  { bytesOf, costOf, groups, observer }: Counting,
): Promise<{ readonly tallies: readonly LogTally[]; readonly bytes: number }> {
  let bytes = 0;
  const weighed = files.map(({ name, text }): LogFile => {
    const pieces = async function* (): AsyncGenerator<string> {
      for await (const piece of text()) {
        bytes += bytesOf(piece);
        yield piece;
      }
    };
    return { name, text: pieces };
  });
  const tallies = await readLogs(weighed, logFields, (call) => {
    const names = { segment: call.segment, model: call.asked ?? call.served, prompt: call.prompt?.name };
    const counted = countCall(call, costOf);
    observer?.offer(call, counted);
    groups.add(call.time, names, counted);
  });
  return { tallies, bytes };
}

/** Logs without a single call would end as if all were well. */
function nothingRead(tallies: readonly LogTally[], named: readonly string[]): readonly Problem[] {
  if (tallies.some(({ calls }) => calls > 0)) return [];
  const read = tallies.length === 0 ? 'no file was found' : 'the files that were read hold none';
  return [
    {
      reason: 'files',
      what: `There is no call of a model in the logs: ${read}.`,
      at: { file: named[0] ?? '-' },
      fix: 'Name logs that hold calls, or the fields of your own records under `logs` in the config.',
    },
  ];
}

type Around = {
  readonly bytes: number;
  readonly settings: Settings;
  readonly priceOf: ListPrice;
  readonly days: DaysKept;
  /** The run's own day. */
  readonly today: DayNumber;
};

function reportOf(
  groups: CallGroups,
  tallies: readonly LogTally[],
  { tool, bytes, settings, priceOf, days: known, today }: Pick<MonitorReport, 'tool'> & Around,
): MonitorResult {
  const { days } = groups;
  const read = days.flatMap(({ day }) => (day === undefined ? [] : [day]));
  const unsettled = scopesOf(known.all);
  const [whole] = unsettled;
  const calls = new Map([...(whole?.days ?? [])].map(([day, tally]) => [day, tally.calls] as const));
  const standing = new Set(standingDays(calls, today));
  const scopes = unsettled.map((scope) => ({
    ...scope,
    days: new Map([...scope.days].filter(([day]) => standing.has(day))),
  }));
  const logged = read.filter((day) => standing.has(day));
  const last = logged.at(-1);
  const partial = last !== undefined && groups.isPartial(last) ? last : undefined;
  const declared = new Set(settings.segments.keys());
  const sum = (of: 'records' | 'broken') => tallies.reduce((total, tally) => total + tally[of], 0);
  const compared = scopes.filter(isCompared);
  const comparison = compareDays({ scopes: compared, logged, partial, declared, priceOf, dateOf: isoDate });
  const report: MonitorReport = {
    version: 1,
    tool,
    from: dateOf(read[0]),
    to: dateOf(read.at(-1)),
    read: {
      lines: sum('records'),
      broken: sum('broken'),
      ahead: groups.callsAhead,
      outlying: read.filter((day) => !standing.has(day)).map(isoDate),
      bytes,
      files: tallies.length,
      formats: [...new Set(tallies.flatMap(({ format }) => (format === undefined ? [] : [format])))].toSorted(),
    },
    broken: tallies
      .flatMap(({ faults }) => faults)
      .slice(0, mostFaults)
      .map(({ what, at }) => ({ what, ...(at === undefined ? {} : { at }) })),
    limits: { ...groupLimits, callsOfOthers: groups.callsOfOthers },
    all: groups.all,
    days: days.map(({ day, tally }) => ({ day: dateOf(day), ...tally })),
    totals: groups.totals.map(({ names, tally }) => ({ ...names, ...tally })),
    groups: groups.groups.map(({ day, names, tally }) => ({ day: dateOf(day), ...names, ...tally })),
    series: seriesOf(compared, { comparison }, isoDate),
    comparison,
    ...(known.history === undefined ? {} : { history: known.history }),
    traffic: compareTraffic(compared, { logged, partial, segments: settings.segments }),
    alerts: [],
  };
  return { report, days: { scopes, logged, partial, dateOf: isoDate } };
}

function dateOf(day: DayNumber | undefined): string | null {
  return day === undefined ? null : isoDate(day);
}
