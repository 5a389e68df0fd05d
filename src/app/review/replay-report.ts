import type { PromptResult } from '../../core/assemble/assemble-prompt.ts';
import { markEdits, replayMarksOf } from '../../core/assemble/replay-marks.ts';
import type { DesignCell } from '../../core/design/design-review.ts';
import { withReasons } from '../../core/gate/with-reasons.ts';
import type { Problem } from '../../core/problem.ts';
import type { Answer, Reply } from '../../core/reply.ts';
import type { Report, ReportCase, ReportPrompt, ReportReply } from '../../core/report/report.ts';
import type { CellRun, Ending, PromptRun, SideRun } from '../../core/run/trial-run.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { Side } from '../../core/side.ts';
import type { SideOfTrial } from './call-of-side.ts';
import { type JudgeMeasured, judgeAsMeasured } from './judge-reliability.ts';
import { ReplayLacks } from './replay-lacks.ts';
import type { AskingSession } from './review-ports.ts';
import type { Job } from './run-jobs.ts';
import { emptiness, failed, measureSaid, passagesOf, type RunSideDeps, saidBy, scoreWith } from './run-side.ts';
import { answeredBy, conversationOf, failureOf, keyOf, scoreOf } from './saved-reply.ts';

/** Replies of a saved report, in the place of any that would be asked. What it does not hold is remembered, and never asked. */
export type Replay = {
  readonly runSide: (asked: SideOfTrial, settings: Settings, deps: RunSideDeps) => Promise<SideRun>;
  /** Whether it holds what a further round would ask; where it does not, why the saved run ended. */
  readonly mayAsk: (jobs: readonly Job[], settings: Settings) => Ending;
  /** The limit of its own budget at which a prompt was stopped, where it does not hold what a further round would ask. */
  readonly stoppedAt: (path: string, jobs: readonly Job[], settings: Settings) => 'calls' | 'usd' | undefined;
  readonly recall: (cell: DesignCell, settings: Settings) => CellRun;
  readonly judge: JudgeMeasured | undefined;
  readonly withPairs: (run: PromptRun) => PromptRun;
  /** What edited cases showed as base had them; undefined where they were others. */
  readonly withOwnEdits: (result: PromptResult, settings: Settings) => PromptResult | undefined;
  /** What was wanted and is not in the report. */
  readonly missing: () => readonly Problem[];
};

