import { idOf } from '../../../core/cases/case-id.ts';
import type { GoldenCase, NotRun } from '../../../core/golden-case.ts';
import type { JsonObject } from '../../../core/json.ts';
import type { Position } from '../../../core/position.ts';
import type { SuiteCase } from './read-test.ts';

/** Most turns of a conversation: each case asks all that come before it. */
const mostTurns = 20;

/**
 * Gives the cases of a prompt their ids: the description where it is the only one of its kind, else a hash of the
 * vars. Tests that ask the same are told apart by a number. @param taken ids that are in use already.
 * @param isConversation the prompt takes in what was said in the tests before, in their order
 */
export function nameCases(
  cases: readonly SuiteCase[],
  taken: Iterable<string>,
  isConversation = false,
): readonly GoldenCase[] {
  const ids = new Set(taken);
  const times = new Map<string, number>();
  for (const { description } of cases) {
    if (description !== undefined) times.set(description, (times.get(description) ?? 0) + 1);
  }
  const said = new Map<string, readonly JsonObject[]>();
  return cases.map(({ description, prompts: _, conversation, ...golden }): GoldenCase => {
    const alone = description !== undefined && times.get(description) === 1;
    const plain = alone ? description : idOf(golden.vars, golden.history);
    let id = plain;
    for (let number = 2; ids.has(id); number += 1) id = `${plain} (${number})`;
    ids.add(id);
    if (!isConversation) return { ...golden, id };
    const earlier = said.get(conversation) ?? [];
    if (earlier.length < mostTurns) said.set(conversation, [...earlier, golden.vars]);
    else return { ...golden, id, notRun: [...golden.notRun, tooLong(golden.at)] };
    return { ...golden, id, earlier };
  });
}

function tooLong(at: Position): NotRun {
  const why = `its conversation has more than ${mostTurns} turns`;
  return { name: '_conversation', at, why, fix: 'Split it by `metadata.conversationId`.', whole: true };
}
