import { compareRows } from '../../src/core/gate/compare-rows.ts';
import { decideVerdict } from '../../src/core/gate/decide-verdict.ts';
import { planRound } from '../../src/core/gate/replay-looks.ts';
import type { GateSettings } from '../../src/core/gate/settings.ts';
import { type CostOf, costByPrice } from '../../src/core/money/prices.ts';
import type { Row } from '../../src/core/row.ts';
import { cellOf } from '../../src/core/run/cell-of.ts';
import type { CellRun, SideRun } from '../../src/core/run/trial-run.ts';
import { compareSpending } from '../../src/core/spending/compare-spending.ts';
import type { Random } from '../../src/core/statistics/random.ts';
import { drawCase, drawLength, type Lengths, meanLength, type Tails } from './draw-lengths.ts';

export type CostScenario = {
  readonly cases: number;
  /** How many times as long the new replies are. */
  readonly by: number;
  readonly tails: Tails;
  /** `gate.cost.max-increase`, as a share. */
  readonly limit: number;
};

export type CostCounts = {
  readonly reviews: number;
  /** Reviews that the cost limit blocked. */
  readonly blocked: number;
  /** Reviews whose first line tells of the cost, without a limit. */
  readonly told: number;
  /** Reviews whose span of the change holds the truth. */
  readonly covered: number;
  /** Replies per case and side, summed. */
  readonly replies: number;
};

/** Whole reviews in which every reply passes, so that nothing but its cost can be found. */
export function simulateCosts(scenario: CostScenario, reviews: number, random: Random): CostCounts {
  let counts: CostCounts = { reviews: 0, blocked: 0, told: 0, covered: 0, replies: 0 };
  for (let i = 0; i < reviews; i++) {
    const one = simulateReview(scenario, random);
    counts = {
      reviews: counts.reviews + 1,
      blocked: counts.blocked + Number(one.blocked),
      told: counts.told + Number(one.told),
      covered: counts.covered + Number(one.covered),
      replies: counts.replies + one.replies,
    };
  }
  return counts;
}

const price = { input: 0.25, output: 2 } as const;
const costOf: CostOf = (_provider, _model, usage) => costByPrice(usage, price);
const model = { provider: 'default', model: 'model', params: {} } as const;
const row: Row = { id: 'model', own: false, model: { old: model, new: model } };
const usual: GateSettings = {
  alpha: 0.05,
  tolerance: 0.02,
  margin: 0.1,
  cases: 'block',
  metrics: {},
  sampling: 'adaptive',
  trials: 12,
};

function simulateReview({ cases, by, tails, limit }: CostScenario, random: Random) {
  const lengths = Array.from({ length: cases }, () => drawCase(random));
  const limited: GateSettings = { ...usual, costLimit: limit };
  let runs = lengths.map((_, at) => emptyCell(String(at)));
  let asked = 0;
  for (;;) {
    const next = planRound(runs.map(cellOf), limited);
    if (next.kind === 'done') break;
    const planned = new Map(next.batches.map((batch) => [batch.case, batch]));
    runs = runs.map((run, at): CellRun => {
      const batch = planned.get(run.cell.exam.key);
      const held = lengths[at];
      if (batch === undefined || held === undefined) return run;
      asked += batch.trials;
      const trials = Array.from({ length: batch.trials }, (_, trial) => ({
        round: next.round,
        uniform: batch.uniform,
        trial: run.trials.length + trial,
        old: drawReply(held, 1, tails, random),
        new: drawReply(held, by, tails, random),
      }));
      return { ...run, trials: [...run.trials, ...trials] };
    });
  }
  const verdict = decideVerdict(compareRows(runs.map(cellOf), limited), limited);
  const settings = { gate: usual, segments: new Map(), cacheLeasts: new Map() };
  const { explodes, usd } = compareSpending(row, runs, { settings, costOf, rows: 1, gain: 0 });
  const truth = ((meanLength(by, tails) - meanLength(1, tails)) * price.output) / 1e6;
  return {
    blocked: verdict.rows.some(({ reasons }) => reasons.some(({ kind }) => kind === 'cost')),
    told: explodes,
    covered: (usd.low ?? Number.NEGATIVE_INFINITY) <= truth && truth <= (usd.high ?? Number.POSITIVE_INFINITY),
    replies: asked / cases,
  };
}

function emptyCell(key: string): CellRun {
  const request = {
    kind: 'chat',
    ...model,
    messages: [{ role: 'user', content: key }],
  } as const;
  const golden = {
    id: key,
    tags: [],
    weight: 1,
    vars: {},
    context: [],
    history: [],
    checks: [],
    notRun: [],
    at: { file: 'cases.yml', line: 1 },
  };
  return {
    cell: {
      prompt: 'prompt',
      row: row.id,
      exam: { key, golden, family: 'base', version: 'head', weight: 1 },
      old: request,
      new: { ...request, messages: [{ role: 'user', content: `${key}, please` }] },
      identical: false,
      comparison: key,
      copy: 0,
    },
    trials: [],
  };
}

function drawReply(lengths: Lengths, by: number, tails: Tails, random: Random): SideRun {
  const usage = { inputTokens: lengths.input, outputTokens: drawLength(lengths, by, tails, random) };
  const answer = {
    toolCalls: [],
    finishReason: 'stop',
    usage,
    servedModel: 'model',
    servedBy: 'default',
    latencyMs: 1,
    at: 0,
  };
  const costUsd = costByPrice(usage, price);
  return {
    reply: { kind: 'answered', call: '', answer, kept: false },
    score: { kind: 'scored', value: 1, passes: true, checks: [] },
    // Words of its own: a service that repeats itself is another matter.
    said: String(random()),
    characters: 4 * usage.outputTokens,
    ...(costUsd === undefined ? {} : { costUsd }),
  };
}
