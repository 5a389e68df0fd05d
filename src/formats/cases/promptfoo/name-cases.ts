import { idOf } from '../../../core/cases/case-id.ts';
import type { GoldenCase } from '../../../core/golden-case.ts';
import type { SuiteCase } from './read-test.ts';

/**
 * Gives the cases of a prompt their ids: the description where it is the only one of its kind, else a hash of the
 * vars. Tests that ask the same are told apart by a number. @param taken ids that are in use already.
 */
export function nameCases(cases: readonly SuiteCase[], taken: Iterable<string>): readonly GoldenCase[] {
  const ids = new Set(taken);
  const times = new Map<string, number>();
  for (const { description } of cases) {
    if (description !== undefined) times.set(description, (times.get(description) ?? 0) + 1);
  }
  return cases.map(({ description, prompts: _, ...golden }): GoldenCase => {
    const alone = description !== undefined && times.get(description) === 1;
    const plain = alone ? description : idOf(golden.vars, golden.history);
    let id = plain;
    for (let number = 2; ids.has(id); number += 1) id = `${plain} (${number})`;
    ids.add(id);
    return { ...golden, id };
  });
}
