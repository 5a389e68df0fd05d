import { type DriftReport, type DriftRow, type DriftVerdict, driftVerdicts } from '../../core/drift/drift-report.ts';
import type { RowState } from '../../core/drift/follow-row.ts';
import type { HistoryRead } from '../../core/drift/read-history.ts';
import { repliesOfRow } from '../../core/drift/replies-of-row.ts';
import { rowOfState } from '../../core/drift/row-of-state.ts';
import type { Report } from '../../core/report/report.ts';
import type { DriftSettings } from '../../core/settings/resolve-drift.ts';
import type { CanariesWatched } from './watch-canaries.ts';
import type { JudgeWatched } from './watch-judge.ts';

/** What a run found, of all rows that were asked: those that gave no reply too. */
export function reportDrift({
  states,
  asked,
  beside,
  canaries,
  judge,
  kept,
  notes,
  settings,
  place,
}: {
  readonly states: readonly RowState[];
  readonly asked: readonly Report[];
  /** What was spent on judging beside that. */
  readonly beside: readonly Pick<Report, 'calls' | 'costUsd'>[];
  readonly canaries?: CanariesWatched;
  readonly judge?: Pick<JudgeWatched, 'row'>;
  readonly kept: HistoryRead;
  readonly notes: readonly string[];
  readonly settings: DriftSettings;
  readonly place: Pick<DriftReport, 'tool' | 'head'> & { readonly at: string };
}): DriftReport {
  const [seen] = asked;
  const byPrompt = Map.groupBy(states, ({ latest }) => latest.prompt);
  // Those that were asked and gave no reply are told among the others, as what they are: unknown.
  const silent = (seen?.prompts ?? []).flatMap(({ path, models }) =>
    models
      .filter(({ model }) => byPrompt.get(path)?.some(({ latest }) => latest.model === model.new) !== true)
      .map((row) => ({ path, row: silentRow(row) })),
  );
  const paths = new Set([...byPrompt.keys(), ...silent.map(({ path }) => path)]);
  const prompts = [...paths].map((path) => ({
    path,
    models: [
      ...(byPrompt.get(path) ?? []).map((state) => withReplies(rowOfState(state, settings.layers), state, asked)),
      ...silent.filter((one) => one.path === path).map(({ row }) => row),
    ],
  }));
  const problems = [
    ...asked.flatMap((one) => one.problems),
    ...(seen?.prompts ?? []).flatMap((one) => one.problems ?? []),
  ];
  const waiting = states.filter(
    (state) => state.drift === undefined && state.unsure === undefined && watchedSuspicions(state, settings).length > 0,
  );
  const unheard = waiting.map(
    ({ latest }) =>
      `Something changed in ${latest.prompt} on ${latest.model}, but too few fresh replies came to confirm it. The next run looks again.`,
  );
  // A run that watches nothing must not pass for a quiet day.
  const isEmpty = prompts.length === 0 && canaries?.rows.some(({ why }) => why === undefined) !== true;
  const unnamed =
    canaries?.rows.length === 0
      ? ['A canary watches the models that the config names under `models`, and it names none.']
      : [];
  const verdicts = [
    ...prompts.flatMap(({ models }) => models.map(({ verdict }) => verdict)),
    ...(canaries?.rows ?? []).map(({ verdict }) => verdict),
    // A judge that no text is there for keeps nobody from knowing of the model.
    ...(judge === undefined || judge.row.verdict === 'baseline' ? [] : [judge.row.verdict]),
    ...(problems.length > 0 || isEmpty || waiting.length > 0 ? ['invalid' as const] : []),
  ];
  const failing: readonly DriftVerdict[] = settings.failOn;
  const spent = [...asked, ...beside, ...(canaries?.spent === undefined ? [] : [canaries.spent])];
  const costs = spent.map(({ costUsd }) => costUsd.actual);
  const [first, ...more] = kept.unread;
  const unread =
    first === undefined
      ? []
      : [`${first.at} ${first.why}; it was skipped${more.length === 0 ? '' : `, as were ${more.length} more lines`}.`];
  return {
    version: 1,
    tool: place.tool,
    startedAt: place.at,
    head: { sha: place.head.sha, ref: place.head.ref },
    verdict: driftVerdicts.find((one) => verdicts.includes(one)) ?? 'invalid',
    problems,
    notes: [...new Set(asked.flatMap((one) => one.notes)), ...notes, ...unnamed, ...unheard, ...unread],
    prompts,
    ...(canaries === undefined ? {} : { canaries: canaries.rows }),
    ...(judge === undefined ? {} : { judge: judge.row }),
    calls: {
      made: spent.reduce((sum, { calls }) => sum + calls.made, 0),
      failed: spent.reduce((sum, { calls }) => sum + calls.failed, 0),
    },
    ...(costs.every((cost) => cost !== undefined) ? { costUsd: costs.reduce((sum, cost) => sum + cost, 0) } : {}),
    open: verdicts.every((verdict) => verdict !== 'invalid' && !failing.includes(verdict)),
  };
}

function withReplies(row: DriftRow, state: RowState, asked: readonly Report[]): DriftRow {
  const replies = row.verdict === 'drifted' ? repliesOfRow(state, asked) : [];
  return replies.length === 0 ? row : { ...row, replies };
}

/** A row of which no reply could be scored. */
function silentRow({ model, cases }: Report['prompts'][number]['models'][number]): DriftRow {
  const of = cases.reduce((sum, { replies }) => sum + replies.length, 0);
  return {
    model: model.new,
    verdict: 'invalid',
    served: [],
    layers: [],
    found: [],
    cases: [],
    metrics: {},
    history: [],
    runs: 0,
    missing: { missing: of, of },
  };
}

/** Alarms that the config has watched. */
export function watchedSuspicions({ suspected }: RowState, { layers }: DriftSettings): RowState['suspected'] {
  return layers.includes('cases') ? suspected : [];
}
