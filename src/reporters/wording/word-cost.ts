import type { CostFactor } from '../../core/money/decompose-cost.ts';
import type { Report, ReportPrompt, ReportRow } from '../../core/report/report.ts';
import { showChange, showCount, showMoney, showMoneyDifference, showPercent } from '../show-quantity.ts';
import { own, type Phrase, say } from './say.ts';

type Spending = NonNullable<ReportRow['spending']>;
export type Spent = Spending['segments'][string];
/** A change of cost in parts, whoever measured it. */
type Parted = Pick<Spent, 'factors' | 'tokens' | 'length'>;
export type Placed = { readonly prompt: ReportPrompt; readonly row: ReportRow; readonly spending: Spending };

/** Rows whose replies cost much more than before, and beyond chance, the dearest first. */
export function explodingRows({ prompts }: Pick<Report, 'prompts'>): readonly Placed[] {
  return prompts
    .flatMap((prompt) =>
      prompt.models.flatMap((row) => (row.spending?.explodes ? [{ prompt, row, spending: row.spending }] : [])),
    )
    .toSorted((one, other) => ratioOf(other.spending) - ratioOf(one.spending));
}

/** New to old; infinite where it was free. */
export function ratioOf({ usd }: Pick<Spent, 'usd'>): number {
  if (usd.old === null || usd.new === null) return 1;
  return usd.old > 0 ? usd.new / usd.old : usd.new > 0 ? Number.POSITIVE_INFINITY : 1;
}

/** `+148% a reply`, `−12% a reply`; empty where a price is not known or nothing changed. */
export function wordGrowth(spent: Pick<Spent, 'usd'>): string {
  const ratio = ratioOf(spent);
  if (ratio === Number.POSITIVE_INFINITY) return 'no longer free';
  const shown = showPercent(Math.abs(ratio - 1));
  return shown === '0%' ? '' : `${ratio > 1 ? '+' : '−'}${shown} a reply`;
}

/** A factor is told where it moved the cost by this much, and by this share of what moved it most. */
const matters = { log: 0.03, share: 0.15 } as const;

/**
 * What the change comes of, the weightiest first, in its own quantities: `replies are 2.1 × longer, reasoning 1.3 ×, price −10%`. Only
 * what matters; empty where no price is known.
 * @param most causes at most
 */
export function wordCauses(spent: Parted, most = 3): string {
  const { factors } = spent;
  if (factors === undefined) return '';
  const weights = factorNames.map((factor) => [factor, Math.log(factors[factor] ?? 1)] as const);
  const heaviest = Math.max(...weights.map(([, weight]) => Math.abs(weight)));
  return weights
    .filter(([, weight]) => Math.abs(weight) >= Math.max(matters.log, matters.share * heaviest))
    .toSorted(([, one], [, other]) => Math.abs(other) - Math.abs(one))
    .slice(0, most)
    .map(([factor]) => causes[factor](spent, factors[factor] ?? 1))
    .join(', ');
}

const factorNames = ['reply', 'reasoning', 'prompt', 'price', 'tokenizer', 'cached'] as const;

const causes: Readonly<Record<CostFactor, (spent: Parted, factor: number) => string>> = {
  reply: ({ tokens, length, factors = {} }, factor) => {
    // Between models a token is not a token: there characters tell.
    const [old, now] =
      (factors.tokenizer ?? 1) === 1 ? [saidOf(tokens, 'old'), saidOf(tokens, 'new')] : [length.old, length.new];
    return `replies are ${longer(timesOf(old, now) ?? factor)}`;
  },
  reasoning: ({ tokens: { reasoning } }, factor) => {
    if ((reasoning.old ?? 0) === 0) return `it reasons now (${Math.round(reasoning.new ?? 0)} tokens a reply)`;
    if ((reasoning.new ?? 0) === 0) return 'it no longer reasons';
    return `reasoning ${times(timesOf(reasoning.old, reasoning.new) ?? factor)}`;
  },
  prompt: ({ tokens: { input }, factors = {} }, factor) =>
    `the prompt is ${longer((factors.tokenizer ?? 1) === 1 ? (timesOf(input.old, input.new) ?? factor) : factor)}`,
  price: (_, factor) => `price ${times(factor)}`,
  tokenizer: (_, factor) =>
    `the same text counts ${showPercent(Math.abs(factor - 1))} ${factor >= 1 ? 'more' : 'fewer'} tokens`,
  cached: ({ tokens }) =>
    `${showPercent(cachedOf(tokens, 'new'))} of the input is read from the cache, ${showPercent(cachedOf(tokens, 'old'))} before`,
};

