import type { Reason } from '../gate/reason.ts';
import { verdictOfReason } from '../gate/verdict-of-reason.ts';
import type { CostOf } from '../money/prices.ts';
import type { Problem } from '../problem.ts';
import type { BrokenPrompt } from '../prompt-change.ts';
import type { PullRequest } from '../pull-request.ts';
import type { Report, ReportPrompt } from '../report/report.ts';
import { gateWordsOf, problemsOf } from '../report/report-outcome.ts';
import type { Ending } from '../run/trial-run.ts';
import type { Settings } from '../settings/settings.ts';
import { type GateWord, verdicts, worst } from '../verdict.ts';
import { assemblePrompt, type PromptResult } from './assemble-prompt.ts';
import type { ReadSaid } from './assemble-row.ts';

/** Calls and dollars of a run, as the asking counted them. */
export type Spent = Pick<Report, 'calls' | 'costUsd' | 'served' | 'recounted' | 'adapted'>;

export type ReviewFacts = {
  readonly tool: Report['tool'];
  readonly pull: Pick<PullRequest, 'number' | 'base' | 'head'>;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly fingerprint: string;
  readonly settings: Settings;
  readonly results: readonly PromptResult[];
  /** Prompts that could not be judged. */
  readonly broken: readonly BrokenPrompt[];
  readonly unreviewed: Report['unreviewed'];
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
  readonly ended: Ending;
  readonly stoppedBy?: Report['stoppedBy'];
  readonly accepted: Report['accepted'];
  readonly judge?: Report['judge'];
  readonly spent: Spent;
  readonly links: Report['links'];
  readonly readSaid: ReadSaid;
  /** Absent: no price is known. */
  readonly costOf?: CostOf;
};

/** Puts a whole review into the report that every reporter reads. Pure. */
export function assembleReport({ results, broken, readSaid, costOf, ...facts }: ReviewFacts): Report {
  const judged = results.map((result) => assemblePrompt(result, facts.settings, readSaid, costOf));
  const prompts = [...judged, ...broken.map(assembleBroken)];
  return closeReport(
    facts,
    prompts.toSorted((one, other) => (one.path < other.path ? -1 : Number(one.path > other.path))),
  );
}

/** A prompt of which nothing was asked: why stands in its place. */
function assembleBroken({ path, previousPath, change, diff, through, problems }: BrokenPrompt): ReportPrompt {
  return {
    path,
    ...(previousPath === undefined ? {} : { previousPath }),
    change,
    verdict: 'invalid',
    diff,
    reasons: [],
    pooled: null,
    rounds: 0,
    casesChanged: { added: [], removed: [], edited: [], weakened: [] },
    ...(through === undefined ? {} : { through }),
    unchecked: [],
    problems,
    notes: [],
    exam: [],
    models: [],
  };
}

/** Puts prompts that are judged already into a report: verdict, gate and reasons come from them. */
export function closeReport(
  facts: Omit<ReviewFacts, 'results' | 'broken' | 'readSaid' | 'costOf'>,
  prompts: readonly ReportPrompt[],
): Report {
  const { settings, problems, unreviewed, accepted } = facts;
  const all = gateWordsOf({ prompts, problems, unreviewed });
  return {
    version: 1,
    tool: facts.tool,
    // A drift run asks what a check asks.
    mode: settings.mode === 'drift' || settings.mode === 'monitor' ? 'check' : settings.mode,
    ...(settings.name === undefined ? {} : { name: settings.name }),
    base: facts.pull.base,
    head: facts.pull.head,
    ...(facts.pull.number === undefined ? {} : { pullRequest: facts.pull.number }),
    startedAt: facts.startedAt,
    fingerprint: facts.fingerprint,
    verdict: worst(all),
    reasons: reasonsOf(prompts),
    gate: {
      open: isOpen(
        all,
        problemsOf({ problems, prompts }).map(({ problem }) => problem),
        settings.failOn,
        accepted.length > 0,
      ),
      failOn: settings.failOn,
      // Outside pull requests there is nothing to set a label on.
      ...(facts.pull.number === undefined ? {} : { acceptLabel: settings.acceptLabel }),
    },
    problems,
    ended: facts.ended,
    ...(facts.stoppedBy === undefined ? {} : { stoppedBy: facts.stoppedBy }),
    accepted,
    unreviewed,
    notes: [...facts.notes, ...unmeasuredMetrics(prompts, settings)],
    prompts,
    ...(facts.judge === undefined ? {} : { judge: facts.judge }),
    calls: facts.spent.calls,
    costUsd: facts.spent.costUsd,
    served: facts.spent.served.map((one) => (settings.servedModel === 'allow' ? withoutOthers(one) : one)),
    ...(facts.spent.recounted === undefined ? {} : { recounted: facts.spent.recounted }),
    adapted: facts.spent.adapted,
    method: {
      sampling: settings.sampling,
      trials: settings.trials,
      alpha: settings.gate.alpha,
      tolerance: settings.gate.tolerance,
      margin: settings.gate.margin,
      cases: settings.gate.cases,
    },
    links: facts.links,
  };
}

/**
 * The gate asks every row's verdict, not only the worst. Acceptance opens what regressed and nothing else; a config,
 * file or permission that could not be read never ends green, not even under `never`.
 */
export function isOpen(
  all: readonly GateWord[],
  problems: readonly Problem[],
  failOn: readonly GateWord[],
  accepted: boolean,
): boolean {
  if (problems.some(({ reason }) => reason === 'config' || reason === 'files' || reason === 'permission')) return false;
  const failing: ReadonlySet<GateWord> = new Set(failOn);
  return !all.some((word) => failing.has(word) && !(accepted && word === 'regressed'));
}

function reasonsOf(prompts: Report['prompts']): Report['reasons'] {
  const found = prompts.flatMap((prompt) =>
    [...prompt.reasons, ...prompt.models.flatMap((row) => row.reasons)].map((reason) => ({
      prompt: prompt.path,
      reason,
    })),
  );
  const rank = ({ reason }: { readonly reason: Reason }) => verdicts.indexOf(verdictOfReason(reason));
  return found.toSorted((a, b) => rank(a) - rank(b));
}

/** Where a team expects another model to answer, as behind a router, it is a fact and no finding. */
function withoutOthers({ asked, served, changes }: Spent['served'][number]): Spent['served'][number] {
  return { asked, served, ...(changes === undefined ? {} : { changes }) };
}

/** A note for each gated metric that no check asked here gives: a name that is mistyped would gate nothing, in silence. */
function unmeasuredMetrics(prompts: readonly ReportPrompt[], { gate, overrides }: Settings): readonly string[] {
  const rows = prompts.flatMap(({ models }) => models);
  if (rows.length === 0) return [];
  const measured = [...new Set(rows.flatMap((row) => Object.keys(row.metrics)))].toSorted();
  const known = measured.length === 0 ? 'no check has a name' : `there are ${measured.slice(0, 10).join(', ')}`;
  const named = [gate, ...overrides.map((one) => one.gate)].flatMap(({ metrics = {} }) => Object.keys(metrics));
  return [...new Set(named)]
    .filter((name) => !measured.includes(name))
    .map(
      (name) => `\`gate.metrics\` names \`${name}\`, which no check asked here is called: it gates nothing (${known}).`,
    );
}
