/** The parser inside of `handlebars`, and as much of its tree as is looked at. */
declare module 'handlebars/dist/cjs/handlebars/compiler/base.js' {
  type Place = { readonly start: { readonly line: number } };
  export type Path = {
    readonly type: 'PathExpression';
    readonly data: boolean;
    readonly depth: number;
    readonly parts: readonly string[];
    readonly original: string;
    readonly loc: Place;
  };
  export type Call = {
    readonly type: 'SubExpression';
    readonly path: Expression;
    readonly params: readonly Expression[];
    readonly hash?: Hash;
    readonly loc: Place;
  };
  type Literal = {
    readonly type: 'StringLiteral' | 'NumberLiteral' | 'BooleanLiteral' | 'UndefinedLiteral' | 'NullLiteral';
    readonly original?: string | number | boolean;
    readonly loc: Place;
  };
  export type Expression = Path | Call | Literal;
  export type Hash = { readonly pairs: readonly { readonly key: string; readonly value: Expression }[] };
  export type Program = { readonly body: readonly Statement[]; readonly blockParams?: readonly string[] };
  type Called = {
    readonly path: Expression;
    readonly params: readonly Expression[];
    readonly hash?: Hash;
    readonly loc: Place;
  };
  export type Block = Called & { readonly program?: Program; readonly inverse?: Program };
  export type Partial = {
    readonly name: Expression;
    readonly params: readonly Expression[];
    readonly hash?: Hash;
    readonly loc: Place;
  };
  export type Statement =
    | ({ readonly type: 'MustacheStatement' | 'Decorator' } & Called)
    | ({ readonly type: 'BlockStatement' } & Block)
    | ({ readonly type: 'DecoratorBlock' } & Block)
    | ({ readonly type: 'PartialStatement' } & Partial)
    | ({ readonly type: 'PartialBlockStatement'; readonly program: Program } & Partial)
    | { readonly type: 'ContentStatement'; readonly value: string }
    | { readonly type: 'CommentStatement'; readonly value: string };
  export function parseWithoutProcessing(template: string): Program;
}
