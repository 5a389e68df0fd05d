import type { DriftCase, DriftRun } from '../../../src/core/drift/drift-line.ts';
import { emptyRow, follow, type RowHistory, type RowState, stateOf } from '../../../src/core/drift/follow-row.ts';
import { freshReplies, lookAgain } from '../../../src/core/drift/look-again.ts';
import { seededRandom } from '../../../src/core/statistics/random.ts';

/** A model as a schedule sees it: how often a case passes at a run, what answers, how it counts. */
export type Behaviour = {
  readonly rate: (run: number, at: number) => number;
  readonly served?: (run: number) => string;
  readonly input?: (run: number, at: number) => number;
  readonly length?: (run: number) => number;
  readonly key?: (run: number, at: number) => string;
  readonly missing?: (run: number) => boolean;
  /** Whether no fresh reply comes where an alarm of this run asks for some. */
  readonly unheard?: (run: number) => boolean;
};

export type Schedule = {
  /** State after each run, with what fresh replies confirmed. */
  readonly states: readonly RowState[];
  readonly history: RowHistory;
};

/** Plays a schedule of 20 cases, two replies each, as `promptgate drift` would. */
export function play(runs: number, behaviour: Behaviour, seed = 1): Schedule {
  const random = seededRandom([seed, 7]);
  const draw = (): number => random() / 4294967296;
  let history = emptyRow;
  const states: RowState[] = [];
  for (let t = 0; t < runs; t++) {
    history = follow(history, runOf(t, 2, behaviour, draw));
    const state = stateOf(history);
    if (state !== undefined && state.suspected.length > 0) {
      const fresh = runOf(t, freshReplies, { ...behaviour, missing: behaviour.unheard ?? (() => false) }, draw);
      for (const line of lookAgain(state.suspected, state.runs, fresh)) history = follow(history, line);
    }
    const after = stateOf(history);
    if (after !== undefined) states.push(after);
  }
  return { states, history };
}

function runOf(t: number, replies: number, behaviour: Behaviour, draw: () => number): DriftRun {
  const cases = Array.from({ length: 20 }, (_, at): DriftCase => {
    const pass = Array.from({ length: replies }, () => (draw() < behaviour.rate(t, at) ? 1 : 0));
    const length = pass.map(() => Math.round((behaviour.length?.(t) ?? 300) * (0.8 + 0.4 * draw())));
    const lost = behaviour.missing?.(t) === true;
    return {
      id: `case-${at}`,
      key: behaviour.key?.(t, at) ?? `key-${at}`,
      input: behaviour.input?.(t, at) ?? 100 + at,
      values: lost ? {} : { score: pass, pass, length },
      missing: lost ? replies : 0,
    };
  });
  return {
    kind: 'run',
    version: 1,
    at: new Date(Date.UTC(2026, 0, 1 + t)).toISOString(),
    run: `run-${t}`,
    prompt: 'prompts/support.prompt.yml',
    model: 'gpt-5.6-luna',
    served: [{ model: behaviour.served?.(t) ?? 'gpt-5.6-luna-2026-05-06', replies: 20 * replies }],
    cases,
  };
}
