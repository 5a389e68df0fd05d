import type { ComponentChildren } from 'preact';
import type { PageStep } from '../reporters/html/page-data.ts';

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

/** What an application did to come to a reply, folded: passages are long. */
export function Trace({ steps }: { readonly steps: readonly PageStep[] | undefined }) {
  if (steps === undefined) return null;
  return (
    <details class="trace">
      <summary>What it did: {steps.map(({ step }) => step).join(', ')}</summary>
      {steps.map(({ step, contexts, details }, at) => (
        <div key={at} class="call">
          <b>{step}</b>
          {contexts.map((passage, nth) => (
            <Said key={nth} text={passage} />
          ))}
          {details !== undefined && <Said text={details} />}
        </div>
      ))}
    </details>
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
