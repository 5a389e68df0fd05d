import { showHidden } from '../../core/text/show-hidden.ts';
import type { Phrase } from '../wording/say.ts';

/** HTML that is safe to print: made by `html`, in which every string is escaped. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Content = string | number | Markup | readonly Content[];

/** Builds HTML. The template is ours; strings put in are text (escaped, what hides made visible), markup is taken over. */
export function html(texts: TemplateStringsArray, ...values: readonly Content[]): Markup {
  return new Markup(texts.map((text, index) => text + markup(values[index] ?? '')).join(''));
}

/** A phrase as HTML: names as code, ours and others' sentences as text, with what stands in back quotes as code. */
export function toHtml(phrase: Phrase): Markup {
  return html`${phrase.map((part) => (part.kind === 'name' ? html`<code>${part.text}</code>` : withCode(part.text)))}`;
}

/** Of markup, in which all text is escaped. */
export function countElements(markup: string): number {
  return markup.match(/<[a-z]/gu)?.length ?? 0;
}

function withCode(text: string): Markup {
  const parts = text.split(/`([^`\n]+)`/u);
  return html`${parts.map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`))}`;
}

function markup(value: Content): string {
  if (value instanceof Markup) return value.text;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escapeHtml(showHidden(value));
  return value.map(markup).join('');
}

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"'`]/gu, (character) => `&#${character.charCodeAt(0)};`);
}
