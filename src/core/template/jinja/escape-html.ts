import type { Expression, Target } from './syntax.ts';

const named: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
};

/** As markupsafe writes a text into HTML. */
export function escapeHtml(shown: string): string {
  return shown.replaceAll(/[&<>"']/gu, (char) => named[char] ?? char);
}

/** Filters whose result is HTML already. */
const marking: ReadonlySet<string> = new Set(['safe', 'escape', 'e', 'forceescape', 'tojson', 'urlize', 'xmlattr']);
/** Functions that give values; all others are macros, whose result was escaped as it was written. */
const giving: ReadonlySet<string> = new Set(['range', 'dict', 'lipsum', 'cycler', 'joiner', 'namespace']);

/**
 * What is HTML already where an environment escapes, told by how it is written: jinja2 marks the values, and the two differ only where
 * such a value goes through a list, a map or an argument.
 */
export class HtmlMarks {
  readonly #names = new Set<string>();

  /** A name holds what an expression gives; what a block captured (`undefined`) is HTML. */
  set(target: Target, value: Expression | undefined): void {
    if (target.kind !== 'name') return;
    if (value === undefined || this.has(value)) this.#names.add(target.name);
    else this.#names.delete(target.name);
  }

  has(expression: Expression): boolean {
    switch (expression.kind) {
      case 'name':
        return this.#names.has(expression.name);
      case 'call': {
        const { of } = expression;
        if (of.kind === 'attribute') return of.of.kind === 'name' && of.of.name === 'self';
        return of.kind === 'name' && !giving.has(of.name);
      }
      case 'filter':
        return marking.has(expression.name) || (expression.of !== undefined && this.has(expression.of));
      case 'choice':
        return this.has(expression.yes) && (expression.no === undefined || this.has(expression.no));
      default:
        return false;
    }
  }
}
