import type { GroupedBy, GroupNames } from '../../core/monitor/monitor-comparison.ts';
import type { MonitorReport, MonitorTally } from '../../core/monitor/monitor-report.ts';
import { isUntested, isWorse, movedOf } from '../../core/monitor/moved.ts';
import { wordRuleResults } from '../alerts/word-rule-results.ts';
import { html, type Markup, toHtml } from '../html/markup.ts';
import { stillPage, watchStyles } from '../html/still-page.ts';
import { plainAddress } from '../markdown/link-to.ts';
import { showCount, showDuration, showMoney, showNumberOf, showPercent } from '../show-quantity.ts';
import { list, own, type Phrase, upperFirst } from '../wording/say.ts';
import { wordComparison, wordDaysCompared, wordMovedBriefly, wordMovedWhy } from '../wording/word-monitor.ts';
import { chosenScope, daysSection, movedSection } from './days-section.ts';
import { leadMoved } from './lead-moved.ts';
import { observedSection } from './observed-section.ts';
import { wordMonitorHeadline, wordRead } from './word-read.ts';

/** Rows of the table, and rules. */
const most = { rows: 60, rules: 60, told: 60 } as const;

/**
 * What production logs tell, as one HTML file that asks for nothing and runs nothing: what moved first.
 * @param hash of a text, as a policy names it
 * @param run address of the run's page, where it has one
 */
export function writeMonitorHtml(report: MonitorReport, hash: (text: string) => string, run?: string): string {
  const { heading, lines, tone } = openingOf(report);
  const address = plainAddress(run);
  const link = address === undefined ? '' : html`<p class="links"><a href="${address}" rel="noreferrer">Run</a></p>`;
  const body = html`<header class="band ${tone}"><h1>${toHtml(heading)}</h1>${lines.map((one) => html`<p>${toHtml(one)}</p>`)}${link}</header>
<main>${movedSection(report)}${alertsSection(report)}${figures(report)}${daysSection(report)}${table(report)}${report.observed === undefined ? '' : observedSection(report.observed)}${readSection(report)}</main>
<footer>${report.from ?? 'no day known'}${report.to === null || report.to === report.from ? '' : ` to ${report.to}`} · ${report.tool.name} ${report.tool.version}</footer>`;
  return stillPage({ heading, looks: `${watchStyles}${chosenScope}`, body }, hash);
}

/** What a reader needs if it is all that is read: what got worse first, else what is not known, else that nothing moved. */
function openingOf(report: MonitorReport): {
  readonly heading: Phrase;
  readonly lines: readonly Phrase[];
  readonly tone: string;
} {
  const moved = movedOf(report);
  const [worst] = leadMoved(report).led.filter(isWorse);
  const counted = wordMonitorHeadline(report);
  const broken = report.alerts.filter(({ is }) => is === 'broken');
  const [first = []] = wordRuleResults(broken);
  const [told = []] = wordComparison(report);
  if (worst !== undefined) {
    const others = moved.length - 1;
    const more = others === 0 ? [] : own(` ${showNumberOf(others, 'more change', 'more changes')}.`);
    return {
      heading: wordMovedBriefly(worst),
      lines: [list([upperFirst(wordMovedWhy(worst)), more], ''), counted],
      tone: 'regressed',
    };
  }
  if (broken.length > 0) return { heading: first, lines: [told, counted], tone: 'regressed' };
  return { heading: told, lines: [counted], tone: moved.length > 0 || isUntested(report) ? 'inconclusive' : 'pass' };
}

function alertsSection({ alerts }: MonitorReport): Markup {
  if (alerts.length === 0) return html``;
  const told = wordRuleResults(alerts);
  const more = told.length - most.rules;
  return html`<section><h2>Alert rules</h2><ul>${told.slice(0, most.rules).map((one) => html`<li>${toHtml(one)}</li>`)}</ul><p class="soft">Rules that are fine are not listed.${more > 0 ? ` ${showCount(more)} more are in the JSON report.` : ''}</p></section>
`;
}

/** All calls in a line of figures. */
function figures({ all }: MonitorReport): Markup {
  const share = (of: number) => showPercent(all.calls === 0 ? 0 : of / all.calls);
  const shown: readonly (readonly [string, string])[] = [
    ['Calls', showCount(all.calls)],
    ['Cost', showMoney(all.usd)],
    ['p50', showDuration(all.latencyMs.p50)],
    ['p95', showDuration(all.latencyMs.p95)],
    ['Errors', share(all.errors)],
    ['Refused', share(all.refusals)],
    ['Cut', share(all.truncated)],
  ];
  return html`<dl class="figures">${shown.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function table({ totals, groups }: MonitorReport): Markup {
  if (totals.length === 0) return html``;
  const shown = totals.slice(0, most.rows);
  const names = (['segment', 'model', 'prompt'] as const).filter((by) => shown.some((row) => nameOf(row, by) !== '–'));
  const rows = shown.map(
    (
      row,
    ) => html`<tr>${names.map((by) => html`<td class="wrap"><code>${nameOf(row, by)}</code></td>`)}${cellsOf(row).map((cell) => html`<td class="n">${cell}</td>`)}</tr>
`,
  );
  const left = totals.length - shown.length;
  const head = ['Calls', 'Cost', 'p50', 'p95', 'Errors', 'Refused', 'Cut', 'Tokens in', 'Out', 'Reply'];
  return html`<section><h2>By segment, model and prompt</h2><div class="scroll" tabindex="0" role="region" aria-label="Calls by segment, model and prompt"><table><thead><tr>${names.map((by) => html`<th scope="col">${by}</th>`)}${head.map((title) => html`<th scope="col" class="n">${title}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>${left > 0 ? html`<p class="soft">${showCount(left)} more with fewer calls, and all ${showCount(groups.length)} rows by day, are in the JSON report.</p>` : ''}</section>
`;
}

function nameOf(group: GroupNames, by: GroupedBy): string {
  return group.others.includes(by) ? 'others' : (group[by] ?? '–');
}

function cellsOf(row: MonitorTally): readonly string[] {
  const known = (count: number | null) => (count === null ? '–' : showCount(count));
  const share = (of: number) => showPercent(row.calls === 0 ? 0 : of / row.calls);
  return [
    showCount(row.calls),
    showMoney(row.usd),
    showDuration(row.latencyMs.p50),
    showDuration(row.latencyMs.p95),
    share(row.errors),
    share(row.refusals),
    share(row.truncated),
    known(row.tokens.in),
    known(row.tokens.out),
    row.replyCharacters === null ? '–' : showNumberOf(row.replyCharacters, 'char'),
  ];
}

/** How it was compared, what was read, and what of it tells nothing. */
function readSection(report: MonitorReport): Markup {
  const { comparison } = report;
  const [nothing = [], ...rest] = wordComparison(report);
  const compared = comparison === null ? nothing : own(`Compared: ${wordDaysCompared(comparison)}.`);
  // What moved is told above.
  const told = [compared, ...rest.slice(movedOf(report).length), ...wordRead(report)].slice(0, most.told);
  return html`<section><h2>What was read and compared</h2><ul>${told.map((one) => html`<li>${toHtml(one)}</li>`)}</ul></section>
`;
}
