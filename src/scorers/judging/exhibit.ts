import { hash } from '../../core/hash.ts';

/** Something a judge is shown as data: it may hold anything, also words that try to give orders. */
export type Exhibit = { readonly name: string; readonly text: string };

/** Most characters of one exhibit that a judge is shown: the rest is said to be left out. */
const mostShown = 60_000;

/**
 * The exhibits, each between fences that carry a token. The token is a hash of all that is shown and asked, so
 * that equal judgements are equal requests, and so that no text can hold the fence around itself: it would have
 * to contain its own hash.
 */
export function showExhibits(exhibits: readonly Exhibit[], task: string): string {
  const token = hash({ exhibits, task }).slice(0, 20);
  return exhibits.map(({ name, text }) => `${name}:\n<<<${token}\n${printable(text)}\n${token}>>>`).join('\n\n');
}

function printable(text: string): string {
  const visible = text
    .toWellFormed()
    .replace(/\p{Cc}/gu, (control) => ('\n\t\r'.includes(control) ? control : '\ufffd'));
  if (visible.length <= mostShown) return visible;
  const half = mostShown / 2;
  const omitted = visible.length - mostShown;
  return `${visible.slice(0, half)}\n[… ${omitted} characters left out …]\n${visible.slice(-half)}`.toWellFormed();
}
