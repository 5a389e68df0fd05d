import type { DriftRow } from '../../core/drift/drift-report.ts';
import { lineChart } from '../html/line-chart.ts';
import { type Content, html, type Markup, toHtml } from '../html/markup.ts';
import { place } from '../html/scale.ts';
import { showCount, showPercent, showScore } from '../show-quantity.ts';
import { own, say } from '../wording/say.ts';
import { showDay, showRun } from '../wording/show-day.ts';
import { replyCards } from './reply-cards.ts';
import { wordChannel } from './word-channel.ts';
import { metricsToTell, type ToldRow, wordRow } from './word-drift.ts';

const tones = { drifted: 'regressed', invalid: 'invalid', baseline: 'skipped', steady: 'pass' } as const;

/** Cases that are drawn, turns of the model that answers, and readings in the table. */
const most = { cases: 12, turns: 6, readings: 60 } as const;

/** One prompt on one model: why it says what it says, its runs drawn, and where each layer stands. */
export function rowSection(told: ToldRow): Markup {
  return html`<section class="told"><h2>${titleOf(told)}</h2>${bodyOf(told)}</section>
`;
}

/** The same, folded: of a row that nobody needs to look at. */
export function foldedRow(told: ToldRow): Markup {
  return html`<section class="told"><details><summary><h2>${titleOf(told)}</h2></summary>${bodyOf(told)}</details></section>
`;
}

function titleOf({ path, row }: ToldRow): Markup {
  return html`<code>${path}</code> on <code>${row.model}</code> <span class="chip ${tones[row.verdict]}">${row.verdict}</span>`;
}

function bodyOf(told: ToldRow): Markup {
  const { row } = told;
  const sentences = wordRow(told).map((phrase) => html`${toHtml(phrase)} `);
  const cases = (row.caseHistory ?? []).slice(0, most.cases).map((one) => caseChart(row, one));
  const fell =
    cases.length === 0 ? '' : html`<h3>Cases that got worse</h3><div class="charts">${cases}</div>${leftOut(row)}`;
  return html`<p class="lead">${sentences}</p><div class="halves"><div>${scoreChart(row)}</div><div>${metricsTable(row)}</div></div>${fell}${replyCards(row)}${layersTable(row)}`;
}

function leftOut({ cases, caseHistory = [] }: DriftRow): Markup {
  const more = cases.length - Math.min(caseHistory.length, most.cases);
  return more > 0 ? html`<p class="soft">${showCount(more)} more of these cases are in the JSON report.</p>` : html``;
}

/** The mean score of each run beside where it usually lies, with the run that it began at and models that took another's place. */
function scoreChart(row: DriftRow): Markup {
  const values = row.history.map(({ score }) => score);
  const { usualScore: usual } = row;
  const turns = turnsOf(row).slice(-most.turns);
  const since = sinceOf(row, usual !== undefined && (values.at(-1) ?? usual.mean) < usual.low);
  const [first, last] = [values.find((value) => value !== null), values.findLast((value) => value !== null)];
  const key: readonly Content[] = [
    'each run’s mean',
    ...(usual === undefined ? [] : [`; shaded, the range of ${showCount(usual.runs)} usual runs`]),
    ...(since === undefined || since.from === since.to ? [] : ['; amber, when it may have begun']),
  ];
  const drawing = lineChart({
    title: 'Score, run by run',
    key,
    says: `Mean score of ${showCount(values.length)} runs, from ${first === undefined || first === null ? 'unknown' : showScore(first)} to ${last === undefined || last === null ? 'unknown' : showScore(last)}${row.since === undefined ? '' : `; different since ${showDay(row.since.at)}`}.`,
    values,
    ends: endsOf(row.history),
    show: showScore,
    span: [Math.min(0.8, usual?.low ?? 0.8), 1],
    size: 'wide',
    ...(usual === undefined ? {} : { usual }),
    ...(since === undefined ? {} : { since }),
    turns: turns.map(({ at, sign }) => ({ at, sign })),
  });
  if (drawing.text === '' || turns.length === 0) return drawing;
  const list = turns.map(
    ({ sign, day, served }) =>
      html`<li><b class="sign">${sign}</b> ${toHtml(say`${own(day)}: ${served} answers.`)}</li>`,
  );
  return html`${drawing}<ul class="signs">${list}</ul>`;
}

