import { idOf } from '../../../core/cases/case-ids.ts';
import type { GoldenCase, NotRun } from '../../../core/golden-case.ts';
import type { JsonObject } from '../../../core/json.ts';
import type { Position } from '../../../core/problem.ts';
import type { SuiteCase } from './read-test.ts';

/** Most turns of a conversation: each case asks all that come before it. */
const mostTurns = 20;

/**
 * Gives the cases of a prompt their ids: the description where it is the only one of its kind, else a hash of the
 * vars. Tests that ask the same are told apart by a number. @param taken ids that are in use already.
 * @param takes whether the prompt takes in a variable: `_conversation` is what was said in the tests before, in their
 *   order, and what a test stores is what was said in it
 */
export function nameCases(
  cases: readonly SuiteCase[],
  taken: Iterable<string>,
  takes: (name: string) => boolean = () => false,
): readonly GoldenCase[] {
  const ids = new Set(taken);
  const times = new Map<string, number>();
  for (const { description } of cases) {
    if (description !== undefined) times.set(description, (times.get(description) ?? 0) + 1);
  }
  const turns = cases.map(takes('_conversation') ? turnsOfConversation(cases) : turnsThatStore(cases, takes));
  return cases.map((one, index): GoldenCase => {
    const { description, prompts: _, conversation: __, storesAs: ___, isRemade: ____, written: _____, ...golden } = one;
    const alone = description !== undefined && times.get(description) === 1;
    const plain = alone ? description : idOf(golden.vars, golden.history);
    let id = plain;
    for (let number = 2; ids.has(id); number += 1) id = `${plain} (${number})`;
    ids.add(id);
    const { notRun = [], ...before } = turns[index] ?? {};
    return { ...golden, id, ...before, ...(notRun.length > 0 && { notRun: [...golden.notRun, ...notRun] }) };
  });
}

/** What comes before a case, or why it cannot be asked. */
type Turns = Pick<GoldenCase, 'earlier' | 'stored'> & { readonly notRun?: readonly NotRun[] };

function turnsOfConversation(cases: readonly SuiteCase[]): (golden: SuiteCase) => Turns {
  const said = new Map<string, readonly JsonObject[]>();
  return ({ conversation, vars, at, written }) => {
    const stores = cases.find(({ storesAs }) => storesAs !== undefined && names(written, storesAs));
    if (stores !== undefined) return { notRun: [notStored(at, 'its prompt takes in the whole conversation')] };
    const earlier = said.get(conversation) ?? [];
    if (earlier.length >= mostTurns) return { notRun: [tooLong('_conversation', at)] };
    said.set(conversation, [...earlier, vars]);
    return { earlier };
  };
}

/** The tests before a case that store what its prompt, or one of theirs, takes in. */
function turnsThatStore(
  cases: readonly SuiteCase[],
  takes: (name: string) => boolean,
): (golden: SuiteCase, index: number) => Turns {
  const storing = cases.flatMap(({ storesAs, ...one }, index) =>
    storesAs === undefined ? [] : [{ ...one, index, name: storesAs }],
  );
  return ({ at, written }, index) => {
    const before = storing.filter((one) => one.index < index);
    const read = before.find(({ name }) => names(written, name));
    if (read !== undefined) return { notRun: [notStored(at, `its vars or assertions read \`${read.name}\``)] };
    const taken = before.filter(({ name }) => takes(name));
    if (taken.length === 0) return {};
    if (taken.length > mostTurns) return { notRun: [tooLong('options.storeOutputAs', at)] };
    const remade = taken.find(({ isRemade }) => isRemade);
    if (remade !== undefined) return { notRun: [notStored(at, `a script makes \`${remade.name}\` over`)] };
    return { earlier: taken.map(({ vars }) => vars), stored: taken.map(({ name }, turn) => ({ name, turn })) };
  };
}

/** Whether templates or scripts of a test name a variable. */
function names(written: string, name: string): boolean {
  const escaped = name.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  return new RegExp(`\\{[{%][^}]*\\b${escaped}\\b|\\bvars(?:\\.|\\[\\\\?["'])${escaped}\\b`, 'u').test(written);
}

function notStored(at: Position, why: string): NotRun {
  return {
    name: 'options.storeOutputAs',
    at,
    why: `${why}, and only a prompt is given the reply of another test`,
    whole: true,
  };
}

function tooLong(name: string, at: Position): NotRun {
  const why = `its conversation has more than ${mostTurns} turns`;
  return { name, at, why, fix: 'Split it by `metadata.conversationId`.', whole: true };
}
