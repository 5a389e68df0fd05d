import { assembleReport, type ReviewFacts } from '../../core/assemble/assemble-report.ts';
import { withThumbnails } from '../../core/assemble/with-thumbnails.ts';
import { boundCases } from '../../core/design/bound-cases.ts';
import { type Design, designReview } from '../../core/design/design-review.ts';
import { fingerprintOf } from '../../core/fingerprint.ts';
import { decideBudget } from '../../core/money/decide-budget.ts';
import { findUnpriced } from '../../core/money/prices.ts';
import { type Problem, showProblem } from '../../core/problem.ts';
import type { PromptChange } from '../../core/prompt-change.ts';
import type { PullRequest } from '../../core/pull-request.ts';
import { wordEndings } from '../../core/retirement/find-endings.ts';
import type { ModelExchange } from '../../core/row.ts';
import { loadChecks, scenarioOf } from '../../core/scoring/named-checks.ts';
import { versionOfPrograms } from '../../core/scoring/program-files.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { checkKinds } from '../../scorers/index.ts';
import type { ChangesRead } from '../read-changes.ts';
import type { OtherGate } from './decide-by-other-gate.ts';
import { modelChoices } from './design-judged.ts';
import { nothingSpent } from './empty-report.ts';
import { estimateReview, type ReviewEstimate, wordEstimate } from './estimate-review.ts';
import { beyondBudget, crowdedOut, fitBudget, fitCases, fitOwnBudgets, withModels, wordLeft } from './fit-budget.ts';
import { gateOf } from './gate-of.ts';
import { judgeDesign, withEstimate } from './judge-design.ts';
import { checkNeeds } from './missing-roles.ts';
import { rememberVersions } from './remember-versions.ts';
import { createRenderPrompt } from './render-prompt.ts';
import type { ReviewRequest, ReviewResult } from './review.ts';
import type { ReviewPorts } from './review-ports.ts';
import { setAside, setAsideLines, tellUnrendered, withoutFaulty, wordNotRun } from './set-aside.ts';
import { showPlan, showStage } from './show-stage.ts';
import { withheldFromFork } from './withheld-from-fork.ts';

/** What prompts are judged for, and with what. */
export type PlaceOfJudging = {
  readonly request: Omit<ReviewRequest, 'inputs'>;
  readonly ports: ReviewPorts;
  readonly pull: PullRequest;
  readonly settings: Settings;
  readonly notes: readonly string[];
  readonly startedAt: string;
};

/** Prompts as they were read, and what is told beside those that are judged. */
export type PromptsToJudge = Pick<ChangesRead, 'changes' | 'unreviewed' | 'broken' | 'problems' | 'suiteNotes'> & {
  readonly unfollowed?: ChangesRead['unfollowed'];
  /** Models that a change of the config brings. */
  readonly exchange?: ModelExchange;
  /** What else changes how prompts are judged, in words: a verdict without it would not be the same. */
  readonly told?: readonly string[];
  /** The gate that does not judge, where the config's changes. */
  readonly otherGate?: OtherGate;
};

