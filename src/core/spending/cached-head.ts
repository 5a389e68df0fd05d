import type { JsonObject } from '../json.ts';

/** What ends the head that all requests of a side share, the first thing in which they differ. */
export type HeadBreak = {
  readonly kind: 'date' | 'id' | 'variable' | 'order' | 'text';
  /** The variable whose value stands there, where it is one. */
  readonly variable?: string;
};

/** The longest text that all requests begin with, as services cache it. `behind`: lines after it that are the same in each of them. */
export type CachedHead = { readonly head: string; readonly behind: string; readonly breaks?: HeadBreak };

type Sent = { readonly text: string; readonly vars: JsonObject };

/** @param sent what is sent for each case; undefined of fewer than two different ones, which tell nothing */
export function findCachedHead(sent: readonly Sent[]): CachedHead | undefined {
  const [first, ...others] = [...new Map(sent.map((one) => [one.text, one])).values()];
  if (first === undefined || others.length === 0) return undefined;
  const shared = others.reduce((length, { text }) => commonLength(first.text, text, length), first.text.length);
  const all = [first, ...others];
  const other = others.find(({ text }) => text.charAt(shared) !== first.text.charAt(shared));
  return {
    head: first.text.slice(0, shared),
    behind: fixedAfter(all, shared),
    ...(other === undefined ? {} : { breaks: breakAt(shared, [first, other]) }),
  };
}

function commonLength(one: string, other: string, most: number): number {
  const end = Math.min(most, other.length);
  for (let at = 0; at < end; at++) if (one.charCodeAt(at) !== other.charCodeAt(at)) return at;
  return end;
}

/** Lines behind the head that every request has. */
function fixedAfter([first, ...others]: readonly Sent[], head: number): string {
  const lines = others.map(({ text }) => new Set(text.slice(head).split('\n')));
  return (first?.text ?? '')
    .slice(head)
    .split('\n')
    .filter((line) => line.length > 1 && lines.every((held) => held.has(line)))
    .join('\n');
}

function breakAt(at: number, pair: readonly [Sent, Sent]): HeadBreak {
  const [one, other] = pair.map(({ text }) => text.slice(at));
  if (isReordered(one ?? '', other ?? '')) return { kind: 'order' };
  const names = pair.map((sent) => variablesAt(sent, at));
  const variable = names[0]?.find((name) => names[1]?.includes(name));
  const words = pair.map(({ text }) => wordAt(text, at));
  const named = variable === undefined ? {} : { variable };
  if (words.every((word) => dates.test(word))) return { kind: 'date', ...named };
  if (words.every((word) => ids.test(word))) return { kind: 'id', ...named };
  return variable === undefined ? { kind: 'text' } : { kind: 'variable', variable };
}

/** The same lines, or the same pieces of one line, in another order: of what is said in another order a cache knows nothing. */
function isReordered(one: string, other: string): boolean {
  const pieces = (text: string) => text.split(/[\n,]/u, 2_000).toSorted().join('\n');
  return one.length === other.length && one !== other && pieces(one) === pieces(other);
}

const dates =
  /\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}:\d{2}|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\s+\d/u;
const ids = /[\da-f]{8}-[\da-f]{4}-|\b(?=[\da-f]*\d)[\da-f]{8,}\b|\d{5,}|\b[A-Za-z]{1,12}[-_#]?\d{3,}\b/u;

/** What stands around a place, to the next blanks but one: a date may be of several words. */
function wordAt(text: string, at: number): string {
  const before = /\S*(?:\s\S{1,9}){0,2}$/u.exec(text.slice(Math.max(0, at - 40), at))?.[0] ?? '';
  const after = /^\S*(?:\s\S{1,9}){0,1}/u.exec(text.slice(at, at + 40))?.[0] ?? '';
  return `${before}${after}`;
}

/** Variables whose value covers a place of the text. */
function variablesAt({ text, vars }: Sent, at: number): readonly string[] {
  return Object.entries(vars).flatMap(([name, value]) => {
    const written = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    if (written === '') return [];
    const from = Math.max(0, at - written.length);
    const found = text.indexOf(written, from);
    return found !== -1 && found <= at ? [name] : [];
  });
}
