import type { Report } from '../../core/report/report.ts';
import { type GradedMetric, gradedMetrics } from '../graded-metrics.ts';
import { showChange, showDelta, showScore } from '../show-quantity.ts';
import { fieldsThatMoved, showRight } from '../wording/word-fields.ts';
import { html, type Markup } from './markup.ts';

const most = 30;

const parts = { gates: 'can block', advises: 'only advises', shown: '–' } as const satisfies Record<
  GradedMetric['part'],
  string
>;

/** In how many replies each field is right; those that fell furthest first. */
export function fieldsTable(report: Report): Markup {
  const all = fieldsThatMoved(report);
  if (all.length === 0) return html``;
  const several = report.prompts.length > 1;
  const lines = all
    .slice(0, most)
    .map(
      ({ prompt, row, count }) =>
        html`<tr>${several ? html`<td class="wrap"><code>${prompt.path}</code></td>` : ''}<td class="wrap"><code>${count.field}</code></td><td class="wrap"><code>${count.check}</code></td><td class="wrap"><code>${row.id}</code></td><td class="n">${showRight(count)}</td></tr>`,
    );
  const more = all.length > lines.length ? html`<p class="soft">… and ${all.length - lines.length} more.</p>` : '';
  return html`<h3>Fields of replies, before and now</h3><div class="scroll" tabindex="0" role="region" aria-label="Fields of replies"><table><thead><tr>${several ? html`<th scope="col">Prompt</th>` : ''}<th scope="col">Field</th><th scope="col">Check</th><th scope="col">Model</th><th scope="col" class="n">Replies in which it is right</th></tr></thead><tbody>${lines}</tbody></table></div>${more}`;
}

/** What graded checks came to on each row; those that fell most first. */
export function metricsTable(report: Report): Markup {
  const all = gradedMetrics(report);
  if (all.length === 0) return html``;
  const several = report.prompts.length > 1;
  const decides = all.some(({ part }) => part !== 'shown');
  const lines = all
    .slice(0, most)
    .map(
      ({ prompt, row, name, together, mean, part }) =>
        html`<tr>${several ? html`<td class="wrap"><code>${prompt.path}</code></td>` : ''}<td class="wrap">${together ? 'all ' : ''}<code>${name}</code></td><td class="wrap"><code>${row.id}</code></td><td class="n">${showChange(mean.old, mean.new, showScore)}</td><td class="n">${mean.delta === null ? '–' : showDelta(mean.delta)}</td>${decides ? html`<td>${parts[part]}</td>` : ''}</tr>`,
    );
  const more = all.length > lines.length ? html`<p class="soft">… and ${all.length - lines.length} more.</p>` : '';
  const head = html`${several ? html`<th scope="col">Prompt</th>` : ''}<th scope="col">Check</th><th scope="col">Model</th><th scope="col" class="n">Mean</th><th scope="col" class="n">Change</th>${decides ? html`<th scope="col">Own limit</th>` : ''}`;
  return html`<h3>Graded checks, before and now</h3><div class="scroll" tabindex="0" role="region" aria-label="Graded checks"><table><thead><tr>${head}</tr></thead><tbody>${lines}</tbody></table></div>${more}`;
}
