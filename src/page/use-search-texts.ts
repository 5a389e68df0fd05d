import { useEffect, useRef, useState } from 'preact/hooks';
import { casesInBlock } from '../reporters/html/page-data.ts';
import type { PageStore } from './open-data.ts';

type Texts = readonly (string | undefined)[];
const none: Texts = [];

/**
 * What was asked and said in all cases, for searching: read block by block while nothing else is to do, from the first time
 * it is wanted. @returns the texts as far as they are read, and the share of them
 */
export function useSearchTexts(store: PageStore, wanted: boolean): readonly [Texts, number] {
  const [texts, setTexts] = useState(none);
  const begun = useRef(false);
  useEffect(() => {
    if (!wanted || begun.current) return;
    begun.current = true;
    void readAll(store, setTexts);
  }, [wanted, store]);
  return [texts, store.index.cases.length === 0 ? 1 : texts.length / store.index.cases.length];
}

async function readAll(store: PageStore, tell: (texts: Texts) => void): Promise<void> {
  const read: string[] = [];
  let told = 0;
  for (let block = 0; block < store.blocks; block += 1) {
    await idle();
    const texts = await store.readTexts(block);
    // A page may hold none of a block's replies.
    const size = Math.min(casesInBlock, store.index.cases.length - block * casesInBlock);
    for (let at = 0; at < size; at += 1) read.push(texts[at] ?? textOf(store, block * casesInBlock + at));
    if (block === store.blocks - 1 || read.length - told >= 500) {
      told = read.length;
      tell([...read]);
    }
  }
}

function textOf({ index }: PageStore, at: number): string {
  const entry = index.cases[at];
  return `${entry?.id ?? ''}\n${entry?.asked ?? ''}`.toLowerCase();
}

function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 200 });
    else setTimeout(resolve, 0);
  });
}
