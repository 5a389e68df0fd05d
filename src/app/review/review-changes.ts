import { withExchangedJudge } from '../../core/assemble/with-exchanged-judge.ts';
import { wordPassedOver } from '../../core/detect/may-concern.ts';
import { hash } from '../../core/hash.ts';
import type { PromptChange } from '../../core/prompt-change.ts';
import type { ChangedFile } from '../../core/pull-request.ts';
import { noPromptChanged } from '../../core/report/report-outcome.ts';
import type { Inputs } from '../../core/settings/inputs.ts';
import { hasOwnModels } from '../../core/settings/override-settings.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { formats } from '../../formats/prompts/index.ts';
import { checkKinds } from '../../scorers/index.ts';
import { type ChangesRead, readChanges } from '../read-changes.ts';
import type { ConfigGroup } from './config-groups.ts';
import type { OtherGate } from './decide-by-other-gate.ts';
import type { PlaceOfJudging, PromptsToJudge } from './design-prompts.ts';
import { emptyReport } from './empty-report.ts';
import { judgePrompts } from './judge-prompts.ts';
import { type ConfigReview, changesConfig, noChange, readConfigChange } from './read-config-change.ts';
import type { ConfigPlace } from './read-settings.ts';
import type { ReviewResult } from './review.ts';
import type { RunLimits } from './run-budget.ts';
import { setAside } from './set-aside.ts';

export type ReviewGiven = PlaceOfJudging & {
  readonly changed: readonly ChangedFile[];
  readonly inputs: Inputs;
  /** Snapshots that were rendered at head itself. */
  readonly fresh?: ReadonlySet<string>;
  /** Where their config is. */
  readonly place: ConfigPlace;
  /** Whether that config holds for a prompt; absent: for all. */
  readonly owns?: ConfigGroup['owns'];
  /** What other configs ask of a prompt that is, was, or succeeds one where they hold; absent: there are none. */
  readonly elsewhere?: ConfigGroup['elsewhere'];
  /** Configs of folders that come with the pull request: what they will change, and what of them cannot be read. */
  readonly newcomers?: Pick<ConfigReview, 'told' | 'problems'>;
};

/** No prompt changed: what changed instead of one, and what could not be looked into. */
type NoPrompt = { readonly passedOver?: string | undefined; readonly notes: readonly string[] };

/** What there is to review. `finish` adds what both judges make of replies, where the config's changes. */
export type ChangesFound =
  | ({ readonly kind: 'nothing' } & NoPrompt)
  | { readonly kind: 'told'; readonly result: ReviewResult; readonly finish: Finish }
  | {
      readonly kind: 'prompts';
      readonly read: PromptsToJudge;
      readonly given: PlaceOfJudging;
      readonly finish: Finish;
    };
/** `left`: what the run may take in all, where other configs took of it. */
type Finish = (result: ReviewResult, left?: RunLimits) => Promise<ReviewResult>;

/** Reviews the prompts that changed. Where nothing did, says what changed instead of a prompt. */
export async function reviewChanges(given: ReviewGiven): Promise<ReviewResult | NoPrompt> {
  const found = await findChanges(given);
  if (found.kind === 'nothing') return found;
  return found.finish(found.kind === 'told' ? found.result : await judgePrompts(found.read, found.given));
}

/**
 * Finds the prompts that changed, and every guarded prompt where the config's models did; has both judges grade the same replies
 * where its judge did.
 */
