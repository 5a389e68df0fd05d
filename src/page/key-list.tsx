import { useEffect, useRef } from 'preact/hooks';

const keys = [
  ['/', 'search'],
  ['j k ↑ ↓', 'next and previous case'],
  ['b', 'next case that broke or fell'],
  ['← →', 'other replies'],
  ['m', 'next model'],
  ['d', 'what is marked: what decided, words that differ, nothing'],
  ['e', 'all checks'],
  ['c', 'copy a link to what you see'],
  ['Esc', 'back'],
] as const;

/** The keys that the page listens to. */
export function KeyList({ close }: { readonly close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-label="Keys" onClose={close}>
      <dl>
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <button type="button" onClick={close}>
        Close
      </button>
    </dialog>
  );
}
