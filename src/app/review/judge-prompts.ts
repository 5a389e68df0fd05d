import { assembleReport, type ReviewFacts } from '../../core/assemble/assemble-report.ts';
import { withThumbnails } from '../../core/assemble/with-thumbnails.ts';
import type { Design } from '../../core/design/design-review.ts';
import { decideBudget } from '../../core/money/decide-budget.ts';
import { findUnpriced } from '../../core/money/prices.ts';
import { type Problem, showProblem } from '../../core/problem.ts';
import { checkKinds } from '../../scorers/index.ts';
import { type DesignedPrompts, designPrompts, type PlaceOfJudging, type PromptsToJudge } from './design-prompts.ts';
import { estimateReview, type ReviewEstimate, wordEstimate } from './estimate-review.ts';
import { beyondBudget, crowdedOut, fitBudget, fitOwnBudgets, wordLeft } from './fit-budget.ts';
import { gateOf } from './gate-of.ts';
import { judgeDesign, withEstimate } from './judge-design.ts';
import { checkNeeds } from './missing-roles.ts';
import { rememberVersions } from './remember-versions.ts';
import type { ReviewResult } from './review.ts';
import { showPlan, showStage } from './show-stage.ts';

/** Asks about prompts that were read, judges what comes back, and reports it: what a review and a check have in common. */
export async function judgePrompts(read: PromptsToJudge, given: PlaceOfJudging): Promise<ReviewResult> {
  const { request, pull, settings } = given;
  const designed = await designPrompts(read, given);
  const prepared = await prepareAsking(designed, given);
  if (prepared.kind === 'settled') return prepared.result;
  const earlier = await request.findEarlier?.(designed.facts.fingerprint, pull, settings);
  return earlier === undefined ? prepared.ask() : { ...prepared.unasked, takenOver: earlier };
}

/** What is found without asking: the result, or what is left to be asked. */
export type Prepared =
  | { readonly kind: 'settled'; readonly result: ReviewResult }
  | {
      readonly kind: 'ready';
      /** The result where another run's verdict is taken over. */
      readonly unasked: ReviewResult;
      readonly ask: () => Promise<ReviewResult>;
    };

/** Finds what may be asked within the budget, and what stands in its way. */
export async function prepareAsking(designed: DesignedPrompts, given: PlaceOfJudging): Promise<Prepared> {
  const { wished, found, crowded, beyond, broken, unreviewed, fork, facts, otherGate } = designed;
  const { request, ports, pull, settings } = given;
  const { show } = request;
  const settled = (result: ReviewResult): Prepared => ({ kind: 'settled', result });
  const told = (more: Partial<ReviewFacts>, shown?: unknown): ReviewResult => ({
    report: withThumbnails(assembleReport({ ...facts, ...more }), ports.held),
    settings,
    pull,
    ...(shown === undefined ? {} : { shown }),
  });

  if (fork !== undefined) return settled(told({ unreviewed: [...unreviewed, ...fork] }));
  const needs = checkNeeds(wished, settings, checkKinds, (name) => ports.hasKey(settings, name));
  const costOf = await ports.loadPrices(settings);
  const problems: readonly Problem[] = [...facts.problems, ...needs, ...findUnpriced(wished, settings, costOf)];
  const unlimited = { calls: Number.POSITIVE_INFINITY, usd: Number.POSITIVE_INFINITY };
  const budget = ports.asksNothing === true ? unlimited : { calls: settings.maxCalls, usd: settings.maxCostUsd };
  const estimates = new Map<Design, ReviewEstimate>();
  const estimateOf = (part: Design): ReviewEstimate => {
    const estimate = estimates.get(part) ?? estimateReview(part, gateOf(part, settings), settings, checkKinds, costOf);
    estimates.set(part, estimate);
    return estimate;
  };
  const affordable =
    ports.asksNothing === true
      ? { design: wished, broken: [] }
      : fitOwnBudgets(wished, settings, (part) => estimateOf(part).first);
  const { design, left } = fitBudget(
    affordable.design,
    (part) => decideBudget(estimateOf(part).first, budget) === undefined,
    // A check asks prompts that have nothing to do with each other.
    ({ change }) => settings.mode === 'check' || change.change === 'config',
  );
  const estimate = estimateOf(design);
  const isPartial = settings.mode === 'check' && left.length + crowded.length > 0;
  const unknown = isPartial
    ? [
        wordLeft(
          [left.length + crowded.length, found.length],
          crowded.length > 0 ? undefined : estimateOf(wished).first,
          budget,
        ),
      ]
    : [];
  const result = ({ problems: met = [], ...more }: Partial<ReviewFacts>, shown?: unknown): ReviewResult =>
    told(
      {
        unreviewed: [...unreviewed, ...left.map(beyondBudget), ...crowded.map(crowdedOut)],
        ...more,
        broken: [...broken, ...affordable.broken],
        costOf,
        problems: [...met, ...unknown],
      },
      shown,
    );
  if (beyond !== undefined) return settled(result({ problems }));
  if (show === 'plan') {
    for (const problem of [...broken, ...affordable.broken].flatMap((one) => one.problems))
      ports.progress.say(showProblem(problem));
    // The plan itself is JSON, for programs: who reads it is told in a few lines beside it.
    for (const { change, rows, cells } of design.prompts)
      ports.progress.say(`${change.path}: ${rows.map(({ id }) => id).join(', ')}; ${cells.length} cases and models.`);
    ports.progress.say(wordEstimate(estimate));
    return settled(result({ problems }, showPlan(design, settings, estimate)));
  }
  // What the config lacks is lacking everywhere: the verdict would be `invalid` whatever the models say.
  if (problems.length > 0 || design.prompts.length === 0) return settled(result({ problems }));

  const ask = async (): Promise<ReviewResult> => {
    const refused = decideBudget(estimate.first, budget, () =>
      design.prompts.map((one) => ({ ...estimateOf({ ...design, prompts: [one] }).first, path: one.change.path })),
    );
    if (refused !== undefined) return result({ problems: [refused], spent: withEstimate(facts.spent, estimate) });
    const { past, ...more } = await judgeDesign(
      { design, estimate, settings, ...(otherGate === undefined ? {} : { otherGate }) },
      facts.notes,
      ports,
    );
    const judged = {
      ...result(more, show === undefined ? undefined : showStage(show, more.results)),
      design,
      runs: more.results.map(({ run }) => run),
    };
    if (past === undefined) return judged;
    return { ...judged, report: await rememberVersions(judged.report, design, past, ports.clock.now()) };
  };
  return { kind: 'ready', unasked: result({}), ask };
}