function saidOf({ output, reasoning }: Spent['tokens'], side: 'old' | 'new'): number | null {
  return output[side] === null ? null : output[side] - (reasoning[side] ?? 0);
}

function cachedOf({ input, cached }: Spent['tokens'], side: 'old' | 'new'): number {
  return (cached[side] ?? 0) / Math.max(1, input[side] ?? 1);
}

function timesOf(old: number | null, now: number | null): number | undefined {
  return old === null || now === null || old <= 0 ? undefined : now / old;
}

/** `2.1 × longer`, `30% longer`, `40% shorter`. */
export function longer(ratio: number): string {
  if (ratio >= 1.5) return `${ratio.toFixed(1)} × longer`;
  return ratio >= 1 ? `${showPercent(ratio - 1)} longer` : `${showPercent(1 - ratio)} shorter`;
}

/** `2.1 ×`, `+30%`, `−10%`. */
function times(ratio: number): string {
  if (ratio >= 1.3) return `${ratio.toFixed(1)} ×`;
  return `${ratio >= 1 ? '+' : '−'}${showPercent(Math.abs(ratio - 1))}`;
}

/** `$412 → $1,030 a month (+$618, of which free +$541)`; per 1,000 replies where no traffic is known. */
export function wordBill({ month, usd, segments }: Spending, row: Pick<ReportRow, 'cost'>): Phrase {
  if (month === undefined || month.old === null || month.new === null) {
    if (usd.old === null || usd.new === null) return [];
    return own(`${showMoneyDifference(usd.old * 1000, usd.new * 1000)} per 1,000 replies`);
  }
  const scale = Math.max(month.old, month.new);
  const [from, to] = [showRough(month.old, scale), showRough(month.new, scale)];
  if (from === to) return own(`${to} a month`);
  const change = roughly(month.new, scale) - roughly(month.old, scale);
  const shares = Object.entries(row.cost.monthly).map(([name, { replies }]) => ({
    name,
    usd: (segments[name]?.usd.delta ?? 0) * replies,
  }));
  const [first] = shares.toSorted((one, other) => Math.abs(other.usd) - Math.abs(one.usd));
  const most =
    shares.length < 2 || first === undefined || Math.sign(first.usd) !== Math.sign(change)
      ? []
      : say`, of which ${first.name} ${own(wordSum(first.usd, scale))}`;
  return say`${own(`${from} → ${to} a month (${wordSum(change, scale)}`)}${most})`;
}

/** Dollars beside larger ones: of hundreds, cents say nothing. */
function showRough(usd: number, scale: number): string {
  return scale < 100 ? showMoney(usd) : `$${showCount(roughly(usd, scale))}`;
}

/** As it is shown, so that a difference is that of the shown sums. */
function roughly(usd: number, scale: number): number {
  if (scale < 1) return usd;
  return scale < 100 ? Math.round(usd * 100) / 100 : Math.round(usd);
}

/** A month of dollars, old and new, with their difference: `$18.95 → $38.51 (+$19.56)`. */
export function showMonth({ old, new: now }: { readonly old: number | null; readonly new: number | null }): string {
  if (old === null && now === null) return 'unknown';
  const scale = Math.max(old ?? 0, now ?? 0);
  const shown = showChange(old, now, (usd) => showRough(usd, scale));
  return old === null || now === null || !shown.includes('→')
    ? shown
    : `${shown} (${wordSum(roughly(now, scale) - roughly(old, scale), scale)})`;
}

/** `+$540`, `−$12.50` */
export function wordSum(usd: number, scale = Math.abs(usd)): string {
  return `${usd < 0 ? '−' : '+'}${showRough(Math.abs(usd), scale)}`;
}

/** `+$618 a month`, or `+$0.62 per 1,000 replies`: as short as a line needs it. */
function wordExtra({ month, usd }: Spending): string {
  if (month?.old != null && month.new !== null) {
    const scale = Math.max(month.old, month.new);
    return `${wordSum(roughly(month.new, scale) - roughly(month.old, scale), scale)} a month`;
  }
  return usd.delta === null ? '' : `${wordSum(usd.delta * 1000)} per 1,000 replies`;
}

/** What each factor made of the cost: `longer replies ×1.96 · prompt ×1.03`; the product is the whole change. */
export function wordProduct({ factors }: Pick<Spent, 'factors'>): string {
  if (factors === undefined) return '';
  return factorNames
    .flatMap((factor) => {
      const made = (factors[factor] ?? 1).toFixed(2);
      return made === '1.00' ? [] : [`${factorWords[factor]} ×${made}`];
    })
    .join(' · ');
}

const factorWords = {
  reply: 'length of replies',
  reasoning: 'reasoning',
  prompt: 'length of the prompt',
  price: 'price',
  tokenizer: 'tokenizer',
  cached: 'cache',
} as const satisfies Record<CostFactor, string>;

/** What the dearest row costs more, with its cause and bill, from its fullest telling to its shortest; empty where nothing explodes. */
export function wordExplosion(report: Report): readonly [Phrase, ...Phrase[]] | undefined {
  const rows = explodingRows(report);
  const [first] = rows;
  if (first === undefined) return undefined;
  const { row, spending } = first;
  const growth = wordGrowth(spending);
  const [extra, cause, causesAll] = [wordExtra(spending), wordCauses(spending, 1), wordCauses(spending)];
  const others = rows.length > 1 ? own(` and ${rows.length - 1} more`) : [];
  const dearest = say`${own(growth)} on ${nameRow(row)}`;
  const head = say`${dearest}${others}`;
  const told = (parts: readonly string[]) => parts.filter((part) => part !== '').join(': ');
  const sum = extra === '' ? [] : own(`, ${extra}`);
  return [
    say`${head}${sum}${own(told(['', causesAll]) === '' ? '' : `: ${causesAll}`)}`,
    say`${head}${sum}${own(cause === '' ? '' : `: ${cause}`)}`,
    say`${dearest}${sum}${own(cause === '' ? '' : `: ${cause}`)}`,
    say`${own(growth)}${sum}${own(cause === '' ? '' : `: ${cause}`)}`,
    say`${own(growth)}${sum}`,
  ];
}

/** The same beside a headline that tells something else. */
export function wordExplosionBeside(report: Report): Phrase {
  const [first] = explodingRows(report);
  if (first === undefined) return [];
  const { row, spending } = first;
  const [cause, extra] = [wordCauses(spending, 1), wordExtra(spending)];
  const alone = report.prompts.reduce((sum, { models }) => sum + models.length, 0) === 1;
  const where = alone ? [] : say` on ${nameRow(row)}`;
  const tail = `${extra === '' ? '' : ` (${extra})`}${cause === '' ? '' : `: ${cause}`}`;
  return say`It also costs ${own(wordGrowth(spending))}${where}${own(tail)}.`;
}

/** A row by its model, or by both where another takes its place. */
export function nameRow({ id, model }: Pick<ReportRow, 'id' | 'model'>): Phrase {
  return model.old === model.new ? say`${id}` : say`${model.old} → ${model.new}`;
}