/** Asks about prompts that were read, judges what comes back, and reports it: what a review and a check have in common. */
export async function judgePrompts(read: PromptsToJudge, given: PlaceOfJudging): Promise<ReviewResult> {
  const { request, ports, pull, settings } = given;
  ports.expect(fewestCalls(read.changes, settings));
  const unguarded = new Set(read.unreviewed.map(({ path }) => path));
  await loadChecks(
    read.changes.flatMap(({ exam }) => exam.cases.map(({ golden }) => golden)),
    checkKinds,
    ports.words,
  );
  const split = read.changes
    .filter((change) => change.new !== undefined && !unguarded.has(change.path))
    .flatMap(setAsideLines)
    .map(({ change, unreviewed: told }) => {
      const { change: kept, unreviewed: more } = setAside(change);
      return { change: kept, unreviewed: [...told, ...more] };
    });
  const found = split.map(({ change }) => change).filter(({ exam }) => exam.cases.length > 0);
  const guarded = settings.mode === 'check' ? fitCases(found, settings) : found;
  const crowded = found.filter((change) => !guarded.includes(change));
  const removed = read.changes
    .filter((change) => change.new === undefined && !unguarded.has(change.path))
    .map(({ path }) => `\`${path}\` was removed.`);
  // A prompt of which nothing is asked has no section to tell them in.
  const untold = read.changes.flatMap(({ path, new: next, notes }) =>
    next === undefined || guarded.some((one) => one.path === path) ? [] : notes.map((note) => `${path}: ${note}`),
  );
  const beyond = boundCases(guarded, withModels(settings));
  const { design: designed, broken: unasked } = withoutFaulty(
    designReview(
      beyond === undefined ? guarded : [],
      modelChoices(settings, read.exchange),
      createRenderPrompt(ports.sandbox),
      (golden) => scenarioOf(golden, checkKinds),
    ),
  );
  // Of thousands of cases, each of what follows takes a good part of a second.
  await ports.breathe();
  const broken = [...read.broken, ...unasked];
  const unreviewed = [
    ...read.unreviewed,
    ...(read.unfollowed ?? []),
    ...split.flatMap((one) => one.unreviewed),
    ...designed.prompts.flatMap(tellUnrendered),
  ];
  // One whose cases are all set aside is told, and not asked.
  const wished = { ...designed, prompts: designed.prompts.filter(({ change }) => change.exam.cases.length > 0) };
  const fork = withheldFromFork(wished, given);
  const asked = wished.prompts.flatMap(({ rows }) => rows.map(({ model }) => model.new));
  const endings = asked.length === 0 ? [] : wordEndings(asked, settings, given.startedAt);
  const facts: ReviewFacts = {
    tool: ports.tool,
    pull,
    startedAt: given.startedAt,
    fingerprint: fingerprintOf(wished, settings, {
      unreviewed: unreviewed.map(({ path, why }) => ({ path, why })),
      removed: [...removed, ...(read.told ?? [])],
      broken: broken.map(({ path, problems }) => ({ path, problems: problems.map(showProblem) })),
      // What is refused to a fork is no verdict on the same thing reviewed with keys, nor without its scorers.
      withheld: [
        ...new Set((fork ?? []).map(({ why }) => why)),
        ...(pull.fork && settings.scorers.size > 0 ? ['scorers'] : []),
      ],
      programs: await versionOfPrograms(settings, () => ports.host.tree(pull.tip)),
    }),
    settings,
    results: [],
    broken,
    unreviewed,
    problems: beyond === undefined ? read.problems : [...read.problems, beyond],
    notes: [
      ...given.notes,
      ...(read.told ?? []),
      ...removed,
      ...untold,
      ...wordNotRun(read.changes, read.suiteNotes),
      ...endings,
    ],
    ended: 'complete',
    accepted: [],
    spent: nothingSpent,
    links: {},
    readSaid: () => undefined,
  };
  await ports.breathe();
  const told = (more: Partial<ReviewFacts>, shown?: unknown): ReviewResult => ({
    report: withThumbnails(assembleReport({ ...facts, ...more }), ports.held),
    settings,
    pull,
    ...(shown === undefined ? {} : { shown }),
  });

  if (fork !== undefined) return told({ unreviewed: [...unreviewed, ...fork] });
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
  if (beyond !== undefined) return result({ problems });
  if (request.show === 'plan') {
    for (const problem of [...broken, ...affordable.broken].flatMap((one) => one.problems))
      ports.progress.say(showProblem(problem));
    // The plan itself is JSON, for programs: who reads it is told in a few lines beside it.
    for (const { change, rows, cells } of design.prompts)
      ports.progress.say(`${change.path}: ${rows.map(({ id }) => id).join(', ')}; ${cells.length} cases and models.`);
    ports.progress.say(wordEstimate(estimate));
    return result({ problems }, showPlan(design, settings, estimate));
  }
  // What the config lacks is lacking everywhere: the verdict would be `invalid` whatever the models say.
  if (problems.length > 0 || design.prompts.length === 0) return result({ problems });

  const earlier = await request.findEarlier?.(facts.fingerprint, pull, settings);
  if (earlier !== undefined) return { ...result({}), takenOver: earlier };

  const refused = decideBudget(estimate.first, budget, () =>
    design.prompts.map((one) => ({ ...estimateOf({ ...design, prompts: [one] }).first, path: one.change.path })),
  );
  if (refused !== undefined) return result({ problems: [refused], spent: withEstimate(facts.spent, estimate) });
  const { past, ...more } = await judgeDesign(
    { design, estimate, settings, ...(read.otherGate === undefined ? {} : { otherGate: read.otherGate }) },
    facts.notes,
    ports,
  );
  const judged = result(more, request.show === undefined ? undefined : showStage(request.show, more.results));
  if (past === undefined) return judged;
  return { ...judged, report: await rememberVersions(judged.report, design, past, ports.clock.now()) };
}

/** Calls of the first round, roughly: the plan that counts them is what memory is to be kept for. */
function fewestCalls(changes: readonly PromptChange[], { models, sampling, trials }: Settings): number {
  const cases = changes.reduce((sum, { exam }) => sum + exam.cases.length, 0);
  return 2 * cases * Math.max(1, models.length) * (sampling === 'fixed' ? trials : 1);
}
