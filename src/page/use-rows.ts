import type { RefObject } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';

export type Rows = {
  /** Rows that are in the document: from the first to before the second. */
  readonly from: number;
  readonly to: number;
  /** Where each row starts below the head, in pixels; after the last, where all end. */
  readonly starts: readonly number[];
  /** As many rows as are ever in the document together: what stands so far apart may take the same place in it. */
  readonly most: number;
  /** Scrolls as little as brings a row into sight. */
  readonly reveal: (at: number) => void;
};

/** Rows that stand ready above and below those in sight. */
const beyond = 5;

/**
 * Which rows a scrolled pane shows below a head that stays in sight. How tall they are is known, so nothing is measured
 * and the browser is never made to lay the page out in the middle of a change.
 * @param sizes heights in pixels: of each row, of the head, of the lowest row there can be
 */
export function useRows(
  pane: RefObject<HTMLElement | null>,
  sizes: readonly number[],
  { head, least }: { readonly head: number; readonly least: number },
): Rows {
  const starts = useMemo(() => startsOf(sizes), [sizes]);
  const [tall, setTall] = useState(700);
  const [, setFirst] = useState(0);
  // Where the pane stands: what scrolls it draws anew only when another row comes into sight.
  const held = useRef({ top: 0, tall, starts });
  held.current.tall = tall;
  held.current.starts = starts;
  const end = starts.at(-1) ?? 0;
  // Where rows were taken away the browser scrolls back, and says so only later.
  const top = Math.max(0, Math.min(held.current.top, head + end - tall));
  useEffect(() => {
    const element = pane.current;
    if (element === null) return undefined;
    const scrolled = () => {
      held.current.top = element.scrollTop;
      setFirst(rowAt(held.current.starts, element.scrollTop));
    };
    const resized = new ResizeObserver(
      ([entry]) => entry !== undefined && setTall(Math.ceil(entry.contentRect.height)),
    );
    element.addEventListener('scroll', scrolled, { passive: true });
    resized.observe(element);
    return () => {
      element.removeEventListener('scroll', scrolled);
      resized.disconnect();
    };
  }, [pane]);
  const reveal = useCallback(
    (at: number) => {
      const { current } = held;
      const [start = 0, after = start] = current.starts.slice(at, at + 2);
      const lowest = head + after - current.tall;
      const to = Math.max(lowest, Math.min(start, current.top));
      if (to === current.top || pane.current === null) return;
      pane.current.scrollTop = to;
      current.top = to;
      setFirst(rowAt(current.starts, to));
    },
    [pane, head],
  );
  return {
    from: Math.max(0, rowAt(starts, top) - beyond),
    to: Math.min(sizes.length, rowAt(starts, top + tall - head) + 1 + beyond),
    starts,
    most: Math.ceil(tall / least) + 2 * beyond + 2,
    reveal,
  };
}

function startsOf(sizes: readonly number[]): readonly number[] {
  const starts = [0];
  let end = 0;
  for (const size of sizes) {
    end += size;
    starts.push(end);
  }
  return starts;
}

/** The row that stands at so many pixels. */
function rowAt(starts: readonly number[], place: number): number {
  let [from, to] = [0, Math.max(0, starts.length - 2)];
  while (from < to) {
    const middle = Math.ceil((from + to) / 2);
    if ((starts[middle] ?? 0) <= place) from = middle;
    else to = middle - 1;
  }
  return from;
}
