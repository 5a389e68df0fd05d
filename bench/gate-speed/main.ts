import { execFileSync } from 'node:child_process';
import { compareRows } from '../../src/core/gate/compare-rows.ts';
import { decideVerdict } from '../../src/core/gate/decide-verdict.ts';
import { planRound } from '../../src/core/gate/replay-looks.ts';
import type { GateSettings } from '../../src/core/gate/settings.ts';
import type { Batch, Cell, Missing, Outcome } from '../../src/core/outcome.ts';
import { type Random, seededRandom } from '../../src/core/statistics/random.ts';
import { memory } from '../../src/providers/memory.ts';
import { drawCases, uniform } from '../calibration/case-mix.ts';

// Times the decision over 1,000 cases × 6 models × 12 trials, beside reading the same replies as JSON.
// node bench/gate-speed/main.ts [beginning of a row's name]
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

type Timed<T> = { readonly value: T; readonly ms: number; readonly peakMb: number };

/** @returns `peakMb`: by how much the process outgrew, at its largest, what it held before */
function time<T>(run: () => T): Timed<T> {
  globalThis.gc?.();
  const held = process.memoryUsage.rss();
  const start = performance.now();
  const value = run();
  const ms = performance.now() - start;
  return { value, ms, peakMb: process.resourceUsage().maxRSS / 1024 - held / 2 ** 20 };
}

type Shape = {
  readonly name: string;
  readonly make: () => readonly Cell[];
  readonly sampling: GateSettings['sampling'];
};

const shapes: readonly Shape[] = [
  { name: 'passes, ladder, unchanged', make: () => drawCells(ladder, passing, 0), sampling: 'adaptive' },
  { name: 'passes, ladder, 3 points down', make: () => drawCells(ladder, passing, 0.03), sampling: 'adaptive' },
  { name: 'passes, 12 everywhere', make: () => drawCells(once, passing, 0), sampling: 'fixed' },
  { name: 'passes, 3 % lost, ladder', make: () => drawCells(ladder, losing, 0), sampling: 'adaptive' },
  { name: 'passes, 3 % lost, 12 everywhere', make: () => drawCells(once, losing, 0), sampling: 'fixed' },
  { name: 'graded, ladder, unchanged', make: () => drawCells(ladder, grading, 0), sampling: 'adaptive' },
  { name: 'graded, 12 everywhere', make: () => drawCells(once, grading, 0), sampling: 'fixed' },
  { name: 'graded, 12 everywhere, 3 points down', make: () => drawCells(once, grading, 0.03), sampling: 'fixed' },
];

const settingsOf = (sampling: GateSettings['sampling']): GateSettings => ({
  alpha: 0.05,
  tolerance: 0.02,
  margin: 0.1,
  cases: 'block',
  metrics: {},
  sampling,
  trials: 12,
});

/** One shape, in a process of its own: what another one left would be collected, and counted, here. */
function measure({ name, make, sampling }: Shape): string {
  const cells = make();
  const settings = settingsOf(sampling);
  const plan = time(() => planRound(cells, settings));
  const decided = time(() => {
    const comparison = compareRows(cells, settings);
    return { comparison, verdict: decideVerdict(comparison, settings) };
  });
  const text = JSON.stringify(cells);
  const read = time((): unknown => JSON.parse(text));
  const { comparison, verdict } = decided.value;
  const method = comparison.rows[0]?.test?.method.kind ?? 'none';
  const times = [plan, decided, read].map(({ ms }) => `${ms.toFixed(0)} ms`).join(' | ');
  return `| ${name} | ${times} | ${(decided.ms / read.ms).toFixed(1)} | ${Math.max(plan.peakMb, decided.peakMb).toFixed(0)} MB | ${verdict.verdict}, look ${comparison.rounds} | ${method} |\n`;
}

if (process.env.GATE_SPEED_SHAPE !== undefined) {
  memory.ask(2 * cases * rows * 12);
  const shape = shapes[Number(process.env.GATE_SPEED_SHAPE)];
  if (shape !== undefined) process.stdout.write(measure(shape));
} else {
  process.stdout.write(
    '| replies | plan | decide | read as JSON | decide / read | peak over data | verdict | suite test |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n',
  );
  shapes.forEach(({ name }, index) => {
    if (!name.startsWith(only)) return;
    execFileSync(process.execPath, ['--expose-gc', import.meta.filename], {
      env: { ...process.env, GATE_SPEED_SHAPE: String(index) },
      stdio: 'inherit',
    });
  });
}
