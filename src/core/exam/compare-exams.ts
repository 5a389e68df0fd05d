import type { CaseChange, Exam, ExamCase } from '../exam.ts';
import type { GoldenCase } from '../golden-case.ts';
import { canonicalJson, type Json, type JsonObject } from '../json.ts';
import type { Prompt } from '../prompt.ts';
import { asksTheSame, compareCase, fillVars, isChecked, isJudgedAlike } from './compare-case.ts';
import type { ChecksCompared } from './compare-checks.ts';
import { droppedSchema, holdToSchema, isHeldToSchema } from './declared-form.ts';
import { type CasePair, isSameCase, pairById, pairCases, type StandingCase, standingCases } from './standing-cases.ts';

/** What an exam needs to know of a side's prompt: which variables it uses, which of them it has values for itself, and what form of reply it declares. */
export type ExamPrompt = Pick<Prompt, 'variables' | 'defaults' | 'params' | 'rendered'>;

/**
 * The one exam that both sides of a prompt sit, from the golden cases at base and at head.
 *
 * Base's are those of the branch that the pull request goes into: at the merge base and at its tip. Head's version of a
 * case counts, save that under `ratchet` what was removed or made easier is asked as base had it (under `strict` whatever
 * changed). Where base's version asks the same question it takes head's place: two entries that share their replies would
 * count one reply twice. Where the question changed as well, both are asked. A case that the branch changed since and the
 * pull request did not touch is asked as the branch has it.
 */
export function compareExams({
  base,
  tip = base,
  head,
  policy,
  old,
  next,
}: {
  readonly base: readonly GoldenCase[];
  /** At the tip of the base branch. */
  readonly tip?: readonly GoldenCase[];
  readonly head: readonly GoldenCase[];
  readonly policy: ExamPolicy;
  /** The prompt at base and at head, where there is one. */
  readonly old?: ExamPrompt | undefined;
  readonly next?: ExamPrompt | undefined;
}): Exam {
  const isRendered = (next ?? old)?.rendered !== undefined;
  const dropped = isRendered ? undefined : droppedSchema(old, next);
  const schemaOf = ({ id }: GoldenCase) =>
    isRendered ? droppedSchema(paramsIn(old, id), paramsIn(next, id)) : dropped;
  const pairUp = isRendered ? pairById : pairCases;
  const standing = new Map(standingCases(base, tip, pairUp).map((one) => [one.golden, one]));
  const pairs = pairUp([...standing.keys()], head).map((pair) => {
    const isLost = pair.kind === 'both' && schemaOf(pair.base) !== undefined;
    return comparePair(pair, standing, isLost);
  });
  const asked = next?.variables ?? [];
  const gone = (old?.variables ?? []).filter((name) => !asked.includes(name));
  // What the prompt gives itself goes before what some other case happens to hold.
  const others = headVars(head, next?.defaults ?? {});
  // What the old prompt uses too, base's case has as both sides are to have it, or neither.
  const lent = asked.filter((name) => old?.variables.includes(name) !== true);
  const asItWas = (golden: GoldenCase, weight: number, lender?: GoldenCase): ExamCase => {
    const lenders = lender === undefined ? [others] : [lender.vars, others];
    const entry = entryOf(holdToSchema(fillVars(golden, lent, lenders), schemaOf(golden)), 'base', 'base', weight);
    return { ...entry, question: golden.vars };
  };
  const entries = pairs.flatMap(({ pair, versions, isUntouched, isNew }): readonly ExamCase[] => {
    if (pair.kind === 'added') return [entryOf(pair.head, 'added', 'head', pair.head.weight)];
    const { weight } = pair.base;
    if (pair.kind === 'removed') return policy === 'allow' && !isNew ? [] : [asItWas(pair.base, weight)];
    if (isUntouched) return [asItWas(pair.base, weight, pair.head)];
    const asHead = {
      ...entryOf(fillVars(pair.head, gone, [pair.base.vars]), 'base', 'head', weight),
      question: pair.base.vars,
    };
    const restored = versions.filter((version) => isRestored(version, pair.head, policy));
    const asBase = restored.map(({ golden }) => asItWas(golden, weight, pair.head));
    const isReplaced = restored.some((one) => !hides(one, pair.head) && asksTheSame(one.golden, pair.head));
    return isReplaced ? asBase : [asHead, ...asBase];
  });
  const edits = pairs.flatMap(({ pair, versions, isUntouched }): readonly ExamCase[] => {
    if (pair.kind !== 'both' || isUntouched) return [];
    const beside = versions.filter(
      (one) => !isRestored(one, pair.head, policy) && isChecked(one.golden) && !isJudgedAlike(one.golden, pair.head),
    );
    return beside.map(({ golden }) => ({ ...asItWas(golden, pair.base.weight, pair.head), key: pair.head.id }));
  });

  const changes = (kind: 'edited' | 'weakened'): readonly CaseChange[] =>
    pairs.flatMap(({ pair, versions, isUntouched }): readonly CaseChange[] => {
      const [edited, weakened] = [versions.flatMap((one) => one.edited), versions.flatMap((one) => one.weakened)];
      if (pair.kind !== 'both' || isUntouched || weakened.length > 0 !== (kind === 'weakened')) return [];
      const what = [...new Set([...weakened, ...edited])];
      return what.length === 0 ? [] : [{ id: pair.head.id, what }];
    });
  const sinceBegun = {
    added: pairs.flatMap(({ pair, isNew }) => (pair.kind === 'removed' && isNew ? [pair.base.id] : [])),
    changed: pairs.flatMap(({ pair, isUntouched }) => (pair.kind === 'both' && isUntouched ? [pair.base.id] : [])),
  };
  return {
    cases: nameApart(entries.filter(({ golden }) => isChecked(golden))),
    unchecked: [...new Set(entries.filter(({ golden }) => !isChecked(golden)).map(({ golden }) => golden.id))],
    changed: {
      added: pairs.flatMap(({ pair }) => (pair.kind === 'added' ? [pair.head.id] : [])),
      removed: pairs.flatMap(({ pair, isNew }) => (pair.kind === 'removed' && !isNew ? [pair.base.id] : [])),
      edited: changes('edited'),
      weakened: changes('weakened'),
    },
    ...(edits.length > 0 && { edits }),
    ...(sinceBegun.added.length + sinceBegun.changed.length > 0 && { sinceBegun }),
  };
}

