import type { ReviewFacts } from '../../core/assemble/assemble-report.ts';
import { boundCases } from '../../core/design/bound-cases.ts';
import { type Design, designReview } from '../../core/design/design-review.ts';
import { fingerprintOf } from '../../core/fingerprint.ts';
import { type Problem, showProblem } from '../../core/problem.ts';
import type { BrokenPrompt, PromptChange } from '../../core/prompt-change.ts';
import type { PullRequest } from '../../core/pull-request.ts';
import type { Report } from '../../core/report/report.ts';
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
import { fitCases, withModels } from './fit-budget.ts';
import { createRenderPrompt } from './render-prompt.ts';
import type { ReviewRequest } from './review.ts';
import type { ReviewPorts } from './review-ports.ts';
import { setAside, setAsideLines, tellUnrendered, withoutFaulty, wordNotRun } from './set-aside.ts';
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

/** Prompts with what they would be asked, before anybody knows what that costs. */
export type DesignedPrompts = {
  /** All that could be asked. */
  readonly wished: Design;
  /** Prompts that could be judged, and those of a check that there is no room for. */
  readonly found: readonly PromptChange[];
  readonly crowded: readonly PromptChange[];
  /** More cases than a review holds. */
  readonly beyond: Problem | undefined;
  readonly broken: readonly BrokenPrompt[];
  readonly unreviewed: Report['unreviewed'];
  /** What a fork is refused; absent: it is asked. */
  readonly fork: Report['unreviewed'] | undefined;
  readonly facts: ReviewFacts;
  readonly otherGate?: OtherGate;
};

/** Makes what is asked of prompts that were read, and gathers what is told beside. */
export async function designPrompts(read: PromptsToJudge, given: PlaceOfJudging): Promise<DesignedPrompts> {
  const { ports, pull, settings } = given;
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
  const { otherGate } = read;
  return {
    ...{ wished, found, crowded, beyond, broken, unreviewed, fork, facts },
    ...(otherGate === undefined ? {} : { otherGate }),
  };
}

/** Calls of the first round, roughly: the plan that counts them is what memory is to be kept for. */
function fewestCalls(changes: readonly PromptChange[], { models, sampling, trials }: Settings): number {
  const cases = changes.reduce((sum, { exam }) => sum + exam.cases.length, 0);
  return 2 * cases * Math.max(1, models.length) * (sampling === 'fixed' ? trials : 1);
}
