import type { Report, ReportPrompt } from '../../core/report/report.ts';
import { hasGaps, wordCoverage } from '../case-coverage.ts';
import { showChange, showDelta, showDuration, showMoney, showPercent, showScore } from '../show-quantity.ts';
import { stateColumns } from '../state-columns.ts';
import { worstFirst } from '../worst-first.ts';
import { html, type Markup } from './markup.ts';

/** The table of prompts and models. */
export function rowsTable(report: Report): Markup {
  const lines = worstFirst(report.prompts.flatMap((prompt) => prompt.models.map((row) => ({ prompt, row }))));
  if (lines.length === 0) return html``;
  const unread = report.prompts.filter(({ problems }) => problems !== undefined);
  const states = stateColumns(report);
  const gaps = hasGaps(report);
  const several = report.prompts.length > 1;
  const thousand = (side: number | null) => (side === null ? null : side * 1000);
  const body = lines.map(({ prompt, row }) => {
    const { delta, low, high } = row.score;
    const change =
      delta === null || Math.abs(delta) < 0.005 ? '' : html` <span class="soft">${showDelta(delta)}</span>`;
    const interval =
      row.showInterval && low !== null && high !== null
        ? html`<br><span class="soft small">${showDelta(low)} to ${showDelta(high)}</span>`
        : '';
    const cost =
      row.cost.old === null && row.cost.new === null
        ? 'unknown'
        : showChange(thousand(row.cost.old), thousand(row.cost.new), showMoney);
    return html`<tr>${several ? html`<td class="wrap"><code>${prompt.path}</code></td>` : ''}<td class="wrap"><code>${row.id}</code></td><td><span class="chip ${row.verdict}">${row.verdict}</span>${row.pooledOnly ? html` <span class="soft small">pooled</span>` : ''}</td>${gaps ? html`<td class="n">${wordCoverage(prompt)}</td>` : ''}<td class="n">${showChange(row.passRate.old, row.passRate.new, showPercent)}</td><td class="n">${showChange(row.score.old, row.score.new, showScore)}${change}${interval}</td>${states.map(({ count }) => html`<td class="n">${count(row) || '–'}</td>`)}<td class="n">${cost}</td><td class="n">${showChange(row.latency.p50.old, row.latency.p50.new, showDuration)}</td></tr>
`;
  });
  const head = html`${several ? html`<th scope="col">Prompt</th>` : ''}<th scope="col">Model</th><th scope="col">Verdict</th>${[...(gaps ? ['Cases'] : []), 'Pass rate', 'Score', ...states.map(({ title }) => title), 'Per 1,000 replies', 'p50'].map((name) => html`<th scope="col" class="n">${name}</th>`)}`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Verdict by prompt and model"><table><thead><tr>${head}</tr></thead><tbody>${unread.map((prompt) => unreadLine(prompt, states.length + (gaps ? 5 : 4)))}${body}</tbody></table></div>`;
}

/** A prompt that could not be read has no numbers. */
function unreadLine({ path, verdict }: ReportPrompt, columns: number): Markup {
  return html`<tr><td class="wrap"><code>${path}</code></td><td>–</td><td><span class="chip ${verdict}">${verdict}</span></td><td colspan="${columns}"></td></tr>
`;
}
