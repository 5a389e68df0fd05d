import type { Check, GoldenCase } from '../golden-case.ts';
import type { Position } from '../problem.ts';

/** What a case expects of the catalogue: that the skill is picked, that it is not, or the name of the one that is picked instead. */
export type Trigger = boolean | string;

/** Name of the kind of check that a case's `triggers` stands for. */
export const triggerKind = 'triggers';

/** The check that a case's `triggers` stands for. */
export function triggerCheck(argument: Trigger, at: Position): Check {
  const name = `${triggerKind}: ${argument}`;
  return { kind: triggerKind, name, argument, options: {}, weight: 1, required: false, at };
}

/** Whether a case asks for a pick among the skills, and not for a reply. */
export function isTriggerCase({ checks }: Pick<GoldenCase, 'checks'>): boolean {
  return checks.some(({ kind }) => kind === triggerKind);
}
