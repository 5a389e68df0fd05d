import type { Observed, OfferedCase, QualityRow } from '../../core/monitor/observed.ts';
import { showPosition } from '../../core/problem.ts';
import { clip } from '../../core/text/clip.ts';
import { html, type Markup, toHtml } from '../html/markup.ts';
import { chart, place } from '../html/scale.ts';
import { askedIn, goldenLines, notesOf, offeredFor, showGrade, shownGrades, showScale } from '../monitor-observed.ts';
import { showCount, showNumberOf, showPercent } from '../show-quantity.ts';

/** Rows of the table and of a drawing, prompts, cases, and characters of a case. */
const most = { rows: 60, drawn: 12, prompts: 30, offered: 20, asked: 600, name: 18 } as const;

/** What models made of a sample of the calls: grades with their intervals, what no golden case resembles, and what may become one. */
export function observedSection(observed: Observed): Markup {
  const notes = notesOf(observed).map((note) => html`<p class="soft">${toHtml(note)}</p>`);
  const rows = observed.quality.filter(({ by }) => by.length < 2);
  const charts = [...Map.groupBy(rows, ({ metric }) => metric).values()].map(gradesChart);
  return html`<section id="quality"><h2>Reply quality in a sample</h2>${notes}<div class="charts">${charts}</div>${table(shownGrades(observed))}${golden(observed)}${offered(observed.candidates)}</section>
`;
}

const [width, left, right, line] = [380, 132, 24, 24] as const;

/** The mean of a metric over all and in each segment, with the interval that it lies in. */
function gradesChart(rows: readonly QualityRow[]): Markup {
  const [first] = rows;
  const known = rows.filter(({ mean, interval }) => mean !== null && interval !== null).slice(0, most.drawn);
  if (first === undefined || known.length === 0) return html``;
  const { low, high } = first.scale;
  const x = (value: number): number =>
    left + (high > low ? Math.min(1, Math.max(0, (value - low) / (high - low))) : 0.5) * (width - left - right);
  const height = known.length * line + 28;
  const edges = [low, high].map(
    (value) =>
      html`<line class="grid" x1="${place(x(value))}" x2="${place(x(value))}" y1="6" y2="${height - 22}"/><text class="axis" x="${place(x(value))}" y="${height - 6}" text-anchor="middle">${showGrade(value, first.scale)}</text>`,
  );
  const marks = known.map(({ mean, interval, ...row }, at) => {
    const y = at * line + 18;
    const span = html`<path class="span" d="M${place(x(interval?.low ?? low))} ${y}H${place(x(interval?.high ?? high))}"/>`;
    return html`<text x="${left - 12}" y="${y + 4}" text-anchor="end">${clip(nameOf(row), most.name)}</text>${span}<path class="way dots" d="M${place(x(mean ?? low))} ${y}h0"/>`;
  });
  return chart({
    title: html`${first.metric} <span class="soft">(${showScale(first.scale)})</span>`,
    key: '● mean, with its 95 % confidence interval',
    says: `Mean of ${first.metric}: ${known.map(({ mean, interval, ...row }) => `${nameOf(row)} ${showGrade(mean ?? 0, first.scale)} (${showGrade(interval?.low ?? 0, first.scale)} to ${showGrade(interval?.high ?? 0, first.scale)})`).join('; ')}.`,
    width,
    height,
    drawing: [...edges, ...marks],
  });
}

function nameOf({ by, segment }: Pick<QualityRow, 'by' | 'segment'>): string {
  return by.length === 0 ? 'all calls' : (segment ?? 'no segment');
}

function table(rows: readonly QualityRow[]): Markup {
  if (rows.length === 0) return html``;
  const shown = rows.slice(0, most.rows);
  const names = (['segment', 'model', 'prompt'] as const).filter((by) => shown.some((row) => row.by.includes(by)));
  const name = (row: QualityRow, by: 'segment' | 'model' | 'prompt') =>
    row.by.includes(by) ? html`<code>${row[by] ?? '–'}</code>` : row.by.length === 0 ? 'all' : '';
  const lines = shown.map((row) => {
    const { mean, interval, scale, n, unknown } = row;
    const span = interval === null ? '–' : `${showGrade(interval.low, scale)} to ${showGrade(interval.high, scale)}`;
    const lost = unknown === 0 ? '0' : `${showCount(unknown)} (${showPercent(unknown / (n + unknown))})`;
    return html`<tr><td class="wrap">${row.metric}</td>${names.map((by) => html`<td class="wrap">${name(row, by)}</td>`)}<td class="n">${mean === null ? 'unknown' : showGrade(mean, scale)}</td><td class="n">${span}</td><td class="n">${showCount(n)}</td><td class="n">${lost}</td></tr>
`;
  });
  const head = ['Mean', '95 %', 'Judged', 'Unknown'].map((title) => html`<th scope="col" class="n">${title}</th>`);
  const more = rows.length - most.rows;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Grades of the sample"><table><thead><tr><th scope="col">Metric</th>${names.map((by) => html`<th scope="col">${by}</th>`)}${head}</tr></thead><tbody>${lines}</tbody></table></div>${more > 0 ? html`<p class="soft">${showCount(more)} more rows are in the JSON report.</p>` : ''}`;
}

function golden({ golden: prompts }: Observed): Markup {
  if (prompts.length === 0) return html``;
  const told = prompts.slice(0, most.prompts).map((prompt) => {
    const [title = [], ...lines] = goldenLines(prompt);
    return html`<p>${toHtml(title)}</p><ul>${lines.map((one) => html`<li>${toHtml(one)}</li>`)}</ul>`;
  });
  const more = prompts.length - most.prompts;
  return html`<h3>Compared with the golden cases</h3>${told}${more > 0 ? html`<p class="soft">${showNumberOf(more, 'more prompt')} in the JSON report.</p>` : ''}`;
}

/** Inputs that may become golden cases, masked as they are in the report. */
function offered(candidates: readonly OfferedCase[]): Markup {
  if (candidates.length === 0) return html``;
  const cards = candidates.slice(0, most.offered).map((one) => {
    const notes = one.notes.slice(0, 5).map((note) => clip(note, 300));
    return html`<li class="card"><p class="label">${offeredFor[one.reason]} <span class="soft">· ${one.prompt}${one.segment === undefined ? '' : ` · ${one.segment}`}</span></p><p class="text" dir="auto">${clip(askedIn(one), most.asked)}</p><p class="facts">${[plainPosition(one), ...notes].join(' · ')}</p></li>
`;
  });
  const more = candidates.length - most.offered;
  return html`<h3>Inputs offered as golden cases</h3><p class="soft">Masked, to be reviewed by a person. <code>promptgate monitor --write</code> adds them to the cases files.</p><ul class="offered">${cards}</ul>${more > 0 ? html`<p class="soft">${showCount(more)} more are in the JSON report.</p>` : ''}`;
}

function plainPosition({ at }: OfferedCase): string {
  return showPosition(at);
}
