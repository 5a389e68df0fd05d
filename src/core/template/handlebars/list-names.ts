import type {
  Block,
  Call,
  Expression,
  Hash,
  Partial,
  Program,
  Statement,
} from 'handlebars/dist/cjs/handlebars/compiler/base.js';
import type { FindTemplate } from '../jinja/render.ts';
import { parseHandlebars } from './parse.ts';

/** Helpers of Handlebars itself, and those that Dotprompt adds. Others are registered in code. */
const helpers: ReadonlySet<string> = new Set([
  ...['if', 'unless', 'each', 'with', 'lookup', 'log'],
  ...['role', 'history', 'section', 'media', 'json', 'ifEquals', 'unlessEquals'],
]);

/** What a block gives under a name with `@`; all else of that form is an application's. */
const ofLoops: ReadonlySet<string> = new Set(['index', 'key', 'first', 'last', 'partial-block', 'level', 'metadata']);

/** What a template takes from outside. */
export type HandlebarsNames = {
  /** Variables, in order of first use; ways through values with dots. */
  readonly variables: readonly string[];
  /** Those that it asks for before it uses them. */
  readonly optional: readonly string[];
  /** Partials by the names it gives them, those of its partials too. */
  readonly partials: readonly string[];
  /** Helpers that are registered in code, with the line of the first use. */
  readonly foreign: readonly { readonly name: string; readonly line: number; readonly partial?: string }[];
};

/** Most partials in partials. */
const mostDeep = 20;

/** Where a name is looked up: `outer` leads to the variables, `inner` to a value that has its own. */
type Scope = {
  readonly contexts: readonly ('outer' | 'inner')[];
  readonly own: ReadonlySet<string>;
  readonly asked: ReadonlySet<string>;
  readonly partial?: string;
  readonly deep: number;
};

/** The names in a template, and in the partials that `find` knows. */
export function listHandlebarsNames(program: Program, find: FindTemplate): HandlebarsNames {
  const listing = new Listing(find);
  listing.walk(program, { contexts: ['outer'], own: new Set(), asked: new Set(), deep: 0 });
  return listing.names();
}

class Listing {
  readonly #find: FindTemplate;
  readonly #variables = new Set<string>();
  readonly #needed = new Set<string>();
  readonly #partials = new Set<string>();
  readonly #foreign = new Map<string, HandlebarsNames['foreign'][number]>();

  constructor(find: FindTemplate) {
    this.#find = find;
  }

