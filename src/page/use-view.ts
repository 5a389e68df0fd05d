import { useCallback, useEffect, useState } from 'preact/hooks';
import { readView, type View, writeView } from './view.ts';

/** Changes what is looked at: as a step that back undoes, or in place. */
export type Look = (change: Partial<View>, step?: 'step' | 'in place') => void;

/** The view that the address names, and how to change both. */
export function useView(): readonly [View, Look] {
  const [view, setView] = useState(() => readView(location.hash));
  useEffect(() => {
    const read = () => setView(readView(location.hash));
    addEventListener('popstate', read);
    addEventListener('hashchange', read);
    return () => {
      removeEventListener('popstate', read);
      removeEventListener('hashchange', read);
    };
  }, []);
  const look = useCallback<Look>((change, step = 'in place') => {
    const next: View = { ...readView(location.hash), ...change };
    const address = addressOf(next);
    if (step === 'step') history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    setView(next);
  }, []);
  return [view, look];
}

/** The page's address with what is looked at. */
export function addressOf(view: View): string {
  return location.href.replace(/#.*$/su, '') + writeView(view);
}
