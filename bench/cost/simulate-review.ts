import { compareRows } from '../../src/core/gate/compare-rows.ts';
import { decideVerdict } from '../../src/core/gate/decide-verdict.ts';
import { planRound } from '../../src/core/gate/replay-looks.ts';
import type { GateSettings } from '../../src/core/gate/settings.ts';
import type { Row } from '../../src/core/row.ts';
import { cellOf } from '../../src/core/run/cell-of.ts';
import type { CellRun, SideRun } from '../../src/core/run/trial-run.ts';
import type { Side } from '../../src/core/side.ts';

const model = { provider: 'default', model: 'model', params: {} } as const;
export const row: Row = { id: 'model', own: false, model: { old: model, new: model } };

export const usual: GateSettings = {
  alpha: 0.05,
  tolerance: 0.02,
  margin: 0.1,
  cases: 'block',
  metrics: {},
  sampling: 'adaptive',
  trials: 12,
};

/** What a reply used and how long it took. */
export type Spent = Pick<SideRun, 'characters' | 'costUsd' | 'said'> & {
  readonly usage: { readonly inputTokens: number; readonly outputTokens: number };
  readonly latencyMs: number;
  readonly firstTokenMs?: number;
};

/**
 * A whole review in which every reply passes, so that nothing but what replies use and how long they take can be found.
 * @param draw the reply of a side to a case, in a round
 */
export function simulateReview(
  cases: number,
  settings: GateSettings,
  draw: (at: number, side: Side, round: number) => Spent,
) {
  let runs = Array.from({ length: cases }, (_, at) => emptyCell(String(at)));
  let asked = 0;
  for (;;) {
    const next = planRound(runs.map(cellOf), settings);
    if (next.kind === 'done') break;
    const planned = new Map(next.batches.map((batch) => [batch.case, batch]));
    runs = runs.map((run, at): CellRun => {
      const batch = planned.get(run.cell.exam.key);
      if (batch === undefined) return run;
      asked += batch.trials;
      const trials = Array.from({ length: batch.trials }, (_, trial) => ({
        round: next.round,
        uniform: batch.uniform,
        trial: run.trials.length + trial,
        old: replyOf(draw(at, 'old', next.round)),
        new: replyOf(draw(at, 'new', next.round)),
      }));
      return { ...run, trials: [...run.trials, ...trials] };
    });
  }
  const verdict = decideVerdict(compareRows(runs.map(cellOf), settings), settings);
  return { runs, reasons: verdict.rows.flatMap(({ reasons }) => reasons), replies: asked / cases };
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

function replyOf({ usage, latencyMs, firstTokenMs, ...run }: Spent): SideRun {
  const answer = {
    toolCalls: [],
    finishReason: 'stop',
    usage,
    servedModel: 'model',
    servedBy: 'default',
    latencyMs,
    ...(firstTokenMs === undefined ? {} : { firstTokenMs }),
    at: 0,
  };
  return {
    reply: { kind: 'answered', call: '', answer, kept: false },
    score: { kind: 'scored', value: 1, passes: true, checks: [] },
    ...run,
  };
}
