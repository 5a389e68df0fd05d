import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { PageCell, PageIndex } from '../reporters/html/page-data.ts';
import { type Outcome, outcomes, wordOutcome } from '../reporters/wording/outcome.ts';
import type { MatrixItem } from './matrix-items.ts';
import { useRows } from './use-rows.ts';

const heights = { head: 36, case: 34, prompt: 40 } as const;

type Given = {
  readonly index: PageIndex;
  readonly items: readonly MatrixItem[];
  /** Line of `items` that the keys move from. */
  readonly active: number;
  readonly current: number | undefined;
  readonly on: string | undefined;
  readonly narrow: boolean;
  readonly move: (line: number) => void;
  /** Opens a case, on a model where one was chosen. */
  readonly open: (line: number, model?: number) => void;
  readonly narrowTo: (model: number) => void;
};

/** Cases × models. The lines in sight are in the document, and the whole is one stop of the Tab key. */
export function Matrix({ index, items, active, current, on, narrow, move, open, narrowTo }: Given) {
  const pane = useRef<HTMLDivElement>(null);
  const sizes = useMemo(() => items.map(({ kind }) => heights[kind]), [items]);
  const { from, to, starts, most, reveal } = useRows(pane, sizes, { head: heights.head, least: heights.case });
  useLayoutEffect(() => {
    if (items[active] !== undefined) reveal(active);
  }, [active, items, reveal]);
  const told = useMemo(() => index.models.map((_, at) => toldOf(index, at)), [index]);
  const hasSegments = index.segments.length > 0 && !narrow;
  const longest = useMemo(() => Math.max(7, ...index.cells.map(({ old, now }) => `${old} → ${now}`.length)), [index]);
  // What came of a case is never cut: where models are many, they are scrolled beside the names.
  const model = narrow ? 0.46 * longest + 0.5 : 0.5 * longest + 0.6;
  const style = {
    '--columns': `minmax(${narrow ? '5.5rem' : '9rem'},1fr) ${hasSegments ? 'minmax(0,5.5rem) ' : ''}repeat(${index.models.length},minmax(${model.toFixed(1)}rem,${Math.max(7, model).toFixed(1)}rem))`,
  };
  const press = (event: KeyboardEvent) => {
    const to = stepOf(event.key, active, items.length);
    if (event.key === 'Enter' || event.key === ' ') open(active);
    else if (to !== undefined) move(to);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const first = hasSegments ? 2 : 1;
  return (
    <div
      class="matrix"
      ref={pane}
      id="matrix"
      role="grid"
      tabIndex={0}
      aria-label="Cases by model"
      aria-rowcount={items.length + 1}
      aria-colcount={index.models.length + first}
      aria-activedescendant={items[active] === undefined ? undefined : `line-${active}`}
      style={style}
      onKeyDown={press}
    >
      <div role="row" class="row head" aria-rowindex={1}>
        <span role="columnheader">Case</span>
        {hasSegments && <span role="columnheader">Segment</span>}
        {index.models.map((model, at) => (
          <span
            key={at}
            role="columnheader"
            class={`model${model === on ? ' on' : ''}`}
            title={`${model}: ${told[at]}`}
            onClick={() => narrowTo(at)}
          >
            <b>{model}</b>
            <small>{told[at]}</small>
          </span>
        ))}
      </div>
      <div role="rowgroup" class="lines" style={{ height: `${starts.at(-1) ?? 0}px` }}>
        {items.slice(from, to).map((item, place) => {
          const line = from + place;
          const start = starts[line] ?? 0;
          const at = { id: `line-${line}`, 'aria-rowindex': line + 2, style: { transform: `translateY(${start}px)` } };
          // A row that comes into sight takes over the elements of one that left it.
          const key = line % most;
          return item.kind === 'prompt' ? (
            <div
              key={key}
              {...at}
              role="row"
              class={`row prompt${line === active ? ' active' : ''}`}
              onClick={() => open(line)}
            >
              <span role="gridcell" aria-expanded={!item.folded} aria-colspan={index.models.length + first}>
                <i aria-hidden="true">{item.folded ? '▸' : '▾'}</i> <bdi>{index.prompts[item.prompt]?.path}</bdi>{' '}
                <small>
                  {index.prompts[item.prompt]?.verdict} · {item.count}
                </small>
              </span>
            </div>
          ) : (
            <CaseLine
              key={key}
              index={index}
              at={item.at}
              line={line}
              placed={at}
              active={line === active}
              current={item.at === current}
              segments={hasSegments}
              open={open}
            />
          );
        })}
      </div>
    </div>
  );
}

function stepOf(key: string, active: number, count: number): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + 15,
    PageUp: active - 15,
    Home: 0,
    End: count - 1,
  };
  const to = steps[key];
  return to === undefined ? undefined : Math.min(Math.max(to, 0), count - 1);
}

const harmed: readonly Outcome[] = outcomes.slice(0, 3);

/** `4 broke · 3 better` */
function toldOf(index: PageIndex, model: number): string {
  const counts = new Map<Outcome, number>();
  for (const { on } of index.cases) {
    const outcome = index.cells[on[model] ?? -1]?.outcome;
    if (outcome !== undefined) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  const told = [...harmed, 'better' as const].flatMap((outcome) => {
    const count = counts.get(outcome);
    return count === undefined ? [] : [`${count} ${outcome}`];
  });
  return told.length === 0 ? 'nothing broke' : told.join(' · ');
}

type LineGiven = {
  readonly index: PageIndex;
  readonly at: number;
  readonly line: number;
  readonly placed: object;
  readonly active: boolean;
  readonly current: boolean;
  readonly segments: boolean;
  readonly open: Given['open'];
};

function CaseLine({ index, at, line, placed, active, current, segments, open }: LineGiven) {
  const entry = index.cases[at];
  if (entry === undefined) return null;
  return (
    <div
      {...placed}
      role="row"
      class={`row${active ? ' active' : ''}`}
      aria-selected={current}
      onClick={() => open(line)}
    >
      <span role="rowheader" class="id" title={entry.asked}>
        <bdi>{entry.id}</bdi>
      </span>
      {segments && (
        <span role="gridcell" class="segment">
          {index.segments[entry.segment ?? -1] ?? ''}
        </span>
      )}
      {entry.on.map((cell, model) => (
        <Cell key={model} cell={index.cells[cell]} alone={index.alone} open={() => open(line, model)} />
      ))}
    </div>
  );
}

function Cell({
  cell,
  alone,
  open,
}: {
  readonly cell: PageCell | undefined;
  readonly alone: boolean;
  readonly open: () => void;
}) {
  if (cell === undefined)
    return (
      <span role="gridcell" class="cell none" title="not asked">
        –
      </span>
    );
  const { outcome, old, now } = cell;
  const click = (event: MouseEvent) => {
    event.stopPropagation();
    open();
  };
  const word = wordOutcome(outcome, alone);
  const change = outcome === 'holds' || old === '' ? now : `${old} → ${now}`;
  return (
    <span
      role="gridcell"
      class={`cell pill ${outcome}`}
      title={word}
      aria-label={outcome === 'unscored' ? word : `${word} ${change}`}
      onClick={click}
    >
      {outcome === 'unscored' ? (
        '?'
      ) : outcome === 'holds' ? (
        `✓ ${now}`
      ) : (
        <>
          {old === '' ? '' : `${old} → `}
          <b>{now}</b>
        </>
      )}
    </span>
  );
}
