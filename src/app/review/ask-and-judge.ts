import type { PromptResult } from '../../core/assemble/assemble-prompt.ts';
import type { Spent } from '../../core/assemble/assemble-report.ts';
import type { CheckKinds } from '../../core/check-kind.ts';
import type { Design, PromptDesign } from '../../core/design/design-review.ts';
import { messagesOf } from '../../core/design/messages-of.ts';
import { decideVerdict } from '../../core/gate/decide-verdict.ts';
import type { GateSettings } from '../../core/gate/settings.ts';
import type { Progress } from '../../core/ports.ts';
import type { Problem } from '../../core/problem.ts';
import type { Report } from '../../core/report/report.ts';
import type { CellRun, Ending, PromptRun } from '../../core/run/trial-run.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { askAnew } from './answer-asking.ts';
import { askAsBaseHadIt } from './ask-as-base-had-it.ts';
import { askWithheld } from './ask-withheld.ts';
import type { SideOfTrial } from './call-of-side.ts';
import { comparePairs } from './compare-pairs.ts';
import { type Diagnosed, diagnose } from './diagnose.ts';
import { type GateOf, gateOf } from './gate-of.ts';
import { type JudgeMeasured, measureJudge } from './judge-reliability.ts';
import { rolesOf } from './missing-roles.ts';
import { OwnBudgets } from './own-budgets.ts';
import { toldOthers, toldOutOfSteps, toldUnanswered } from './reasons-beside-tests.ts';
import { keepScores, keptCases, recall } from './remember-scores.ts';
import { createRenderPrompt } from './render-prompt.ts';
import { renewOldReplies } from './renew-old-replies.ts';
import type { AskingSession, ReviewPorts } from './review-ports.ts';
import { cellsOfRun, type RoundsDeps, runRounds } from './run-rounds.ts';
import { type RunSideDeps, runSide } from './run-side.ts';
import { runCheapestFirst, sharingReference } from './share-reference.ts';

export type Judged = {
  readonly results: readonly PromptResult[];
  readonly ended: Ending;
  readonly stoppedBy?: Report['stoppedBy'];
  readonly problems: readonly Problem[];
  /** How far the judge can be trusted; absent where nothing was judged. */
  readonly judge?: NonNullable<Report['judge']>;
  readonly notes: readonly string[];
};

/** Asks all rounds of all prompts, compares and decides. */
export async function askAndJudge(
  design: Design,
  settings: Settings,
  kinds: CheckKinds,
  asking: AskingSession & Pick<ReviewPorts, 'sandbox' | 'breathe' | 'deciding'>,
  progress: Progress,
  now: number,
): Promise<Judged> {
  const { replay } = asking;
  const gate = gateOf(design, settings);
  const render = createRenderPrompt(asking.sandbox);
  const since = now - settings.baselineAgeMs;
  const isAlone = settings.mode === 'check' || settings.mode === 'portability';
  const ask = isAlone ? askAnew(asking.ask, since) : asking.ask;
  const sideDeps: RunSideDeps = {
    ask,
    roles: rolesOf(settings),
    kinds,
    votes: settings.judge?.votes ?? 1,
    priceOf: asking.priceOf,
    sandbox: asking.sandbox,
    messagesAfter: (cell, side, golden, said) => {
      const prompt = design.prompts.find(({ change }) => change.path === cell.prompt)?.change[side];
      if (prompt === undefined) throw new Error(`${cell.prompt} has no ${side} side to ask`);
      return messagesOf(prompt, golden, render, said);
    },
    // Models are held against replies that were asked along with theirs.
    ...(settings.baselineAgeMs > 0 && settings.mode !== 'portability' ? { notBefore: since } : {}),
  };
  const own = new OwnBudgets(design, settings, asking);
  const depsOf = (path: string): RunSideDeps => ({ ...sideDeps, ask: own.askOf(path, ask) });
  const run = (asked: SideOfTrial) =>
    replay?.runSide(asked, settings, sideDeps) ?? runSide(asked, depsOf(asked.cell.prompt));
  const deps: RoundsDeps = {
    runSide: settings.mode === 'portability' ? sharingReference(run) : run,
    mayAsk: (replies, jobs) => {
      if (replay !== undefined) return replay.mayAsk(jobs, settings);
      const may = asking.mayAsk(replies);
      return may === 'complete' ? own.mayAsk(jobs) : may;
    },
    own,
    expect: asking.expect,
    width: windowsOf * settings.concurrency,
    breathe: asking.breathe,
    deciding: asking.deciding,
  };
  const begun: PromptRun[] = [];
  for (const one of design.prompts) begun.push(await recallAll(one, settings, asking));
  const askRounds = settings.mode === 'portability' ? runCheapestFirst : runRounds;
  const { runs, ended } = await askRounds(begun, gate, deps);
  const stopped = asking.stopped();
  const cells = runs.flatMap((run) => run.cells);
  const measured =
    replay === undefined
      ? await measureJudge(cells, settings, ended, { ...sideDeps, mayAsk: asking.mayAsk })
      : replay.judge;
  // A service that refuses while its judge is only measured takes nothing from the replies there are.
  const stoppedSince = new Set(asking.stopped().filter((why) => !stopped.includes(why)));
  const decisive = withoutDoubted(gate, measured);
  // What ended the asking may have been a judge that turns out not to be relied on.
  const settled = decisive === gate ? runs : (await runRounds(runs, decisive, deps)).runs;
  const judged: PromptResult[] = [];
  for (const run of settled) judged.push(toldOthers(await judge(run, decisive, deps)));
  const allowed = settings.examChanges === 'allow';
  const taken = judged.map((result) => replay?.withOwnEdits(result, settings));
  const asBase: PromptResult[] = [];
  for (const group of own.groups(judged.filter((_, at) => taken[at] === undefined)))
    asBase.push(...(await askAsBaseHadIt(group, { trials: settings.trials, allowed }, deps)));
  const held = judged.map((result, at) => {
    return taken[at] ?? asBase.find(({ run }) => run.design === result.run.design) ?? result;
  });
  const named: Diagnosed[] = [];
  for (const group of own.groups(held)) named.push(await diagnose(group, settings, settings.diagnose, deps));
  const isAsked = replay === undefined && settings.mode === 'review' && ended === 'complete';
  const withheld = await askWithheld(
    named.flatMap(({ results: all }) => all),
    isAsked ? settings.withheldGlobs : [],
    gate,
    deps,
  );
  const results: PromptResult[] = [];
  for (const result of withheld.results) {
    const run =
      replay?.withPairs(result.run) ?? (await comparePairs(result.run, depsOf(result.run.design.change.path)));
    results.push({
      ...own.told(toldOutOfSteps(toldUnanswered(result))),
      run,
      ...(settings.mode === 'review' && (await qualityOf(result, gate(result.run.design.change), asking))),
    });
  }
  progress.end();
  // What cases score on a model that is only tried is no history of theirs.
  const isKept = replay === undefined && settings.mode !== 'portability';
  const unkept = isKept ? await keepScores(results, now, asking) : [];
  await asking.breathe();
  const refused = asking.stopped().filter((why) => !stoppedSince.has(why));
  const problems = [
    ...refused.map((what): Problem => ({ reason: 'provider', what })),
    ...(replay?.missing() ?? []),
    ...(settings.servedModel === 'block' ? asking.spent().served.flatMap(problemsOfServed) : []),
  ];
  const notes = [...named.flatMap((one) => one.notes), ...withheld.notes, ...(measured?.notes ?? []), ...unkept];
  const stoppedBy = asking.stoppedBy(ended);
  const stop = stoppedBy === undefined ? {} : { stoppedBy };
  return { results, ended, ...stop, problems, notes, ...(measured === undefined ? {} : { judge: measured.judge }) };
}

