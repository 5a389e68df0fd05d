import { suffixOfInstructions } from '../core/agents/agent-files.ts';
import { casesPaths, couldHoldCases } from '../core/cases/cases-paths.ts';
import { filesOfChecks } from '../core/cases/inline-files.ts';
import { readDefaultChecks } from '../core/cases/read-default-checks.ts';
import type { PlacedNote } from '../core/cases/word-notes.ts';
import type { CheckKinds } from '../core/check-kind.ts';
import { couldBeCheckScript, couldBeReferredTo, couldBeShown } from '../core/detect/file-names.ts';
import { type Candidate, type DetectionSettings, findCandidates } from '../core/detect/find-candidates.ts';
import { couldBePrompt } from '../core/detect/looks-like-prompt.ts';
import { changedPaths, mayConcern } from '../core/detect/may-concern.ts';
import { matchAgents, matchExcluded, matchPrompts } from '../core/detect/prompt-globs.ts';
import { HeldBytes } from '../core/parts/held-bytes.ts';
import type { FilesHost, Sandbox } from '../core/ports.ts';
import type { Problem } from '../core/problem.ts';
import type { BrokenPrompt, PromptChange } from '../core/prompt-change.ts';
import type { ChangedFile, PullRequest } from '../core/pull-request.ts';
import { examChangesFor, type PromptOverride } from '../core/settings/override-settings.ts';
import { isConfigPath } from '../formats/cases/index.ts';
import type { Format } from '../formats/prompts/types.ts';
import { changedThrough } from './reading/changed-through.ts';
import { type CandidateOutcome, compareCandidate, type Unreviewed } from './reading/compare-candidate.ts';
import { findConfigs } from './reading/find-configs.ts';
import { findConfused, wordConfused } from './reading/find-confused.ts';
import { findDependent } from './reading/find-dependent.ts';
import { findIncluding } from './reading/find-including.ts';
import { findOverlooked } from './reading/find-overlooked.ts';
import { findStale } from './reading/find-stale.ts';
import { findTaken, findTested } from './reading/find-tested.ts';
import { followRenames } from './reading/follow-renames.ts';
import { gatherOutcomes, nothingRead, withoutTemplates } from './reading/gather-outcomes.ts';
import { createGoldenCasesReader } from './reading/golden-cases-reader.ts';
import { createLookThrough, type OpenIndex } from './reading/look-through.ts';
import { createPromptfooReader } from './reading/promptfoo-reader.ts';
import { createSkillsReader } from './reading/read-agent-file.ts';
import { readSubjects, type Subject } from './reading/read-subjects.ts';
import { openRevisions, type RevisionFiles } from './reading/revision-files.ts';

/** What a pull request changes, as far as prompts go. */
export type ChangesRead = {
  /** Prompts under review, by path; removed ones too, and those that nothing guards (their exam is empty). */
  readonly changes: readonly PromptChange[];
  /** Prompts that changed and cannot be judged: no cases, no checks, a format not read, named by no glob. */
  readonly unreviewed: readonly Unreviewed[];
  /** Snapshots that did not follow the code that renders them: told beside whatever else comes of them. */
  readonly unfollowed: readonly Unreviewed[];
  /** Prompts that cannot be read at head, or whose cases cannot. */
  readonly broken: readonly BrokenPrompt[];
  /** What in the config's `defaults` cannot be read: nothing can be judged then. */
  readonly problems: readonly Problem[];
  /** Paths of all prompts that changed, whatever came of them. */
  readonly prompts: readonly string[];
  /** What promptfoo's configs say of them that is not run here. */
  readonly suiteNotes: readonly PlacedNote[];
  /** Changed files that the globs name and that are no prompts, such as a README. */
  readonly passedOver: readonly string[];
  /** What could not be looked into. */
  readonly notes: readonly string[];
};

