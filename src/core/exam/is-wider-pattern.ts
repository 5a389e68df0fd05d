import { type PatternBranch, type PatternPiece, type ReadPattern, readPattern } from './read-pattern.ts';

/** Longer branches are not held against each other: the work grows with the product of their lengths. */
const mostPieces = 300;

/**
 * Whether a pattern is found in every text that another is found in, and in more, as far as the way it is written tells: it
 * finds the empty text, or is the other with an alternative added, an anchor or an end dropped, a repeat or a character widened.
 */
export function isWiderPattern(pattern: string, than: string): boolean {
  const [wide, narrow] = [readPattern(pattern), readPattern(than)];
  if (wide === undefined || narrow === undefined || pattern === than) return false;
  if (findsEmpty(wide.branches) && !findsEmpty(narrow.branches)) return true;
  return covers(wide, narrow) && !covers(narrow, wide);
}

function covers(wide: ReadPattern, narrow: ReadPattern): boolean {
  const [flags, others] = [new Set(wide.flags), new Set(narrow.flags)];
  const more = [...flags].filter((flag) => !others.has(flag));
  // Without regard to case or lines it finds more; what other flags come to is not known here.
  if (more.some((flag) => flag !== 'i' && flag !== 's') || [...others].some((flag) => !flags.has(flag))) return false;
  return narrow.branches.every((branch) => wide.branches.some((one) => holds(one, branch, true)));
}

function findsEmpty(branches: readonly PatternBranch[]): boolean {
  return branches.some((branch) => branch.every(isEmptyAllowed));
}

function isEmptyAllowed(piece: PatternPiece): boolean {
  if (piece.kind === 'place') return piece.text !== '\\b';
  return piece.least === 0 || (piece.branches !== undefined && findsEmpty(piece.branches));
}

/**
 * Whether `wide` matches whatever `narrow` matches.
 * @param within a part of it is enough, since a pattern is searched for
 */
function holds(wide: PatternBranch, narrow: PatternBranch, within: boolean): boolean {
  if (wide.length > mostPieces || narrow.length > mostPieces) return false;
  const known = new Map<number, boolean>();
  const from = (at: number, next: number): boolean => {
    const key = at * (wide.length + 1) + next;
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, false);
    const result = step(at, next);
    known.set(key, result);
    return result;
  };
  const step = (at: number, next: number): boolean => {
    const [piece, wanted] = [narrow[at], wide[next]];
    if (wanted === undefined) return within || narrow.slice(at).every(({ kind }) => kind === 'place');
    if (wanted.kind === 'match' && isEmptyAllowed(wanted) && from(at, next + 1)) return true;
    if (piece === undefined) return false;
    if (piece.kind === 'place')
      return from(at + 1, next) || (wanted.kind === 'place' && wanted.text === piece.text && from(at + 1, next + 1));
    if (wanted.kind === 'place' || !isCovered(piece, wanted)) return false;
    return (isOften(piece, wanted) && from(at + 1, next + 1)) || (wanted.most === Infinity && from(at + 1, next));
  };
  return narrow.some((_, start) => (within || start === 0) && from(start, 0)) || (narrow.length === 0 && from(0, 0));
}

type Match = Extract<PatternPiece, { kind: 'match' }>;

function isOften(piece: Match, wanted: Match): boolean {
  return wanted.least <= piece.least && wanted.most >= piece.most;
}

/** Whether what one piece matches once, another does too. */
function isCovered(piece: Match, wanted: Match): boolean {
  if (piece.text === wanted.text) return true;
  if (piece.branches !== undefined) {
    const { branches = [[{ ...wanted, least: 1, most: 1 }]] } = wanted;
    return piece.branches.every((branch) => branches.some((one) => holds(one, branch, false)));
  }
  if (wanted.branches !== undefined)
    return wanted.branches.some((one) => holds(one, [{ ...piece, least: 1, most: 1 }], false));
  if (/^\[\\?[sS]\\[sS]\]$/u.test(wanted.text)) return true;
  // A class that may hold the end of a line is no part of `.`.
  return wanted.text === '.' && /^(?:\\[dw.]|[^\\[\n])$/u.test(piece.text);
}
