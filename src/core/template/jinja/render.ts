import { Budget } from './budget.ts';
import { builtinsOf } from './builtins.ts';
import { demand, isTruthy, itemsOf } from './compare.ts';
import { escapeHtml, HtmlMarks } from './escape-html.ts';
import { createTools, evaluate, evaluateGiven } from './evaluate.ts';
import { fail, TemplateFault } from './fault.ts';
import type { Spacing } from './lex.ts';
import { makeMacro } from './make-macro.ts';
import { parse } from './parse.ts';
import { assign, type Leaving, runLoop } from './run-loop.ts';
import { collectBlocks, type Frame, Scope } from './scope.ts';
import { show } from './show.ts';
import type { Body, Callee, Expression, Statement } from './syntax.ts';
import type { Tools } from './tool.ts';
import { type Call, Callable, type Dict, Fields, presentOr, Undefined, type Value } from './value.ts';

/** Finds the text of another template by the name that one gives it. */
export type FindTemplate = (name: string) => string | undefined;

/** Looks on as templates are rendered. */
export type Witness = {
  /** Parses in place of `parse`, so that what is taken in twice is one and the same. */
  readonly parse: (text: string) => Body;
  /** @param branch of an `if` the index of the condition that was met, of a loop 0 where it has items; else -1 */
  readonly saw: (statement: Statement, branch: number) => void;
};

/** Renders a template that was parsed. @throws TemplateFault */
export class Rendering {
  readonly #find: FindTemplate;
  readonly #spacing: Spacing | undefined;
  readonly #budget = new Budget();
  readonly #tools: Tools = createTools(this.#budget);
  readonly #builtins = builtinsOf(this.#budget);
  /** What is printed is escaped for HTML, but for what these mark. */
  readonly #marks: HtmlMarks | undefined;
  readonly #witness: Witness | undefined;
  #out: string[] = [];

  constructor(find: FindTemplate, spacing?: Spacing, escapes = false, witness?: Witness) {
    this.#find = find;
    this.#spacing = spacing;
    this.#marks = escapes ? new HtmlMarks() : undefined;
    this.#witness = witness;
  }

  run(body: Body, values: Dict): string {
    const root = this.#rootScope();
    for (const [name, value] of values.entries()) root.set(String(name), value);
    return this.#capture(() => this.#template(body, new Scope(root), undefined));
  }

  #rootScope(): Scope {
    const scope = new Scope();
    for (const [name, value] of this.#builtins) scope.set(name, value);
    return new Scope(scope);
  }

