import type { CaseChange, Exam, ExamCase } from '../exam.ts';
import type { GoldenCase } from '../golden-case.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Prompt } from '../prompt.ts';
import { asksTheSame, compareCase } from './compare-case.ts';
import { droppedSchema, holdToSchema, isHeldToSchema } from './declared-form.ts';
import type { ExamPolicy } from './exam-policy.ts';
import { fillVars } from './fill-vars.ts';
import { isChecked } from './is-checked.ts';
import { type CasePair, pairCases } from './pair-cases.ts';

/** What an exam needs to know of a side's prompt: which variables it uses, which of them it has values for itself, and what form of reply it declares. */
export type ExamPrompt = Pick<Prompt, 'variables' | 'defaults' | 'params'>;

/**
 * The one exam that both sides of a prompt sit, from the golden cases at base and at head.
 *
 * Head's version of a case counts, save that under `ratchet` what was removed or made easier is asked as base had
 * it (under `strict` whatever changed). Where base's version asks the same question it takes head's place: two
 * entries that share their replies would count one reply twice. Where the question changed as well, both are asked.
 */
export function compareExams({
  base,
  head,
  policy,
  old,
  next,
}: {
  readonly base: readonly GoldenCase[];
  readonly head: readonly GoldenCase[];
  readonly policy: ExamPolicy;
  /** The prompt at base and at head, where there is one. */
  readonly old?: ExamPrompt | undefined;
  readonly next?: ExamPrompt | undefined;
}): Exam {
  const schema = droppedSchema(old, next);
  const pairs = pairCases(base, head).map((pair) => ({ pair, ...comparePair(pair, schema !== undefined) }));
  const asked = next?.variables ?? [];
  const gone = (old?.variables ?? []).filter((name) => !asked.includes(name));
  // What the prompt gives itself goes before what some other case happens to hold.
  const others = headVars(head, next?.defaults ?? {});
  const entries = pairs.flatMap(({ pair, edited, weakened }): readonly ExamCase[] => {
    if (pair.kind === 'added') return [entryOf(pair.head, 'added', 'head', pair.head.weight)];
    if (pair.kind === 'removed') {
      if (policy === 'allow') return [];
      return [entryOf(holdToSchema(fillVars(pair.base, asked, [others]), schema), 'base', 'base', pair.base.weight)];
    }
    const asHead = entryOf(fillVars(pair.head, gone, [pair.base.vars]), 'base', 'head', pair.base.weight);
    const restored =
      policy === 'strict' ? edited.length + weakened.length > 0 : policy === 'ratchet' && weakened.length > 0;
    if (!restored) return [asHead];
    const filled = holdToSchema(fillVars(pair.base, asked, [pair.head.vars, others]), schema);
    const asBase = entryOf(filled, 'base', 'base', pair.base.weight);
    return asksTheSame(pair.base, pair.head) ? [asBase] : [asHead, asBase];
  });

  const changes = (kind: 'edited' | 'weakened'): readonly CaseChange[] =>
    pairs.flatMap(({ pair, edited, weakened }): readonly CaseChange[] => {
      if (pair.kind !== 'both' || weakened.length > 0 !== (kind === 'weakened')) return [];
      const what = [...weakened, ...edited];
      return what.length === 0 ? [] : [{ id: pair.head.id, what }];
    });
  return {
    cases: nameApart(entries.filter(({ golden }) => isChecked(golden))),
    unchecked: [...new Set(entries.filter(({ golden }) => !isChecked(golden)).map(({ golden }) => golden.id))],
    changed: {
      added: pairs.flatMap(({ pair }) => (pair.kind === 'added' ? [pair.head.id] : [])),
      removed: pairs.flatMap(({ pair }) => (pair.kind === 'removed' ? [pair.base.id] : [])),
      edited: changes('edited'),
      weakened: changes('weakened'),
    },
  };
}

/** @param lostSchema the prompt's own schema, against which some checks hold replies, asks for nothing any more */
function comparePair(
  pair: CasePair,
  lostSchema: boolean,
): { readonly edited: readonly string[]; readonly weakened: readonly string[] } {
  if (pair.kind !== 'both') return { edited: [], weakened: [] };
  const { edited, weakened } = compareCase(pair.base, pair.head);
  const lost = lostSchema && isHeldToSchema(pair.base);
  return { edited, weakened: lost ? [...weakened, 'the prompt’s output schema asks for less'] : weakened };
}

function entryOf(
  golden: GoldenCase,
  family: ExamCase['family'],
  version: ExamCase['version'],
  weight: number,
): ExamCase {
  return { key: golden.id, golden, family, version, weight };
}

/** Every variable that head's cases know, with the value of the first that does, but for those `known` anyway. */
function headVars(head: readonly GoldenCase[], known: JsonObject): JsonObject {
  const first = new Map<string, Json>();
  for (const { vars } of head) {
    for (const [name, value] of Object.entries(vars)) if (!first.has(name)) first.set(name, value);
  }
  return Object.fromEntries([...first].filter(([name]) => !Object.hasOwn(known, name)));
}

/** Keys are unique: base's version says so, and a number follows where even that is taken. */
function nameApart(entries: readonly ExamCase[]): readonly ExamCase[] {
  const headIds = new Set(entries.filter(({ version }) => version === 'head').map(({ key }) => key));
  const taken = new Set(headIds);
  return entries.map((entry) => {
    if (entry.version === 'head') return entry;
    const plain = headIds.has(entry.key) ? `${entry.key} (as base had it)` : entry.key;
    let key = plain;
    for (let number = 2; taken.has(key); number += 1) key = `${plain} (${number})`;
    taken.add(key);
    return { ...entry, key };
  });
}
