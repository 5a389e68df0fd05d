import { type ConfigReport, mergeReports } from '../../core/assemble/merge-reports.ts';
import { hash } from '../../core/hash.ts';
import { noPromptChanged } from '../../core/report/report-outcome.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { ConfigGroup, ConfigGroups } from './config-groups.ts';
import { type DesignedPrompts, designPrompts, type PlaceOfJudging } from './design-prompts.ts';
import { emptyReport } from './empty-report.ts';
import { countCompared } from './gate-of.ts';
import { type Prepared, prepareAsking } from './judge-prompts.ts';
import type { ReviewResult } from './review.ts';
import { type ChangesFound, findChanges, type ReviewGiven } from './review-changes.ts';
import { leftOfRun, namingRunLimit, wordLeftOfRun } from './run-budget.ts';

/** Prompts of one config on their way: found, designed, and ready to be asked. */
type Part = {
  readonly config: string;
  readonly given: PlaceOfJudging;
  readonly found: Exclude<ChangesFound, { readonly kind: 'nothing' }>;
  readonly designed?: DesignedPrompts;
  readonly prepared?: Prepared;
};

/**
 * Reviews each changed prompt by the nearest config above it, in one run: found and designed config by config, so that all share one
 * alpha and one fingerprint, then asked one config after the other, and told as one report.
 */
export async function reviewByFolder(
  given: ReviewGiven,
  { root, folders, newcomers }: ConfigGroups,
): Promise<ReviewResult | Extract<ChangesFound, { readonly kind: 'nothing' }>> {
  const all = [
    { ...given, owns: root.owns, elsewhere: root.elsewhere, newcomers },
    ...folders.map((group) => givenOf(group, given)),
  ];
  const parts: Part[] = [];
  const idle: Extract<ChangesFound, { readonly kind: 'nothing' }>[] = [];
  for (const one of all) {
    const found = await findChanges(one);
    if (found.kind === 'nothing') idle.push(found);
    else parts.push({ config: one.settings.configFile, found, given: found.kind === 'prompts' ? found.given : one });
  }
  const notes = [...new Set(idle.flatMap((one) => one.notes))];
  const passedOver = idle.flatMap((one) => one.passedOver ?? []).join('; ');
  if (parts.length === 0) return { kind: 'nothing', notes, ...(passedOver !== '' && { passedOver }) };
  const designed: Part[] = [];
  for (const part of parts) {
    const { found } = part;
    designed.push(found.kind === 'told' ? part : { ...part, designed: await designPrompts(found.read, part.given) });
  }
  const compared = designed.reduce((sum, part) => sum + comparedIn(part), 0);
  const prepared: Part[] = [];
  for (const part of designed) prepared.push(await prepare(part, { comparedElsewhere: compared - comparedIn(part) }));
  const fingerprint = hash({
    form: 1,
    configs: prepared.map(({ config, found, designed: made }) => [
      config,
      found.kind === 'told' ? found.result.report.fingerprint : (made?.facts.fingerprint ?? ''),
    ]),
  });
  const settings = withAllProviders(given.settings, folders);
  const close = (results: readonly (readonly [Part, ReviewResult])[]): ReviewResult => {
    const empty = emptyReport(given.ports, given.settings, given.startedAt, given.pull);
    const first = results.find(([{ config }]) => config === given.settings.configFile)?.[1].report;
    const others = results.filter(([{ config }]) => config !== given.settings.configFile);
    const named = others.map(([{ config }, { report }]): ConfigReport => ({ config, report }));
    const told = others.flatMap(([{ config }, { report }]) => wordConfig(config, report.prompts.length));
    const begun = first ?? { ...empty, skipped: noPromptChanged, notes: given.notes };
    const report = mergeReports([{ report: { ...begun, notes: [...begun.notes, ...told] } }, ...named], fingerprint);
    const shown = results.flatMap(([{ config }, one]) =>
      one.shown === undefined ? [] : [{ config, shown: one.shown }],
    );
    return { report, settings, pull: given.pull, ...(shown.length === 0 ? {} : { shown: shownOf(shown) }) };
  };

  const isClean = prepared.every(
    ({ prepared: at }) => at?.kind !== 'settled' || at.result.report.problems.length === 0,
  );
  const isReady = prepared.some(({ prepared: at }) => at?.kind === 'ready');
  const earlier = isReady ? await given.request.findEarlier?.(fingerprint, given.pull, settings) : undefined;
  if (earlier !== undefined && isClean)
    return { ...close(prepared.map((part) => [part, unasked(part)])), takenOver: earlier };
  const results: (readonly [Part, ReviewResult])[] = [];
  for (const part of prepared) results.push([part, await ask(part, given, results)]);
  return close(results);
}