  #capture(run: () => void): string {
    const before = this.#out;
    this.#out = [];
    try {
      run();
      return this.#out.join('');
    } finally {
      this.#out = before;
    }
  }

  #write(text: string): void {
    this.#budget.make(text.length);
    this.#out.push(text);
  }

  #print(expression: Expression, value: Value): void {
    const text = show(value, this.#budget);
    this.#write(this.#marks === undefined || this.#marks.has(expression) ? text : escapeHtml(text));
  }

  /** A whole template, and those that it extends. */
  #template(body: Body, root: Scope, file: string | undefined): void {
    const frame: Frame = {
      root,
      blocks: new Map(),
      parent: undefined,
      extended: new Set(file === undefined ? [] : [file]),
    };
    root.set(
      'self',
      new Fields('TemplateReference', (name) => {
        const block = frame.blocks.get(name)?.[0];
        return block && new Callable(name, () => this.#capture(() => this.#block(name, 0, frame, frame.root)));
      }),
    );
    let current: Body | undefined = body;
    for (let name = file; current !== undefined; ) {
      const own: Body = current;
      collectBlocks(own, frame.blocks);
      frame.parent = undefined;
      this.#inFile(name, () => this.#body(own, root, frame));
      name = frame.parent;
      current = name === undefined ? undefined : this.#load(name);
    }
  }

  #load(name: string): Body {
    const text = this.#find(name);
    if (text === undefined) return fail(`the template \`${name}\` is not found`);
    this.#budget.make(text.length);
    return this.#inFile(name, () => this.#witness?.parse(text) ?? parse(text, this.#spacing));
  }

  #inFile<T>(file: string | undefined, run: () => T): T {
    try {
      return this.#budget.nest(run, file === undefined ? undefined : `\`${file}\` takes itself in`);
    } catch (fault) {
      if (fault instanceof TemplateFault && fault.line !== undefined) fault.file ??= file;
      throw fault;
    }
  }

  #body(body: Body, scope: Scope, frame: Frame): Leaving {
    for (const statement of body) {
      this.#budget.step();
      try {
        const leaving = this.#statement(statement, scope, frame);
        if (leaving !== undefined) return leaving;
      } catch (fault) {
        if (fault instanceof TemplateFault) fault.line ??= statement.line;
        throw fault;
      }
    }
    return undefined;
  }

  #statement(statement: Statement, scope: Scope, frame: Frame): Leaving {
    const value = (expression: Expression): Value => evaluate(expression, scope, this.#tools);
    // What a template that extends another writes outside of blocks is not shown.
    const shown = frame.parent === undefined;
    switch (statement.kind) {
      case 'text':
        if (shown) this.#write(statement.text);
        return undefined;
      case 'print':
        if (shown) this.#print(statement.value, value(statement.value));
        return undefined;
      case 'do':
        value(statement.value);
        return undefined;
      case 'if': {
        const branch = statement.branches.findIndex(({ test }) => isTruthy(value(test)));
        this.#witness?.saw(statement, branch);
        return this.#body(statement.branches[branch]?.body ?? statement.otherwise, scope, frame);
      }
      case 'for':
        runLoop(statement, value(statement.over), scope, {
          tools: this.#tools,
          body: (body, inner) => this.#body(body, inner, frame),
          capture: (run) => this.#capture(run),
          saw: (isEmpty) => this.#witness?.saw(statement, isEmpty ? -1 : 0),
        });
        return undefined;
      case 'set':
        assign(statement.target, value(statement.value), scope, this.#budget);
        this.#marks?.set(statement.target, statement.value);
        return undefined;
      case 'capture': {
        const text = this.#capture(() => this.#body(statement.body, new Scope(scope), { ...frame, parent: undefined }));
        assign(statement.target, this.#filtered(statement.filter, text, scope), scope, this.#budget);
        this.#marks?.set(statement.target, undefined);
        return undefined;
      }
      case 'macro':
        scope.set(statement.name, this.#macro(statement.name, statement, scope, frame));
        return undefined;
      case 'call': {
        if (statement.of.kind !== 'call') return undefined;
        const caller = this.#macro('caller', statement, scope, frame);
        const { args, named } = evaluateGiven(statement.of.given, scope, this.#tools);
        const given: Call = { args, named: new Map([...named, ['caller', caller]]) };
        this.#write(show(this.#tools.call(value(statement.of.of), given), this.#budget));
        return undefined;
      }
      case 'filter': {
        const text = this.#capture(() => this.#body(statement.body, new Scope(scope), frame));
        this.#write(show(this.#filtered(statement.filter, text, scope), this.#budget));
        return undefined;
      }
      case 'block':
        if (shown) this.#block(statement.name, 0, frame, statement.scoped ? scope : frame.root);
        return undefined;
      case 'extends':
        if (frame.parent !== undefined) fail('a template extends two others');
        frame.parent = show(value(statement.template), this.#budget);
        if (frame.extended.has(frame.parent)) fail(`\`${frame.parent}\` extends itself`);
        frame.extended.add(frame.parent);
        return undefined;
      case 'include':
        if (shown) this.#include(value(statement.template), statement, scope);
        return undefined;
      case 'import':
        scope.set(statement.as, this.#imported(value(statement.template), statement.context ? scope : undefined));
        return undefined;
      case 'from': {
        const imported = this.#imported(value(statement.template), statement.context ? scope : undefined);
        for (const [name, as] of statement.names) {
          scope.set(
            as,
            presentOr(imported.get(name), () => new Undefined(`the template does not export \`${name}\``)),
          );
        }
        return undefined;
      }
      case 'with': {
        const inner = new Scope(scope);
        for (const [target, expression] of statement.values) assign(target, value(expression), inner, this.#budget);
        return this.#body(statement.body, inner, frame);
      }
      case 'group':
        return this.#body(statement.body, new Scope(scope), frame);
      case 'break':
      case 'continue':
        return statement.kind;
    }
  }

  #macro(name: string, callee: Callee, scope: Scope, frame: Frame): Callable {
    const shown: Frame = { ...frame, parent: undefined };
    return makeMacro(name, callee, scope, this.#tools, (inner) =>
      this.#capture(() => this.#body(callee.body, inner, shown)),
    );
  }

  #filtered(filter: Expression | undefined, text: string, scope: Scope): Value {
    if (filter?.kind !== 'filter') return text;
    const of = this.#filtered(filter.of, text, scope);
    return this.#tools.filter(filter.name, of, evaluateGiven(filter.given, scope, this.#tools));
  }

  #block(name: string, level: number, frame: Frame, scope: Scope): void {
    const block = frame.blocks.get(name)?.[level];
    if (block === undefined) return;
    const inner = new Scope(scope);
    const above = frame.blocks.get(name)?.[level + 1];
    inner.set(
      'super',
      above === undefined
        ? new Undefined(`there is no parent block called '${name}'.`)
        : new Callable('super', () => this.#capture(() => this.#block(name, level + 1, frame, scope))),
    );
    this.#budget.nest(() => this.#body(block, inner, { ...frame, parent: undefined }));
  }

  #include(
    named: Value,
    { optional, context }: { readonly optional: boolean; readonly context: boolean },
    scope: Scope,
  ): void {
    const names = (typeof named === 'string' ? [named] : itemsOf(demand(named), this.#budget)).map((name) =>
      show(name, this.#budget),
    );
    const name = names.find((one) => this.#find(one) !== undefined);
    if (name === undefined) {
      if (!optional) fail(`the template ${names.map((one) => `\`${one}\``).join(' or ')} is not found`);
      return;
    }
    const body = this.#load(name);
    this.#template(body, new Scope(context ? scope : this.#rootScope()), name);
  }

  #imported(named: Value, scope: Scope | undefined): Fields {
    const name = show(demand(named), this.#budget);
    const root = new Scope(scope ?? this.#rootScope());
    const body = this.#load(name);
    const text = this.#capture(() => this.#template(body, root, name));
    return new Fields(`TemplateModule '${name}'`, (field) => root.own(field), { call: () => text });
  }
}
