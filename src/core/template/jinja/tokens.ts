import { MOST_NESTED } from './budget.ts';
import { TemplateFault } from './fault.ts';
import { lex, type Spacing, type Token } from './lex.ts';

/** Most operators, attributes and filters of one tag. */
const MOST_LINKS = 500;

/** The tokens of a template on the way through the parser. */
export class Tokens {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;
  #links = 0;

  constructor(source: string, spacing?: Spacing) {
    this.#tokens = lex(source, spacing);
  }

  get now(): Token {
    return this.ahead(0);
  }

  get line(): number {
    return this.now.line;
  }

  ahead(count: number): Token {
    const last = this.#tokens.at(-1) ?? { kind: 'eof', value: '', line: 1 };
    return this.#tokens[this.#at + count] ?? last;
  }

  next(): Token {
    const token = this.now;
    if (token.kind === 'tag' || token.kind === 'print') this.#links = 0;
    this.#at++;
    return token;
  }

  is(kind: Token['kind'], ...values: readonly string[]): boolean {
    return this.now.kind === kind && (values.length === 0 || values.includes(this.now.value));
  }

  /** Goes past the token where it is the one named. */
  skip(kind: Token['kind'], ...values: readonly string[]): boolean {
    const found = this.is(kind, ...values);
    if (found) this.#at++;
    return found;
  }

  expect(kind: Token['kind'], ...values: readonly string[]): Token {
    if (!this.is(kind, ...values))
      this.unexpected(values[0] ?? { end: 'the end of the tag' }[String(kind)] ?? `a ${kind}`);
    return this.next();
  }

  unexpected(expected: string): never {
    const { kind, value, line } = this.now;
    const found = kind === 'end' || kind === 'eof' ? 'it ends' : `there is \`${value === '' ? kind : value}\``;
    throw new TemplateFault('syntax', `${expected} is expected where ${found}`, line);
  }

  fail(message: string): never {
    throw new TemplateFault('syntax', message, this.line);
  }

  /** Counts what makes the expression of a tag one level deeper: an operator, an attribute, a filter. */
  link(): void {
    this.#links++;
    if (this.#links > MOST_LINKS) throw new TemplateFault('limit', 'an expression is too long', this.line);
  }

  /** Reads what may hold itself. */
  nest<T>(read: () => T): T {
    this.#depth++;
    if (this.#depth > MOST_NESTED) throw new TemplateFault('limit', 'it nests too deeply', this.line);
    const result = read();
    this.#depth--;
    return result;
  }
}
