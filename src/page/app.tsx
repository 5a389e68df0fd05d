import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type PageTab, pageTabs } from '../reporters/html/page-data.ts';
import { CasesTab } from './cases-tab.tsx';
import type { PageStore } from './open-data.ts';
import { selectCases, sumCases } from './select-cases.ts';
import { useFound } from './use-found.ts';
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
  const [found, read] = useFound(store, view.q, searched);
  const sums = useMemo(() => sumCases(index, view.on), [index, view.on]);
  const { state, check, of, segment, tag, sort } = view;
  // A case that is opened changes the view, and not which cases it selects.
  const selection = useMemo(
    () => selectCases(index, view, sums, found),
    [index, sums, found, state.join(), check, of, segment, tag, sort],
  );
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
