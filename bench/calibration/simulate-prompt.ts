import { historyOf } from '../../src/core/gate/cell-history.ts';
import { compareRows } from '../../src/core/gate/compare-rows.ts';
import type { Comparison } from '../../src/core/gate/comparison.ts';
import { decideVerdict, type GateVerdict } from '../../src/core/gate/decide-verdict.ts';
import { planRound } from '../../src/core/gate/replay-looks.ts';
import type { GateSettings } from '../../src/core/gate/settings.ts';
import type { Cell, CellHistory, Missing, Outcome, Pair } from '../../src/core/outcome.ts';
import type { Side } from '../../src/core/side.ts';
import type { Random } from '../../src/core/statistics/random.ts';
import { type Chances, drawGrade, uniform } from './case-mix.ts';
import type { Scenario } from './scenario.ts';

export type SimulatedPrompt = {
  readonly comparison: Comparison;
  readonly verdict: GateVerdict;
  /** Replies per case, row and side. */
  readonly replies: number;
};

/** One prompt's review through the gate itself: plan, draw what is asked, plan again, compare, decide. */
export function simulatePrompt(
  cases: readonly Chances[],
  {
    models,
    lost = { old: 0, new: 0 },
    repeats,
    graded,
    clusters,
    history,
  }: Pick<Scenario, 'models' | 'lost' | 'repeats' | 'graded' | 'clusters' | 'history'>,
  settings: GateSettings,
  random: Random,
): SimulatedPrompt {
  const known = history === undefined ? [] : drawHistories(cases, history, random);
  let cells = Array.from({ length: models }, (_, row) =>
    cases.map((_, i) => ({
      ...emptyCell(`model ${row}`, i, clusters),
      ...(known[i] === undefined ? {} : { history: known[i] }),
    })),
  ).flat();
  let asked = 0;
  const draw = (chances: Chances, side: Side): Outcome | Missing => {
    if (lost[side] > 0 && uniform(random) < lost[side]) return { missing: 'failed' };
    const outcome = drawOutcome(chances[side], random);
    if (chances.grade === undefined) return outcome;
    return withGrade(outcome, drawGrade(chances.grade[side], graded?.noise ?? 0, random));
  };
  const drawPair = (chances: Chances): Pair => {
    const pair = { old: draw(chances, 'old'), new: draw(chances, 'new') };
    return clusters === undefined ? pair : { old: worded(pair.old, random), new: worded(pair.new, random) };
  };
  for (;;) {
    const next = planRound(cells, settings);
    if (next.kind === 'done') break;
    const drawn = new Map<string, readonly Pair[]>();
    const planned = new Map(next.batches.map((batch) => [`${batch.row}/${batch.case}`, batch]));
    cells = cells.map((cell) => {
      const batch = planned.get(`${cell.row}/${cell.case}`);
      const leader = Math.floor(Number(cell.case) / (clusters ?? 1)) * (clusters ?? 1);
      const chances = cases[leader];
      if (batch === undefined || chances === undefined) return cell;
      asked += batch.trials;
      const cluster = `${cell.row}/${leader}/${batch.uniform}`;
      const shared = clusters === undefined ? undefined : drawn.get(cluster);
      const pairs = Array.from({ length: batch.trials }, (_, at) => shared?.[at] ?? drawPair(chances));
      drawn.set(cluster, pairs);
      // A service that repeats itself gives each side's first reply for ever.
      const first = repeats === undefined ? undefined : (cell.batches[0]?.pairs[0] ?? pairs[0]);
      if (first !== undefined) pairs.fill(asRepeated(first, repeats?.judgedWrong, cell.batches.length === 0, random));
      return {
        ...cell,
        batches: [...cell.batches, { round: next.round, uniform: batch.uniform, pairs, oldKept: false }],
      };
    });
  }
  const comparison = compareRows(cells, settings);
  return { comparison, verdict: decideVerdict(comparison, settings), replies: asked / cells.length };
}

/** A pair as every reply repeats it; the judge's errors are of the text, drawn with the first. */
function asRepeated(pair: Pair, judgedWrong: number | undefined, isFirst: boolean, random: Random): Pair {
  if (!isFirst) return pair;
  const side = (outcome: Outcome | Missing, said: string): Outcome | Missing => {
    if ('missing' in outcome) return outcome;
    if (judgedWrong === undefined) return { ...outcome, said };
    const passes = (outcome.passes === true) !== uniform(random) < judgedWrong;
    return { ...outcome, said, judged: true, score: passes ? 1 : 0, passes, marks: [passes] };
  };
  return { old: side(pair.old, 'old'), new: side(pair.new, 'new') };
}

/** A reply in words of its own, which near copies share. */
function worded(outcome: Outcome | Missing, random: Random): Outcome | Missing {
  return 'missing' in outcome ? outcome : { ...outcome, said: String(random()) };
}

export function emptyCell(row: string, index: number, clusters: number | undefined): Cell {
  const near = clusters === undefined ? {} : { near: String(Math.floor(index / clusters)) };
  return { row, case: String(index), weight: 1, family: 'base', identical: false, ...near, batches: [] };
}

/** What kept replies tell of each case: of another one, moved round by half of them, where they mislead. */
function drawHistories(
  cases: readonly Chances[],
  { replies, misleading }: NonNullable<Scenario['history']>,
  random: Random,
): readonly (CellHistory | undefined)[] {
  const drawn = cases.map(({ old }) =>
    historyOf([Array.from({ length: replies }, () => (uniform(random) < old ? 1 : 0))]),
  );
  const by = misleading === true ? Math.floor(drawn.length / 2) : 0;
  return [...drawn.slice(by), ...drawn.slice(0, by)];
}

function drawOutcome(chance: number, random: Random): Outcome {
  const passes = uniform(random) < chance;
  return { score: passes ? 1 : 0, passes, marks: [passes], metrics: {} };
}

/** The reply with a judge's grade of ten, which counts as much as the check. */
function withGrade(outcome: Outcome, grade: number): Outcome {
  const value = (grade - 1) / 9;
  const graded = [{ check: 'judge', kind: 'judge', value, judged: true }] as const;
  return { ...outcome, judged: true, score: (outcome.score + value) / 2, graded, metrics: { judge: value } };
}