export async function findChanges(given: ReviewGiven): Promise<ChangesFound> {
  const { ports, pull, changed, inputs, elsewhere = () => [] } = given;
  const { host } = ports;
  const openIndex = async () => ports.openIndex?.(given.settings);
  const reading = {
    host,
    pull,
    changed,
    settings: given.settings,
    elsewhere,
    kinds: checkKinds,
    formats,
    openIndex,
    sandbox: ports.sandbox,
    held: ports.held,
    ...(given.fresh === undefined ? {} : { fresh: given.fresh }),
    ...(given.owns === undefined ? {} : { owns: given.owns }),
  };
  const read = await readChanges(reading);
  const across = read.changes.flatMap(elsewhere);
  const settings = { ...given.settings, overrides: [...given.settings.overrides, ...across] };
  const passedOver = wordPassedOver(read.passedOver, settings.promptGlobs);
  const told = passedOver === undefined ? [] : [`${passedOver}.`];
  const noting = { ...given, settings, notes: [...given.notes, ...told, ...read.notes] };
  const { place, newcomers = nothingNew } = given;
  const own = changesConfig(changed, place)
    ? await readConfigChange(host, pull, inputs, given.settings, place)
    : noChange;
  const config = {
    ...own,
    told: [...own.told, ...newcomers.told],
    problems: [...own.problems, ...newcomers.problems],
  };
  if (isNothing(config)) {
    if (read.prompts.length === 0 && read.problems.length === 0)
      return { kind: 'nothing', passedOver, notes: read.notes };
    return { kind: 'prompts', read, given: noting, finish: async (result) => result };
  }
  const isAsked = config.exchanged.length + config.added.length > 0;
  const all = isAsked || config.judges !== undefined ? await readChanges({ ...reading, everyPrompt: true }) : undefined;
  const others = all === undefined ? [] : onOtherModels(all, read, config, settings);
  const problems = [...read.problems, ...config.problems];
  const finish: Finish = (result, left = settings) =>
    withJudges(result, all, config, {
      ...noting,
      settings: { ...noting.settings, maxCalls: left.maxCalls, maxCostUsd: left.maxCostUsd },
    });
  if (read.prompts.length + others.length + problems.length === 0)
    return { kind: 'told', result: toldOnly(config, noting), finish };
  const onConfig = [...config.told, ...unreadable(all, read)];
  const suiteNotes = [...read.suiteNotes, ...(all?.suiteNotes ?? [])];
  const changes = [...read.changes, ...others];
  const which: OtherGate['which'] = pull.tip.sha === pull.head.sha ? 'old' : 'new';
  const onRules = {
    exchange: config,
    told: onConfig,
    ...(config.otherGate && { otherGate: { ...config.otherGate, which } }),
  };
  return { kind: 'prompts', read: { ...read, problems, changes, suiteNotes, ...onRules }, given: noting, finish };
}

/** Where the judge changes: what both make of the same replies. Of a verdict that is no whole one, or taken over, nothing is added. */
async function withJudges(
  result: ReviewResult,
  all: ChangesRead | undefined,
  { judges }: ConfigReview,
  { ports, settings, request }: ReviewGiven,
): Promise<ReviewResult> {
  const { report } = result;
  const isWhole = report.problems.length === 0 && report.ended === 'complete' && result.takenOver === undefined;
  if (judges === undefined || all === undefined || !isWhole || request.show !== undefined) return result;
  const unguarded = new Set(all.unreviewed.map(({ path }) => path));
  const guarded = all.changes.filter(({ path }) => !unguarded.has(path)).map((change) => setAside(change).change);
  const { reviewExchangedJudge } = await import('./review-exchanged-judge.ts');
  const compared = await reviewExchangedJudge(guarded, judges, { ports, settings, spent: report });
  return { ...result, report: withExchangedJudge(report, compared) };
}

const nothingNew = { told: [], problems: [] };

function isNothing({ exchanged, added, told, problems }: ConfigReview): boolean {
  return exchanged.length + added.length + told.length + problems.length === 0;
}

/** Guarded prompts that only the change of models concerns: compared where models are exchanged, shown where they are added. */
function onOtherModels(
  all: ChangesRead,
  read: ChangesRead,
  { exchanged, added }: ConfigReview,
  settings: Settings,
): readonly PromptChange[] {
  const changed = new Set(read.prompts);
  const unguarded = new Set(all.unreviewed.map(({ path }) => path));
  const kept = all.changes.filter(
    (one) =>
      !changed.has(one.path) && !unguarded.has(one.path) && one.exam.cases.length > 0 && !hasOwnModels(one, settings),
  );
  return kept.flatMap(({ old, ...change }): readonly PromptChange[] => [
    ...(exchanged.length > 0 && old !== undefined ? [{ ...change, old, change: 'config' as const }] : []),
    ...(added.length > 0 ? [{ ...change, change: 'config' as const }] : []),
  ]);
}

/** Prompts that could not be read, and so not be asked on other models: told, since nothing of them changed here. */
function unreadable(all: ChangesRead | undefined, read: ChangesRead): readonly string[] {
  const paths = (all?.broken ?? []).map(({ path }) => path).filter((path) => !read.prompts.includes(path));
  return paths.length === 0 ? [] : [`Not asked, since they cannot be read: ${paths.join(', ')}.`];
}

/** Rules changed and nothing that could be asked: there is nothing to review, and something to know. */
function toldOnly({ told }: ConfigReview, { ports, settings, startedAt, pull, notes }: ReviewGiven): ReviewResult {
  const report = emptyReport(ports, settings, startedAt, pull);
  return {
    report: {
      ...report,
      verdict: 'skipped',
      skipped: noPromptChanged,
      notes: [...notes, ...told],
      fingerprint: hash({ form: 1, config: told }),
    },
    settings,
    pull,
  };
}
