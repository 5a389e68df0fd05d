import type { Spacing } from './lex.ts';
import { parseExpression, parseFilters, parseTuple } from './parse-expression.ts';
import type { Body, Callee, Expression, Parameter, Statement, Target } from './syntax.ts';
import { Tokens } from './tokens.ts';

/** Reads a template. @throws TemplateFault */
export function parse(source: string, spacing?: Spacing): Body {
  const tokens = new Tokens(source, spacing);
  const body = parseBody(tokens, []);
  if (!tokens.is('eof')) tokens.fail(`\`${tokens.ahead(1).value}\` ends nothing`);
  return body;
}

/** Statements up to a tag of one of the names, which is left standing after its `{%`. */
function parseBody(tokens: Tokens, until: readonly string[]): Body {
  return tokens.nest(() => {
    const body: Statement[] = [];
    for (;;) {
      const { kind, line } = tokens.now;
      if (kind === 'text') body.push({ kind: 'text', text: tokens.next().value, line });
      else if (kind === 'print') {
        tokens.next();
        body.push({ kind: 'print', value: parseTuple(tokens), line });
        tokens.expect('end');
      } else if (kind === 'tag') {
        if (until.includes(tokens.ahead(1).value)) return body;
        tokens.next();
        const { value: name } = tokens.expect('name');
        const read = Object.hasOwn(statements, name) ? statements[name] : undefined;
        if (read === undefined) tokens.fail(wordUnknownTag(name, until));
        body.push(read(tokens, line));
      } else if (until.length > 0) {
        tokens.fail(`\`${until.at(-1) ?? ''}\` is missing at the end`);
      } else return body;
    }
  });
}

function wordUnknownTag(name: string, until: readonly string[]): string {
  if (!/^(?:end|else|elif)/u.test(name)) return `the tag \`${name}\` is not known`;
  return until.length === 0
    ? `\`${name}\` ends nothing`
    : `\`${name}\` stands where \`${until.at(-1) ?? ''}\` is expected`;
}

/** A body and the tag that ends it. @returns the ending tag's name */
function parseTo(tokens: Tokens, ...until: readonly string[]): { readonly body: Body; readonly by: string } {
  tokens.expect('end');
  const body = parseBody(tokens, until);
  tokens.expect('tag');
  return { body, by: tokens.next().value };
}

function parseBlock(tokens: Tokens, end: string): Body {
  const { body } = parseTo(tokens, end);
  if (end === 'endblock') tokens.skip('name');
  tokens.expect('end');
  return body;
}

const statements: Readonly<Record<string, (tokens: Tokens, line: number) => Statement>> = {
  if: parseIf,
  for: parseFor,
  set: parseSet,
  macro(tokens, line) {
    const name = tokens.expect('name').value;
    return { kind: 'macro', name, ...parseCallee(tokens, 'endmacro'), line };
  },
  call(tokens, line) {
    const parameters = tokens.is('operator', '(') ? parseParameters(tokens) : [];
    const of = parseExpression(tokens);
    if (of.kind !== 'call') tokens.fail('`call` is followed by no call');
    return { kind: 'call', of, parameters, body: parseBlock(tokens, 'endcall'), line };
  },
  filter(tokens, line) {
    return { kind: 'filter', filter: parseFilters(tokens, undefined), body: parseBlock(tokens, 'endfilter'), line };
  },
  block(tokens, line) {
    const name = tokens.expect('name').value;
    const scoped = tokens.skip('name', 'scoped');
    const required = tokens.skip('name', 'required');
    return { kind: 'block', name, scoped, required, body: parseBlock(tokens, 'endblock'), line };
  },
  extends: (tokens, line) => ended(tokens, { kind: 'extends', template: parseExpression(tokens), line }),
  include(tokens, line) {
    const template = parseExpression(tokens);
    const optional = tokens.is('name', 'ignore') && tokens.ahead(1).value === 'missing';
    if (optional) for (const _ of ['ignore', 'missing']) tokens.next();
    return ended(tokens, { kind: 'include', template, optional, context: parseContext(tokens, true), line });
  },
  import: parseImport,
  from: parseFrom,
  with(tokens, line) {
    const values: (readonly [Target, Expression])[] = [];
    while (!tokens.is('end')) {
      if (values.length > 0) tokens.expect('operator', ',');
      const target = parseTarget(tokens);
      tokens.expect('operator', '=');
      values.push([target, parseExpression(tokens)]);
    }
    return { kind: 'with', values, body: parseBlock(tokens, 'endwith'), line };
  },
  autoescape(tokens, line) {
    parseExpression(tokens);
    return { kind: 'group', body: parseBlock(tokens, 'endautoescape'), line };
  },
  do: (tokens, line) => ended(tokens, { kind: 'do', value: parseTuple(tokens), line }),
  break: (tokens, line) => ended(tokens, { kind: 'break', line }),
  continue: (tokens, line) => ended(tokens, { kind: 'continue', line }),
};

