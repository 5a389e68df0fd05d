import type { GoldenCase } from '../golden-case.ts';
import { canonicalJson } from '../json.ts';
import type { Problem } from '../problem.ts';
import type { PromptChange } from '../prompt-change.ts';
import { promptOfCase } from '../rendered/rendered-line.ts';
import type { Row } from '../row.ts';
import { type ModelChoice, rowsOf } from './rows-of.ts';

/** The rows of a prompt, and which of them a case is asked on. */
export type PromptRows = ReturnType<typeof rowsOf> & {
  /** The row of this id as the case has it; undefined where the case is not asked on it. */
  readonly rowOf: (golden: Pick<GoldenCase, 'id'>, row: Row) => Row | undefined;
};

/**
 * The rows of a prompt. Each line of a snapshot names a model and parameters of its own: its rows are those of all its lines, and
 * a row holds the cases whose lines name that model.
 */
export function rowsOfLines(change: PromptChange, choice: ModelChoice): PromptRows {
  const { old, new: next, exam } = change;
  if (next?.rendered === undefined) return { ...rowsOf(change, choice), rowOf: (_, row) => row };
  const byCase = new Map<string, ReturnType<typeof rowsOf>>();
  for (const { golden } of [...exam.cases, ...(exam.edits ?? [])]) {
    if (byCase.has(golden.id)) continue;
    const sides = {
      ...(old !== undefined && { old: promptOfCase(old, golden.id) }),
      new: promptOfCase(next, golden.id),
    };
    byCase.set(golden.id, rowsOf({ ...change, ...sides }, choice));
  }
  const all = [...byCase.values()];
  const rows = new Map(all.flatMap((one) => one.rows.map((row) => [row.id, row] as const)).toReversed());
  return {
    rows: [...rows.values()].toReversed(),
    problems: once(all.flatMap(({ problems }) => problems)),
    leftOut: [...new Set(all.flatMap(({ leftOut }) => leftOut))],
    rowOf: ({ id }, row) => byCase.get(id)?.rows.find((one) => one.id === row.id),
  };
}

function once(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [canonicalJson(problem), problem])).values()];
}
