import type { Report, ReportPrompt, ReportRow } from '../../core/report/report.ts';
import { showCount, showMoney, showPercent, showScore } from '../show-quantity.ts';
import { own, say } from '../wording/say.ts';
import { type PastVersion, shownPast } from '../wording/word-past.ts';
import { html, type Markup, toHtml } from './markup.ts';
import { chart, place, scaleOf } from './scale.ts';

/** Rows whose line is drawn, and versions in the table, of all rows together. */
const mostDrawn = 4;
const mostLines = 30;

const width = 310;
const height = 130;

type Line = { readonly path: string; readonly row: ReportRow; readonly versions: readonly PastVersion[] };

/** What merged versions of the prompts came to: score and cost drawn from one to the next, and the figures. Empty where there are no two. */
export function pastSection({ prompts }: Report): Markup {
  const lines = prompts
    .flatMap(({ path, models }: ReportPrompt) => models.map((row): Line => ({ path, row, versions: shownPast(row) })))
    .filter(({ versions }) => versions.length > 0);
  if (lines.length === 0) return html``;
  const several = prompts.length > 1;
  const drawn = lines.slice(0, mostDrawn).flatMap((line) => [
    draw(line, {
      what: 'Score',
      of: ({ score }) => score,
      show: showScore,
      span: (least) => [Math.min(least, 0.8), 1],
    }),
    draw(line, {
      what: 'Cost of 1,000 replies',
      of: ({ usd }) => (usd === null ? null : usd * 1000),
      show: showMoney,
      span: (_, top) => [0, top],
    }),
  ]);
  const rows = lines.flatMap(({ path, row, versions }) => versions.toReversed().map((one) => rowOf(path, row, one)));
  const more = rows.length - mostLines;
  const head = ['Score', 'Pass rate', 'Per 1,000 replies', 'Characters'];
  return html`<h3>Merged versions</h3><p class="soft">What the old side of each review came to, the one that this is compared with last. Golden cases may have changed between them.</p><div class="charts">${drawn}</div><div class="scroll" tabindex="0" role="region" aria-label="Merged versions"><table><thead><tr>${several ? html`<th scope="col">Prompt</th>` : ''}<th scope="col">Model</th><th scope="col">Reviewed</th><th scope="col">Commit</th>${head.map((title) => html`<th scope="col" class="n">${title}</th>`)}</tr></thead><tbody>${rows.slice(0, mostLines)}</tbody></table></div>${more > 0 ? html`<p class="soft">… and ${more} more.</p>` : ''}`;

  function rowOf(path: string, { model }: ReportRow, one: PastVersion): Markup {
    const cells = [
      one.score === null ? '–' : showScore(one.score),
      one.passRate === null ? '–' : showPercent(one.passRate),
      showMoney(one.usd === null ? null : one.usd * 1000),
      one.length === null ? '–' : showCount(one.length),
    ];
    return html`<tr>${several ? html`<td class="wrap"><code>${path}</code></td>` : ''}<td class="wrap"><code>${model.old}</code></td><td>${one.at.slice(0, 10)}</td><td><code>${one.sha.slice(0, 7)}</code></td>${cells.map((cell) => html`<td class="n">${cell}</td>`)}</tr>
`;
  }
}

type Drawn = {
  readonly what: string;
  readonly of: (version: PastVersion) => number | null;
  readonly show: (value: number) => string;
  /** Ends of the axis. */
  readonly span: (least: number, top: number) => readonly [number, number];
};

/** A quantity from version to version; empty where it is not known of two. */
function draw({ row, versions }: Line, { what, of, show, span }: Drawn): Markup {
  const points = versions.flatMap((version, at) => {
    const value = of(version);
    return value === null ? [] : [{ at, value }];
  });
  const values = points.map(({ value }) => value);
  const [least, top] = span(Math.min(...values), Math.max(...values));
  if (points.length < 2 || top <= least) return html``;
  const y = scaleOf(least, top, { start: height - 22, end: 14 });
  const x = (at: number) => place(60 + (at / (versions.length - 1)) * (width - 80));
  const spots = points.map(({ at, value }) => `${x(at)} ${place(y.at(value))}`);
  const grid = [y.ticks[0], y.ticks.at(-1)].flatMap((tick) =>
    tick === undefined
      ? []
      : [
          html`<line class="grid" x1="54" x2="${width - 14}" y1="${place(y.at(tick))}" y2="${place(y.at(tick))}"/><text class="axis" x="48" y="${place(y.at(tick) + 4)}" text-anchor="end">${show(tick)}</text>`,
        ],
  );
  const way = html`<path class="way" d="M${spots.join('L')}"/><path class="way dots" d="${spots.map((spot) => `M${spot}h0`).join('')}"/>`;
  return chart({
    title: what,
    key: toHtml(say`${row.model.old}${own(', merged versions')}`),
    says: `${what} of merged versions on ${row.model.old}: ${values.map(show).join(', ')}.`,
    width,
    height,
    drawing: [...grid, way],
  });
}
