import { type Body, bodiesOf } from './syntax.ts';
import { presentOr, Undefined, type Value } from './value.ts';

/** The names that are known at a place of a template; an inner scope sees the outer ones and changes none of them. */
export class Scope {
  readonly #names = new Map<string, Value>();
  readonly #outer: Scope | undefined;

  constructor(outer?: Scope) {
    this.#outer = outer;
  }

  find(name: string): Value | undefined {
    let scope: Scope | undefined = this;
    for (; scope !== undefined; scope = scope.#outer) {
      const held = scope.#names.get(name);
      if (held !== undefined) return held;
    }
    return undefined;
  }

  get(name: string): Value {
    return presentOr(this.find(name), () => new Undefined(`'${name}' is undefined`));
  }

  set(name: string, value: Value): void {
    this.#names.set(name, value);
  }

  /** What was set in this very scope. */
  own(name: string): Value | undefined {
    return this.#names.get(name);
  }
}

/** What one template of a rendering is made of. */
export type Frame = {
  readonly root: Scope;
  /** Bodies of each block, overriding ones first. */
  readonly blocks: Map<string, Body[]>;
  /** The template that it extends, once it said so. */
  parent: string | undefined;
  /** Names of it and of the templates that it extends. */
  readonly extended: Set<string>;
};

/** Adds the blocks of a template that is extended by those collected before. */
export function collectBlocks(body: Body, blocks: Frame['blocks']): void {
  for (const statement of body) {
    if (statement.kind === 'block') blocks.set(statement.name, [...(blocks.get(statement.name) ?? []), statement.body]);
    for (const inner of bodiesOf(statement)) collectBlocks(inner, blocks);
  }
}
