import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { CaseView, modelOf } from './case-view.tsx';
import { FilterBar } from './filter-bar.tsx';
import { KeyList } from './key-list.tsx';
import { Matrix } from './matrix.tsx';
import { type MatrixItem, matrixItems, tellingTrial } from './matrix-items.ts';
import type { PageStore } from './open-data.ts';
import { type Selection, sumCases } from './select-cases.ts';
import type { Look } from './use-view.ts';
import { nextMarking, type View } from './view.ts';

type Given = {
  readonly store: PageStore;
  readonly view: View;
  readonly look: Look;
  readonly selection: Selection;
  readonly read: number;
  readonly onSearch: () => void;
};

const none: ReadonlySet<number> = new Set();

/** The matrix and the case that is looked at: beside it, or on a narrow screen in its place. */
export function CasesTab({ store, view, look, selection, read, onSearch }: Given) {
  const { index } = store;
  const narrow = useNarrow();
  const [folded, setFolded] = useState(none);
  const [all, setAll] = useState(false);
  const [help, setHelp] = useState(false);
  const items = useMemo(() => matrixItems(index, selection.cases, folded), [index, selection, folded]);
  const named = useMemo(() => findCase(store, view), [store, view.case, view.prompt]);
  const shown = named ?? (narrow ? undefined : selection.cases[0]);
  const [line, setLine] = useState(0);
  const ofShown = items.findIndex((item) => item.kind === 'case' && item.at === shown);
  const isHeading = items[line]?.kind === 'prompt';
  const active = ofShown === -1 || isHeading ? Math.min(line, Math.max(0, items.length - 1)) : ofShown;

  const show = (item: MatrixItem | undefined, model: number | undefined, step: 'step' | 'in place') => {
    if (item?.kind !== 'case') return;
    const entry = index.cases[item.at];
    if (entry === undefined) return;
    const prompt = index.prompts.length > 1 ? index.prompts[entry.prompt]?.path : undefined;
    const chosen = model === undefined ? view.model : index.models[model];
    look({ case: entry.id, prompt, model: chosen, trial: undefined }, step);
  };
  const move = (to: number) => {
    setLine(to);
    if (!narrow || named !== undefined) show(items[to], undefined, 'in place');
    // The window may end above the pane's last lines.
    requestAnimationFrame(() => document.getElementById(`line-${to}`)?.scrollIntoView({ block: 'nearest' }));
  };
  const open = (at: number, model?: number) => {
    setLine(at);
    const item = items[at];
    if (item?.kind === 'prompt') setFolded(toggled(folded, item.prompt));
    else show(item, model, 'step');
  };
  const close = () => look({ case: undefined, prompt: undefined, trial: undefined }, 'step');
  useFocusReturn(narrow && named !== undefined);

  const asks = async (by: number) => {
    if (shown === undefined) return;
    const entry = index.cases[shown];
    const asked = (await store.open(shown))?.on[entry === undefined ? 0 : modelOf(index, entry, view)];
    const count = Math.max(asked?.old.length ?? 0, asked?.new.length ?? 0, 1);
    const from = view.trial === undefined ? tellingTrial(asked) : view.trial - 1;
    look({ trial: Math.min(Math.max(from + by, 0), count - 1) + 1 });
  };
  const step = (by: number, wanted: (at: number) => boolean = () => true) => {
    for (let at = active + by; items[at] !== undefined; at += by) {
      const item = items[at];
      if (item?.kind === 'case' && wanted(item.at)) return move(at);
    }
  };
  const sums = useMemo(() => sumCases(index, undefined), [index]);
  const isBroken = (at: number) => ['broke', 'worse', 'fell'].includes(sums[at]?.outcome ?? '');
  const nextModel = () => {
    const entry = shown === undefined ? undefined : index.cases[shown];
    if (entry === undefined) return;
    const models = entry.on.map((_, at) => at).filter((at) => entry.on[at] !== -1);
    const next = models[(models.indexOf(modelOf(index, entry, view)) + 1) % models.length];
    if (next !== undefined) look({ model: index.models[next], trial: undefined });
  };
  // Before the next paint: a key that follows at once must go on from what is shown by now.
  useLayoutEffect(() => {
    const actions: Readonly<Record<string, () => void>> = {
      '/': () => document.getElementById('search')?.focus(),
      j: () => step(1),
      k: () => step(-1),
      ArrowDown: () => step(1),
      ArrowUp: () => step(-1),
      ArrowRight: () => void asks(1),
      ArrowLeft: () => void asks(-1),
      m: nextModel,
      b: () => step(1, isBroken),
      d: () => look({ marks: nextMarking(view.marks) }),
      e: () => setAll(!all),
      c: () => document.getElementById('copy-link')?.click(),
      '?': () => setHelp(true),
      Escape: () => {
        if (named !== undefined && narrow) close();
      },
    };
    const press = (event: KeyboardEvent) => {
      const action = actions[pressedKey(event) ?? ''];
      if (action === undefined || help) return;
      event.preventDefault();
      action();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });

  const narrowTo = (model: number) => {
    const on = index.models[model];
    look(view.on === on ? { on: undefined, state: [] } : { on, state: ['broke', 'worse', 'fell'] });
  };
  const alone = narrow && named !== undefined;
  return (
    <>
      {!alone && (
        <FilterBar index={index} view={view} look={look} selection={selection} read={read} onSearch={onSearch} />
      )}
      <div class={`panes${alone ? ' alone' : ''}`}>
        {!alone &&
          (items.length === 0 ? (
            <p class="empty">No case is like that.</p>
          ) : (
            <Matrix
              index={index}
              items={items}
              active={active}
              current={shown}
              on={view.on}
              narrow={narrow}
              move={move}
              open={open}
              narrowTo={narrowTo}
            />
          ))}
        {shown !== undefined && (
          <CaseView store={store} at={shown} view={view} look={look} all={all} back={alone ? close : undefined} />
        )}
      </div>
      {help && <KeyList close={() => setHelp(false)} />}
    </>
  );
}

function toggled(folded: ReadonlySet<number>, prompt: number): ReadonlySet<number> {
  return folded.has(prompt) ? new Set([...folded].filter((one) => one !== prompt)) : new Set([...folded, prompt]);
}

/** The case that the address names, by its id and, where several prompts have it, its prompt. */
function findCase({ index }: PageStore, view: View): number | undefined {
  if (view.case === undefined) return undefined;
  const isOf = (prompt: number) => view.prompt === undefined || index.prompts[prompt]?.path === view.prompt;
  const named = index.cases.findIndex(({ id, prompt }) => id === view.case && isOf(prompt));
  const found = named === -1 ? index.cases.findIndex(({ id }) => id === view.case) : named;
  return found === -1 ? undefined : found;
}

/** Focus goes to the way back when a case takes the matrix's place, and returns to the matrix after it. */
function useFocusReturn(alone: boolean): void {
  const was = useRef(alone);
  useLayoutEffect(() => {
    if (was.current === alone) return;
    was.current = alone;
    document.getElementById(alone ? 'back' : 'matrix')?.focus({ preventScroll: !alone });
    if (alone) scrollTo({ top: (document.getElementById('app')?.offsetTop ?? 0) - 8 });
  }, [alone]);
}

/** The key that was pressed for the page, not to type or to move in what has the focus; Escape leaves a field. */
function pressedKey(event: KeyboardEvent): string | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return undefined;
  const { target, key } = event;
  const typing =
    target instanceof HTMLElement && /^(?:INPUT|SELECT|TEXTAREA)$/u.test(target.tagName) ? target : undefined;
  if (typing === undefined) return key;
  if (key === 'Escape') typing.blur();
  return undefined;
}

/** Below this a case and the matrix do not fit side by side. */
const query = '(max-width: 720px)';

function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const tell = () => setNarrow(media.matches);
    media.addEventListener('change', tell);
    return () => media.removeEventListener('change', tell);
  }, []);
  return narrow;
}
