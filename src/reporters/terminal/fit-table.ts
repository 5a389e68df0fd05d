import { columnsOf } from './columns-of.ts';

/** A column of a table: its head, its cells, and what becomes of it where there is little room. */
export type Column = {
  readonly head: string;
  readonly cells: readonly string[];
  readonly align?: 'left' | 'right';
  /** Where a cell is cut: the end of a path tells more than its beginning. */
  readonly cutAt?: 'start' | 'end';
  /** Its cells may be cut down to so many columns; without it they are shown whole. */
  readonly least?: number;
  /** Left out where cutting is not enough, the last such column first. */
  readonly mayGo?: true;
};

const gap = 2;

/** Lines of a table of at most `width` columns, as wide as its cells take on a terminal (CJK counts two). */
export function fitTable(columns: readonly Column[], width: number): readonly string[] {
  const kept = keepWhatFits(columns, width);
  const widths = widthsOf(kept, width);
  const count = Math.max(...kept.map(({ cells }) => cells.length));
  const line = (cellOf: (column: Column) => string): string =>
    kept
      .map((column, at) => place(cellOf(column), widths[at] ?? 0, column))
      .join(' '.repeat(gap))
      .trimEnd();
  return [
    line(({ head }) => head),
    ...Array.from({ length: count }, (_, row) => line(({ cells }) => cells[row] ?? '')),
  ];
}

function keepWhatFits(columns: readonly Column[], width: number): readonly Column[] {
  if (sum(columns.map(floorOf)) + gap * (columns.length - 1) <= width) return columns;
  const last = columns.findLastIndex(({ mayGo }) => mayGo === true);
  return last === -1 ? columns : keepWhatFits(columns.toSpliced(last, 1), width);
}

/** As wide as the cells where there is room; else the widest gives way, column by column, to what it must have and then beyond. */
function widthsOf(columns: readonly Column[], width: number): readonly number[] {
  const widths = columns.map(naturalOf);
  const floors = columns.map(floorOf);
  for (let over = sum(widths) + gap * (columns.length - 1) - width; over > 0; over--) {
    const spare = widths.map((one, at) => (one > (floors[at] ?? 0) ? one : 0));
    const from = Math.max(...spare) > 0 ? spare : widths;
    const widest = from.indexOf(Math.max(...from));
    widths[widest] = Math.max(1, (widths[widest] ?? 1) - 1);
  }
  return widths;
}

function naturalOf({ head, cells }: Column): number {
  return Math.max(...[head, ...cells].map(columnsOf));
}

function floorOf(column: Column): number {
  const natural = naturalOf(column);
  return column.least === undefined ? natural : Math.min(natural, Math.max(column.least, columnsOf(column.head)));
}

function place(cell: string, width: number, { align, cutAt }: Column): string {
  const shown = cut(cell, width, cutAt);
  const space = ' '.repeat(Math.max(0, width - columnsOf(shown)));
  return align === 'right' ? space + shown : shown + space;
}

function cut(text: string, columns: number, at: Column['cutAt'] = 'end'): string {
  if (columnsOf(text) <= columns) return text;
  const characters = at === 'end' ? [...text] : [...text].toReversed();
  let kept = '';
  for (const character of characters) {
    const longer = at === 'end' ? kept + character : character + kept;
    if (columnsOf(longer) > columns - 1) break;
    kept = longer;
  }
  return at === 'end' ? `${kept}…` : `…${kept}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