async function recallAll(
  design: PromptDesign,
  settings: Settings,
  { history, breathe, replay }: Pick<AskingSession, 'history' | 'replay'> & Pick<RoundsDeps, 'breathe'>,
): Promise<PromptRun> {
  const cells: CellRun[] = [];
  for (const cell of design.cells) {
    cells.push(replay?.recall(cell, settings) ?? recall(cell, history));
    await breathe();
  }
  return { design, cells };
}

/** Share of what `promptgate gate` draws that a review takes the time for. */
const effort = 1 / 4;

/** What the gate does with what other reviews kept of a prompt: told where that is enough. */
async function qualityOf(
  { run, comparison }: PromptResult,
  gate: GateSettings,
  { deciding, ...past }: Pick<AskingSession, 'history'> & Pick<RoundsDeps, 'deciding' | 'breathe'>,
): Promise<Pick<PromptResult, 'quality'>> {
  if (comparison.kind !== 'both') return {};
  const kept = await keptCases(
    run.cells.map(({ cell }) => cell),
    past,
    ({ comparison: own }) => own,
  );
  const quality = await deciding.measureGate(kept, gate, effort);
  return quality.measured === null ? {} : { quality };
}

/** Trials begun for each call that may be under way: each is two calls, and what its checks ask comes after. */
const windowsOf = 8;

/** Metrics that only advise are told like any other, and take no part of alpha; a judge that is doubted confirms no case. */
function withoutDoubted(gateOf: GateOf, measured: JudgeMeasured | undefined): GateOf {
  const { advise, doubted = [] } = measured ?? {};
  if ((advise?.size ?? 0) + doubted.length === 0) return gateOf;
  return (change) => {
    const gate = gateOf(change);
    return {
      ...gate,
      ...(doubted.length === 0 ? {} : { doubted }),
      metrics: Object.fromEntries(Object.entries(gate.metrics).filter(([name]) => advise?.has(name) !== true)),
    };
  };
}

/**
 * Compares and decides. Where a block would rest on old replies that were kept from another comparison, they are asked
 * afresh first, and the sampling goes on with them: both must reject.
 */
async function judge(run: PromptRun, gateOf: GateOf, deps: RoundsDeps): Promise<PromptResult> {
  const gate = gateOf(run.design.change);
  const comparison = await deps.deciding.compareRows(await cellsOfRun(run, deps.breathe), gate);
  if (comparison.needsFresh.length === 0) return { run, comparison, verdict: decideVerdict(comparison, gate) };
  const renewed = await renewOldReplies(run, comparison.needsFresh, deps.runSide);
  const { runs } = await runRounds([renewed], gateOf, {
    ...deps,
    runSide: (asked) => deps.runSide({ ...asked, fresh: asked.side === 'old' }),
  });
  const [gone = renewed] = runs;
  const fresh = await deps.deciding.compareRows(await cellsOfRun(gone, deps.breathe), gate);
  return { run: gone, comparison: fresh, verdict: decideVerdict(comparison, gate, fresh) };
}

/** The replies are of another model than the team ships: nothing they say is about theirs. */
function problemsOfServed({ asked, others = [], replies = 0 }: Spent['served'][number]): readonly Problem[] {
  return others.map((other) => ({
    reason: 'provider',
    what: `\`${asked}\` was answered by \`${other.model}\` in ${other.replies} of ${replies} replies.`,
    fix: 'Ask for the model that answers, or set `gate.served-model: warn`.',
  }));
}