/** What a side sets in one case: of a snapshot what that case's line sets. */
function paramsIn(side: ExamPrompt | undefined, id: string): Pick<Prompt, 'params'> | undefined {
  return side?.rendered === undefined ? side : (side.rendered.get(id) ?? { params: {} });
}

/** A pair with what head made of each version that base has of its case: at the merge base, and at the tip. */
type ComparedPair = {
  readonly pair: CasePair;
  readonly versions: readonly ({ readonly golden: GoldenCase } & ChecksCompared)[];
  /** Head has it as it was at the merge base, and the base branch changed it since. */
  readonly isUntouched: boolean;
  /** It came to the base branch since the pull request's branch began. */
  readonly isNew: boolean;
};

/** @param lostSchema the prompt's own schema, against which some checks hold replies, asks for nothing any more */
function comparePair(
  pair: CasePair,
  standing: ReadonlyMap<GoldenCase, StandingCase>,
  lostSchema: boolean,
): ComparedPair {
  const found = pair.kind === 'added' ? undefined : standing.get(pair.base);
  const isNew = found?.isNew === true;
  if (pair.kind !== 'both') return { pair, versions: [], isUntouched: false, isNew };
  // What head took over from the branch is not its own doing.
  const before = isSameCase(pair.base, pair.head) ? undefined : found?.before;
  const isUntouched = before !== undefined && isSameCase(before, pair.head) && !lostSchema;
  const versions = [pair.base, ...(before === undefined || isUntouched ? [] : [before])].map((golden) => {
    const { edited, weakened } = compareCase(golden, pair.head);
    const lost = lostSchema && isHeldToSchema(golden);
    const form = lost ? ['the prompt’s output schema asks for less'] : [];
    return { golden, edited, weakened: [...weakened, ...form] };
  });
  return { pair, versions, isUntouched, isNew };
}

type ComparedVersion = ComparedPair['versions'][number];

/** Whether what base had of a case is asked beside head's or in its place, and gates. */
function isRestored(version: ComparedVersion, head: GoldenCase, policy: ExamPolicy): boolean {
  const { edited, weakened } = version;
  if (policy === 'strict') return edited.length + weakened.length > 0;
  return policy === 'ratchet' && (weakened.length > 0 || hides(version, head));
}

/** A check that is required anew asks for more; one that nothing can pass makes every reply score 0, and hides all that breaks. */
function hides({ golden, weakened }: ComparedVersion, head: GoldenCase): boolean {
  const required = (one: GoldenCase): ReadonlySet<string> =>
    new Set(one.checks.filter((check) => check.required).map((check) => canonicalJson([check.kind, check.argument])));
  return weakened.length === 0 && !required(head).isSubsetOf(required(golden));
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

/** What becomes of cases that a pull request removes or changes: the setting `exam-changes`. */
const examPolicies = ['ratchet', 'strict', 'allow'] as const;
export type ExamPolicy = (typeof examPolicies)[number];
