import type { ComparedMetric } from '../../core/monitor/monitor-comparison.ts';
import type { MonitorReport } from '../../core/monitor/monitor-report.ts';
import { isWorse, type Moved, movedOf } from '../../core/monitor/moved.ts';
import type { ScopeSeries } from '../../core/monitor/scope-series.ts';
import { html, type Markup, toHtml } from '../html/markup.ts';
import { own, plain, say } from '../wording/say.ts';
import { nameOfMetric, wordMoved, wordMovedBriefly, wordScope } from '../wording/word-monitor.ts';
import { daysChart } from './days-chart.ts';
import { leadMoved } from './lead-moved.ts';

/** What moved that is drawn, and told; scopes whose days can be chosen, and those that got worse that paper shows. */
const most = { drawn: 6, told: 40, scopes: 24, printed: 3 } as const;

const drawn: readonly ComparedMetric[] = ['usdPerCall', 'calls', 'p50', 'p95', 'errors', 'refusals', 'truncated'];

/** What moved, what got worse first: each drawn by day, with the day it began; what is part of it is folded. */
export function movedSection(report: MonitorReport): Markup {
  const { led, parts } = leadMoved(report);
  if (led.length === 0) return html``;
  const charts = led.slice(0, most.drawn).map((one) => chartOf(one, report.series ?? []));
  const within = parts.slice(0, most.told);
  const folded =
    parts.length === 0
      ? ''
      : html`<details><summary>Within these, ${parts.length} more</summary>${listOf(within)}${leftOut(parts.length - within.length)}</details>`;
  return html`<section><h2>What moved</h2><div class="charts">${charts}</div>${listOf(led.slice(0, most.told))}${leftOut(led.length - most.told)}${folded}</section>
`;
}

function listOf(moved: readonly Moved[]): Markup {
  return html`<ul>${moved.map((one) => html`<li>${toHtml(wordMoved(one))}</li>`)}</ul>`;
}

function leftOut(count: number): Markup {
  return count > 0 ? html`<p class="soft">${count} more ${count === 1 ? 'is' : 'are'} in the JSON report.</p>` : html``;
}

function chartOf(moved: Moved, all: readonly ScopeSeries[]): Markup {
  const { scope, metric } = moved;
  const series = all.find((one) => sameScope(one, scope));
  if (series === undefined) return html``;
  return daysChart(series, metric, { title: html`${toHtml(wordMovedBriefly(moved))}`, key: '', moved, size: 'wide' });
}

type Names = Pick<ScopeSeries, 'by' | 'segment' | 'model' | 'prompt' | 'others'>;

function sameScope(one: Names, other: Names): boolean {
  const key = ({ by, segment, model, prompt, others }: Names) => JSON.stringify([by, segment, model, prompt, others]);
  return key(one) === key(other);
}

/**
 * Calls, cost, latency and what failed by day, of all calls or of a scope that is chosen. Choosing takes no script: the list's own state
 * says which of the blocks is seen. Where that is not understood all of them stand below each other.
 */
export function daysSection(report: MonitorReport): Markup {
  const scopes = (report.series ?? []).filter(({ days }) => days.length > 1).slice(0, most.scopes);
  if (scopes.length === 0) return html``;
  const moved = movedOf(report);
  const worse = leadMoved(report).led.filter(isWorse).slice(0, most.printed);
  const isPrinted = (one: ScopeSeries) => one.by.length === 0 || worse.some(({ scope }) => sameScope(scope, one));
  const options = scopes.map((one, at) => html`<option value="${at}">${titleOf(one)}</option>`);
  const pick = html`<p class="pick"><label for="scope">By day, of</label><select id="scope">${options}</select></p>`;
  const blocks = scopes.map(
    (
      one,
    ) => html`<div class="scope${isPrinted(one) ? '' : ' extra'}"><h3>${titleOf(one)}</h3><div class="charts">${chartsOf(one, moved)}</div></div>
`,
  );
  const left = (report.series ?? []).length - scopes.length;
  return html`<section class="days"><h2>Day by day</h2>${scopes.length > 1 ? pick : ''}${blocks}${left > 0 ? html`<p class="soft">Shown are all calls, what moved, and the segments, models and prompts with the most calls; ${left} more are in the JSON report.</p>` : ''}</section>
`;
}

function chartsOf(series: ScopeSeries, moved: readonly Moved[]): readonly Markup[] {
  return drawn.map((metric) => {
    const own = moved.find((one) => one.metric === metric && sameScope(one.scope, series));
    return daysChart(series, metric, {
      title: nameOfMetric(metric),
      key: '',
      ...(own === undefined ? {} : { moved: own }),
    });
  });
}

/** `All calls`, `Segment pro`, `Segment pro on gpt-5.6-luna for support`, as plain text. */
function titleOf(one: ScopeSeries): string {
  if (one.by.length === 0) return 'All calls';
  const told = plain(say`${own('Calls')}${wordScope(one)}`, (text) => text);
  return told === 'Calls' ? 'Calls without a name' : told;
}

/** Which block is seen, by the place of what is chosen. */
export const chosenScope = `@media screen{@supports selector(:has(*)){.days:has(select) .scope{display:none}.days:has(select) .scope h3{display:none}${Array.from({ length: most.scopes }, (_, at) => `.days:has(option:nth-child(${at + 1}):checked) .scope:nth-of-type(${at + 1})`).join(',')}{display:block}}}`;
