import type { Report } from '../../core/report/report.ts';
import { escapeHidden } from '../../core/text/show-hidden.ts';
import { showCount } from '../show-quantity.ts';
import { type CaseSize, caseInBlock } from './case-in-block.ts';
import { indexCases } from './index-cases.ts';
import { casesInBlock } from './page-data.ts';
import { type Matrix, placeCases } from './place-cases.ts';

export type PackedCases = { readonly index: string; readonly blocks: readonly string[] };

/** Bytes of data in one page, which with its head and its program stays under 10 MB. */
const mostBytes = 9_600_000;

/** How much of the cases is kept: all; of steady cases one pair; that cut; of the others some pairs, cut as well. */
const sizes: readonly { readonly size: CaseSize; readonly note?: string }[] = [
  { size: { steady: {}, others: {} } },
  { size: { steady: { pairs: 1 }, others: {} }, note: 'one pair of replies is kept of each steady case' },
  {
    size: { steady: { pairs: 1, characters: 500 }, others: {} },
    note: 'one pair of replies is kept of each steady case, its first 500 characters',
  },
  {
    size: { steady: { pairs: 1, characters: 500 }, others: { pairs: 4, characters: 2000 } },
    note: 'one pair of replies is kept of each steady case, its first 500 characters; four pairs of the others, their first 2,000',
  },
  {
    size: { steady: { pairs: 0 }, others: { pairs: 1, characters: 500 } },
    note: 'the replies of steady cases are left out; one pair is kept of the others, its first 500 characters',
  },
];

/**
 * All cases of a report, packed for the page's program, so far cut that they fit. Nothing where there are no cases.
 * Large ones take seconds: empty pieces in between let whoever writes the page have a turn.
 */
export function* packCases(
  report: Report,
  pack: (text: string) => string,
  most = mostBytes,
): Generator<'', PackedCases | undefined> {
  const matrix = placeCases(report);
  if (matrix.cases.length === 0) return undefined;
  yield '';
  const index = yield* indexCases(report, matrix);
  yield '';
  const of = (note?: string) => (note === undefined ? index : { ...index, note: told(note) });
  const room = most - pack(toJson(of(sizes.at(-1)?.note))).length;
  for (const { size, note } of sizes) {
    const blocks = yield* packBlocks(matrix, size, pack, room);
    if (blocks !== undefined) return { index: pack(toJson(of(note))), blocks };
  }
  return {
    index: pack(toJson(of(`the replies of ${showCount(matrix.cases.length)} cases do not fit at all`))),
    blocks: [],
  };
}

function told(note: string): string {
  return `To keep this page under 10 MB, ${note}. promptgate.json has more.`;
}

/** Undefined where they would take more than `room`. */
function* packBlocks(
  { cases }: Matrix,
  size: CaseSize,
  pack: (text: string) => string,
  room: number,
): Generator<'', readonly string[] | undefined> {
  const blocks: string[] = [];
  let taken = 0;
  for (let from = 0; from < cases.length; from += casesInBlock) {
    const text = toJson(cases.slice(from, from + casesInBlock).map((one) => caseInBlock(one, size)));
    yield '';
    const block = pack(text);
    yield '';
    taken += block.length;
    if (taken > room) return undefined;
    blocks.push(block);
  }
  return blocks;
}

function toJson(value: unknown): string {
  return escapeHidden(JSON.stringify(value));
}
