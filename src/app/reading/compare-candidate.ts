import type { PlacedNote } from '../../core/cases/word-notes.ts';
import type { CheckKinds } from '../../core/check-kind.ts';
import { answeredByApplications } from '../../core/design/rows-of.ts';
import { comparePrompts } from '../../core/detect/compare-prompts.ts';
import { diffPrompt, type PromptFile } from '../../core/detect/diff-prompt.ts';
import type { Candidate, DetectionSettings } from '../../core/detect/find-candidates.ts';
import { compareExams } from '../../core/exam/compare-exams.ts';
import type { Exam } from '../../core/exam.ts';
import { type GoldenCase, selectByTags } from '../../core/golden-case.ts';
import type { Prompt } from '../../core/prompt.ts';
import type { BrokenPrompt, ChangedThrough, ChangeKind, PromptChange } from '../../core/prompt-change.ts';
import { casesWithoutLine } from '../../core/rendered/pair-lines.ts';
import type { Report } from '../../core/report/report.ts';
import { settlePrompts } from '../../core/settle-prompts.ts';
import { clip } from '../../core/text/clip.ts';
import type { GoldenCasesRead } from './golden-cases-reader.ts';
import { notesOnChange, notesOnOld } from './notes-on-change.ts';
import type { PromptSide } from './read-prompt-sides.ts';
import { whyUnreviewed, wordOrphaned } from './why-unreviewed.ts';

/** A prompt that nothing can judge, and why. */
export type Unreviewed = Report['unreviewed'][number];

/** What a candidate turned out to be. */
export type CandidateOutcome =
  | {
      readonly kind: 'change';
      readonly change: PromptChange;
      readonly unreviewed?: Unreviewed;
      /** What promptfoo's configs say of it that is not run here. */
      readonly suiteNotes?: readonly PlacedNote[];
    }
  | { readonly kind: 'unreviewed'; readonly unreviewed: Unreviewed }
  | { readonly kind: 'broken'; readonly prompt: BrokenPrompt }
  /** A prompt in which nothing changed after all. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'no-prompt'; readonly path: string };

/** Both sides of a candidate as they were read. */
export type ReadCandidate = {
  readonly candidate: Candidate;
  readonly old: PromptSide;
  readonly next: PromptSide;
  /** At the merge base, at head and, where that is another revision, at the base branch's tip. */
  readonly cases: { readonly old: GoldenCasesRead; readonly next: GoldenCasesRead; readonly tip?: GoldenCasesRead };
  /** Files behind it that changed. */
  readonly through: readonly ChangedThrough[];
  /** It is looked at though nothing of it changed. */
  readonly unchangedToo: boolean;
};

type ComparingSettings = Pick<
  DetectionSettings,
  'examChanges' | 'tags' | 'roles' | 'templates' | 'models' | 'applications'
> & {
  readonly kinds: CheckKinds;
};

const nobody: Exam = { cases: [], unchecked: [], changed: { added: [], removed: [], edited: [], weakened: [] } };

/** Makes a change of a prompt out of its two sides and their golden cases. */
export function compareCandidate(read: ReadCandidate, settings: ComparingSettings): CandidateOutcome {
  const { candidate, old, next } = read;
  const { path } = candidate;
  switch (next.kind) {
    case 'broken':
      return broken(read, next.text, next.problems);
    case 'unread': {
      // What was not read before either never ran its cases.
      const orphaned = old.kind === 'unread' ? undefined : wordOrphaned(read);
      const unreviewed =
        orphaned === undefined
          ? ({ path, why: 'format', detail: next.format, fix: next.fix } as const)
          : ({ path, why: 'unrecognised', detail: `${next.format}; ${orphaned}`, fix: next.fix } as const);
      return { kind: 'unreviewed', unreviewed };
    }
    case 'none':
      return old.kind === 'none' ? { kind: 'no-prompt', path } : removed(read);
    case 'prompt':
      return compared(read, next, settings);
  }
}

function broken(
  { candidate: { path, previousPath, ...candidate }, old, next, through }: ReadCandidate,
  text: string,
  problems: BrokenPrompt['problems'],
): CandidateOutcome {
  const place = { path, ...(previousPath !== undefined && { previousPath }) };
  const change = changeOf({ ...candidate, ...place }, old, text, through.length > 0) ?? 'modified';
  const diff = text === '' ? '' : diffPrompt(filesOf(old, previousPath ?? path), filesOf(next, path));
  return { kind: 'broken', prompt: { ...place, change, diff, ...throughOf(through), problems } };
}

