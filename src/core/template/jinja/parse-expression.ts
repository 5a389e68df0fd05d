import { parsePostfix } from './parse-postfix.ts';
import type { Expression } from './syntax.ts';
import type { Tokens } from './tokens.ts';

/** An expression, `a if b else c` included unless `choice` is false. */
export function parseExpression(tokens: Tokens, choice = true): Expression {
  return tokens.nest(() => (choice ? parseChoice(tokens) : parseOr(tokens)));
}

/** One or more expressions with commas between them; several are a tuple. @param until names that end it */
export function parseTuple(tokens: Tokens, choice = true, until: readonly string[] = []): Expression {
  const { line } = tokens;
  const items: Expression[] = [];
  let comma = false;
  while (!(tokens.is('end') || tokens.is('operator', ')', '=') || (until.length > 0 && tokens.is('name', ...until)))) {
    items.push(parseExpression(tokens, choice));
    comma = tokens.skip('operator', ',');
    if (!comma) break;
  }
  const [only] = items;
  if (only === undefined) tokens.unexpected('an expression');
  return items.length === 1 && !comma ? only : { kind: 'tuple', items, line };
}

function parseChoice(tokens: Tokens): Expression {
  const { line } = tokens;
  let read = parseOr(tokens);
  while (tokens.skip('name', 'if')) {
    tokens.link();
    const test = parseOr(tokens);
    const otherwise = tokens.skip('name', 'else') ? tokens.nest(() => parseChoice(tokens)) : undefined;
    read = { kind: 'choice', test, yes: read, no: otherwise, line };
  }
  return read;
}

function parseOr(tokens: Tokens): Expression {
  let left = parseAnd(tokens);
  for (let { line } = tokens; tokens.skip('name', 'or'); line = tokens.line) {
    tokens.link();
    left = { kind: 'or', left, right: parseAnd(tokens), line };
  }
  return left;
}

function parseAnd(tokens: Tokens): Expression {
  let left = parseNot(tokens);
  for (let { line } = tokens; tokens.skip('name', 'and'); line = tokens.line) {
    tokens.link();
    left = { kind: 'and', left, right: parseNot(tokens), line };
  }
  return left;
}

function parseNot(tokens: Tokens): Expression {
  const { line } = tokens;
  if (!tokens.skip('name', 'not')) return parseCompare(tokens);
  return { kind: 'not', of: tokens.nest(() => parseNot(tokens)), line };
}

function parseCompare(tokens: Tokens): Expression {
  const { line } = tokens;
  const first = parseSum(tokens);
  const rest: (readonly [string, Expression])[] = [];
  for (;;) {
    if (tokens.is('operator', '==', '!=', '<', '<=', '>', '>=')) rest.push([tokens.next().value, parseSum(tokens)]);
    else if (tokens.skip('name', 'in')) rest.push(['in', parseSum(tokens)]);
    else if (tokens.is('name', 'not') && tokens.ahead(1).kind === 'name' && tokens.ahead(1).value === 'in') {
      tokens.next();
      tokens.next();
      rest.push(['not in', parseSum(tokens)]);
    } else break;
  }
  return rest.length === 0 ? first : { kind: 'compare', first, rest, line };
}

function parseSum(tokens: Tokens): Expression {
  return parseSigns(tokens, ['+', '-'], parseJoin);
}

function parseJoin(tokens: Tokens): Expression {
  const { line } = tokens;
  const items = [parseProduct(tokens)];
  while (tokens.skip('operator', '~')) items.push(parseProduct(tokens));
  const [only] = items;
  return items.length === 1 && only !== undefined ? only : { kind: 'join', items, line };
}

function parseProduct(tokens: Tokens): Expression {
  return parseSigns(tokens, ['*', '/', '//', '%'], parsePower);
}

function parsePower(tokens: Tokens): Expression {
  return parseSigns(tokens, ['**'], parseUnary);
}

function parseSigns(tokens: Tokens, signs: readonly string[], inner: (tokens: Tokens) => Expression): Expression {
  let left = inner(tokens);
  while (tokens.is('operator', ...signs)) {
    const { value: sign, line } = tokens.next();
    tokens.link();
    left = { kind: 'arithmetic', sign, left, right: inner(tokens), line };
  }
  return left;
}

function parseUnary(tokens: Tokens, filters = true): Expression {
  const { line } = tokens;
  const sign = (['+', '-'] as const).find((one) => tokens.skip('operator', one));
  const read: Expression =
    sign === undefined
      ? parsePrimary(tokens)
      : { kind: 'sign', sign, of: tokens.nest(() => parseUnary(tokens, false)), line };
  return parsePostfix(tokens, read, filters ? 'filters' : 'no filters', reading);
}

const constants: Readonly<Record<string, boolean | null>> = {
  true: true,
  True: true,
  false: false,
  False: false,
  none: null,
  None: null,
};

function parsePrimary(tokens: Tokens): Expression {
  const { kind, value, line } = tokens.now;
  if (kind === 'name') {
    tokens.next();
    const constant = Object.hasOwn(constants, value) ? constants[value] : undefined;
    return constant === undefined ? { kind: 'name', name: value, line } : { kind: 'constant', value: constant, line };
  }
  if (kind === 'string') {
    let text = '';
    while (tokens.is('string')) text += tokens.next().value;
    return { kind: 'constant', value: text, line };
  }
  if (kind === 'integer' || kind === 'float') {
    tokens.next();
    const number = Number(value.replaceAll('_', ''));
    if (kind === 'float') return { kind: 'float', value: number, line };
    if (!Number.isSafeInteger(number)) tokens.fail(`\`${value}\` is too large a number`);
    return { kind: 'constant', value: number, line };
  }
  if (tokens.skip('operator', '(')) {
    const empty = tokens.is('operator', ')');
    const read: Expression = empty ? { kind: 'tuple', items: [], line } : parseTuple(tokens);
    tokens.expect('operator', ')');
    return read;
  }
  if (tokens.skip('operator', '[')) return { kind: 'list', items: parseItems(tokens), line };
  if (tokens.skip('operator', '{')) return { kind: 'dict', entries: parseEntries(tokens), line };
  return tokens.unexpected('an expression');
}

function parseItems(tokens: Tokens): readonly Expression[] {
  const items: Expression[] = [];
  while (!tokens.is('operator', ']')) {
    if (items.length > 0) tokens.expect('operator', ',');
    if (tokens.is('operator', ']')) break;
    items.push(parseExpression(tokens));
  }
  tokens.expect('operator', ']');
  return items;
}

function parseEntries(tokens: Tokens): readonly (readonly [Expression, Expression])[] {
  const entries: (readonly [Expression, Expression])[] = [];
  while (!tokens.is('operator', '}')) {
    if (entries.length > 0) tokens.expect('operator', ',');
    if (tokens.is('operator', '}')) break;
    const key = parseExpression(tokens);
    tokens.expect('operator', ':');
    entries.push([key, parseExpression(tokens)]);
  }
  tokens.expect('operator', '}');
  return entries;
}

/** What follows an expression holds expressions itself. */
const reading = { expression: parseExpression, primary: parsePrimary };
export const parseFilters = (tokens: Tokens, of: Expression | undefined) =>
  parsePostfix(tokens, of, 'filters', reading);
