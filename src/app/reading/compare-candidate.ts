import { selectByTags } from '../../core/cases/select-by-tags.ts';
import { type PlacedNote, wordNotes } from '../../core/cases/word-notes.ts';
import type { CheckKinds } from '../../core/check-kind.ts';
import type { DetectionSettings } from '../../core/detect/detection-settings.ts';
import { diffPrompt } from '../../core/detect/diff-prompt.ts';
import type { Candidate } from '../../core/detect/find-candidates.ts';
import { compareExams } from '../../core/exam/compare-exams.ts';
import { notesOnForm } from '../../core/exam/declared-form.ts';
import type { Exam } from '../../core/exam.ts';
import { checkVariables } from '../../core/golden-set/check-variables.ts';
import { showPosition } from '../../core/position.ts';
import { showProblem } from '../../core/problem.ts';
import type { Prompt } from '../../core/prompt.ts';
import type { BrokenPrompt, ChangeKind, PromptChange } from '../../core/prompt-change.ts';
import type { Report } from '../../core/report/report.ts';
import { namesGivenBy, type SettledPrompts, settlePrompts } from '../../core/settle-prompts.ts';
import { findHalfRendered } from '../../core/template/half-rendered.ts';
import { clip } from '../../core/text/clip.ts';
import type { GoldenCasesRead } from './golden-cases-reader.ts';
import type { PromptSide } from './read-prompt-sides.ts';

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
  readonly cases: { readonly old: GoldenCasesRead; readonly next: GoldenCasesRead };
  /** A file that its cases refer to changed. */
  readonly dependencyChanged: boolean;
};

type ComparingSettings = Pick<DetectionSettings, 'examChanges' | 'tags' | 'roles' | 'templates'> & {
  readonly kinds: CheckKinds;
};

/** Variables that do not fit which are told one by one. */
const mostOnVars = 5;

const nobody: Exam = { cases: [], unchecked: [], changed: { added: [], removed: [], edited: [], weakened: [] } };

/** Makes a change of a prompt out of its two sides and their golden cases. */
export function compareCandidate(read: ReadCandidate, settings: ComparingSettings): CandidateOutcome {
  const { candidate, old, next } = read;
  const { path } = candidate;
  switch (next.kind) {
    case 'broken':
      return broken(read, next.text, next.problems);
    case 'unread':
      return { kind: 'unreviewed', unreviewed: { path, why: 'format', detail: next.format, fix: next.fix } };
    case 'none':
      return old.kind === 'none' ? { kind: 'no-prompt', path } : removed(read);
    case 'prompt':
      return compared(read, next, settings);
  }
}

function broken(
  { candidate: { path, previousPath, ...candidate }, old, dependencyChanged }: ReadCandidate,
  text: string,
  problems: BrokenPrompt['problems'],
): CandidateOutcome {
  const place = { path, ...(previousPath !== undefined && { previousPath }) };
  const change = changeOf({ ...candidate, ...place }, old, text, dependencyChanged) ?? 'modified';
  const diff = text === '' ? '' : diffPrompt(fileOf(old, previousPath ?? path), { path, text });
  return { kind: 'broken', prompt: { ...place, change, diff, problems } };
}

function compared(
  read: ReadCandidate,
  next: Extract<PromptSide, { kind: 'prompt' }>,
  settings: ComparingSettings,
): CandidateOutcome {
  const { candidate, old, cases, dependencyChanged } = read;
  const { path, previousPath } = candidate;
  const change = changeOf(candidate, old, next.text, dependencyChanged);
  if (change === undefined) return { kind: 'unchanged' };
  const [first, ...rest] = cases.next.problems;
  if (first !== undefined) return broken(read, next.text, [first, ...rest]);

  const baseCases = cases.old.problems.length > 0 ? [] : cases.old.cases;
  const all = [...baseCases, ...cases.next.cases];
  const prompts = { old: old.kind === 'prompt' ? old.prompt : undefined, next: next.prompt };
  const settled = settlePrompts(prompts, all, settings);
  const [oldPrompt, nextPrompt] = [settled.old, settled.next ?? next.prompt];
  const exam = compareExams({
    base: selectByTags(baseCases, settings.tags),
    head: selectByTags(cases.next.cases, settings.tags),
    policy: settings.examChanges,
    old: oldPrompt,
    next: nextPrompt,
  });
  const unguarded =
    whyUnguarded(exam, cases.next, settings.tags) ?? whyHalfRendered({ old, next }, settled, namesGivenBy(all));
  return {
    kind: 'change',
    change: {
      path,
      ...(previousPath !== undefined && { previousPath }),
      change,
      ...(oldPrompt !== undefined && { old: oldPrompt }),
      new: nextPrompt,
      exam,
      diff: diffPrompt(fileOf(old, previousPath ?? path), { path, text: next.text }),
      ...(cases.next.models.length > 0 && { models: cases.next.models }),
      notes: [
        ...notesOnOld(old, previousPath ?? path),
        ...notesOnSuccession(candidate, old),
        ...notesOnCases(cases.old),
        ...wordNotes(nextPrompt.notes.map(({ text, at = { file: path } }) => ({ text, at }))),
        ...settled.notes,
        ...notesOnVars(nextPrompt, exam, cases.next, settings.kinds),
        ...notesOnConversation(next.text),
        ...notesOnForm(exam, oldPrompt, nextPrompt),
      ],
    },
    suiteNotes: cases.next.suiteNotes,
    ...(unguarded !== undefined && { unreviewed: { path, ...unguarded } }),
  };
}

