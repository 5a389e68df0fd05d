import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { casesInBlock, type PageTab, pageTabs } from '../reporters/html/page-data.ts';
import { CasesTab } from './cases-tab.tsx';
import type { PageStore } from './open-data.ts';
import { selectCases } from './select-cases.ts';
import { useView } from './use-view.ts';

const titles = {
  cases: 'Cases',
  diff: 'Prompt diff',
  models: 'Models and cost',
  sure: 'How sure is this?',
} as const satisfies Record<PageTab, string>;

/** The whole of the page below its verdict: tabs, of which the first is the program's and the others are found in the page. */
export function App({ store }: { readonly store: PageStore }) {
  const { index } = store;
  const [view, look] = useView();
  const [searched, setSearched] = useState(view.q !== '');
  const [texts, read] = useSearchTexts(store, searched || view.q !== '');
  const selection = useMemo(() => selectCases(index, view, texts), [index, view, texts]);
  const bar = useRef<HTMLDivElement>(null);
  // The static sections are shown by the name of the tab; on paper all are.
  useLayoutEffect(() => {
    document.body.dataset['tab'] = view.tab;
  }, [view.tab]);
  useEffect(() => {
    const skip = document.querySelector<HTMLElement>('a.skip');
    const jump = (event: Event) => {
      event.preventDefault();
      document.getElementById('matrix')?.focus();
    };
    skip?.addEventListener('click', jump);
    return () => skip?.removeEventListener('click', jump);
  }, []);
  const go = (tab: PageTab) => look({ tab }, 'step');
  const press = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const next = pageTabs[(pageTabs.indexOf(view.tab) + step + pageTabs.length) % pageTabs.length] ?? 'cases';
    go(next);
    bar.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <>
      <div class="tabs" role="tablist" aria-label="Parts of the report" ref={bar} onKeyDown={press}>
        {pageTabs.map((tab) => (
          <button
            key={tab}
            id={`tab-${tab}`}
            type="button"
            role="tab"
            aria-selected={tab === view.tab}
            aria-controls={tab === 'cases' ? 'panel' : tab}
            tabIndex={tab === view.tab ? 0 : -1}
            onClick={() => go(tab)}
          >
            {titles[tab]}
            {tab === 'cases' ? ` ${index.cases.length}` : ''}
          </button>
        ))}
      </div>
      {index.note !== undefined && view.tab === 'cases' && <p class="note">{index.note}</p>}
      <div id="panel" role="tabpanel" aria-labelledby="tab-cases" hidden={view.tab !== 'cases'}>
        {view.tab === 'cases' && (
          <CasesTab
            store={store}
            view={view}
            look={look}
            selection={selection}
            read={read}
            onSearch={() => setSearched(true)}
          />
        )}
      </div>
    </>
  );
}

type Texts = readonly (string | undefined)[];
const none: Texts = [];

/**
 * What was asked and said in all cases, for searching: read block by block while nothing else is to do, from the first time
 * it is wanted. @returns the texts as far as they are read, and the share of them
 */
function useSearchTexts(store: PageStore, wanted: boolean): readonly [Texts, number] {
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
