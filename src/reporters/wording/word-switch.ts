import type { Report, ReportRow } from '../../core/report/report.ts';
import { showPercent, showPoints } from '../show-quantity.ts';
import { own, type Phrase, say } from './say.ts';
import { longer, nameRow, ratioOf, wordGrowth } from './word-cost.ts';

/** Rows whose new side is on another model. */
function switchedRows({ prompts }: Pick<Report, 'prompts'>): readonly ReportRow[] {
  return prompts.flatMap(({ models }) => models).filter(({ model }) => model.old !== model.new);
}

/** A score and a time are told from here on: less is as good as alike. */
const told = { score: 0.02, latency: 0.2, length: 0.25 } as const;

type Switch = { readonly buys: readonly string[]; readonly costs: readonly string[]; readonly also: readonly string[] };

/** What a row's other model is better in, and what worse; longer is neither. Dollars are told beyond chance alone. */
function weighSwitch({ score, latency, spending }: ReportRow, alpha: number): Switch {
  const buys: string[] = [];
  const costs: string[] = [];
  const also: string[] = [];
  if (spending !== undefined) {
    const { p, cheaper } = spending.usd;
    const isDearer = ratioOf(spending) > 1;
    const chance = isDearer ? p : cheaper;
    const growth = wordGrowth(spending);
    if (growth !== '' && chance !== null && chance <= alpha) (isDearer ? costs : buys).push(growth);
  }
  if (score.delta !== null && Math.abs(score.delta) >= told.score)
    (score.delta > 0 ? buys : costs).push(showPoints(score.delta));
  const { old, new: now } = latency.p50;
  if (old !== null && now !== null && old > 0 && Math.abs(now / old - 1) >= told.latency)
    (now < old ? buys : costs).push(`${showPercent(Math.abs(now / old - 1))} ${now < old ? 'faster' : 'slower'}`);
  const { refusals, length } = spending ?? {};
  if (refusals !== undefined && refusals.old !== null && refusals.new !== null && refusals.new !== refusals.old)
    (refusals.new < refusals.old ? buys : costs).push(`refusals ${refusals.old} → ${refusals.new}`);
  if (length?.old != null && length.new !== null && length.old > 0) {
    const ratio = length.new / length.old;
    if (ratio >= 1 + told.length || ratio <= 1 - told.length) also.push(`replies are ${longer(ratio)}`);
  }
  return { buys, costs, also };
}

const nothing = 'nothing that shows';

/** `a → b buys −40% a reply, 30% faster; it costs 3 points`, from its fullest telling to its shortest; none where no prompt changes its model. */
export function wordSwitch(report: Report): readonly [Phrase, ...Phrase[]] | undefined {
  const [row] = switchedRows(report);
  if (row === undefined) return undefined;
  const { buys, costs, also } = weighSwitch(row, report.method.alpha);
  const all = `buys ${buys.join(', ') || nothing}; it costs ${costs.join(', ') || nothing}`;
  const first = `buys ${buys[0] ?? nothing}, costs ${costs[0] ?? nothing}`;
  return [
    say`${nameRow(row)} ${own([all, ...also].join('; '))}`,
    say`${nameRow(row)} ${own(first)}`,
    own(`the switch ${first}`),
  ];
}