function removed({ candidate: { path, previousPath }, old }: ReadCandidate): CandidateOutcome {
  return {
    kind: 'change',
    change: {
      path,
      ...(previousPath !== undefined && { previousPath }),
      change: 'removed',
      ...(old.kind === 'prompt' && { old: old.prompt }),
      exam: nobody,
      diff: diffPrompt(fileOf(old, previousPath ?? path), undefined),
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

function whyUnguarded(
  exam: Exam,
  { paths }: GoldenCasesRead,
  tags: readonly string[],
): Omit<Unreviewed, 'path'> | undefined {
  if (exam.cases.length > 0) return undefined;
  const unchecked = exam.unchecked.length;
  if (unchecked > 0) {
    const detail =
      unchecked === 1 ? 'its one golden case has no check' : `none of its ${unchecked} golden cases has a check`;
    return { why: 'no-checks', detail };
  }
  if (exam.changed.removed.length > 0) return { why: 'no-cases', detail: 'all were removed here' };
  const detail = [
    ...(tags.length === 0 ? [] : [`none with the tag ${tags.join(' or ')}`]),
    ...(paths[0] === undefined ? [] : [`they would be in ${paths[0]}`]),
  ].join('; ');
  return { why: 'no-cases', ...(detail === '' ? {} : { detail }) };
}

/** A prompt of which something would stay unfilled is asked on neither side: its replies would be about the template. */
function whyHalfRendered(
  sides: Pick<ReadCandidate, 'old' | 'next'>,
  settled: SettledPrompts,
  known: ReadonlySet<string>,
): Omit<Unreviewed, 'path'> | undefined {
  const found = [
    { side: sides.next, prompt: settled.next, where: '' },
    { side: sides.old, prompt: settled.old, where: ' of the old side' },
  ].map(({ side, prompt, where }) => {
    const left = prompt === undefined || side.kind === 'none' ? [] : findHalfRendered(prompt, side.text, known);
    return left.map(({ marker, writtenAs, line }) => `line ${line}${where}: \`${clip(marker, 60)}\` is ${writtenAs}`);
  });
  const [left] = found.filter((lines) => lines.length > 0);
  return left === undefined ? undefined : { why: 'template', detail: left.join('; ') };
}

function notesOnSuccession({ previousPath, succeeds }: Candidate, old: PromptSide): readonly string[] {
  if (succeeds !== true || previousPath === undefined || old.kind !== 'prompt') return [];
  return [`It is compared with \`${previousPath}\`, the version that it succeeds.`];
}

function notesOnOld(old: PromptSide, path: string): readonly string[] {
  switch (old.kind) {
    case 'broken':
      return [`The old side cannot be read, so the prompt is shown as added: ${showProblem(old.problems[0])}`];
    case 'unread':
      return [
        `The old side (${path}) is in a format that is not read (${old.format}), so the prompt is shown as added.`,
      ];
    case 'prompt':
    case 'none':
      return [];
  }
}

function notesOnCases({ problems: [first] }: GoldenCasesRead): readonly string[] {
  return first === undefined
    ? []
    : [`The golden cases at base cannot be read, so all count as added: ${showProblem(first)}`];
}

/** Variables that do not fit, in the words of `cases check`. */
function notesOnVars(prompt: Prompt, exam: Exam, { paths }: GoldenCasesRead, kinds: CheckKinds): readonly string[] {
  const cases = exam.cases.filter(({ version }) => version === 'head').map(({ golden }) => golden);
  const found = checkVariables(prompt, cases, { kinds, written: new Set(paths) });
  const more = found.length - mostOnVars;
  return [
    ...found.slice(0, mostOnVars).map(({ what, at, fix }) => {
      const where = at === undefined ? '' : `${showPosition(at)}: `;
      return `${where}${what}${fix === undefined ? '' : ` ${fix}`}`;
    }),
    ...(more > 0 ? [`${more} more variables do not fit: \`cases check\` names them.`] : []),
  ];
}

/** promptfoo fills it with the replies to the tests before. */
function notesOnConversation(text: string): readonly string[] {
  if (!/\{[{%][^}]*\b_conversation\b/u.test(text)) return [];
  return ['`_conversation` holds no earlier replies here: each case is asked by itself.'];
}

function fileOf(side: PromptSide, path: string): { readonly path: string; readonly text: string } | undefined {
  return side.kind === 'none' ? undefined : { path, text: side.text };
}
