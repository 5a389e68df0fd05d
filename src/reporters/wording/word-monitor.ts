import {
  type ComparedMetric,
  type ComparedScope,
  type CostCause,
  comparedShares,
  type DeclaredTraffic,
  type MonitorChange,
} from '../../core/monitor/monitor-comparison.ts';
import type { MonitorReport } from '../../core/monitor/monitor-report.ts';
import { isUntested, type Moved, movedOf, untestedOf } from '../../core/monitor/moved.ts';
import { moneyOfGrowth, showCount, showDuration, showMoney, showPercent, showPoints } from '../show-quantity.ts';
import { list, own, type Phrase, say } from './say.ts';
import { wordCauses } from './word-cost.ts';

const metricNames: Readonly<Record<ComparedMetric, string>> = {
  usdPerCall: 'The cost of a call',
  calls: 'Calls a day',
  tokensIn: 'Tokens in',
  tokensOut: 'Tokens out',
  replyCharacters: 'The length of replies',
  p50: 'Latency (p50)',
  p95: 'Latency (p95)',
  errors: 'Failed calls',
  refusals: 'Refused calls',
  truncated: 'Replies cut off',
};

/** What the last days are beside those before: a sentence for all that moved, and for traffic that is not as declared. */
export function wordComparison(report: Pick<MonitorReport, 'comparison' | 'traffic'>): readonly Phrase[] {
  const { comparison, traffic } = report;
  const declared = traffic.filter(({ is }) => is !== null).map(wordTraffic);
  if (comparison === null) {
    return [own('Nothing is compared: none of the last days has the same weekday in an earlier week.'), ...declared];
  }
  const moved = movedOf(report).map(wordMoved);
  const untested = wordUntested(report);
  const against = wordDaysCompared(comparison);
  if (moved.length > 0) return [own(`Changes beyond chance, ${against}:`), ...moved, ...untested, ...declared];
  return isUntested(report)
    ? [own(`It is unknown whether anything got worse, ${against}: too few days or calls.`), ...declared]
    : [own(`No change beyond chance: ${against}.`), ...untested, ...declared];
}

/** `2026-11-22 to 2026-11-28 compared with 21 earlier days (same weekdays)` */
export function wordDaysCompared({ days, against }: NonNullable<MonitorReport['comparison']>): string {
  const [first, last] = [days[0], days.at(-1)];
  const judged = first === last ? `${last}` : `${first} to ${last}`;
  return `${judged} compared with ${against.length === 1 ? 'one earlier day (same weekday)' : `${against.length} earlier days (same weekdays)`}`;
}

/** `Not tested (too few days or calls): the cost of a call.` */
function wordUntested(report: Pick<MonitorReport, 'comparison'>): readonly Phrase[] {
  const names = untestedOf(report).map((metric) =>
    own(metricNames[metric].replace(/^[A-Z]/u, (first) => first.toLowerCase())),
  );
  return names.length === 0 ? [] : [say`Not tested (too few days or calls): ${list(names, ', ', ' and ')}.`];
}

/** `The cost of a call rose by 48% in segment pro`: what a reader needs if it is all that is read. */
export function wordMovedBriefly({ scope, metric, change }: Moved): Phrase {
  const isShared = isShareOf(metric);
  const by =
    change.change === null ? '' : ` by ${isShared ? showPoints(change.change) : showPercent(Math.abs(change.change))}`;
  return say`${own(`${metricNames[metric]} ${change.moved ?? 'moved'}${by}`)}${wordScope(scope)}`;
}

/** What is compared, as the start of a sentence. */
export function nameOfMetric(metric: ComparedMetric): string {
  return metricNames[metric];
}

/** `The cost of a call rose by 48% in segment pro since 2026-11-26, from $0.0012 to $0.0018: replies are 1.6 × longer.` */
export function wordMoved(moved: Moved): Phrase {
  const { scope, metric, change } = moved;
  const by = own(`${metricNames[metric]} ${change.moved ?? 'moved'} ${wordBy(metric, change)}`);
  return say`${by}${wordScope(scope)} ${wordMovedWhy(moved)}`;
}

