import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { readView, type View, writeView } from './view.ts';

/** Changes what is looked at: as a step that back undoes, or in place. */
export type Look = (change: Partial<View>, step?: 'step' | 'in place') => void;

/** The view that the address names, and how to change both. */
export function useView(): readonly [View, Look] {
  const [view, setView] = useState(() => readView(location.hash));
  const now = useRef(view);
  useEffect(() => {
    const read = () => {
      now.current = readView(location.hash);
      setView(now.current);
    };
    addEventListener('popstate', read);
    addEventListener('hashchange', read);
    return () => {
      removeEventListener('popstate', read);
      removeEventListener('hashchange', read);
    };
  }, []);
  const look = useCallback<Look>((change, step = 'in place') => {
    now.current = { ...now.current, ...change };
    writeAddress(addressOf(now.current), step);
    setView(now.current);
  }, []);
  return [view, look];
}

function writeAddress(address: string, step: 'step' | 'in place'): void {
  try {
    if (step === 'step') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  } catch {
    // Safari takes a hundred in half a minute, which a key that is held down passes: the next one that it takes tells all.
  }
}

/** The page's address with what is looked at. */
export function addressOf(view: View): string {
  return location.href.replace(/#.*$/su, '') + writeView(view);
}
