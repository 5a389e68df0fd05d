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
export type PatternBranch = readonly PatternPiece[];

/** A pattern's alternatives, and the flags at its start. */
export type ReadPattern = { readonly flags: string; readonly branches: readonly PatternBranch[] };

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
