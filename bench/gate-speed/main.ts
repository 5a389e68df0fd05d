import { compareRows } from '../../src/core/gate/compare-rows.ts';
import { decideVerdict } from '../../src/core/gate/decide-verdict.ts';
import { planRound } from '../../src/core/gate/plan-round.ts';
import type { GateSettings } from '../../src/core/gate/settings.ts';
import type { Batch, Cell, Missing, Outcome } from '../../src/core/outcome.ts';
import { type Random, seededRandom } from '../../src/core/statistics/random.ts';
import { drawCases, uniform } from '../calibration/case-mix.ts';

// Times the decision over 1,000 cases × 6 models × 12 trials, beside reading the same replies as JSON. Time is the
// processor's, so that other work on the machine does not count.
// node --expose-gc bench/gate-speed/main.ts [beginning of a row's name]
const only = process.argv[2] ?? '';
const cases = 1_000;
const rows = 6;
const ladder: readonly (readonly [round: number, uniform: boolean, trials: number])[] = [
  [1, true, 1],
  [2, false, 5],
  [3, true, 2],
  [4, true, 4],
];
const once = [[1, true, 12]] as const;

type Draw = (chance: number, random: Random) => Outcome | Missing;

function passing(chance: number, random: Random): Outcome {
  const passes = uniform(random) < chance;
  return { score: passes ? 1 : 0, passes, marks: [passes], metrics: {} };
}

function losing(chance: number, random: Random): Outcome | Missing {
  return uniform(random) < 0.03 ? { missing: 'failed' } : passing(chance, random);
}

function grading(chance: number, random: Random): Outcome {
  return { score: Math.min(1, Math.max(0, chance + 0.4 * (uniform(random) - 0.5))), marks: [], metrics: {} };
}

function drawCells(batches: typeof ladder | typeof once, draw: Draw, change: number): readonly Cell[] {
  const random = seededRandom([1, 2]);
  const chances = drawCases(cases, 'none', random).map(({ old }) => old);
  return Array.from({ length: rows }, (_, row) =>
    chances.map((chance, i): Cell => {
      const asked = batches.map(([round, isUniform, trials]): Batch => {
        const pairs = Array.from({ length: trials }, () => ({
          old: draw(chance, random),
          new: draw(Math.max(0, chance - change), random),
        }));
        return { round, uniform: isUniform, pairs, oldKept: false };
      });
      return { row: `model ${row}`, case: `case ${i}`, weight: 1, family: 'base', identical: false, batches: asked };
    }),
  ).flat();
}

function time<T>(run: () => T): { readonly value: T; readonly ms: number; readonly mb: number } {
  globalThis.gc?.();
  const held = process.memoryUsage();
  const start = process.cpuUsage();
  const value = run();
  const used = process.cpuUsage(start);
  const ms = (used.user + used.system) / 1000;
  const now = process.memoryUsage();
  return { value, ms, mb: (now.heapUsed + now.arrayBuffers - held.heapUsed - held.arrayBuffers) / 2 ** 20 };
}

const shapes: readonly {
  readonly name: string;
  /** Made when its turn comes: others' data would be marked by each collection, and counted. */
  readonly make: () => readonly Cell[];
  readonly sampling: GateSettings['sampling'];
}[] = [
  { name: 'passes, ladder, unchanged', make: () => drawCells(ladder, passing, 0), sampling: 'adaptive' },
  { name: 'passes, ladder, 3 points down', make: () => drawCells(ladder, passing, 0.03), sampling: 'adaptive' },
  { name: 'passes, 12 everywhere', make: () => drawCells(once, passing, 0), sampling: 'fixed' },
  { name: 'passes, 3 % lost, ladder', make: () => drawCells(ladder, losing, 0), sampling: 'adaptive' },
  { name: 'passes, 3 % lost, 12 everywhere', make: () => drawCells(once, losing, 0), sampling: 'fixed' },
  { name: 'graded, ladder, unchanged', make: () => drawCells(ladder, grading, 0), sampling: 'adaptive' },
  { name: 'graded, 12 everywhere', make: () => drawCells(once, grading, 0), sampling: 'fixed' },
  { name: 'graded, 12 everywhere, 3 points down', make: () => drawCells(once, grading, 0.03), sampling: 'fixed' },
];

process.stdout.write(
  '| replies | plan | decide | held | read as JSON | decide / read | verdict | suite test |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n',
);
for (const { name, make, sampling } of shapes.filter((shape) => shape.name.startsWith(only))) {
  const cells = make();
  const settings: GateSettings = {
    alpha: 0.05,
    tolerance: 0.02,
    margin: 0.1,
    cases: 'block',
    metrics: {},
    sampling,
    trials: 12,
  };
  const text = JSON.stringify(cells);
  const read = time((): unknown => JSON.parse(text));
  const plan = time(() => planRound(cells, settings));
  const decided = time(() => {
    const comparison = compareRows(cells, settings);
    return { comparison, verdict: decideVerdict(comparison, settings) };
  });
  const { comparison, verdict } = decided.value;
  const method = comparison.rows[0]?.test?.method.kind ?? 'none';
  process.stdout.write(
    `| ${name} | ${plan.ms.toFixed(0)} ms | ${decided.ms.toFixed(0)} ms | ${decided.mb.toFixed(0)} MB | ${read.ms.toFixed(0)} ms | ${(decided.ms / read.ms).toFixed(1)} | ${verdict.verdict}, look ${comparison.rounds} | ${method} |\n`,
  );
}