function compared(
  read: ReadCandidate,
  next: Extract<PromptSide, { kind: 'prompt' }>,
  settings: ComparingSettings,
): CandidateOutcome {
  const { candidate, old, cases, through } = read;
  const { path, previousPath } = candidate;
  const change = changeOf(candidate, old, next.text, read.unchangedToo || through.length > 0);
  if (change === undefined) return { kind: 'unchanged' };
  const isGuarded = cases.old.cases.length + cases.next.cases.length > 0;
  const unclear = isGuarded ? (next.prompt.unclear ?? []) : [];
  const [first, ...rest] = [...cases.next.problems, ...casesWithoutLine(next.prompt, cases.next.cases), ...unclear];
  if (first !== undefined) return broken(read, next.text, [first, ...rest]);

  const baseCases = readable(cases.old) ?? [];
  const tipCases = (cases.tip && readable(cases.tip)) ?? baseCases;
  const all = [...baseCases, ...tipCases, ...cases.next.cases];
  const prompts = { old: old.kind === 'prompt' ? old.prompt : undefined, next: next.prompt };
  const settled = settlePrompts(prompts, all, settings);
  const [oldPrompt, nextPrompt] = [settled.old, settled.next ?? next.prompt];
  const exam = compareExams({
    base: selectByTags(baseCases, settings.tags),
    tip: selectByTags(tipCases, settings.tags),
    head: selectByTags(cases.next.cases, settings.tags),
    policy: settings.examChanges,
    old: oldPrompt,
    next: nextPrompt,
  });
  const diff = diffPrompt(filesOf(old, previousPath ?? path), filesOf(next, path));
  const told = answeredByApplications(settings);
  const edit = oldPrompt && comparePrompts(oldPrompt, nextPrompt, told ? undefined : exam.cases);
  const unreviewed = whyUnreviewed(read, {
    settled,
    exam,
    cases: all,
    tags: settings.tags,
    told,
  });
  return {
    kind: 'change',
    change: {
      path,
      ...(previousPath !== undefined && { previousPath }),
      change,
      ...(oldPrompt !== undefined && { old: oldPrompt }),
      new: nextPrompt,
      exam,
      diff,
      ...throughOf(through),
      ...(edit !== undefined && { edit }),
      ...(cases.next.models.length > 0 && { models: cases.next.models }),
      notes: notesOnChange(read, {
        old: oldPrompt,
        next: nextPrompt,
        text: next.text,
        exam,
        settled: settled.notes,
        kinds: settings.kinds,
        isForeign: told || unreviewed?.why === 'template' || nextPrompt.rendered !== undefined,
      }),
    },
    suiteNotes: cases.next.suiteNotes,
    ...(unreviewed !== undefined && { unreviewed: ofInstructions(read, nextPrompt, { path, ...unreviewed }, diff) }),
  };
}

/** Characters of a diff that is told of instructions: with hundreds of skills a report stays readable. */
const longestDiff = 20_000;

/** Instructions of agents without cases are what a reader has to read: told by a word of their own, with what changed. */
function ofInstructions(
  { cases, candidate }: ReadCandidate,
  { format, skill }: Prompt,
  unreviewed: Unreviewed,
  diff: string,
): Unreviewed {
  const isTagged = unreviewed.detail?.startsWith('none with the tag') === true;
  if (candidate.next?.agents !== true || unreviewed.why !== 'no-cases' || isTagged) return unreviewed;
  const place = cases.next.paths.find((path) => !/\.(?:description|instructions)\.cases\.[a-z]+$/u.test(path));
  const asked = skill === undefined ? '' : ' with `triggers`';
  const detail = place === undefined ? format : `cases${asked} would be in ${place}`;
  return { path: unreviewed.path, why: 'instructions', detail, ...(diff !== '' && { diff: clip(diff, longestDiff) }) };
}

function throughOf(through: readonly ChangedThrough[]): Pick<PromptChange, 'through'> {
  return through.length === 0 ? {} : { through };
}

function readable({ cases, problems }: GoldenCasesRead): readonly GoldenCase[] | undefined {
  return problems.length > 0 ? undefined : cases;
}

function removed(read: ReadCandidate): CandidateOutcome {
  const {
    candidate: { path, previousPath, next },
    old,
  } = read;
  const orphaned = wordOrphaned(read);
  // A key that is gone from a map of prompts is no file that is not recognised.
  const why = next === undefined || path.includes('#') ? 'removed' : 'unrecognised';
  const was = previousPath === undefined ? '' : `it was ${previousPath}; `;
  return {
    kind: 'change',
    ...(orphaned !== undefined && { unreviewed: { path, why, detail: `${was}${orphaned}` } }),
    change: {
      path,
      ...(previousPath !== undefined && { previousPath }),
      change: 'removed',
      ...(old.kind === 'prompt' && { old: old.prompt }),
      exam: nobody,
      diff: diffPrompt(filesOf(old, previousPath ?? path), []),
      notes: notesOnOld(old, previousPath ?? path),
    },
  };
}

function changeOf(
  candidate: Candidate,
  old: PromptSide,
  text: string,
  dependencyChanged: boolean,
): ChangeKind | undefined {
  if (old.kind === 'none') return 'added';
  if (candidate.succeeds === true) return 'modified';
  if (candidate.previousPath !== undefined) return 'renamed';
  if (old.text !== text) return 'modified';
  if (candidate.casesChanged) return 'cases';
  return dependencyChanged ? 'dependency' : undefined;
}

function filesOf(side: PromptSide, path: string): readonly PromptFile[] {
  if (side.kind === 'none') return [];
  return side.kind !== 'unread' && side.files !== undefined ? side.files : [{ path, text: side.text }];
}
