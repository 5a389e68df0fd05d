import { wordNotes } from '../../core/cases/word-notes.ts';
import type { CheckKinds } from '../../core/check-kind.ts';
import { notesOnForm } from '../../core/exam/declared-form.ts';
import type { Exam } from '../../core/exam.ts';
import { checkVariables } from '../../core/golden-set/check-variables.ts';
import { showPosition, showProblem } from '../../core/problem.ts';
import type { Prompt } from '../../core/prompt.ts';
import type { ReadCandidate } from './compare-candidate.ts';
import type { GoldenCasesRead } from './golden-cases-reader.ts';
import type { PromptSide } from './read-prompt-sides.ts';

/** Variables that do not fit, and cases, which are told one by one. */
const mostOnVars = 5;

/** What is said of a change beside its verdict: of its two sides as they are asked, and of their golden cases. */
export function notesOnChange(
  { candidate, old, cases }: ReadCandidate,
  asked: {
    readonly old: Prompt | undefined;
    readonly next: Prompt;
    readonly text: string;
    readonly exam: Exam;
    readonly settled: readonly string[];
    readonly kinds: CheckKinds;
    /** Another engine, or an application, fills it: what of its variables is given or not, nothing here can tell. */
    readonly isForeign: boolean;
  },
): readonly string[] {
  const { path, previousPath } = candidate;
  const { next, exam } = asked;
  return [
    ...notesOnOld(old, previousPath ?? path),
    ...notesOnSuccession(candidate, old),
    ...notesOnName(candidate),
    ...notesOnCases(cases),
    ...notesSinceBegun(exam),
    ...wordNotes(next.notes.map(({ text, at = { file: path } }) => ({ text, at }))),
    ...asked.settled,
    ...(asked.isForeign ? [] : notesOnVars(next, exam, cases.next, asked.kinds)),
    ...notesOnForm(exam, asked.old, next),
  ];
}

function notesOnSuccession({ previousPath, succeeds }: ReadCandidate['candidate'], old: PromptSide): readonly string[] {
  if (succeeds !== true || previousPath === undefined || old.kind !== 'prompt') return [];
  return [`It is compared with \`${previousPath}\`, the version that it succeeds.`];
}

/** It is followed this once, by where it came from: nobody would find it again. */
function notesOnName({ path, previousPath, unnamed }: ReadCandidate['candidate']): readonly string[] {
  if (unnamed !== true) return [];
  const was = previousPath === undefined ? 'It was a prompt at base' : `It was the prompt \`${previousPath}\``;
  return [
    `${was}, and nothing names \`${path}\` as one any more: once this is merged, no change of it is reviewed. Name it under \`prompts\` in the config.`,
  ];
}

/** Why an old side is left out. */
export function notesOnOld(old: PromptSide, path: string): readonly string[] {
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

function notesOnCases({ old, tip }: ReadCandidate['cases']): readonly string[] {
  const [before, now] = [old.problems[0], tip?.problems[0]];
  const instead =
    tip === undefined || now !== undefined ? 'all count as added' : 'those of the base branch’s tip count';
  return [
    ...(before === undefined ? [] : [`The golden cases at base cannot be read, so ${instead}: ${showProblem(before)}`]),
    ...(now === undefined || before !== undefined
      ? []
      : [
          `The golden cases at the base branch’s tip cannot be read, so those of the merge base count: ${showProblem(now)}`,
        ]),
  ];
}

/** What the pull request's branch never met is asked all the same: it is what holds once this is merged. */
function notesSinceBegun({ sinceBegun }: Exam): readonly string[] {
  if (sinceBegun === undefined) return [];
  const { added, changed } = sinceBegun;
  const told = (ids: readonly string[], what: string): readonly string[] => {
    if (ids.length === 0) return [];
    const named = ids.slice(0, mostOnVars).map((id) => `\`${id}\``);
    const more = ids.length > mostOnVars ? ` and ${ids.length - mostOnVars} more` : '';
    const [cases, are] = ids.length === 1 ? ['golden case', 'is'] : ['golden cases', 'are'];
    return [
      `${ids.length} ${cases} ${what} the base branch since this branch began, and ${are} asked as the base branch has ${ids.length === 1 ? 'it' : 'them'}: ${named.join(', ')}${more}.`,
    ];
  };
  return [...told(added, 'came to'), ...told(changed, 'changed on')];
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
