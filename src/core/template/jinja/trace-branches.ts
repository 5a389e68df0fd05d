import type { JsonObject } from '../../json.ts';
import type { Spacing } from './lex.ts';
import { parse } from './parse.ts';
import { type FindTemplate, Rendering } from './render.ts';
import { guarded, type RenderedTemplate, readJinjaTemplates } from './render-jinja.ts';
import { type Body, bodiesOf, type Statement } from './syntax.ts';
import { dictOf } from './value.ts';

/**
 * One way through a template. `holds`: an `if` or `elif` whose condition is met. `fails`: of the last of them, that none of them is met, so that the
 * `else` is taken, or nothing. `items` and `empty`: a loop with and without anything to go through.
 */
export type TemplateBranch = {
  readonly way: 'holds' | 'fails' | 'items' | 'empty';
  /** Line of its tag in its template, from 1; of a condition behind `elif` that in which it begins. */
  readonly line: number;
  readonly keyword: 'if' | 'elif' | 'for';
  /** Tags with that keyword that begin on this line before its own. */
  readonly nth: number;
  /** The included or extended template that it is of; left out for the template itself. */
  readonly template?: string;
  /** Whether any of the values led there. */
  readonly taken: boolean;
};

export type TracedBranches =
  | { readonly kind: 'traced'; readonly branches: readonly TemplateBranch[] }
  | Extract<RenderedTemplate, { readonly kind: 'failed' }>;

/** Templates that one takes in, directly or through others: nobody has more of them. */
const mostTemplates = 200;

/**
 * Renders a template with each of these values, and tells which ways through its `if` and `for`, and those of the templates that it
 * names, any of them led. What failed to render counts as far as it came.
 */
export function traceBranches(
  template: string,
  values: readonly JsonObject[],
  find: FindTemplate,
  spacing?: Spacing,
): TracedBranches {
  return guarded(() => {
    const bodies = new Map<string, Body>();
    const parseOnce = (text: string): Body => {
      const known = bodies.get(text);
      if (known !== undefined) return known;
      const body = parse(text, spacing);
      bodies.set(text, body);
      return body;
    };
    const taken = new Map<Statement, Set<number>>();
    const saw = (statement: Statement, branch: number): void => {
      taken.set(statement, (taken.get(statement) ?? new Set()).add(branch));
    };
    const body = parseOnce(template);
    for (const one of values) {
      guarded(() => {
        const rendering = new Rendering(find, spacing, false, { parse: parseOnce, saw });
        return { kind: 'rendered', text: rendering.run(body, dictOf(one)) };
      });
    }
    const branches = templatesOf(template, find).flatMap(([name, text]) =>
      branchesOf(parseOnce(text), taken).map((branch) => (name === undefined ? branch : { ...branch, template: name })),
    );
    return { kind: 'traced', branches };
  });
}

/** A template, without a name, and those that it takes in, as far as their names stand in it. */
function templatesOf(template: string, find: FindTemplate): readonly (readonly [string | undefined, string])[] {
  const found = new Map<string | undefined, string>([[undefined, template]]);
  for (const [, text] of found) {
    for (const name of readJinjaTemplates(text)) {
      const other = find(name);
      if (other !== undefined && !found.has(name) && found.size < mostTemplates) found.set(name, other);
    }
  }
  return [...found];
}

function branchesOf(body: Body, taken: ReadonlyMap<Statement, ReadonlySet<number>>): readonly TemplateBranch[] {
  const tags = new Map<string, number>();
  const tagOf = (keyword: TemplateBranch['keyword'], line: number) => {
    const key = `${keyword} ${line}`;
    const nth = tags.get(key) ?? 0;
    tags.set(key, nth + 1);
    return { keyword, line, nth };
  };
  const walk = (inner: Body): readonly TemplateBranch[] =>
    inner.flatMap((statement) => {
      const isTaken = (branch: number): boolean => taken.get(statement)?.has(branch) === true;
      const branches: TemplateBranch[] = [];
      if (statement.kind === 'if') {
        let last = tagOf('if', statement.line);
        statement.branches.forEach(({ test }, at) => {
          if (at > 0) last = tagOf('elif', test.line);
          branches.push({ ...last, way: 'holds', taken: isTaken(at) });
        });
        branches.push({ ...last, way: 'fails', taken: isTaken(-1) });
      }
      if (statement.kind === 'for') {
        const tag = tagOf('for', statement.line);
        branches.push({ ...tag, way: 'items', taken: isTaken(0) }, { ...tag, way: 'empty', taken: isTaken(-1) });
      }
      return [...branches, ...bodiesOf(statement).flatMap(walk)];
    });
  return walk(body);
}
