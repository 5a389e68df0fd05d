import type { PortabilityVerdict } from '../../core/portability/portability-report.ts';
import type { Report, ReportPrompt } from '../../core/report/report.ts';
import { columnsOf } from '../model-columns.ts';
import { portedFigures, safeModels } from '../safe-models.ts';
import { showMoney } from '../show-quantity.ts';
import { listNames } from '../wording/say.ts';
import { html, type Markup, toHtml } from './markup.ts';

/** How a verdict on a model looks. */
export const tones = {
  safe: 'pass',
  unclear: 'inconclusive',
  unsafe: 'regressed',
  unusable: 'invalid',
} as const satisfies Record<PortabilityVerdict, string>;

/** Lines of the matrix, of all prompts together. */
const mostLines = 30;

/** On which models the prompts are safe, in words, and the models at hand as `portability` shows them. */
export function safeSection({ mode, prompts }: Report): Markup {
  const several = prompts.filter(({ models }) => models.length > 1);
  if (mode === 'check' || several.length === 0) return html``;
  const byWords = Map.groupBy(several, (prompt) => safeModelsOf(prompt).text);
  const told = [...byWords].map(([, held]) => {
    const [first] = held;
    const paths = listNames(
      held.map(({ path }) => path),
      3,
    );
    if (first === undefined) return '';
    return html`<p>${prompts.length > 1 ? html`${toHtml(paths)}: ` : ''}${safeModelsOf(first)}</p>`;
  });
  return html`<h3>Which models this is safe on</h3>${told}${matrixOf(several, prompts.length > 1)}`;
}

function matrixOf(prompts: readonly ReportPrompt[], several: boolean): Markup {
  const lines = prompts.flatMap(({ path, models }) =>
    models.map((row) => ({ path, line: { kind: 'model', figures: portedFigures(row) } as const })),
  );
  const columns = columnsOf(lines.map(({ line }) => line));
  const rows = lines.slice(0, mostLines).map(({ path, line }) => {
    const { model, verdict } = line.figures;
    const cells = columns.map(({ cell }, at) =>
      at === 0
        ? html`<td><span class="chip ${tones[verdict]}">${cell(line)}</span></td>`
        : html`<td class="n">${cell(line)}</td>`,
    );
    return html`<tr>${several ? html`<td class="wrap"><code>${path}</code></td>` : ''}<td class="wrap"><code>${model}</code></td>${cells}</tr>
`;
  });
  const more = lines.length - mostLines;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Models that this is safe on"><table><thead><tr>${several ? html`<th scope="col">Prompt</th>` : ''}<th scope="col">Model</th>${columns.map(({ head }, at) => html`<th scope="col"${at === 0 ? '' : html` class="n"`}>${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>${more > 0 ? html`<p class="soft">… and ${more} more.</p>` : ''}`;
}

function safeModelsOf(prompt: ReportPrompt): Markup {
  const { safe: models, cheapest } = safeModels(prompt);
  if (models.length === 0) return html`Safe on none of these models.`;
  const names = models.map(({ id }, index) => html`${index === 0 ? '' : ', '}<code>${id}</code>`);
  const price =
    cheapest === undefined
      ? ''
      : html`; the cheapest of those is <code>${cheapest.id}</code> at ${showMoney((cheapest.cost.new ?? 0) * 1000)} per 1,000 replies`;
  return html`Safe on ${names}${price}.`;
}
