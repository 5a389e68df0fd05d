/** A field, an inline fragment or the use of a named one, as it stands in a query. */
export type Selection =
  | {
      readonly kind: 'field';
      /** Under which it is answered. */
      readonly key: string;
      readonly name: string;
      readonly arguments: Readonly<Record<string, Argument>>;
      readonly selections: readonly Selection[];
      /** Where it begins, counted from 1. */
      readonly at: { readonly line: number; readonly column: number };
    }
  | { readonly kind: 'on'; readonly type: string; readonly selections: readonly Selection[] }
  | { readonly kind: 'spread'; readonly fragment: string };

/** A value as written; a variable's is looked up when the query is answered. */
export type Argument =
  | { readonly kind: 'value'; readonly value: string | number | boolean | null }
  | { readonly kind: 'variable'; readonly name: string };

export type Query = {
  readonly selections: readonly Selection[];
  readonly fragments: ReadonlyMap<string, Extract<Selection, { kind: 'on' }>>;
};

type Token = { readonly text: string; readonly at: number };

const tokens = /\s+|,|#[^\n]*|(?<token>\.\.\.|"(?:[^"\\\n]|\\.)*"|-?\d+(?:\.\d+)?|[_A-Za-z]\w*|[{}()[\]:!=$@|])/gy;

/**
 * Reads a GraphQL query: aliases, arguments, variables, inline and named fragments. No directives and no lists of
 * values: nothing here asks for them.
 * @throws SyntaxError that says what was not expected, and where
 */
export function parseQuery(text: string): Query {
  const read = [...tokenise(text)];
  let next = 0;
  const placeOf = (at: number) => {
    const before = text.slice(0, at).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  };
  const peek = (): string => read[next]?.text ?? '';
  const take = (wanted?: string): string => {
    const token = read[next];
    if (token === undefined || (wanted !== undefined && token.text !== wanted)) {
      const { line, column } = placeOf(token?.at ?? text.length);
      const found = token === undefined ? 'end of document' : JSON.stringify(token.text);
      throw new SyntaxError(`Expected ${wanted ?? 'more'}, actual: ${found} at [${line}, ${column}]`);
    }
    next += 1;
    return token.text;
  };
  const skipPast = (last: string): void => {
    while (take() !== last);
  };

  const argument = (): Argument => {
    const first = take();
    if (first === '$') return { kind: 'variable', name: take() };
    return { kind: 'value', value: readValue(first) };
  };
  const selection = (): Selection => {
    const at = placeOf(read[next]?.at ?? text.length);
    const first = take();
    if (first === '...') {
      if (peek() !== 'on') return { kind: 'spread', fragment: take() };
      take('on');
      return { kind: 'on', type: take(), selections: selections() };
    }
    const aliased = peek() === ':';
    if (aliased) take(':');
    const name = aliased ? take() : first;
    const given: Record<string, Argument> = {};
    if (peek() === '(') {
      take('(');
      while (peek() !== ')') {
        const parameter = take();
        take(':');
        given[parameter] = argument();
      }
      take(')');
    }
    return { kind: 'field', key: first, name, arguments: given, selections: peek() === '{' ? selections() : [], at };
  };
  const selections = (): readonly Selection[] => {
    take('{');
    const all: Selection[] = [];
    while (peek() !== '}') all.push(selection());
    take('}');
    return all;
  };

  let asked: readonly Selection[] | undefined;
  const fragments = new Map<string, Extract<Selection, { kind: 'on' }>>();
  while (next < read.length) {
    if (peek() === 'fragment') {
      take('fragment');
      const name = take();
      take('on');
      fragments.set(name, { kind: 'on', type: take(), selections: selections() });
      continue;
    }
    if (peek() === 'query') {
      take('query');
      if (/^\w/.test(peek())) take();
      // Types and defaults of variables: values are taken as they are sent.
      if (peek() === '(') skipPast(')');
    }
    asked = selections();
  }
  if (asked === undefined) throw new SyntaxError('A query must be given');
  return { selections: asked, fragments };
}

function* tokenise(text: string): Generator<Token> {
  tokens.lastIndex = 0;
  while (tokens.lastIndex < text.length) {
    const at = tokens.lastIndex;
    const found = tokens.exec(text);
    if (found === null) throw new SyntaxError(`Unexpected ${JSON.stringify(text[at])} at character ${at + 1}`);
    const token = found.groups?.['token'];
    if (token !== undefined) yield { text: token, at };
  }
}

function readValue(written: string): string | number | boolean | null {
  if (written.startsWith('"')) return String(JSON.parse(written));
  if (/^-?\d/.test(written)) return Number(written);
  if (written === 'true' || written === 'false') return written === 'true';
  return written === 'null' ? null : written;
}
