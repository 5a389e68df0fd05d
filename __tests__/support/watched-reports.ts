import type { DriftReport, DriftRow } from '../../src/core/drift/drift-report.ts';
import { rowOfState } from '../../src/core/drift/row-of-state.ts';
import { CallGroups } from '../../src/core/monitor/call-groups.ts';
import { compareDays } from '../../src/core/monitor/compare-days.ts';
import type { MonitorReport } from '../../src/core/monitor/monitor-report.ts';
import { scopesOf } from '../../src/core/monitor/scope-days.ts';
import { seriesOf } from '../../src/core/monitor/scope-series.ts';
import { type Behaviour, play } from '../core/drift/runs.ts';

/** A row as it stands after so many runs. */
export function driftRowAfter(runs: number, behaviour: Behaviour, seed = 1): DriftRow {
  const state = play(runs, behaviour, seed).states.at(-1);
  if (state === undefined) throw new Error('no run');
  return rowOfState(state, ['served', 'tokens', 'cases']);
}

/** A swap at run 12 that three cases fall by, which the service admits five runs later, beside what is as usual. */
export function swappedDrift(): DriftReport {
  const swapped = driftRowAfter(20, {
    rate: (run, at) => (run >= 12 && at % 4 === 3 && at < 12 ? 0.05 : 0.95),
    served: (run) => (run >= 17 ? 'gpt-5.6-luna-2026-09-01' : 'gpt-5.6-luna-2026-05-06'),
  });
  const steady = { ...driftRowAfter(40, { rate: () => 0.95 }, 4), model: 'claude-fable-5' };
  return driftReport([swapped, steady], 'drifted');
}

export function driftReport(models: readonly DriftRow[], verdict: DriftReport['verdict']): DriftReport {
  const canary = Array.from({ length: 20 }, (_, at) => ({
    at: new Date(Date.UTC(2026, 0, 1 + at)).toISOString(),
    distance: at < 12 ? 0.02 : 0.2,
  }));
  return {
    version: 1,
    tool: { name: 'promptgate', version: '0.1.0' },
    startedAt: '2026-01-20T05:17:00.000Z',
    head: { sha: 'a'.repeat(40), ref: 'main' },
    verdict,
    problems: [],
    notes: ['history.ndjson:3 is no JSON; it was left out.'],
    prompts: [{ path: 'prompts/support.prompt.yml', models }],
    canaries: [
      {
        model: 'gpt-5.6-luna',
        verdict: 'drifted',
        method: 'logprobs',
        served: ['gpt-5.6-luna'],
        since: { run: '', at: canary[12]?.at ?? '' },
        told: 'replies',
        distance: 0.2,
        limit: 0.07,
        runs: 20,
        history: canary,
      },
    ],
    calls: { made: 180, failed: 2 },
    costUsd: 0.0432,
    open: false,
  };
}

const dayMs = 86_400_000;
const firstDay = 20_758;
const isoDate = (day: number) => new Date(day * dayMs).toISOString().slice(0, 10);

type Logged = {
  readonly days: number;
  readonly segments: readonly string[];
  readonly models?: number;
  readonly calls?: number;
};

/** What logs of so many days tell, whose replies are twice as long in the first segment on the last three days, and shorter in all others. */
export function movedMonitor({ days, segments, models = 1, calls = 30 }: Logged): MonitorReport {
  const groups = new CallGroups();
  for (let day = 0; day < days; day++)
    for (const [index, segment] of segments.entries())
      for (let at = 0; at < calls; at++) {
        const out =
          (60 + ((at * 7 + day * 3 + index) % 40)) *
          (day < days - 3 ? 1 : index === 0 ? 2 : 1 - 1 / (segments.length - 1));
        groups.add(
          (firstDay + day) * dayMs + (at * dayMs) / calls,
          { segment, model: `model-${at % models}`, prompt: 'support' },
          {
            tokens: { in: 100, out, cached: 0, reasoning: undefined },
            cost: { kind: 'billed', usd: out * 2e-6 },
            latencyMs: 400 + out * 8,
            served: undefined,
            promptCharacters: () => 400,
            replyCharacters: out * 4,
            ...{ isError: at % 29 === 0, isRefusal: false, isTruncated: false },
          },
        );
      }
  const logged = groups.days.flatMap(({ day }) => day ?? []);
  const scopes = scopesOf(groups.scopeDays);
  const around = {
    logged,
    partial: undefined,
    declared: new Set(segments),
    priceOf: () => ({ input: 0, cached: 0, output: 2e-6 }),
    dateOf: isoDate,
  };
  const comparison = compareDays({ scopes, ...around });
  return {
    version: 1,
    tool: { name: 'promptgate', version: '0.1.0' },
    from: isoDate(firstDay),
    to: isoDate(firstDay + days - 1),
    read: { lines: 900, broken: 0, ahead: 0, outlying: [], bytes: 1000, files: 1, formats: ['Langfuse'] },
    broken: [],
    limits: { segment: 200, model: 100, prompt: 500, days: 1100, groups: 10_000, callsOfOthers: groups.callsOfOthers },
    all: groups.all,
    days: groups.days.map(({ day, tally }) => ({ day: isoDate(day ?? 0), ...tally })),
    totals: groups.totals.map(({ names, tally }) => ({ ...names, ...tally })),
    groups: groups.groups.map(({ day, names, tally }) => ({ day: isoDate(day ?? 0), ...names, ...tally })),
    series: [...seriesOf(scopes, { comparison }, isoDate)],
    comparison,
    traffic: [],
    alerts: [],
  };
}
