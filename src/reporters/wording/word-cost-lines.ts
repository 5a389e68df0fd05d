import type { ReportPrompt, ReportRow } from '../../core/report/report.ts';
import { showChange, showCount, showMoney } from '../show-quantity.ts';
import { own, type Phrase, say } from './say.ts';
import { ratioOf, wordBill, wordCauses, wordGrowth, wordProduct, wordSum } from './word-cost.ts';
import { wordHeads, wordIgnored, wordUncounted, wordVerbosity } from './word-heads.ts';

type Spending = NonNullable<ReportRow['spending']>;

/** A change of what a reply costs is told from here on, beyond chance. */
const least = 0.05;

/** Whether a reply costs more or less than before, beyond chance and by enough to be told. */
export function hasMoved(spending: Pick<Spending, 'usd'>, alpha: number): boolean {
  const ratio = ratioOf(spending);
  const chance = ratio > 1 ? spending.usd.p : spending.usd.cheaper;
  return Math.abs(ratio - 1) >= least && chance !== null && chance <= alpha;
}

/** What there is to say of what one row costs. */
export function costLines(row: ReportRow, alpha: number): readonly Phrase[] {
  const { spending } = row;
  if (spending === undefined) return [];
  const moved = hasMoved(spending, alpha);
  return [
    ...(moved ? [wordMoved(spending), wordTokens(spending)] : []),
    ...(moved && spending.month !== undefined ? [say`${wordBill(spending, row)}${wordSpan(spending.month)}.`] : []),
    wordVerbosity(row),
    wordHeads(row),
    ...wordIgnored(row),
    wordUncounted(row),
  ].filter((line) => line.length > 0);
}

/** What a reply of a prompt came to over all its models together, where that moved. */
export function wordOverModels({ spending }: ReportPrompt, alpha: number): Phrase {
  if (spending === undefined || !hasMoved(spending, alpha)) return [];
  return own(`Over its ${spending.models} models ${wordGrowth(spending)}${wordThousand(spending)}.`);
}

function wordThousand({ usd }: Pick<Spending, 'usd'>): string {
  return usd.old === null || usd.new === null
    ? ''
    : ` (${showChange(usd.old * 1000, usd.new * 1000, showMoney)} per 1,000 replies${spanOf(usd, 1000)})`;
}

function wordMoved(spending: Spending): Phrase {
  const causes = wordCauses(spending);
  const per = wordThousand(spending);
  const product = wordProduct(spending);
  return own(
    `${wordGrowth(spending)}${per}${causes === '' ? '' : `: ${causes}`}.${product === '' ? '' : ` Multiplied out: ${product}.`}`,
  );
}

type Span = { readonly low: number | null; readonly high: number | null };

function spanOf({ low, high }: Span, scale: number): string {
  return low === null || high === null ? '' : `, ${wordSum(low * scale)} to ${wordSum(high * scale)}`;
}

function wordSpan(span: Span): Phrase {
  const shown = spanOf(span, 1);
  return own(shown === '' ? '' : `, as far as these cases tell ${shown.slice(2)}`);
}

function wordTokens({ tokens }: Spending): Phrase {
  const show = (side: Spending['tokens']['input']) => showChange(side.old, side.new, showCount);
  const part = (side: Spending['tokens']['input'], what: string) =>
    (side.old ?? 0) + (side.new ?? 0) === 0 ? '' : `, ${what} ${show(side)}`;
  return own(
    `Tokens a reply: in ${show(tokens.input)}${part(tokens.cached, 'of which cached')}; out ${show(tokens.output)}${part(tokens.reasoning, 'of which reasoning')}.`,
  );
}
