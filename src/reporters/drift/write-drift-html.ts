import type { DriftReport, DriftRow } from '../../core/drift/drift-report.ts';
import { type Content, html, type Markup, toHtml } from '../html/markup.ts';
import { stillPage, watchStyles } from '../html/still-page.ts';
import { plainAddress } from '../markdown/link-to.ts';
import { showCount, showMoney, showNumberOf } from '../show-quantity.ts';
import { quote } from '../wording/say.ts';
import { showDay } from '../wording/show-day.ts';
import { canarySection } from './canary-section.ts';
import { foldedRow, rowSection } from './row-section.ts';
import { canariesToTell } from './word-canary.ts';
import { metricsToTell, rowsToTell, type ToldRow, wordHeadline, wordProblems } from './word-drift.ts';
import { wordJudge } from './word-judge.ts';

/** Rows that are told in full, rows of the table, canaries, and warnings: a page is to be read. */
const most = { told: 20, rows: 200, canaries: 20, warnings: 100 } as const;

const tones = { drifted: 'regressed', invalid: 'invalid', baseline: 'skipped', steady: 'pass' } as const;

/**
 * What a drift run found, as one HTML file that asks for nothing and runs nothing.
 * @param hash of a text, as a policy names it
 * @param run address of the run's page, where it has one
 */
export function writeDriftHtml(report: DriftReport, hash: (text: string) => string, run?: string): string {
  const heading = wordHeadline(report);
  const rows = rowsToTell(report);
  const loud = rows.filter(({ row }) => row.verdict === 'drifted' || row.verdict === 'invalid' || row.ended === true);
  const quiet = rows.filter((one) => !loud.includes(one)).slice(0, Math.max(0, most.told - loud.length));
  const canaries = canariesToTell(report);
  // One alone is what the reader came for.
  const isAlone = rows.length === 1;
  const body = html`<header class="band ${tones[report.verdict]}"><h1>${toHtml(heading)}</h1><p>${summaryOf(report)}</p>${linkTo(run)}</header>
${warnings(report)}<main>${loud.slice(0, most.told).map(rowSection)}${isAlone ? quiet.map(rowSection) : ''}${judgeSection(report)}${canaries.slice(0, most.canaries).map(canarySection)}${more(canaries.length - most.canaries, 'canaries are in the JSON report')}${isAlone ? '' : table(rows)}${isAlone ? '' : quiet.map(foldedRow)}${more(rows.length - loud.slice(0, most.told).length - quiet.length, 'prompt–model pairs are in the table or in the JSON report')}${figures(report)}</main>
<footer>${footOf(report)}</footer>`;
  return stillPage({ heading, looks: watchStyles, body }, hash);
}

/** `1 of 6 prompt–model pairs drifted, 5 are as usual.` */
function summaryOf(report: DriftReport): string {
  const rows = rowsToTell(report);
  const words: Readonly<Record<DriftRow['verdict'], readonly [one: string, many: string]>> = {
    drifted: ['drifted', 'drifted'],
    invalid: ['is inconclusive', 'are inconclusive'],
    steady: ['is as usual', 'are as usual'],
    baseline: ['has too few runs yet', 'have too few runs yet'],
  };
  const parts = (['drifted', 'invalid', 'steady', 'baseline'] as const).flatMap((verdict) => {
    const count = rows.filter(({ row }) => row.verdict === verdict).length;
    return count === 0 ? [] : [{ count, word: words[verdict][count === 1 ? 0 : 1] }];
  });
  if (rows.length === 0) return 'No golden case was asked.';
  const pairs = `of ${showNumberOf(rows.length, 'prompt–model pair')}`;
  return `${parts.map(({ count, word }, at) => `${showCount(count)}${at === 0 ? ` ${pairs}` : ''} ${word}`).join(', ')}.`;
}

function judgeSection({ judge }: DriftReport): Markup {
  if (judge === undefined) return html``;
  const sentences = wordJudge(judge).map((phrase) => html`${toHtml(phrase)} `);
  return html`<section class="told"><h2>The judge <code>${judge.model}</code> <span class="chip ${tones[judge.verdict]}">${judge.verdict}</span></h2><p class="lead">${sentences}</p></section>
`;
}

function linkTo(run: string | undefined): Markup {
  const address = plainAddress(run);
  return address === undefined ? html`` : html`<p class="links"><a href="${address}" rel="noreferrer">Run</a></p>`;
}

function warnings(report: DriftReport): Markup {
  const told = [...wordProblems(report), ...report.notes.map(quote)];
  if (told.length === 0) return html``;
  const items = told.slice(0, most.warnings).map((one) => html`<li>${toHtml(one)}</li>`);
  return html`<section class="warnings" aria-label="To know before you trust this"><ul>${items}</ul></section>
`;
}

/** What this run asked and spent. */
function figures({ calls, costUsd, startedAt }: DriftReport): Markup {
  const shown: readonly (readonly [string, Content])[] = [
    ['Date', showDay(startedAt)],
    ['Calls made', showCount(calls.made)],
    ...(calls.failed === 0 ? [] : [['Calls failed', showCount(calls.failed)] as const]),
    ['Spent', costUsd === undefined ? 'unknown' : showMoney(costUsd)],
  ];
  return html`<h2>This run</h2><dl class="figures">${shown.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function table(rows: readonly ToldRow[]): Markup {
  const lines = rows.slice(0, most.rows).map(({ path, row }) => {
    const score = metricsToTell(row).find(({ name }) => name[0]?.text === 'Score')?.move ?? '–';
    return html`<tr><td><span class="chip ${tones[row.verdict]}">${row.verdict}</span></td><td class="wrap"><code>${path}</code></td><td class="wrap"><code>${row.model}</code></td><td class="n">${score}</td><td class="n">${showCount(row.runs)}</td></tr>
`;
  });
  if (rows.length === 0) return html``;
  return html`<h2>All prompts and models</h2><div class="scroll" tabindex="0" role="region" aria-label="All prompts and models"><table><thead><tr><th scope="col">Verdict</th><th scope="col">Prompt</th><th scope="col">Model</th><th scope="col" class="n">Score</th><th scope="col" class="n">Runs</th></tr></thead><tbody>${lines}</tbody></table></div>${more(rows.length - most.rows, 'are in the JSON report')}`;
}

function more(count: number, where: string): Markup {
  return count > 0 ? html`<p class="soft">${showCount(count)} more ${where}.</p>` : html``;
}

function footOf({ startedAt, head, tool }: DriftReport): Markup {
  const at = startedAt.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*$/u, '$1 $2 UTC');
  return html`<code>${head.sha === '' ? 'working tree' : head.sha.slice(0, 7)}</code> · ${at} · ${tool.name} ${tool.version}`;
}
