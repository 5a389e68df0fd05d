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

/** One piece of a pattern: a place in the text (`^`, `\b`), or something that is matched so and so often. */
export type PatternPiece =
  | { readonly kind: 'place'; readonly text: string }
  | {
      readonly kind: 'match';
      readonly text: string;
      /** Of a group, its alternatives. */
      readonly branches?: readonly PatternBranch[];
      readonly least: number;
      readonly most: number;
    };

/** Pieces that follow each other. */
type PatternBranch = readonly PatternPiece[];

/** A pattern's alternatives, and the flags at its start. */
type ReadPattern = { readonly flags: string; readonly branches: readonly PatternBranch[] };

const place = /^(?:\^|\$|\\[AzbB])/u;
const quantifier = /^(?:[*+?]|\{(?<from>\d+)(?<comma>,)?(?<to>\d*)\})[?+]?/u;
const single = /^(?:\\p\{[^}]*\}|\\x\{[^}]*\}|\\x[\da-f]{2}|\\[\s\S]|[^\\()[\]|])/iu;
const charClass = /^\[\^?\]?(?:\[:[^\]]*:\]|\\[\s\S]|[^\]\\])*\]/u;
const groupStart = /^\((?:\?(?:P?<[^>]*>|[a-zA-Z-]*:))?/u;

/** Reads a pattern in RE2 syntax into its pieces; `undefined` where it is written in a way that is not known here. */
export function readPattern(pattern: string): ReadPattern | undefined {
  const flags = /^\(\?([a-zA-Z-]+)\)/u.exec(pattern);
  const read = readBranches(pattern.slice(flags?.[0].length ?? 0));
  return read === undefined || read.rest !== '' ? undefined : { flags: flags?.[1] ?? '', branches: read.branches };
}

type Read = { readonly branches: readonly PatternBranch[]; readonly rest: string };

/** Groups within each other; what is deeper nobody wrote by hand. */
const deepest = 100;

function readBranches(text: string, depth = 0): Read | undefined {
  if (depth > deepest) return undefined;
  const branches: PatternBranch[] = [];
  let pieces: PatternPiece[] = [];
  let rest = text;
  while (rest !== '' && !rest.startsWith(')')) {
    if (rest.startsWith('|')) {
      branches.push(pieces);
      pieces = [];
      rest = rest.slice(1);
      continue;
    }
    const read = readPiece(rest, depth);
    if (read === undefined) return undefined;
    pieces.push(read.piece);
    rest = read.rest;
  }
  return { branches: [...branches, pieces], rest };
}

function readPiece(text: string, depth: number): { readonly piece: PatternPiece; readonly rest: string } | undefined {
  const at = place.exec(text)?.[0];
  if (at !== undefined) return { piece: { kind: 'place', text: at }, rest: text.slice(at.length) };
  const atom = text.startsWith('(') ? readGroup(text, depth) : readAtom(text);
  if (atom === undefined) return undefined;
  const { rest, ...matched } = atom;
  const found = quantifier.exec(rest);
  const [least, most] = found === null ? [1, 1] : spanOf(found);
  return { piece: { kind: 'match', ...matched, least, most }, rest: rest.slice(found?.[0].length ?? 0) };
}

function readAtom(text: string): { readonly text: string; readonly rest: string } | undefined {
  const found = (text.startsWith('[') ? charClass : single).exec(text)?.[0];
  return found === undefined ? undefined : { text: found, rest: text.slice(found.length) };
}

function readGroup(text: string, depth: number) {
  const start = groupStart.exec(text)?.[0] ?? '';
  // Flags of a group alone change what its text means.
  if (/\?[a-zA-Z-]+:/u.test(start) || text.startsWith('?', start.length)) return undefined;
  const inner = readBranches(text.slice(start.length), depth + 1);
  if (inner === undefined || !inner.rest.startsWith(')')) return undefined;
  const length = text.length - inner.rest.length + 1;
  return { text: text.slice(0, length), branches: inner.branches, rest: text.slice(length) };
}

function spanOf({ 0: written, groups }: RegExpExecArray): readonly [number, number] {
  if (written.startsWith('*')) return [0, Number.POSITIVE_INFINITY];
  if (written.startsWith('+')) return [1, Number.POSITIVE_INFINITY];
  if (written.startsWith('?')) return [0, 1];
  const from = Number(groups?.['from']);
  if (groups?.['comma'] === undefined) return [from, from];
  return [from, groups['to'] === '' ? Number.POSITIVE_INFINITY : Number(groups['to'])];
}