  names(): HandlebarsNames {
    const variables = [...this.#variables];
    return {
      variables,
      optional: variables.filter((name) => !this.#needed.has(name)),
      partials: [...this.#partials],
      foreign: [...this.#foreign.values()],
    };
  }

  walk({ body }: Program, scope: Scope): void {
    const inline = body.flatMap((one) =>
      one.type === 'DecoratorBlock' && one.params[0]?.type === 'StringLiteral' ? [String(one.params[0].original)] : [],
    );
    const here =
      inline.length === 0 ? scope : { ...scope, own: new Set([...scope.own, ...inline.map((name) => `>${name}`)]) };
    for (const one of body) this.#statement(one, here);
  }

  #statement(one: Statement, scope: Scope): void {
    switch (one.type) {
      case 'ContentStatement':
      case 'CommentStatement':
      case 'Decorator':
        break;
      case 'MustacheStatement':
        this.#call(one, scope, false);
        break;
      case 'BlockStatement':
        this.#block(one, scope);
        break;
      case 'DecoratorBlock':
        if (one.program !== undefined) this.walk(one.program, scope);
        break;
      case 'PartialStatement':
        this.#partial(one, scope);
        break;
      case 'PartialBlockStatement':
        this.walk(one.program, { ...scope, own: new Set([...scope.own, '>@partial-block']) });
        this.#partial(one, scope);
        break;
    }
  }

  #block(one: Block, scope: Scope): void {
    const helper = nameOf(one.path);
    const bare = one.params.length === 0 && one.hash === undefined;
    const asks = bare || ['if', 'unless', 'each', 'with'].includes(helper);
    const tested = asks ? this.#resolve(bare ? one.path : one.params[0], scope) : undefined;
    if (bare && !helpers.has(helper)) this.#read(one.path, scope, true);
    else this.#call(one, scope, asks);
    const asked = tested === undefined ? scope.asked : new Set([...scope.asked, tested]);
    const own = new Set([...scope.own, ...(one.program?.blockParams ?? [])]);
    const shifts = bare ? !helpers.has(helper) : helper === 'each' || helper === 'with';
    const contexts = shifts ? [...scope.contexts, 'inner' as const] : scope.contexts;
    if (one.program !== undefined) this.walk(one.program, { ...scope, contexts, own, asked });
    if (one.inverse !== undefined) this.walk(one.inverse, scope);
  }

  /** @param asks whether its first argument may be missing */
  #call({ path, params, hash, loc }: Omit<Call, 'type'>, scope: Scope, asks: boolean): void {
    const name = nameOf(path);
    const bare = params.length === 0 && hash === undefined;
    const [first, ...others] = params;
    if (!helpers.has(name)) {
      if (bare) {
        this.#read(path, scope, false);
        return;
      }
      if (path.type === 'PathExpression' && !this.#foreign.has(name))
        this.#foreign.set(name, {
          name,
          line: loc.start.line,
          ...(scope.partial !== undefined && { partial: scope.partial }),
        });
    }
    if (first !== undefined) this.#read(first, scope, asks);
    for (const one of others) this.#read(one, scope, false);
    this.#hash(hash, scope);
  }

  #hash(hash: Hash | undefined, scope: Scope): void {
    for (const { value } of hash?.pairs ?? []) this.#read(value, scope, false);
  }

  #read(one: Expression, scope: Scope, asks: boolean): void {
    if (one.type === 'SubExpression') {
      this.#call(one, scope, asks);
      return;
    }
    const name = this.#resolve(one, scope);
    if (name === undefined) return;
    this.#variables.add(name);
    if (!asks && !scope.asked.has(name)) this.#needed.add(name);
  }

  /** The variable that a way through values begins at, with the way; nothing where it does not begin at one. */
  #resolve(one: Expression | undefined, { contexts, own }: Scope): string | undefined {
    if (one?.type !== 'PathExpression') return undefined;
    const [first, ...rest] = one.parts;
    if (first === undefined) return undefined;
    if (one.data) {
      if (first === 'root') return rest.length > 0 ? rest.join('.') : undefined;
      return ofLoops.has(first) || own.has(first) ? undefined : `@${one.parts.join('.')}`;
    }
    if (one.depth === 0 && own.has(first)) return undefined;
    return contexts[Math.max(0, contexts.length - 1 - one.depth)] === 'outer' ? one.parts.join('.') : undefined;
  }

  #partial({ name, params, hash }: Partial, scope: Scope): void {
    for (const one of params) this.#read(one, scope, true);
    this.#hash(hash, scope);
    if (name.type === 'SubExpression') {
      this.#read(name, scope, false);
      return;
    }
    const called = String(name.original);
    if (scope.own.has(`>${called}`)) return;
    this.#partials.add(called);
    const text = scope.deep < mostDeep ? this.#find(called) : undefined;
    const parsed = text === undefined ? undefined : parseHandlebars(text);
    if (parsed?.kind !== 'parsed') return;
    const contexts = params.length === 0 ? scope.contexts : [...scope.contexts, 'inner' as const];
    const own = new Set([...scope.own, ...(hash?.pairs.map(({ key }) => key) ?? [])]);
    this.walk(parsed.program, { ...scope, contexts, own, partial: called, deep: scope.deep + 1 });
  }
}

function nameOf(path: Expression): string {
  return path.type === 'PathExpression' ? path.original : '';
}
