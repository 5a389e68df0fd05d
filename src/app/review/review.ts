import type { Design } from '../../core/design/design-review.ts';
import { areOwnGlobs, mayConcern } from '../../core/detect/may-concern.ts';
import { matchPrompts } from '../../core/detect/prompt-globs.ts';
import type { Host } from '../../core/ports.ts';
import type { PullRequest, Revision } from '../../core/pull-request.ts';
import type { Report } from '../../core/report/report.ts';
import { noPromptChanged } from '../../core/report/report-outcome.ts';
import type { PromptRun } from '../../core/run/trial-run.ts';
import type { Inputs } from '../../core/settings/inputs.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { readConfigGroups, readConfigsAtOnce } from './config-groups.ts';
import { emptyReport } from './empty-report.ts';
import { changesConfig } from './read-config-change.ts';
import { defaultSettings, readSettings, rootPlace } from './read-settings.ts';
import type { ReviewPorts } from './review-ports.ts';
import type { Stage } from './stage.ts';
import type { TakenOver } from './taken-over.ts';

export type ReviewRequest = {
  readonly inputs: Inputs;
  /** Stop after this stage and hand it out. */
  readonly show?: Stage;
  /** Looks whether all the same was judged before: then nothing is asked again. */
  readonly findEarlier?: (fingerprint: string, pull: PullRequest, settings: Settings) => Promise<TakenOver | undefined>;
  /** The event runs with the base repository's secrets whoever opened the pull request (`pull_request_target`, `workflow_run`). */
  readonly privileged?: boolean;
  /** Ends asking; what came back is kept. */
  readonly signal?: AbortSignal;
};

export type ReviewResult = {
  readonly report: Report;
  readonly settings: Settings;
  readonly pull?: PullRequest;
  /** The stage asked for, as a JSON-safe value. */
  readonly shown?: unknown;
  readonly takenOver?: TakenOver;
  /** What was asked, where something was. */
  readonly design?: Design;
  /** What came back, prompt by prompt. */
  readonly runs?: readonly PromptRun[];
};

/**
 * One review: what changed → what to ask → replies → scores → comparison → verdict → report. What can be told without
 * a model (nothing to compare, no prompt changed) is told before anything heavy is loaded.
 * @throws ProblemError where config or files cannot be read
 */
export async function review(request: ReviewRequest, ports: ReviewPorts): Promise<ReviewResult> {
  const startedAt = new Date(ports.clock.now()).toISOString();
  const pull = await ports.host.pullRequest();
  const nothing = (why: string, settings: Settings, compared?: PullRequest): ReviewResult => ({
    report: { ...emptyReport(ports, settings, startedAt, compared), verdict: 'skipped', skipped: why },
    settings,
    ...(compared === undefined ? {} : { pull: compared }),
  });
  if ('nothing' in pull) return nothing(pull.nothing, defaultSettings(request.inputs));
  const { inputs } = request;
  const changed = await ports.host.changedFiles(pull);
  const reader = await readConfigsAtOnce(ports.host, { pull, changed, inputs });
  const [{ settings, notes: noted }, handed] = await Promise.all([
    readSettings(reader, pull, inputs),
    ports.handedOver?.(pull),
  ]);
  const notes = [...noted, ...(handed?.notes ?? [])];
  const noPrompt = async (passedOver?: string, untold: readonly string[] = []): Promise<ReviewResult> => {
    const idle = await namesNothing(ports.host, pull.head, settings.promptGlobs);
    const why = idle ? 'the globs of `prompts` name no file of the repository' : noPromptChanged;
    const skipped = nothing(passedOver === undefined ? why : `${why}; ${passedOver}`, settings, pull);
    return { ...skipped, report: { ...skipped.report, notes: [...skipped.report.notes, ...untold] } };
  };
  const groups = await readConfigGroups({ host: reader, pull, changed, inputs, settings });
  const place = rootPlace(inputs);
  const all = [{ settings, place }, ...groups.folders];
  const isConcerned = all.some((one) => mayConcern(changed, one.settings) || changesConfig(changed, one.place));
  const { told, problems } = groups.newcomers;
  if (!isConcerned && told.length + problems.length === 0) return noPrompt();
  ports.begin();
  const { reviewChanges } = await import('./review-changes.ts');
  const given = {
    request,
    ports,
    pull,
    changed,
    settings,
    notes,
    startedAt,
    inputs,
    place,
    newcomers: groups.newcomers,
    ...(handed === undefined ? {} : { fresh: handed.fresh }),
  };
  const result =
    groups.folders.length === 0
      ? await reviewChanges(given)
      : await (await import('./review-by-folder.ts')).reviewByFolder(given, groups);
  return 'report' in result ? result : noPrompt(result.passedOver, result.notes);
}

/** Whether a team's own globs name no file at all, so that nothing could ever be reviewed by them. */
async function namesNothing(host: Pick<Host, 'tree'>, head: Revision, globs: readonly string[]): Promise<boolean> {
  if (!areOwnGlobs(globs)) return false;
  const tree = await host.tree(head);
  return ![...tree.keys()].some(matchPrompts(globs));
}