/** Reads both sides of every prompt that a pull request changes. Asks the host for nothing where no change can concern one. */
export async function readChanges({
  host,
  pull,
  changed,
  everyPrompt = false,
  settings,
  kinds,
  formats,
  openIndex = async () => undefined,
  sandbox,
  held = new HeldBytes(),
  fresh = new Set(),
  owns = () => true,
  elsewhere = () => [],
}: {
  readonly host: FilesHost;
  readonly pull: PullRequest;
  readonly changed: readonly ChangedFile[];
  /** Reads all prompts, whether a change concerns them or not. */
  readonly everyPrompt?: boolean;
  readonly settings: DetectionSettings & { readonly overrides?: readonly PromptOverride[] };
  readonly kinds: CheckKinds;
  readonly formats: readonly Format[];
  /** What is known of files from earlier runs; called only where many would have to be looked through. */
  readonly openIndex?: OpenIndex;
  /** Where scripts of tests are run; absent: they are not. */
  readonly sandbox?: Sandbox;
  /** Where what cases show is held until it is sent; absent: nothing is sent. */
  readonly held?: HeldBytes;
  /** Snapshots that were rendered at head itself. */
  readonly fresh?: ReadonlySet<string>;
  /** Whether a prompt is one of those that these settings hold for, by where it is or was; absent: all are. */
  readonly owns?: (prompt: Pick<Candidate, 'path' | 'previousPath' | 'succeeds'>) => boolean;
  /** What other settings ask of it, which hold where it is, was, or where the one is that it succeeds; absent: nothing. */
  readonly elsewhere?: (prompt: Pick<Candidate, 'path' | 'previousPath'>) => readonly PromptOverride[];
}): Promise<ChangesRead> {
  if (!everyPrompt && !mayConcern(changed, settings)) return nothingRead;
  const paths = changedPaths(changed);
  const touchedPaths = new Set(paths);
  const isInstruction = matchAgents(settings.agentGlobs);
  const isGlobbed = matchPrompts(settings.promptGlobs);
  const isPrompt = (path: string): boolean => isGlobbed(path) || isInstruction(path);
  const isTipLikely = paths.some((path) => isPrompt(path) || couldHoldCases(settings.casesPattern, path));
  const { files, head, base, tip: early } = await openRevisions(host, pull, isTipLikely);
  const suffixesOf = (path: string): readonly string[] =>
    isInstruction(path) ? [suffixOfInstructions(path)] : [...new Set(formats.map((format) => format.suffix(path)))];
  const casesOf = (path: string): readonly string[] =>
    suffixesOf(path).flatMap((suffix) => casesPaths(settings.casesPattern, path, suffix));
  const revisions = [files.old, files.next, ...(early === undefined ? [] : [early])];
  const configs = await findConfigs(files, touchedPaths, openIndex, () =>
    expectEarly(revisions, paths, settings.promptGlobs, casesOf),
  );
  const readPromptfoo = createPromptfooReader(kinds, {
    sandbox,
    // A fork's pull request has no scorer run.
    scorers: new Set(pull.fork ? [] : settings.scorers?.keys()),
    pick: (all) => all.filter(configs.isConfig),
  });
  const [atHead, atBase] = await Promise.all([readPromptfoo.prompts(files.next), readPromptfoo.prompts(files.old)]);
  const configured = { head: atHead, base: atBase };
  const named = new Set([
    ...settings.assembled.flatMap(({ messages }) => messages.map(({ file }) => file)),
    ...atBase.map(({ path }) => path),
  ]);
  const followed = await followRenames(changed, files, (path) => isPrompt(path) || named.has(path));
  const candidates = findCandidates({ changed: followed, head, base, settings, configured, suffixesOf });
  const [touched, others] = [candidates.touched.filter(owns), candidates.others.filter(owns)];
  const tip = touched.length > 0 ? await files.openTip?.() : undefined;
  for (const { old, next } of everyPrompt ? [...touched, ...others] : touched) {
    const before = old ?? next;
    if (old !== undefined) files.old.expect([...old.parts.map(({ file }) => file), ...casesOf(old.path)]);
    if (before !== undefined) tip?.expect([...before.parts.map(({ file }) => file), ...casesOf(before.path)]);
    if (next !== undefined) files.next.expect([...next.parts.map(({ file }) => file), ...casesOf(next.path)]);
  }

  const outer = readDefaultChecks(settings.defaultChecks, kinds);
  const readGolden = createGoldenCasesReader(settings.casesPattern, kinds, outer.checks, readPromptfoo, held);
  const referred = new Set(
    paths.filter((path) => couldBeReferredTo(path) || couldBeShown(path) || couldBeCheckScript(path)),
  );
  const concerned = referred.size === 0 ? touched : [...touched, ...others];
  const tested = await findTested(concerned, { files, changed: touchedPaths, readPromptfoo });
  const taken = await findTaken(referred, touched, casesOf, { files: files.next, formats, kinds });
  const lookThrough = createLookThrough(openIndex);
  const dependent = await findDependent(everyPrompt ? [] : others, {
    files,
    formats,
    kinds,
    taken,
    pattern: settings.casesPattern,
    byDefault: filesOfChecks(outer.checks, kinds).paths.some((path) => taken.includes(path)),
    suffixesOf,
    readGolden,
    lookThrough,
  });

  const including = everyPrompt ? [] : await findIncluding(others, paths, { files, formats, kinds, lookThrough });

  const reading = { files, formats, kinds, readGolden, held, skills: createSkillsReader(settings.agentGlobs) };
  const review = async (candidate: Candidate): Promise<readonly CandidateOutcome[]> => {
    const subjects = await readSubjects(candidate, reading);
    const names = confused.get(candidate);
    return Promise.all(
      subjects.map(async (subject) => {
        const isConfused = names !== undefined && isOffer(subject);
        const through = await changedThrough(subject, touchedPaths, files);
        const { overrides = [] } = settings;
        const rules = { ...settings, overrides: [...overrides, ...elsewhere(subject.candidate)] };
        const examChanges = examChangesFor(subject.candidate, rules);
        const unchangedToo = everyPrompt || isConfused;
        const outcome = compareCandidate({ ...subject, through, unchangedToo }, { ...settings, examChanges, kinds });
        return isConfused ? withNote(outcome, wordConfused(names)) : outcome;
      }),
    );
  };
  const confused = await findConfused(everyPrompt ? [] : others, touched, { ...reading, casesOf });
  const isTouched = (candidate: Candidate): boolean => touched.includes(candidate);
  const rested = tested.cases.filter((candidate) => !isTouched(candidate));
  const leaning = new Set(
    [...(everyPrompt ? others : [...dependent, ...including, ...tested.dependent, ...confused.keys()])].filter(
      (one) => !isTouched(one) && !rested.includes(one),
    ),
  );
  const outcomes = await Promise.all([
    ...[...touched, ...rested].map((candidate) =>
      review(tested.cases.includes(candidate) ? { ...candidate, casesChanged: true } : candidate),
    ),
    ...[...leaning].map(review),
  ]);
  const told = withoutTemplates(outcomes.flat());
  const overlooked = await findOverlooked(changed.filter(owns), told, files.next, settings);
  const read = gatherOutcomes(told, overlooked, outcomes.length === 0 ? [] : outer.problems);
  const stale = everyPrompt ? [] : await findStale(followed, settings, files, fresh);
  const unfollowed = stale.filter(owns);
  const prompts = [...new Set([...read.prompts, ...unfollowed.map(({ path }) => path)])].toSorted();
  return { ...read, unfollowed, prompts, notes: configs.notes };
}

