import type { Report, ReportPrompt, ReportRow } from '../../core/report/report.ts';
import { hasGaps, passes, wordCoverage } from '../count-checked.ts';
import { showChange, showCount, showDelta, showDuration, showMoney, showPercent, showScore } from '../show-quantity.ts';
import { type Outcome, outcomeOf } from '../wording/outcome.ts';
import { verdictWord } from '../wording/verdict-words.ts';
import { wordServedChanges } from '../wording/word-served.ts';
import { worstFirst } from '../worst-first.ts';
import { casesChart } from './cases-chart.ts';
import { type Content, html, type Markup, toHtml } from './markup.ts';
import { fieldsTable, metricsTable } from './metrics-table.ts';
import { modelsChart } from './models-chart.ts';
import { pastSection } from './past-section.ts';
import { safeSection } from './safe-section.ts';
import { spendingTable } from './spending-table.ts';
import { spreadCharts } from './spread-charts.ts';

/** Rows of a table in the page, the worst first, and of what segments cost. */
const mostRows = 30;
const mostSegments = 12;

/** What each prompt came to on each model: verdict, cases, pass rate, score, cost, speed; by segment; which models are safe; what merged versions came to. */
export function modelsSection(report: Report): Markup {
  return html`<section id="models"><h2>Models and cost</h2>${rowsTable(report)}${wordServedChanges(report).map((told) => html`<p>${toHtml(told)}</p>`)}${safeSection(report)}${chartsOf(report)}${spendingTable(report)}${segmentsTable(report)}${fieldsTable(report)}${metricsTable(report)}${pastSection(report)}</section>
`;
}

/** Models of which is drawn how their replies are spread. */
const mostSpread = 2;

/** Drawings of what the tables say: of the worst prompt, where there are several. */
function chartsOf(report: Report): Markup {
  const [prompt] = report.prompts.filter(({ models }) => models.length > 0);
  if (prompt === undefined) return html``;
  const isCompared = report.mode !== 'check';
  const drawn = [
    ...(isCompared ? [casesChart(report)] : []),
    modelsChart(prompt, report.prompts.length > 1),
    ...(isCompared ? prompt.models.slice(0, mostSpread).map(spreadCharts) : []),
  ].filter(({ text }) => text !== '');
  return drawn.length === 0 ? html`` : html`<div class="charts">${drawn}</div>`;
}

type Line = { readonly prompt: ReportPrompt; readonly row: ReportRow };
type Column = { readonly title: string; readonly value: (line: Line) => Content };

const thousand = (side: number | null) => (side === null ? null : side * 1000);

function rowsTable(report: Report): Markup {
  const lines = worstFirst(report.prompts.flatMap((prompt) => prompt.models.map((row) => ({ prompt, row }))));
  const unread = report.prompts.filter(({ problems }) => problems !== undefined);
  if (lines.length + unread.length === 0) return html`<p class="soft">No model was asked.</p>`;
  const several = report.prompts.length > 1;
  const columns = columnsOf(report, lines);
  const body = lines.slice(0, mostRows).map((line) => {
    const name = several ? html`<td class="wrap"><code>${line.prompt.path}</code></td>` : '';
    return html`<tr>${name}<td class="wrap"><code>${line.row.id}</code></td><td><span class="chip ${line.row.verdict}">${verdictWord(line.row.verdict)}</span></td>${columns.map(({ value }) => html`<td class="n">${value(line)}</td>`)}</tr>
`;
  });
  const head = html`${several ? html`<th scope="col">Prompt</th>` : ''}<th scope="col">Model</th><th scope="col">Verdict</th>${columns.map(({ title }) => html`<th scope="col" class="n">${title}</th>`)}`;
  const more = lines.length - mostRows;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Verdict by prompt and model"><table><thead><tr>${head}</tr></thead><tbody>${unread.slice(0, mostRows).map((prompt) => unreadLine(prompt, columns.length))}${body}</tbody></table></div>${more > 0 ? html`<p class="soft">… and ${more} more.</p>` : ''}`;
}

/** A prompt that could not be read has no numbers. */
function unreadLine({ path, verdict }: ReportPrompt, columns: number): Markup {
  return html`<tr><td class="wrap"><code>${path}</code></td><td>–</td><td><span class="chip ${verdict}">${verdictWord(verdict)}</span></td><td colspan="${columns}"></td></tr>
`;
}