/** A session that asks nothing: its replies are those of a report. @param from the file or address it was read from */
export function replayReport(report: Report, from: string): AskingSession {
  const cases = new Map<string, ReportCase>();
  for (const { path, models } of report.prompts) {
    for (const row of models) {
      for (const one of row.cases) if (one.asked !== undefined) cases.set(keyOf(path, row.id, one.asked), one);
    }
  }
  // What stands in a reply's place, or is masked in it, is not what was said.
  const isWithheld = report.published?.replies === 'none' || report.published?.masked === true;
  const texts = new Map<string, Answer>();
  const lacking = new ReplayLacks();
  const used = new Set<ReportReply>();
  const cut = new Set<ReportReply>();
  const caseOf = (cell: DesignCell, settings: Settings): ReportCase | undefined =>
    cases.get(keyOf(cell.prompt, cell.row, replayMarksOf(cell, settings).asked));
  const find = (held: ReportCase | undefined, side: Side, trial: number): ReportReply | undefined =>
    held?.replies.find((reply) => reply.side === side && reply.trial === trial);

  const runSide: Replay['runSide'] = async (asked, settings, deps) => {
    const { cell, side, trial } = asked;
    const held = caseOf(cell, settings);
    const saved = find(held, side, trial);
    const id = keyOf(cell.prompt, cell.row, held?.asked ?? '', side, String(trial));
    const request = cell[side];
    if (held === undefined || saved === undefined || request === undefined) {
      lacking.add('reply', cell);
      return failed({ kind: 'failed', call: id, reason: 'refused-request', message: 'The report does not hold it.' });
    }
    used.add(saved);
    const failure = failureOf(saved);
    if (failure !== undefined) return failed({ kind: 'failed', call: id, ...failure });
    const isCut = isWithheld || saved.cut === true || saved.text === undefined;
    if (isCut) cut.add(saved);
    const reply = answeredBy(saved, id, cell.row);
    const text = saved.text ?? '';
    texts.set(id, { ...reply.answer, text });
    const conversation = conversationOf(saved, reply.answer, id, texts);
    const said = isCut
      ? {}
      : {
          said: saidBy(reply, saved.transcript ?? text),
          ...measureSaid(reply, text),
          ...emptiness(reply, text, saved.conversationEnd),
        };
    const costs = saved.costUsd === undefined ? {} : { costUsd: saved.costUsd };
    const rest = {
      ...{ ...said, ...costs, ...conversation },
      ...(saved.traceCut === undefined ? {} : { traceCut: saved.traceCut }),
    };
    if (held.scoredBy === replayMarksOf(cell, settings).scoredBy) return { reply, score: scoreOf(saved), ...rest };
    if (isCut || saved.traceCut === true) {
      lacking.add('whole', cell);
      return {
        reply,
        score: { kind: 'unscored', why: 'the report holds only a part of the reply', checks: [] },
        ...rest,
      };
    }
    const { transcript } = saved;
    const replied = {
      reply,
      text,
      retrieved: passagesOf(reply.answer),
      ...costs,
      ...(transcript === undefined ? {} : { transcript }),
    };
    const ask: RunSideDeps['ask'] = {
      ...deps.ask,
      reply: async (call) => {
        lacking.add('grade', cell);
        return { kind: 'failed', call: call.id, reason: 'refused-request', message: 'The report does not hold it.' };
      },
    };
    return { reply, score: await scoreWith(asked, request, replied, { ...deps, ask }), ...rest };
  };

  const holds = (jobs: readonly Job[], settings: Settings): boolean =>
    jobs.every(({ cell, trial }) => find(caseOf(cell, settings), 'new', trial) !== undefined);

  const replay: Replay = {
    runSide,
    mayAsk: (jobs, settings) => (holds(jobs, settings) ? 'complete' : report.ended),
    stoppedAt: (path, jobs, settings) => {
      const rows = report.prompts.find((prompt) => prompt.path === path)?.models ?? [];
      const reason = rows.flatMap((row) => row.reasons).find(({ kind }) => kind === 'own-budget');
      return reason?.kind !== 'own-budget' || holds(jobs, settings) ? undefined : reason.of;
    },
    recall: (cell, settings) => {
      const history = caseOf(cell, settings)?.history;
      return { cell, trials: [], ...(history === undefined ? {} : { history }) };
    },
    judge: report.judge === undefined ? undefined : judgeAsMeasured(report.judge),
    withPairs: (run) => ({ ...run, cells: run.cells.map((held) => withPairs(held, report.prompts)) }),
    withOwnEdits: (result, settings) => {
      const { edits, change } = result.run.design;
      if (edits === undefined) return result;
      const saved = report.prompts.find(({ path }) => path === change.path);
      return saved?.edits === markEdits(edits, settings) ? withOwnEdits(result, saved) : undefined;
    },
    missing: () => lacking.problems(report),
  };
  const unavailable = (call: string): Reply => ({
    kind: 'failed',
    call,
    reason: 'refused-request',
    message: 'Nothing is asked: replies come from a report.',
  });
  return {
    replay,
    ask: {
      reply: async (call) => unavailable(call.id),
      kept: (call) => texts.get(call),
      isKept: () => true,
      runScorer: async () => ({ kind: 'failed', why: 'no scorer is run: replies come from a report' }),
    },
    priceOf: () => undefined,
    mayAsk: () => 'complete',
    wouldBreak: () => undefined,
    stoppedBy: (ended) => (ended === 'complete' ? undefined : report.stoppedBy),
    expect: () => undefined,
    stopped: () => report.problems.flatMap(({ reason, what }) => (reason === 'provider' ? [what] : [])),
    spent: () => ({
      calls: { made: 0, kept: used.size, saved: 0, failed: 0, retried: 0, byPurpose: nothingAsked },
      costUsd: { actual: 0, unpriced: [] },
      served: report.served,
      adapted: report.adapted,
    }),
    notes: () => [
      `Replayed from ${from}: ${used.size} replies of the review of ${report.head.sha.slice(0, 12)} on ${report.startedAt.slice(0, 10)}. Nothing was asked.`,
      ...(cut.size === 0
        ? []
        : [
            `The report holds no whole replies: ${cut.size} are cut, masked or left out in it, and are shown as far as they are there.`,
          ]),
    ],
    history: { scores: () => [], keepScores: async () => undefined },
    close: async () => undefined,
  };
}

const nothingAsked = { reply: 0, judge: 0, simulate: 0, embedding: 0 };

function withPairs(held: CellRun, prompts: readonly ReportPrompt[]): CellRun {
  const { prompt, row, exam } = held.cell;
  const saved = prompts
    .find(({ path }) => path === prompt)
    ?.models.find(({ id }) => id === row)
    ?.cases.find(({ id }) => id === exam.key);
  const byTrial = Map.groupBy(saved?.prefer ?? [], ({ trial }) => trial);
  const trials = held.trials.map((trial) => {
    const pairs = byTrial.get(trial.trial);
    return pairs === undefined ? trial : { ...trial, pairs: pairs.map(({ trial: _, ...pair }) => pair) };
  });
  return { ...held, trials };
}

/** What edited cases showed as base had them: the report tells the outcome, and not the replies. */
function withOwnEdits(result: PromptResult, { models }: ReportPrompt): PromptResult {
  const verdict = withReasons(result.verdict, ({ row }) =>
    (models.find(({ id }) => id === row)?.reasons ?? []).filter(({ kind }) => kind === 'own-edits'),
  );
  return { ...result, verdict };
}
