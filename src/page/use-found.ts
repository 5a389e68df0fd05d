import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { casesInBlock } from '../reporters/html/page-data.ts';
import type { PageStore } from './open-data.ts';

/** What was asked and said in each case, in lower case, as far as it was read yet. */
type Texts = readonly string[];
type Found = ReadonlySet<number> | undefined;

const none: Texts = [];

/**
 * The cases that have all words of a search, by their places. Replies are read block by block while nothing else is to do, from
 * the first time that they are wanted; those that are not read yet are searched by their names and questions.
 * @returns the places, undefined where no word is searched for; and the share of the cases that is read
 */
export function useFound(store: PageStore, q: string, wanted: boolean): readonly [Found, number] {
  const { index } = store;
  const [texts, setTexts] = useState(none);
  const begun = useRef(false);
  const isWanted = wanted || q !== '';
  const named = useMemo(() => index.cases.map(({ id, asked }) => `${id}\n${asked}`.toLowerCase()), [index]);
  useEffect(() => {
    if (!isWanted || begun.current) return;
    begun.current = true;
    void readAll(store, named, setTexts);
  }, [isWanted, store, named]);
  const last = useRef<{ readonly q: string; readonly texts: Texts; readonly found: Found }>({
    q: '',
    texts,
    found: undefined,
  });
  const found = useMemo(() => {
    const before = last.current;
    // Who types on narrows down what was found.
    const among = before.texts === texts && q.startsWith(before.q) ? before.found : undefined;
    return search(q, named, texts, among);
  }, [q, named, texts]);
  last.current = { q, texts, found };
  return [found, index.cases.length === 0 ? 1 : texts.length / index.cases.length];
}

function search(q: string, named: Texts, texts: Texts, among: Found): Found {
  const words = q
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return undefined;
  const found = new Set<number>();
  for (const at of among ?? named.keys()) {
    const text = texts[at] ?? named[at] ?? '';
    if (words.every((word) => text.includes(word))) found.add(at);
  }
  return found;
}

async function readAll(store: PageStore, named: Texts, tell: (texts: Texts) => void): Promise<void> {
  const read: string[] = [];
  let told = 0;
  for (let block = 0; block < store.blocks; block += 1) {
    await idle();
    const texts = await store.readTexts(block);
    // A page may hold none of a block's replies.
    const size = Math.min(casesInBlock, named.length - block * casesInBlock);
    for (let at = 0; at < size; at += 1) read.push(texts[at] ?? named[block * casesInBlock + at] ?? '');
    if (block === store.blocks - 1 || read.length - told >= 500) {
      told = read.length;
      tell([...read]);
    }
  }
}

function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 200 });
    else setTimeout(resolve, 0);
  });
}