function givenOf({ settings, notes, place, owns, elsewhere }: ConfigGroup, given: ReviewGiven): ReviewGiven {
  return { ...given, settings, notes, place, owns, elsewhere };
}

function comparedIn({ designed }: Part): number {
  return designed === undefined ? 0 : countCompared(designed.wished);
}

async function prepare(part: Part, limits: Partial<Settings>, notes: readonly string[] = []): Promise<Part> {
  if (part.designed === undefined) return part;
  const settings = { ...part.given.settings, ...limits };
  const given = { ...part.given, settings };
  const { facts } = part.designed;
  const designed = { ...part.designed, facts: { ...facts, settings, notes: [...facts.notes, ...notes] } };
  return { ...part, given, designed, prepared: await prepareAsking(designed, given) };
}

function unasked({ found, prepared }: Part): ReviewResult {
  if (found.kind === 'told') return found.result;
  if (prepared === undefined) throw new Error('prompts are prepared before they are asked');
  return prepared.kind === 'settled' ? prepared.result : prepared.unasked;
}

/** Asks what is ready, within what the configs before left of the run's budget, which is the root's. */
async function ask(
  part: Part,
  { settings: run }: ReviewGiven,
  before: readonly (readonly [Part, ReviewResult])[],
): Promise<ReviewResult> {
  const { found, prepared, given } = part;
  const own = given.settings;
  const left = leftOfRun(
    run,
    own,
    before.map(([, { report }]) => report),
  );
  if (prepared?.kind !== 'ready') return found.finish(unasked(part), left);
  const notes = wordLeftOfRun(run, own, left, own.configFile);
  for (const note of notes) given.ports.progress.say(note);
  const again = notes.length > 0 ? await prepare(part, left, notes) : part;
  const result = again.prepared?.kind === 'ready' ? await again.prepared.ask() : unasked(again);
  return found.finish({ ...result, report: namingRunLimit(result.report, run, own, left) }, left);
}

/** The keys of all configs sign the comment: the next run holds the same. */
function withAllProviders(root: Settings, folders: readonly ConfigGroup[]): Settings {
  const others = folders.flatMap(({ settings }) =>
    [...settings.providers].map(([name, provider]) => [`${settings.configFile}: ${name}`, provider] as const),
  );
  return { ...root, providers: new Map([...root.providers, ...others]) };
}

function wordConfig(config: string, prompts: number): readonly string[] {
  if (prompts === 0) return [];
  return [
    `${prompts === 1 ? '1 prompt is' : `${prompts} prompts are`} reviewed by \`${config}\`, the nearest config above ${prompts === 1 ? 'it' : 'them'}.`,
  ];
}

/** A stage that lists prompts lists those of all configs; plans stand beside their configs. */
function shownOf(shown: readonly { readonly config: string; readonly shown: unknown }[]): unknown {
  const lists = shown.flatMap((one) => (Array.isArray(one.shown) ? one.shown : []));
  return shown.every((one) => Array.isArray(one.shown)) ? lists : { configs: shown };
}