function isOffer({ next }: Subject): boolean {
  return next.kind === 'prompt' && next.prompt.skill !== undefined;
}

function withNote(outcome: CandidateOutcome, note: string): CandidateOutcome {
  if (outcome.kind !== 'change') return outcome;
  return { ...outcome, change: { ...outcome.change, notes: [note, ...outcome.change.notes] } };
}

/** Changed texts that are read before anyone knows whether a config names them. */
const fewTexts = 20;

/** Asks for changed prompts, their cases and promptfoo's configs at once, before what they name is known. */
function expectEarly(
  revisions: readonly RevisionFiles[],
  changed: readonly string[],
  globs: readonly string[],
  casesOf: (path: string) => readonly string[],
): void {
  const [isNamed, isExcluded] = [matchPrompts(globs), matchExcluded(globs)];
  const configs = [...new Set(revisions.flatMap((files) => [...files.paths()]))].filter(isConfigPath);
  // A config may name what the globs do not: any text, of which a few are read before anyone knows.
  const texts = changed.filter((path) => couldBeReferredTo(path) && !isExcluded(path));
  const asked = new Set(texts.filter((path, index) => index < fewTexts || couldBePrompt(path)));
  const mayBeNamed = (path: string): boolean => configs.length > 0 && asked.has(path);
  const prompts = changed.filter((path) => isNamed(path) || mayBeNamed(path));
  for (const files of revisions)
    files.expect([...configs, ...prompts, ...prompts.filter(isNamed).flatMap((path) => casesOf(path))]);
}
