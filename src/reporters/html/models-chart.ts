import type { ReportPrompt, ReportRow } from '../../core/report/report.ts';
import { showMoney, showPercent } from '../show-quantity.ts';
import { type CostPoint, costAxes, costHeight, costWidth } from './cost-axes.ts';
import { html, type Markup } from './markup.ts';
import { chart, place } from './scale.ts';

const most = 8;

type Model = { readonly id: string; readonly old: CostPoint | undefined; readonly now: CostPoint };

/** What a prompt's models pass against what they cost, before (○) and now (●). Empty where there are no two numbers to set against each other. */
export function modelsChart(prompt: ReportPrompt, several: boolean): Markup {
  const models = prompt.models.flatMap(modelOf).slice(0, most);
  const points = models.flatMap(({ old, now }) => [now, ...(old === undefined ? [] : [old])]);
  if (models.length === 0 || points.every(({ cost }) => cost === 0)) return html``;
  const { x, y, drawing, spot } = costAxes(points);
  const marks = models.map(({ id, old, now }) => {
    const worse = old !== undefined && now.rate < old.rate - 0.005;
    const way =
      old === undefined
        ? ''
        : html`<path class="way" d="${spot(old)}L${spot(now).slice(1)}"/><path class="way dots" d="${spot(old)}h0"/><path class="way holes" d="${spot(old)}h0"/>`;
    // The name stands on the side that the arrow does not come from, unless there is no room.
    const fromRight = old !== undefined && old.cost > now.cost && x.at(now.cost) - 56 > 8 * id.length;
    const name = html`<text x="${place(x.at(now.cost) + (fromRight ? -12 : 12))}" y="${place(y.at(now.rate) + 4)}"${fromRight ? html` text-anchor="end"` : ''}>${id}</text>`;
    return html`<g class="${worse ? 'down' : 'level'}">${way}<path class="way dots" d="${spot(now)}h0"/>${name}</g>`;
  });
  return chart({
    title: `What passes, and what it costs${several ? `: ${prompt.path}` : ''}`,
    key: html`○ before, ● now`,
    says: `Pass rate against dollars per thousand replies: ${models.map(wordModel).join('; ')}.`,
    width: costWidth,
    height: costHeight,
    drawing: [...drawing, ...marks],
  });
}

function modelOf({ id, passRate, score, cost }: ReportRow): readonly Model[] {
  const rate = passRate.new ?? score.new;
  if (rate === null || cost.new === null) return [];
  const before = passRate.new === null ? score.old : passRate.old;
  const old = before === null || cost.old === null ? undefined : { cost: cost.old * 1000, rate: before };
  return [{ id, old, now: { cost: cost.new * 1000, rate } }];
}

function wordModel({ id, old, now }: Model): string {
  const told = ({ rate, cost }: CostPoint) => `${showPercent(rate)} at ${showMoney(cost)}`;
  return old === undefined ? `${id} ${told(now)}` : `${id} from ${told(old)} to ${told(now)}`;
}
