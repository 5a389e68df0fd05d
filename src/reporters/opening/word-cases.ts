import type { Report, ReportRow } from '../../core/report/report.ts';
import type { PlacedCase } from '../cases-of.ts';
import { showPoints } from '../show-quantity.ts';
import { countCases, wordUnsteady } from '../wording/count-cases.ts';
import { list, listNames, own, type Phrase, say, upperFirst } from '../wording/say.ts';
import { wordFallOf } from '../wording/word-change.ts';

/** What became of the cases of these rows that the fact does not tell: `19 others hold, 2 got better, 1 is flaky.` */
export function wordRest(rows: readonly ReportRow[], { fellIsTold = false } = {}): Phrase {
  const counts = countCases(rows);
  const { same, improved, fell } = counts;
  const told = [
    ...(!fellIsTold && fell.length > 0 ? [`${fell.length} more fell`] : []),
    ...(same > 0 ? [same === 1 ? '1 other holds' : `${same} others hold`] : []),
    ...(improved.length > 0 ? [`${improved.length} got better`] : []),
    ...wordUnsteady(counts),
  ];
  return told.length === 0 ? [] : own(`${told.join(', ')}.`);
}

/** Models on which nothing of the kind happened, where they are few. */
export function wordUnaffected({ prompts }: Report, touched: readonly ReportRow[]): Phrase {
  const rows = prompts.flatMap(({ models }) => models);
  const ids = new Set(touched.map(({ id }) => id));
  const free = [...new Set(rows.map(({ id }) => id))].filter((id) => !ids.has(id));
  const holds = free.filter((id) => rows.every((row) => row.id !== id || row.verdict === 'pass'));
  if (holds.length === 0 || holds.length > 2) return [];
  return say`${listNames(holds)} ${own(holds.length === 1 ? 'is' : 'are')} unaffected.`;
}

/** The other prompts under review: `5 prompts hold.`, and the one that nothing checked. */
export function wordOtherPrompts({ prompts, unreviewed }: Report): Phrase {
  const count = (verdict: string) => prompts.filter((prompt) => prompt.verdict === verdict).length;
  const told = [
    [count('pass'), 'holds', 'hold'],
    [count('inconclusive'), 'cannot be told', 'cannot be told'],
    [count('invalid'), 'could not be reviewed', 'could not be reviewed'],
    [unreviewed.length + count('unreviewed'), 'was not checked', 'were not checked'],
  ] as const;
  const phrases = told
    .filter(([number]) => number > 0)
    .map(([number, one, several], at) =>
      own(`${number}${at === 0 ? ` other prompt${number === 1 ? '' : 's'}` : ''} ${number === 1 ? one : several}`),
    );
  return phrases.length === 0 ? [] : say`${list(phrases)}.`;
}

type Count = { readonly passes: number | null; readonly of: number };

/** From what to what some cases went. */
type Turn = {
  readonly old: Count;
  readonly new: Count;
  readonly delta: number | null;
  /** The graded check that fell, where the passes do not tell. */
  readonly fall?: Parameters<typeof wordFallOf>[0] | undefined;
};

/** From what to what, in a sentence: `Always right before (6 of 6), always wrong now (0 of 6).` Empty where nothing is known. */
export function wordTurn(turns: readonly Turn[]): Phrase {
  const [first] = turns;
  if (first === undefined) return [];
  if (turns.some(({ fall }) => fall !== undefined))
    return turns.length === 1 && first.fall !== undefined
      ? say`${upperFirst(wordFallOf(first.fall))}.`
      : wordFall(turns);
  const sum = { old: 0, oldOf: 0, new: 0, newOf: 0 };
  for (const one of turns) {
    if (one.old.passes === null || one.new.passes === null) return wordFall(turns);
    sum.old += one.old.passes;
    sum.oldOf += one.old.of;
    sum.new += one.new.passes;
    sum.newOf += one.new.of;
  }
  const allToNone = sum.old === sum.oldOf && sum.new === 0;
  const alike = turns.every((one) => one.old.of === first.old.of && one.new.of === first.new.of);
  if (!allToNone) return own(`Right in ${sum.old} of ${sum.oldOf} replies before, in ${sum.new} of ${sum.newOf} now.`);
  if (!alike) return own('Always right before, always wrong now.');
  if (first.old.of === 1 && first.new.of === 1) return own('Right before, wrong now; asked once each.');
  return own(`Always right before (${first.old.of} of ${first.old.of}), always wrong now (0 of ${first.new.of}).`);
}

/** Falls of graded cases, from the least to the greatest where they differ. */
function wordFall(turns: readonly Turn[]): Phrase {
  const deltas = turns.flatMap(({ delta }) => (delta === null ? [] : [delta]));
  if (deltas.length === 0) return [];
  const [least, most] = [showPoints(Math.max(...deltas)), showPoints(Math.min(...deltas))];
  return own(`Down by ${least === most ? most : `${least.replace(/ points?$/u, '')} to ${most}`}.`);
}

/** Golden cases, however many models or rows they are of. */
export function countPlaced(placed: readonly PlacedCase[]): number {
  return new Set(placed.map(({ prompt, case: { id } }) => `${prompt.path}\n${id}`)).size;
}
