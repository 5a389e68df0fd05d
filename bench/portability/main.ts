/**
 * Whether `portability` keeps its promises, by its own gate on drawn replies: how often a model that is ten points worse is called
 * safe, how often one that is as good, and the replies it takes. Run: npm run bench:portability [runs a row, 400]
 */
import { compareRows } from '../../src/core/gate/compare-rows.ts';
import { decideVerdict } from '../../src/core/gate/decide-verdict.ts';
import { planRound } from '../../src/core/gate/replay-looks.ts';
import { scheduleOf } from '../../src/core/gate/schedule.ts';
import type { GateSettings } from '../../src/core/gate/settings.ts';
import type { Cell, Outcome } from '../../src/core/outcome.ts';
import { type Random, seededRandom } from '../../src/core/statistics/random.ts';
import { drawCases, type Effect, type Mix, uniform } from '../calibration/case-mix.ts';
import { emptyCell } from '../calibration/simulate-prompt.ts';

const settings: GateSettings = {
  ...{ repeats: 'fact', alpha: 0.05, tolerance: 0.02, margin: 0.1, cases: 'block', metrics: {} },
  ...{ sampling: 'confirm', trials: 12 },
};
const toTheEnd = scheduleOf(settings, false).reduce((sum, { uniform: replies }) => sum + replies, 0);

/** What becomes of the candidates of a run: half are as good as the reference, half have the effect. */
type Design = { readonly cases: number; readonly mix: Mix; readonly worse: Effect };
type Tally = { safe: number; unsafe: number; of: number };

const candidates = 4;

const designs: readonly Design[] = [
  ...[10, 20, 50, 200].map((cases): Design => ({ cases, mix: 'usual', worse: 'ten points off' })),
  ...(['half flaky', 'eighty', 'even'] as const).map((mix): Design => ({ cases: 50, mix, worse: 'ten points off' })),
  { cases: 50, mix: 'usual', worse: 'one breaks' },
];

/** One prompt on several candidates, all held against the same replies of the reference. */
function simulateRun({ cases: count, mix, worse }: Design, random: Random) {
  const drawn = drawCases(count, worse, random, mix);
  const reference = drawn.map((): Outcome[] => []);
  const referenceReply = (at: number, trial: number): Outcome => {
    const held = reference[at] ?? [];
    while (held.length <= trial) held.push(draw(drawn[at]?.old ?? 0, random));
    return held[trial] ?? draw(0, random);
  };
  let asked = 0;
  const verdicts = Array.from({ length: candidates }, (_, index) => {
    const isEqual = index % 2 === 0;
    let cells: readonly Cell[] = drawn.map((_case, at) => emptyCell(`model ${index}`, at, undefined));
    for (;;) {
      const next = planRound(cells, settings);
      if (next.kind === 'done') break;
      const batches = new Map(next.batches.map((batch) => [batch.case, batch]));
      cells = cells.map((cell, at) => {
        const batch = batches.get(cell.case);
        if (batch === undefined) return cell;
        asked += batch.trials;
        const before = cell.batches.reduce((sum, { pairs }) => sum + pairs.length, 0);
        const chance = (isEqual ? drawn[at]?.old : drawn[at]?.new) ?? 0;
        const pairs = Array.from({ length: batch.trials }, (_trial, of) => ({
          old: referenceReply(at, before + of),
          new: draw(chance, random),
        }));
        const added = { round: next.round, uniform: batch.uniform, pairs, oldKept: false };
        return { ...cell, batches: [...cell.batches, added] };
      });
    }
    return { isEqual, verdict: decideVerdict(compareRows(cells, settings), settings).verdict };
  });
  const shared = reference.reduce((sum, held) => sum + held.length, 0);
  return { verdicts, replies: asked + shared, most: count * toTheEnd * (candidates + 1) };
}

function draw(chance: number, random: Random): Outcome {
  const passes = uniform(random) < chance;
  return { score: passes ? 1 : 0, passes, marks: [passes], metrics: {}, said: String(random()) };
}

function percent(part: number, all: number): string {
  return all === 0 ? '–' : `${((100 * part) / all).toFixed(1)} %`;
}

/** What chance alone adds to a share of one in twenty, two standard errors. */
function spread(of: number): number {
  return 2 * Math.sqrt((0.05 * 0.95) / of);
}

const runs = Number(process.argv[2] ?? 400);
console.log(
  '| cases | mix | the worse ones | worse called safe | worse called unsafe | equal called safe | equal called unsafe | replies saved |',
);
console.log('| -: | - | - | -: | -: | -: | -: | -: |');
const missed: string[] = [];
for (const [seed, design] of designs.entries()) {
  const random = seededRandom([seed + 1, 20261129]);
  const tally: Record<'equal' | 'worse', Tally> = {
    equal: { safe: 0, unsafe: 0, of: 0 },
    worse: { safe: 0, unsafe: 0, of: 0 },
  };
  let [replies, most] = [0, 0];
  for (let run = 0; run < runs; run++) {
    const done = simulateRun(design, random);
    replies += done.replies;
    most += done.most;
    for (const { isEqual, verdict } of done.verdicts) {
      const held = tally[isEqual ? 'equal' : 'worse'];
      held.of += 1;
      if (verdict === 'pass') held.safe += 1;
      if (verdict === 'regressed') held.unsafe += 1;
    }
  }
  const { equal, worse } = tally;
  console.log(
    `| ${design.cases} | ${design.mix} | ${design.worse} | ${percent(worse.safe, worse.of)} | ${percent(worse.unsafe, worse.of)} | ${percent(equal.safe, equal.of)} | ${percent(equal.unsafe, equal.of)} | ${percent(most - replies, most)} |`,
  );
  const isMarginOff = design.worse === 'ten points off';
  if (isMarginOff && worse.safe / worse.of > 0.05 + spread(worse.of))
    missed.push(`${design.cases} cases, ${design.mix}: worse ones are called safe`);
  if (design.cases === 50 && design.mix === 'usual' && equal.safe / equal.of < 0.8)
    missed.push('50 cases: equal ones are not called safe');
}
if (missed.length > 0) {
  console.error(`Missed: ${missed.join('; ')}.`);
  process.exitCode = 1;
}
