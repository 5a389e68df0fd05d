import type { ExamCase } from '../exam.ts';
import type { GoldenCase } from '../golden-case.ts';
import type { Prompt } from '../prompt.ts';
import { varsOf } from './messages-of.ts';

/** Share of what either of two texts holds that both hold, from which one is a near copy of the other. */
const leastAlike = 0.8;
/** Characters of a shingle, and the least of their hashes that are kept of a text: a sketch of a long one, all of a short one. */
const width = 5;
const kept = 128;
/** Texts are compared by their beginnings, and of so many cases only equal ones are found. */
const longest = 4_000;
const mostCompared = 2_000;

/**
 * Groups of cases that ask nearly the same: the same text up to case, spacing and punctuation, or one that shares four fifths of its
 * shingles (A. Broder, "On the resemblance and containment of documents", 1997), in every variable the prompt uses, the user's turn
 * and the history. Texts with other numbers in them are not copies: they test a limit.
 * @returns indices, two in a group at least
 */
export function nearCopies(
  { variables, turn, rendered }: Pick<Prompt, 'variables' | 'turn' | 'rendered'>,
  cases: readonly GoldenCase[],
): readonly (readonly number[])[] {
  // What the lines of a snapshot ask, their variables do not tell.
  if (rendered !== undefined) return [];
  const names = new Set([...variables, ...(turn === undefined ? [] : [turn])].map((name) => name.split('.', 1)[0]));
  const inputs = cases.map((golden) => readInput(golden, names));
  const groups = new Map<number, number[]>();
  const leaders: number[] = [];
  const equal = new Map<string, number>();
  inputs.forEach((input, index) => {
    const isLike = (one: number) => isNear(inputs[one] ?? [], input);
    const found = equal.get(keyOf(input)) ?? (cases.length > mostCompared ? undefined : leaders.find(isLike));
    if (found === undefined) {
      equal.set(keyOf(input), index);
      leaders.push(index);
    }
    groups.set(found ?? index, [...(groups.get(found ?? index) ?? []), index]);
  });
  return [...groups.values()].filter((group) => group.length > 1);
}

/** One text of a case's input, made comparable. */
type Text = { readonly name: string; readonly text: string; readonly digits: string; readonly sketch: Uint32Array };

function readInput(golden: GoldenCase, names: ReadonlySet<string | undefined>): readonly Text[] {
  const vars = Object.entries(varsOf(golden)).toSorted(([one], [other]) => (one < other ? -1 : 1));
  const used = vars.filter(([name]) => names.has(name));
  const texts = [
    // What no template names is put before the prompt as it is.
    ...(used.length === 0 ? vars : used),
    ['user', golden.user ?? ''] as const,
    ...golden.history.map(({ role, content }, at) => [`${at} ${role}`, content] as const),
  ];
  return texts.map(([name, value]) => {
    const text = normalise(typeof value === 'string' ? value : JSON.stringify(value));
    return { name, text, digits: text.replaceAll(/\D+/gu, ' '), sketch: sketchOf(text) };
  });
}

function normalise(text: string): string {
  return text
    .slice(0, longest)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function sketchOf(text: string): Uint32Array {
  const count = Math.max(1, text.length - width + 1);
  const hashes = new Set(Array.from({ length: count }, (_, at) => hashOf(text, at)));
  return Uint32Array.from(hashes).sort().slice(0, kept);
}

/** FNV-1a of the shingle that begins at a place, 32 bits. */
function hashOf(text: string, start: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < Math.min(text.length, start + width); at++)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

function keyOf(input: readonly Text[]): string {
  return JSON.stringify(input.map(({ name, text }) => [name, text]));
}

function isNear(one: readonly Text[], other: readonly Text[]): boolean {
  return one.length === other.length && one.every((text, at) => isAlike(text, other[at]));
}

function isAlike(one: Text, other: Text | undefined): boolean {
  if (other === undefined || one.name !== other.name || one.digits !== other.digits) return false;
  if (one.text === other.text) return true;
  return resemblance(one.sketch, other.sketch) >= leastAlike;
}

/** Share of both texts' shingles that both have, by the least hashes of their union. */
function resemblance(one: Uint32Array, other: Uint32Array): number {
  let [a, b, union, both] = [0, 0, 0, 0];
  while (union < kept && (a < one.length || b < other.length)) {
    const [first, second] = [one[a] ?? Number.POSITIVE_INFINITY, other[b] ?? Number.POSITIVE_INFINITY];
    union += 1;
    if (first === second) both += 1;
    if (first <= second) a += 1;
    if (second <= first) b += 1;
  }
  return both / union;
}

/**
 * By a case's key that of the first case that asks nearly the same, for all that do.
 * @param told an application is asked, which is told all that a case sets
 */
export function nearOf(
  cases: readonly ExamCase[],
  prompt: Prompt | undefined,
  told: boolean,
): ReadonlyMap<string, string> {
  const golden = cases.map((one) => one.golden);
  const all = [...new Set(golden.flatMap((one) => Object.keys(varsOf(one))))];
  const groups = prompt === undefined ? [] : nearCopies(told ? { ...prompt, variables: all } : prompt, golden);
  return new Map(
    groups.flatMap((group) => {
      const keys = group.flatMap((index) => cases[index]?.key ?? []);
      return keys.map((key): readonly [string, string] => [key, keys[0] ?? key]);
    }),
  );
}