/** `since 2026-11-26, from $0.0012 to $0.0018: replies are 1.6 × longer.` */
export function wordMovedWhy({ scope, metric, change: { since, before, now } }: Moved): Phrase {
  const from = own(before === null || now === null ? '' : `, from ${showStep(metric, before, now).join(' to ')}`);
  const why = metric === 'usdPerCall' && scope.cause !== undefined ? wordCause(scope.cause) : [];
  return say`since ${own(since ?? 'the days before')}${from}${why}.`;
}

/** `by 48% (30% to 66%)`. */
function wordBy(metric: ComparedMetric, { change, low, high }: MonitorChange): string {
  const isShare = isShareOf(metric);
  const shown = (value: number): string => (isShare ? showPoints(value) : showPercent(Math.abs(value)));
  if (low === null || high === null || !Number.isFinite(high)) return `by ${shown(change ?? 0)}`;
  const [least, most] = Math.abs(low) <= Math.abs(high) ? [low, high] : [high, low];
  return `by ${shown(change ?? 0)} (${shown(least)} to ${shown(most)})`;
}

/** A value before and now, with the decimals of money that its growth takes: `$0.000138` and `$0.000156` are 13 % apart, `$0.00014` and `$0.00016` are not. */
function showStep(metric: ComparedMetric, before: number, now: number): readonly string[] {
  if (metric === 'usdPerCall' && before > 0 && now > 0) return moneyOfGrowth(before, now);
  return [showValue(metric, before), showValue(metric, now)];
}

export function showValue(metric: ComparedMetric, value: number): string {
  if (metric === 'usdPerCall') return showMoney(value);
  if (metric === 'p50' || metric === 'p95') return showDuration(value);
  if (isShareOf(metric)) return `${(value * 100).toFixed(1)}%`;
  return showCount(Math.round(value));
}

/** ` in segment pro on gpt-5.6-luna for prompt support`; nothing of all calls. */
export function wordScope({
  by,
  others,
  ...names
}: Pick<ComparedScope, 'by' | 'others' | 'segment' | 'model' | 'prompt'>): Phrase {
  const words = { segment: ' in segment ', model: ' on ', prompt: ' for ' } as const;
  return by.flatMap((name): Phrase => {
    if (others.includes(name)) return own(`${words[name]}others`);
    const value = names[name];
    return value === null ? (name === 'segment' ? own(' without a segment') : []) : say`${own(words[name])}${value}`;
  });
}

/** Factors this near to 1 are told by none. */
const matters = 0.03;

/** `: replies are 1.6 × longer, m-2 answers now and m-1 before`. */
function wordCause(cause: CostCause): Phrase {
  const { mix, served, factors, tokens, length } = cause;
  const parts = wordCauses({ tokens, length, ...(factors === undefined ? {} : { factors }) });
  const dearer = mix > 1 ? 'more expensive' : 'cheaper';
  const reasons: Phrase[] = [
    ...(Math.abs(Math.log(mix)) < matters
      ? []
      : [own(`more calls go to ${dearer} segments, models or prompts (${mix.toFixed(2)} ×)`)]),
    ...(parts === '' ? [] : [own(parts)]),
    ...(served.old === null || served.new === null || served.old === served.new
      ? []
      : [say`${served.new} answers now, ${served.old} did before`]),
  ];
  return reasons.length === 0 ? [] : [...own(': '), ...list(reasons, ', ', ', ')];
}

/** `Segment pro has 609 calls a month, fewer than the 3,000 that the config declares: $1.20 a month and not $6.00.` */
function wordTraffic({ segment, declared, seen, is, usd }: DeclaredTraffic): Phrase {
  const cost =
    usd.seen === null || usd.declared === null
      ? ''
      : `: ${showMoney(usd.seen)} a month instead of ${showMoney(usd.declared)}`;
  const told = `${showCount(Math.round(seen ?? 0))} calls a month, ${is === 'more' ? 'more' : 'fewer'} than the ${showCount(Math.round(declared))} that the config declares${cost}.`;
  return say`Segment ${segment} has ${own(told)}`;
}

function isShareOf(metric: ComparedMetric): boolean {
  return (comparedShares as readonly ComparedMetric[]).includes(metric);
}
