import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useReducer } from 'preact/hooks';

export type Rows = Virtualizer<HTMLDivElement, HTMLDivElement>;

const beyond = 6;

/** Which of so many rows the pane shows: only they are in the document. */
export function useRows(
  pane: RefObject<HTMLDivElement | null>,
  count: number,
  sizeOf: (at: number) => number,
  head: number,
): Rows {
  const [, draw] = useReducer((times: number) => times + 1, 0);
  const options = {
    count,
    getScrollElement: () => pane.current,
    estimateSize: sizeOf,
    overscan: beyond,
    // What stands above the rows stays in sight.
    scrollMargin: 0,
    scrollPaddingStart: head,
    initialRect: { width: 600, height: 700 },
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => draw(undefined),
  };
  // The one instance lives as long as the matrix; its options are set anew below.
  const rows = useMemo(() => new Virtualizer<HTMLDivElement, HTMLDivElement>(options), []);
  rows.setOptions(options);
  useLayoutEffect(() => rows._didMount(), [rows]);
  useLayoutEffect(() => rows._willUpdate());
  return rows;
}