function caseChart(row: DriftRow, { id, scores }: NonNullable<DriftRow['caseHistory']>[number]): Markup {
  const since = sinceOf(row, true);
  const shown = scores.map((score) => (score === null ? 'not asked' : showScore(score)));
  return lineChart({
    title: id,
    key: 'share of its score',
    says: `Score of the case ${id} in the last runs: ${shown.slice(-10).join(', ')}.`,
    values: scores,
    ends: endsOf(row.history),
    show: showPercent,
    span: [0, 1],
    ...(since === undefined ? {} : { since }),
  });
}

/** What runs are called beside a line: by their day, and by the hour where all of them are of one. */
export function nameRuns(history: readonly { readonly at: string }[]): (time: string) => string {
  const [first = '', last = ''] = [history[0]?.at, history.at(-1)?.at];
  if (first.slice(0, 10) !== last.slice(0, 10)) return showDay;
  return (time) => /^\d{4}-\d\d-\d\dT(\d\d:\d\d)/u.exec(time)?.[1] ?? showDay(time);
}

export function endsOf(history: readonly { readonly at: string }[]): readonly [string, string] {
  const nameOf = nameRuns(history);
  return [nameOf(history[0]?.at ?? ''), nameOf(history.at(-1)?.at ?? '')];
}

/** Where it began among the runs that are shown; one that began before them is at none. */
function sinceOf({ history, since }: DriftRow, isWorse: boolean) {
  if (since === undefined) return undefined;
  const indexOf = (time: string) => history.findIndex(({ at }) => at === time);
  const at = indexOf(since.at);
  if (at === -1) return undefined;
  const [from, to] = [indexOf(since.from.at), indexOf(since.to.at)];
  return {
    at,
    from: from === -1 ? 0 : from,
    to: to === -1 ? at : to,
    text: `since ${nameRuns(history)(since.at)}`,
    isWorse,
  };
}

const signs = 'abcdefghijklmnopqrstuvwxyz';

/** Runs in which another model answered than in the run before, as far as the service says. */
function turnsOf({ history }: DriftRow) {
  let before: string | undefined;
  const runs = history.map(({ at }) => at);
  const turns: { readonly at: number; readonly sign: string; readonly day: string; readonly served: string }[] = [];
  for (const [at, { served, at: time }] of history.entries()) {
    if (served === undefined) continue;
    if (before !== undefined && served !== before)
      turns.push({ at, sign: signs[turns.length % signs.length] ?? '', day: showRun(time, runs), served });
    before = served;
  }
  return turns;
}

function metricsTable(row: DriftRow): Markup {
  const metrics = metricsToTell(row);
  if (metrics.length === 0) return html``;
  const lines = metrics
    .slice(0, most.readings)
    .map(({ name, move }) => html`<tr><td class="wrap">${toHtml(name)}</td><td class="n wrap">${move}</td></tr>`);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Metrics of the replies on ${row.model}"><table><thead><tr><th scope="col">Metric</th><th scope="col" class="n">Usual → now</th></tr></thead><tbody>${lines}</tbody></table></div>`;
}

/** Each statistic beside what it takes for an alarm. */
function layersTable(row: DriftRow): Markup {
  if (row.layers.length === 0) return html``;
  const lines = row.layers.slice(0, most.readings).map(({ layer, channel, statistic, limit, alarm }) => {
    const share = limit > 0 ? Math.min(1, Math.max(0, statistic / limit)) : 0;
    return html`<tr><td class="wrap">${toHtml(wordChannel(layer, channel))}</td><td><svg class="bar" viewBox="0 0 120 8" aria-hidden="true"><rect width="120" height="8" rx="4"/><rect class="${alarm ? 'over' : 'full'}" width="${place(120 * share)}" height="8" rx="4"/></svg></td><td>${alarm ? html`<span class="no">alarm</span>` : showPercent(share)}</td></tr>`;
  });
  return html`<details><summary>How near to an alarm each layer is</summary><div class="scroll" tabindex="0" role="region" aria-label="Layers of ${row.model}"><table><thead><tr><th scope="col">What is watched</th><th scope="col">% of limit</th><th scope="col">State</th></tr></thead><tbody>${lines}</tbody></table></div></details>`;
}