function ended(tokens: Tokens, statement: Statement): Statement {
  tokens.expect('end');
  return statement;
}

function parseIf(tokens: Tokens, line: number): Statement {
  const branches: { readonly test: Expression; readonly body: Body }[] = [];
  let otherwise: Body = [];
  for (let by = 'if'; by !== 'endif'; ) {
    if (by === 'else') {
      const last = parseTo(tokens, 'endif');
      otherwise = last.body;
      by = last.by;
    } else {
      const test = parseTuple(tokens, false);
      const branch = parseTo(tokens, 'elif', 'else', 'endif');
      branches.push({ test, body: branch.body });
      by = branch.by;
    }
  }
  return ended(tokens, { kind: 'if', branches, otherwise, line });
}

function parseFor(tokens: Tokens, line: number): Statement {
  const target = parseTarget(tokens);
  tokens.expect('name', 'in');
  const over = parseTuple(tokens, false, ['recursive', 'if']);
  const test = tokens.skip('name', 'if') ? parseExpression(tokens) : undefined;
  const recursive = tokens.skip('name', 'recursive');
  const { body, by } = parseTo(tokens, 'else', 'endfor');
  const otherwise = by === 'else' ? parseTo(tokens, 'endfor').body : [];
  return ended(tokens, { kind: 'for', target, over, test, recursive, body, otherwise, line });
}

function parseSet(tokens: Tokens, line: number): Statement {
  const target = parseTarget(tokens);
  if (tokens.skip('operator', '=')) return ended(tokens, { kind: 'set', target, value: parseTuple(tokens), line });
  const filter = tokens.skip('operator', '|') ? parseFilters(tokens, undefined) : undefined;
  return { kind: 'capture', target, filter, body: parseBlock(tokens, 'endset'), line };
}

function parseImport(tokens: Tokens, line: number): Statement {
  const template = parseExpression(tokens);
  tokens.expect('name', 'as');
  const as = tokens.expect('name').value;
  return ended(tokens, { kind: 'import', template, as, context: parseContext(tokens, false), line });
}

function parseFrom(tokens: Tokens, line: number): Statement {
  const template = parseExpression(tokens);
  tokens.expect('name', 'import');
  const names: (readonly [string, string])[] = [];
  let context = false;
  while (!tokens.is('end')) {
    if (tokens.is('name', 'with', 'without') && tokens.ahead(1).value === 'context') {
      context = parseContext(tokens, false);
      break;
    }
    if (names.length > 0) tokens.expect('operator', ',');
    if (tokens.is('end')) break;
    const name = tokens.expect('name').value;
    names.push([name, tokens.skip('name', 'as') ? tokens.expect('name').value : name]);
  }
  return ended(tokens, { kind: 'from', template, names, context, line });
}

function parseContext(tokens: Tokens, otherwise: boolean): boolean {
  if (!tokens.is('name', 'with', 'without') || tokens.ahead(1).value !== 'context') return otherwise;
  const { value } = tokens.next();
  tokens.next();
  return value === 'with';
}

function parseCallee(tokens: Tokens, end: string): Callee {
  const parameters = parseParameters(tokens);
  return { parameters, body: parseBlock(tokens, end) };
}

function parseParameters(tokens: Tokens): readonly Parameter[] {
  const parameters: Parameter[] = [];
  tokens.expect('operator', '(');
  while (!tokens.is('operator', ')')) {
    if (parameters.length > 0) tokens.expect('operator', ',');
    if (tokens.is('operator', ')')) break;
    const name = tokens.expect('name').value;
    parameters.push({ name, fallback: tokens.skip('operator', '=') ? parseExpression(tokens) : undefined });
  }
  tokens.expect('operator', ')');
  return parameters;
}

/** Where a value goes: `a`, `ns.a`, `a, b`, `(a, b)`. */
function parseTarget(tokens: Tokens): Target {
  const targets: Target[] = [];
  let comma = false;
  do {
    if (tokens.is('name', 'in') || tokens.is('operator', '=') || tokens.is('end')) break;
    if (tokens.skip('operator', '(')) {
      targets.push(tokens.nest(() => parseTarget(tokens)));
      tokens.expect('operator', ')');
    } else {
      const name = tokens.expect('name').value;
      const field = tokens.skip('operator', '.') ? tokens.expect('name').value : undefined;
      targets.push(field === undefined ? { kind: 'name', name } : { kind: 'field', of: name, name: field });
    }
    comma = tokens.skip('operator', ',');
  } while (comma);
  const [only] = targets;
  if (only === undefined) return tokens.unexpected('a name');
  return targets.length === 1 && !comma ? only : { kind: 'tuple', targets };
}
