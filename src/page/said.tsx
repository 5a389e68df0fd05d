import type { ComponentChildren } from 'preact';

type Span = { readonly text: string; readonly marked: boolean };

/** A text as it was said: JSON laid out, all else in the type and direction of its language. */
export function Said({ text, spans }: { readonly text: string; readonly spans?: readonly Span[] | undefined }) {
  const json = spans?.some(({ marked }) => marked) === true ? undefined : laidOut(text);
  if (json !== undefined) return <pre class="json">{json}</pre>;
  return (
    <p class="text" dir="auto">
      {spans === undefined ? text : spans.map(withMark)}
    </p>
  );
}

function withMark({ text, marked }: Span, at: number): ComponentChildren {
  return marked ? <mark key={at}>{text}</mark> : text;
}

/** The text as JSON in lines, where it is an object or a list. */
function laidOut(text: string): string | undefined {
  if (!/^\s*[[{]/u.test(text)) return undefined;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return undefined;
  }
}
