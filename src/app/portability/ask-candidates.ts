import type { PromptResult } from '../../core/assemble/assemble-prompt.ts';
import { boundCases } from '../../core/design/bound-cases.ts';
import type { Design } from '../../core/design/design-review.ts';
import { scheduleOf } from '../../core/gate/schedule.ts';
import { decideBudget } from '../../core/money/decide-budget.ts';
import { findUnpriced } from '../../core/money/prices.ts';
import { assembleMatrix, type Retires, unasked, withModels } from '../../core/portability/assemble-matrix.ts';
import type { PortabilityReport, PortedPrompt } from '../../core/portability/portability-report.ts';
import { type Problem, showProblem } from '../../core/problem.ts';
import { loadChecks } from '../../core/scoring/named-checks.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { checkKinds } from '../../scorers/index.ts';
import { nothingSpent } from '../review/empty-report.ts';
import { estimateReview } from '../review/estimate-review.ts';
import { gateOf } from '../review/gate-of.ts';
import { judgeDesign } from '../review/judge-design.ts';
import { checkNeeds } from '../review/missing-roles.ts';
import type { ReviewPorts } from '../review/review-ports.ts';
import { withoutFaulty } from '../review/set-aside.ts';
import { designCandidates, eachAlone, type PortedQuestion } from './design-candidates.ts';

/** What asking makes of the questions. */
export type Ported = Pick<PortabilityReport, 'prompts' | 'problems' | 'notes' | 'calls' | 'costUsd'>;

/**
 * Asks prompts on many models, each candidate held against the replies of its prompt's reference, and tells what came of it. The
 * first round must fit into the budget; what is reached later leaves the dearest candidates where they are.
 */
export async function askCandidates(
  questions: readonly PortedQuestion[],
  settings: Settings,
  retires: Retires,
  ports: ReviewPorts,
): Promise<Ported> {
  const changes = questions.map(({ change }) => change);
  await loadChecks(
    changes.flatMap(({ exam }) => exam.cases.map(({ golden }) => golden)),
    checkKinds,
    ports.words,
  );
  const beyond = boundCases(changes, settings);
  if (beyond !== undefined) return nothingAsked([beyond]);
  const designed = designCandidates(questions, settings, ports.sandbox);
  const { design: wished, broken } = withoutFaulty(designed);
  const costOf = await ports.loadPrices(settings);
  const problems = [
    ...designed.problems.filter((problem) => !designed.prompts.some((prompt) => prompt.problems.includes(problem))),
    ...broken.flatMap((one) => one.problems),
    ...checkNeeds(wished, settings, checkKinds, (name) => ports.hasKey(settings, name)),
    ...findUnpriced(wished, settings, costOf),
  ];
  if (problems.length > 0 || wished.prompts.length === 0) return nothingAsked(problems);
  const alone = eachAlone(wished, costOf);
  const estimateOf = (part: Design) => estimateReview(part, gateOf(part, settings), settings, checkKinds, costOf);
  const budget = { calls: settings.maxCalls, usd: settings.maxCostUsd };
  const count = howManyFit(alone.prompts.length, (tried) => {
    const part = { ...alone, prompts: alone.prompts.slice(0, tried) };
    return decideBudget(estimateOf(part).first, budget) === undefined;
  });
  const design = { ...alone, prompts: alone.prompts.slice(0, Math.max(1, count)) };
  const estimate = estimateOf(design);
  const refused = count === 0 ? decideBudget(estimate.first, budget) : undefined;
  if (refused !== undefined) return nothingAsked([refused]);
  const judged = await judgeDesign({ design, estimate, settings }, [], ports);
  const { results, problems: met = [], notes = [], spent = nothingSpent, ended = 'complete', stoppedBy } = judged;
  const stopped =
    ended === 'complete' ? undefined : `the asking stopped at ${stoppedBy?.limit ?? 'a cancel'} before it was told`;
  const facts = { settings, retires, costOf, ...(stopped === undefined ? {} : { stopped }) };
  const left = alone.prompts.slice(design.prompts.length);
  const prompts = groupsOf(results).map((group): PortedPrompt => {
    const matrix = assembleMatrix(group, facts);
    const own = left.filter(({ change }) => change.path === matrix.path);
    const others = own.flatMap(({ rows }) =>
      rows.map((row) => unasked(row, 'not asked: the first round did not fit into the budget', retires)),
    );
    return withModels(matrix, [...matrix.models, ...others]);
  });
  const told = prompts.some(({ models }) => models.some(({ verdict }) => verdict !== 'unusable'));
  const toldNotes = told ? met.map(showProblem) : [];
  return {
    prompts,
    problems: told ? [] : met,
    notes: [...new Set([...results.flatMap(({ run }) => run.design.change.notes), ...notes, ...toldNotes])],
    calls: { made: spent.calls.made, kept: spent.calls.kept, ...countReplies(results, settings) },
    costUsd: spent.costUsd.actual ?? null,
  };
}

/** The first so many that fit: those that come first are the cheapest. */
function howManyFit(all: number, fits: (count: number) => boolean): number {
  let [least, most] = [0, all];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (fits(middle)) least = middle;
    else most = middle - 1;
  }
  return least;
}

/** The results of each prompt and reference. */
function groupsOf(results: readonly PromptResult[]): readonly (readonly [PromptResult, ...PromptResult[]])[] {
  const byReference = Map.groupBy(results, ({ run }) => {
    const { provider, model } = run.design.rows[0]?.model.old ?? {};
    return JSON.stringify([run.design.change.path, provider, model]);
  });
  return [...byReference.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [[first, ...others] as const],
  );
}

/** Replies that were asked, the reference's once, and those that asking all models to the end would have taken. */
function countReplies(
  results: readonly PromptResult[],
  settings: Settings,
): Pick<Ported['calls'], 'replies' | 'toTheEnd'> {
  const most = scheduleOf(settings, false).reduce((sum, { uniform }) => sum + uniform, 0);
  let [replies, toTheEnd] = [0, 0];
  for (const group of groupsOf(results)) {
    const byCase = Map.groupBy(
      group.flatMap(({ run }) => run.cells),
      ({ cell }) => cell.exam.key,
    );
    for (const cells of byCase.values()) {
      const asked = cells.map(({ trials }) => trials.length);
      replies += Math.max(...asked) + asked.reduce((sum, one) => sum + one, 0);
      toTheEnd += most * (cells.length + 1);
    }
  }
  return { replies, toTheEnd };
}

function nothingAsked(problems: readonly Problem[]): Ported {
  const calls = { made: 0, kept: 0, replies: 0, toTheEnd: 0 };
  return { prompts: [], problems, notes: [], calls, costUsd: 0 };
}
