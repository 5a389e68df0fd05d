/** What templates are made of, as `parse` reads them. */

export type Expression = { readonly line: number } & (
  | { readonly kind: 'constant'; readonly value: string | number | boolean | null }
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'attribute'; readonly of: Expression; readonly name: string }
  | { readonly kind: 'item'; readonly of: Expression; readonly key: Expression }
  | { readonly kind: 'slice'; readonly of: Expression; readonly bounds: readonly (Expression | undefined)[] }
  | { readonly kind: 'call'; readonly of: Expression; readonly given: Given }
  /** `of` is left out where the text between `{% filter %}` and its end is filtered. */
  | { readonly kind: 'filter'; readonly of: Expression | undefined; readonly name: string; readonly given: Given }
  | { readonly kind: 'test'; readonly of: Expression; readonly name: string; readonly given: Given }
  | { readonly kind: 'list' | 'tuple' | 'join'; readonly items: readonly Expression[] }
  | { readonly kind: 'dict'; readonly entries: readonly (readonly [Expression, Expression])[] }
  | { readonly kind: 'sign'; readonly sign: '+' | '-'; readonly of: Expression }
  | { readonly kind: 'arithmetic'; readonly sign: string; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'compare'; readonly first: Expression; readonly rest: readonly (readonly [string, Expression])[] }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | {
      readonly kind: 'choice';
      readonly test: Expression;
      readonly yes: Expression;
      readonly no: Expression | undefined;
    }
);

/** What a call, a filter or a test is given. */
export type Given = {
  readonly args: readonly Expression[];
  readonly named: readonly (readonly [string, Expression])[];
  /** `*args` and `**kwargs`. */
  readonly rest: Expression | undefined;
  readonly namedRest: Expression | undefined;
};

/** What a value is put into: a name, a field of a namespace, or several of them. */
export type Target =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'field'; readonly of: string; readonly name: string }
  | { readonly kind: 'tuple'; readonly targets: readonly Target[] };

export type Parameter = { readonly name: string; readonly fallback: Expression | undefined };

export type Statement = { readonly line: number } & (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'print' | 'do'; readonly value: Expression }
  | {
      readonly kind: 'if';
      readonly branches: readonly { readonly test: Expression; readonly body: Body }[];
      readonly otherwise: Body;
    }
  | {
      readonly kind: 'for';
      readonly target: Target;
      readonly over: Expression;
      readonly test: Expression | undefined;
      readonly recursive: boolean;
      readonly body: Body;
      readonly otherwise: Body;
    }
  | { readonly kind: 'set'; readonly target: Target; readonly value: Expression }
  | { readonly kind: 'capture'; readonly target: Target; readonly filter: Expression | undefined; readonly body: Body }
  | ({ readonly kind: 'macro'; readonly name: string } & Callee)
  | ({ readonly kind: 'call'; readonly of: Expression } & Callee)
  | { readonly kind: 'filter'; readonly filter: Expression; readonly body: Body }
  | {
      readonly kind: 'block';
      readonly name: string;
      readonly scoped: boolean;
      readonly required: boolean;
      readonly body: Body;
    }
  | { readonly kind: 'extends'; readonly template: Expression }
  | {
      readonly kind: 'include';
      readonly template: Expression;
      readonly optional: boolean;
      readonly context: boolean;
    }
  | { readonly kind: 'import'; readonly template: Expression; readonly as: string; readonly context: boolean }
  | {
      readonly kind: 'from';
      readonly template: Expression;
      readonly names: readonly (readonly [name: string, as: string])[];
      readonly context: boolean;
    }
  | { readonly kind: 'with'; readonly values: readonly (readonly [Target, Expression])[]; readonly body: Body }
  | { readonly kind: 'group'; readonly body: Body }
  | { readonly kind: 'break' | 'continue' }
);

export type Callee = { readonly parameters: readonly Parameter[]; readonly body: Body };

export type Body = readonly Statement[];

/** The bodies that a statement holds. */
export function bodiesOf(statement: Statement): readonly Body[] {
  if (statement.kind === 'if') return [...statement.branches.map(({ body }) => body), statement.otherwise];
  if (statement.kind === 'for') return [statement.body, statement.otherwise];
  return 'body' in statement ? [statement.body] : [];
}