/** The columns that say something: a score equal to the pass rate, and outcomes that no row has, are left out. */
function columnsOf(report: Report, lines: readonly Line[]): readonly Column[] {
  const count = (title: string, ...found: readonly Outcome[]): Column => ({
    title,
    value: ({ row }) => row.cases.filter((one) => found.includes(outcomeOf(one))).length || '–',
  });
  const outcomes =
    report.mode === 'check'
      ? [
          { title: 'Passes', value: ({ row }: Line) => row.cases.filter(passes).length || '–' },
          count('Flaky', 'flaky', 'rose'),
          count('Fails', 'fails'),
        ]
      : [count('Broke', 'broke'), count('Worse', 'worse'), count('Fell', 'fell'), count('Better', 'better')];
  const says = ({ value }: Column) => lines.some((line) => value(line) !== '–');
  const graded = lines.some(({ row }) => row.passRate.new === null || !isAlike(row));
  return [
    ...(hasGaps(report) ? [{ title: 'Cases', value: ({ prompt }: Line) => wordCoverage(prompt) }] : []),
    { title: 'Pass rate', value: ({ row }) => showChange(row.passRate.old, row.passRate.new, showPercent) },
    ...(graded ? [{ title: 'Score', value: ({ row }: Line) => scoreOf(row) }] : []),
    ...outcomes.filter(says),
    {
      title: 'Per 1,000 replies',
      value: ({ row: { cost } }) =>
        cost.old === null && cost.new === null
          ? 'unknown'
          : showChange(thousand(cost.old), thousand(cost.new), showMoney),
    },
    {
      title: 'Half take under',
      value: ({ row }) => showChange(row.latency.p50.old, row.latency.p50.new, showDuration),
    },
    {
      title: '19 of 20 take under',
      value: ({ row }) => showChange(row.latency.p95.old, row.latency.p95.new, showDuration),
    },
    ...(lines.some(({ row }) => row.latency.firstToken !== undefined) ? [firstToken] : []),
  ];
}

const firstToken = {
  title: 'Half begin within',
  value: ({ row: { latency } }: Line) =>
    latency.firstToken === undefined
      ? 'unknown'
      : showChange(latency.firstToken.old, latency.firstToken.new, showDuration),
};

function isAlike({ passRate, score }: ReportRow): boolean {
  const near = (one: number | null, other: number | null) => Math.abs((one ?? 0) - (other ?? 0)) < 0.005;
  return near(passRate.old, score.old) && near(passRate.new, score.new);
}

function scoreOf({ score }: ReportRow): Markup {
  const change =
    score.delta === null || Math.abs(score.delta) < 0.005
      ? ''
      : html` <span class="soft">${showDelta(score.delta)}</span>`;
  return html`${showChange(score.old, score.new, showScore)}${change}`;
}

function segmentsTable({ prompts }: Report): Markup {
  const lines = prompts.flatMap((prompt) =>
    prompt.models.flatMap((row) =>
      Object.entries(row.cost.perSegment).map(([segment, cost]) => {
        const month = row.cost.monthly[segment];
        const change = (one: typeof cost, scale: number) =>
          one.old === null && one.new === null
            ? 'unknown'
            : showChange(
                one.old === null ? null : one.old * scale,
                one.new === null ? null : one.new * scale,
                showMoney,
              );
        const name = prompts.length > 1 ? html`<td class="wrap"><code>${prompt.path}</code></td>` : '';
        return html`<tr>${name}<td class="wrap"><code>${segment}</code></td><td class="wrap"><code>${row.id}</code></td><td class="n">${change(cost, 1000)}</td><td class="n">${month === undefined ? '–' : showCount(month.replies)}</td><td class="n">${month === undefined ? '–' : change(month, 1)}</td></tr>
`;
      }),
    ),
  );
  if (lines.length === 0) return html``;
  const more = lines.length - mostSegments;
  return html`<h3>What each segment costs</h3><div class="scroll" tabindex="0" role="region" aria-label="Cost by segment"><table><thead><tr>${prompts.length > 1 ? html`<th scope="col">Prompt</th>` : ''}<th scope="col">Segment</th><th scope="col">Model</th><th scope="col" class="n">Per 1,000 replies</th><th scope="col" class="n">Replies a month</th><th scope="col" class="n">A month</th></tr></thead><tbody>${lines.slice(0, mostSegments)}</tbody></table></div>${more > 0 ? html`<p class="soft">… and ${more} more.</p>` : ''}`;
}
