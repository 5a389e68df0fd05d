import type { Expression, Given } from './syntax.ts';
import type { Tokens } from './tokens.ts';

/** The parsers of what is between brackets; handed in, as each calls the other. */
export type Reading = {
  readonly expression: (tokens: Tokens) => Expression;
  readonly primary: (tokens: Tokens) => Expression;
};

const nothingGiven: Given = { args: [], named: [], rest: undefined, namedRest: undefined };

/** Attributes, items and calls behind an expression, then filters and tests. */
export function parsePostfix(
  tokens: Tokens,
  of: Expression | undefined,
  more: 'filters' | 'no filters',
  reading: Reading,
): Expression {
  let read = of;
  for (;;) {
    const { line } = tokens;
    if (tokens.is('operator', '.', '[', '(', '|')) tokens.link();
    if (read !== undefined && tokens.is('operator', '.', '[', '(')) {
      read = parseAccess(tokens, read, reading);
    } else if (more === 'filters' && (tokens.skip('operator', '|') || read === undefined)) {
      const name = parseDottedName(tokens);
      const given = tokens.is('operator', '(') ? parseGiven(tokens, reading) : nothingGiven;
      read = { kind: 'filter', of: read, name, given, line };
    } else if (more === 'filters' && read !== undefined && tokens.skip('name', 'is')) {
      read = parseTest(tokens, read, reading);
    } else {
      return read ?? tokens.unexpected('an expression');
    }
  }
}

function parseAccess(tokens: Tokens, of: Expression, reading: Reading): Expression {
  const { line } = tokens;
  if (tokens.is('operator', '(')) return { kind: 'call', of, given: parseGiven(tokens, reading), line };
  if (tokens.skip('operator', '.')) {
    if (tokens.is('integer')) {
      return { kind: 'item', of, key: { kind: 'constant', value: Number(tokens.next().value), line }, line };
    }
    return { kind: 'attribute', of, name: tokens.expect('name').value, line };
  }
  tokens.expect('operator', '[');
  const parts: (Expression | undefined)[] = [];
  let colons = 0;
  while (!tokens.is('operator', ']')) {
    if (tokens.skip('operator', ':')) {
      colons++;
      parts.length = Math.max(parts.length, colons);
    } else if (tokens.is('operator', ',')) {
      tokens.fail('several indexes between brackets are not supported');
    } else parts[colons] = reading.expression(tokens);
  }
  tokens.expect('operator', ']');
  const [key] = parts;
  if (colons > 2 || (colons === 0 && key === undefined)) tokens.fail('the brackets hold no index');
  if (colons > 0 || key === undefined) return { kind: 'slice', of, bounds: [parts[0], parts[1], parts[2]], line };
  return { kind: 'item', of, key, line };
}

function parseTest(tokens: Tokens, of: Expression, reading: Reading): Expression {
  const { line } = tokens;
  const negated = tokens.skip('name', 'not');
  const name = parseDottedName(tokens);
  const test: Expression = { kind: 'test', of, name, given: parseTestGiven(tokens, reading), line };
  return negated ? { kind: 'not', of: test, line } : test;
}

function parseTestGiven(tokens: Tokens, reading: Reading): Given {
  if (tokens.is('operator', '(')) return parseGiven(tokens, reading);
  const value =
    tokens.is('string') ||
    tokens.is('integer') ||
    tokens.is('float') ||
    tokens.is('operator', '[', '{') ||
    (tokens.is('name') && !tokens.is('name', 'else', 'or', 'and', 'is', 'if', 'recursive', 'in', 'not'));
  if (!value) return nothingGiven;
  return { ...nothingGiven, args: [parsePostfix(tokens, reading.primary(tokens), 'no filters', reading)] };
}

function parseDottedName(tokens: Tokens): string {
  let name = tokens.expect('name').value;
  while (tokens.skip('operator', '.')) name += `.${tokens.expect('name').value}`;
  return name;
}

/** What is between the brackets of a call. */
function parseGiven(tokens: Tokens, { expression }: Reading): Given {
  tokens.expect('operator', '(');
  const args: Expression[] = [];
  const named: (readonly [string, Expression])[] = [];
  let rest: Expression | undefined;
  let namedRest: Expression | undefined;
  let first = true;
  while (!tokens.is('operator', ')')) {
    if (!first) tokens.expect('operator', ',');
    first = false;
    if (tokens.is('operator', ')')) break;
    const { kind, value } = tokens.now;
    if (tokens.skip('operator', '*')) rest = expression(tokens);
    else if (tokens.skip('operator', '**')) namedRest = expression(tokens);
    else if (kind === 'name' && tokens.ahead(1).kind === 'operator' && tokens.ahead(1).value === '=') {
      tokens.next();
      tokens.next();
      named.push([value, expression(tokens)]);
    } else if (named.length > 0 || namedRest !== undefined) {
      tokens.fail('an argument without a name follows one with a name');
    } else args.push(expression(tokens));
  }
  tokens.expect('operator', ')');
  return { args, named, rest, namedRest };
}
