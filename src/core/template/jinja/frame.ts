import { bodiesOf } from './bodies-of.ts';
import type { Scope } from './scope.ts';
import type { Body } from './syntax.ts';

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
