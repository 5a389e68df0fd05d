import type { CanaryRow } from '../../core/drift/drift-report.ts';
import { lineChart } from '../html/line-chart.ts';
import { html, type Markup, toHtml } from '../html/markup.ts';
import { showCount, showScore } from '../show-quantity.ts';
import { endsOf, nameRuns } from './row-section.ts';
import { wordCanary } from './word-canary.ts';

const tones = { drifted: 'regressed', invalid: 'invalid', baseline: 'skipped', steady: 'pass' } as const;

/** The canary of a model: what it says, and how far each run was from the reference. */
export function canarySection(row: CanaryRow): Markup {
  const sentences = wordCanary(row).map((phrase) => html`${toHtml(phrase)} `);
  return html`<section class="told"><h2>Canary of <code>${row.model}</code> <span class="chip ${tones[row.verdict]}">${row.verdict}</span></h2><p class="lead">${sentences}</p><div class="charts">${distanceChart(row)}</div></section>
`;
}

function distanceChart({ history = [], limit, since, method, model }: CanaryRow): Markup {
  const values = history.map(({ distance }) => distance);
  const at = since === undefined ? -1 : history.findIndex((run) => run.at === since.at);
  const known = values.flatMap((value) => value ?? []);
  return lineChart({
    title: 'Distance from the reference',
    key: `${method === 'border' ? 'share of answers that differ' : 'log-probabilities, mean difference'}${limit === undefined ? '' : '; dashed, the usual maximum'}`,
    says: `Distance of the canary of ${model} from its reference in ${showCount(values.length)} runs, at last ${showScore(known.at(-1) ?? 0)}${limit === undefined ? '' : `; usual is at most ${showScore(limit)}`}.`,
    values,
    ends: endsOf(history),
    show: showScore,
    span: [0, limit ?? 0],
    size: 'wide',
    ...(limit === undefined ? {} : { limit }),
    ...(at === -1 || since === undefined
      ? {}
      : { since: { at, from: at, to: at, text: `since ${nameRuns(history)(since.at)}`, isWorse: true } }),
  });
}
