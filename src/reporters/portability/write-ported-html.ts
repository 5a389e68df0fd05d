import type { PortabilityReport, PortedModel, PortedPrompt } from '../../core/portability/portability-report.ts';
import { type CostPoint, costAxes, costHeight, costWidth } from '../html/cost-axes.ts';
import { html, type Markup, toHtml } from '../html/markup.ts';
import { tones } from '../html/safe-section.ts';
import { chart, place } from '../html/scale.ts';
import { stillPage } from '../html/still-page.ts';
import { columnsOf, linesOf, portabilityWords } from '../model-columns.ts';
import { showMoney, showPercent } from '../show-quantity.ts';
import { wordAll, wordAsked, wordBeside, wordChosen, wordHeading, wordPrompt } from './word-ported.ts';

/** Points in a drawing: with more nobody could read their names. */
const mostPoints = 12;

/** The matrix as one HTML file that asks for nothing and runs nothing. @param hash of a text, as a policy names it */
export function writePortedHtml(report: PortabilityReport, hash: (text: string) => string): string {
  const heading = wordHeading(report);
  const tone = report.verdict === 'pass' ? (anySafe(report) ? 'pass' : 'inconclusive') : report.verdict;
  const told = wordBeside(report);
  const warnings =
    told.length === 0
      ? ''
      : html`<section class="warnings" aria-label="To know before you trust this"><ul>${told.map((one) => html`<li>${toHtml(one)}</li>`)}</ul></section>`;
  const body = html`<header class="band ${tone}"><h1>${toHtml(heading)}</h1></header>
${warnings}<main>${report.prompts.map((prompt) => promptSection(prompt, report))}${report.prompts.length === 0 ? '' : html`<p class="soft">${toHtml(wordAsked(report))}</p>`}</main>
<footer>${report.startedAt.slice(0, 10)} · ${report.tool.name} ${report.tool.version}</footer>`;
  return stillPage({ heading, body }, hash);
}

function anySafe({ prompts }: PortabilityReport): boolean {
  return prompts.some(({ models }) => models.some(({ verdict }) => verdict === 'safe'));
}

function promptSection(prompt: PortedPrompt, report: PortabilityReport): Markup {
  const columns = columnsOf(linesOf(prompt));
  const head = html`<th scope="col">Model</th>${columns.map(({ head: title }, at) => html`<th scope="col"${at === 0 ? '' : html` class="n"`}>${title}</th>`)}<th scope="col">What it comes to</th>`;
  const rows = linesOf(prompt).map((line) => {
    const cells = columns.map(({ cell }, at) => {
      if (at > 0) return html`<td class="n">${cell(line)}</td>`;
      return html`<td>${line.kind === 'reference' ? 'reference' : html`<span class="chip ${tones[line.figures.verdict]}">${cell(line)}</span>`}</td>`;
    });
    const told = line.kind === 'reference' ? [] : wordAll(line.figures, report);
    return html`<tr><td class="wrap"><code>${line.figures.model}</code></td>${cells}<td class="wrap">${toHtml(told)}</td></tr>
`;
  });
  const chosen = wordChosen(prompt);
  const title = report.prompts.length > 1 ? html`<h2>${toHtml(wordPrompt(prompt))}</h2>` : html`<h2>Models</h2>`;
  return html`<section>${title}${chosen.length === 0 ? '' : html`<p>Of the safe ones, ${toHtml(chosen)}.</p>`}<div class="scroll" tabindex="0" role="region" aria-label="Models of ${prompt.path}"><table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div><div class="charts">${costChart(prompt)}</div>${prompt.models.map(failingSection)}</section>
`;
}

/** Score against cost: the reference (○), safe models, and those that are not. Empty where there are no two numbers to set against each other. */
function costChart(prompt: PortedPrompt): Markup {
  const points = linesOf(prompt)
    .flatMap((line) => {
      const { model, score, usdPer1000 } = line.figures;
      if (score === null || usdPer1000 === null) return [];
      return [
        {
          model,
          point: { cost: usdPer1000, rate: score },
          verdict: line.kind === 'reference' ? 'reference' : line.figures.verdict,
        },
      ];
    })
    .slice(0, mostPoints);
  if (points.length < 2 || points.every(({ point }) => point.cost === 0)) return html``;
  const { x, y, drawing, spot } = costAxes(points.map(({ point }) => point));
  const marks = points.map(({ model, point, verdict }) => {
    const hole = verdict === 'reference' ? html`<path class="way holes" d="${spot(point)}h0"/>` : '';
    return html`<g class="${verdict === 'unsafe' || verdict === 'unusable' ? 'down' : verdict === 'safe' ? 'up' : 'level'}"><path class="way dots" d="${spot(point)}h0"/>${hole}<text x="${place(x.at(point.cost) + 12)}" y="${place(y.at(point.rate) + 4)}">${model}</text></g>`;
  });
  const told = ({ rate, cost }: CostPoint) => `${showPercent(rate)} at ${showMoney(cost)}`;
  return chart({
    title: `What it scores, and what it costs: ${prompt.path}`,
    key: html`○ the reference, ● others`,
    says: `Score against dollars per thousand replies: ${points.map(({ model, point, verdict }) => `${model} (${verdict}) ${told(point)}`).join('; ')}.`,
    width: costWidth,
    height: costHeight,
    drawing: [...drawing, ...marks],
  });
}

function failingSection({ model, cases, verdict }: PortedModel): Markup {
  if (cases.length === 0 || verdict === 'unusable') return html``;
  const tally = ({ passes, of }: PortedModel['cases'][number]['old']) =>
    passes === null ? `${of} scored` : `${passes}/${of}`;
  const rows = cases.map(
    ({
      id,
      old,
      new: now,
      checks,
    }) => html`<tr><td class="wrap"><code>${id}</code></td><td class="n">${tally(old)}</td><td class="n">${tally(now)}</td><td class="wrap">${checks.join(', ')}</td></tr>
`,
  );
  return html`<h3>To look at on <code>${model}</code> (${portabilityWords[verdict]})</h3><div class="scroll" tabindex="0" role="region" aria-label="Cases that fail on ${model}"><table><thead><tr><th scope="col">Case</th><th scope="col" class="n">Reference</th><th scope="col" class="n">Here</th><th scope="col">Checks that fail</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}
