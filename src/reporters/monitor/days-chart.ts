import { type ComparedMetric, comparedShares } from '../../core/monitor/monitor-comparison.ts';
import type { Moved } from '../../core/monitor/moved.ts';
import type { ScopeSeries, SeriesDay } from '../../core/monitor/scope-series.ts';
import { lineChart } from '../html/line-chart.ts';
import type { Content, Markup } from '../html/markup.ts';
import { showDay } from '../wording/show-day.ts';
import { showValue } from '../wording/word-monitor.ts';

const millisecondsADay = 86_400_000;

/** What is drawn of a day; `null` where nothing says it. */
const readings: Readonly<Record<ComparedMetric, (day: SeriesDay) => number | null>> = {
  usdPerCall: ({ usdPerCall }) => usdPerCall,
  calls: ({ calls }) => calls,
  tokensIn: ({ tokensIn }) => tokensIn,
  tokensOut: ({ tokensOut }) => tokensOut,
  replyCharacters: ({ replyCharacters }) => replyCharacters,
  p50: ({ p50 }) => p50,
  p95: ({ p95 }) => p95,
  errors: ({ errors, calls }) => share(errors, calls),
  refusals: ({ refusals, calls }) => share(refusals, calls),
  truncated: ({ truncated, calls }) => share(truncated, calls),
};

const isShare: ReadonlySet<ComparedMetric> = new Set<ComparedMetric>(comparedShares);

function share(part: number, calls: number): number | null {
  return calls === 0 ? null : part / calls;
}

/** A metric of a scope from day to day. Empty where it is not known of two days. */
export function daysChart(
  series: ScopeSeries,
  metric: ComparedMetric,
  {
    title,
    key,
    size = 'small',
    moved,
  }: { readonly title: Content; readonly key: Content; readonly size?: 'small' | 'wide'; readonly moved?: Moved },
): Markup {
  const days = everyDay(series.days);
  const values = days.map(({ of }) => (of === undefined ? null : readings[metric](of)));
  const known = values.flatMap((value) => value ?? []);
  const [first, last] = [days[0]?.day ?? '', days.at(-1)?.day ?? ''];
  const since = moved === undefined ? -1 : days.findIndex(({ day }) => day === moved.change.since);
  const [before, now] = [known[0] ?? 0, known.at(-1) ?? 0];
  const isWorse = moved?.change.moved === 'rose' && metric !== 'calls';
  return lineChart({
    title,
    key,
    says: `By day from ${showDay(first)} to ${showDay(last)}: from ${showValue(metric, before)} to ${showValue(metric, now)}, at most ${showValue(metric, Math.max(0, ...known))}${since === -1 ? '' : `; different since ${showDay(moved?.change.since ?? '')}`}.`,
    values,
    ends: [showDay(first), showDay(last)],
    show: (value) => showValue(metric, value),
    // Of nothing at all, the axis is no wider than what one would look at.
    span: [0, isShare.has(metric) ? 0.05 : 0],
    size,
    ...(since === -1
      ? {}
      : { since: { at: since, from: since, to: since, text: `since ${showDay(days[since]?.day ?? '')}`, isWorse } }),
  });
}

/** Days without a call stand among the others, so that a week is as long as another. */
function everyDay(days: ScopeSeries['days']): readonly { readonly day: string; readonly of?: SeriesDay }[] {
  const [first, last] = [numberOf(days[0]?.day), numberOf(days.at(-1)?.day)];
  if (first === undefined || last === undefined || last < first || last - first > mostDays)
    return days.map((of) => ({ day: of.day, of }));
  const held = new Map(days.map((of) => [of.day, of] as const));
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const day = new Date((first + at) * millisecondsADay).toISOString().slice(0, 10);
    const of = held.get(day);
    return { day, ...(of === undefined ? {} : { of }) };
  });
}

/** Gaps of months are told by the ends of the line. */
const mostDays = 200;

function numberOf(day: string | undefined): number | undefined {
  const time = Date.parse(day ?? '');
  return Number.isNaN(time) ? undefined : Math.round(time / millisecondsADay);
}
