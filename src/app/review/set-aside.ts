import { type PlacedNote, wordNotes } from '../../core/cases/word-notes.ts';
import type { Design, PromptDesign } from '../../core/design/design-review.ts';
import { findUnfilled } from '../../core/design/find-unfilled.ts';
import { howFarChecked } from '../../core/exam/compare-case.ts';
import type { GoldenCase } from '../../core/golden-case.ts';
import { showPosition } from '../../core/problem.ts';
import { type BrokenPrompt, brokenOf, type PromptChange } from '../../core/prompt-change.ts';
import { pairLines } from '../../core/rendered/pair-lines.ts';
import type { Report } from '../../core/report/report.ts';
import { findUnscorable } from '../../core/scoring/find-unscorable.ts';
import { checkKinds } from '../../scorers/index.ts';

const mostNamed = 5;

/**
 * Takes the cases out of which nothing can be run. They could never have a score, so asking them would only cost: the
 * prompt is plainly unreviewed in them, and never passed. What is not run, and where, the review's notes tell once.
 */
export function setAside(change: PromptChange): {
  readonly change: PromptChange;
  readonly unreviewed: Report['unreviewed'];
} {
  const { cases } = change.exam;
  const kept = cases.filter(({ golden }) => howFarChecked(golden) !== 'not-run');
  if (kept.length === cases.length) return { change, unreviewed: [] };
  const aside = cases.filter(({ golden }) => howFarChecked(golden) === 'not-run');
  const detail = wordAside(
    aside.map(({ key }) => key),
    cases.length,
  );
  const isUnsent = aside.every(({ golden }) => golden.notRun.some(({ unsent }) => unsent));
  return {
    change: { ...change, exam: { ...change.exam, cases: kept }, setAside: aside.length },
    unreviewed: [{ path: change.path, why: isUnsent ? 'not-sent' : 'not-run', detail }],
  };
}

/** Parts a snapshot by the lines that its sides have, and tells the cases that lost theirs. */
export function setAsideLines(change: PromptChange): readonly ReturnType<typeof setAside>[] {
  const { changes, gone } = pairLines(change);
  const { path, exam } = change;
  const lost = gone.length === 0 ? [] : [{ path, why: 'no-line' as const, detail: wordAside(gone, exam.cases.length) }];
  return changes.map((one, index) => ({ change: one, unreviewed: index === 0 ? lost : [] }));
}

/** The cases that could not be rendered, told as those are that cannot be run. */
export function tellUnrendered({ change, unrendered = [] }: PromptDesign): Report['unreviewed'] {
  const [first] = unrendered;
  if (first === undefined) return [];
  const named = wordAside(
    unrendered.map(({ key }) => key),
    change.exam.cases.length + unrendered.length,
  );
  const why = unrendered.every(({ problem }) => problem.unsent) ? 'not-sent' : 'unrendered';
  return [{ path: change.path, why, detail: `${named}. ${first.problem.what}` }];
}

function wordAside(keys: readonly string[], all: number): string {
  const more = keys.length > mostNamed ? ` and ${keys.length - mostNamed} more` : '';
  return `${keys.length} of ${all}: ${keys.slice(0, mostNamed).join(', ')}${more}`;
}

/** Takes out the prompts that cannot be asked, or whose replies could have no score: the others are judged. */
export function withoutFaulty(design: Design): { readonly design: Design; readonly broken: readonly BrokenPrompt[] } {
  const faulty = new Map(
    design.prompts.flatMap((prompt): (readonly [PromptDesign, BrokenPrompt])[] => {
      const cases = prompt.change.exam.cases.map(({ golden }) => golden);
      const unfilled = [findUnfilled(prompt)].filter((problem) => problem !== undefined);
      const [first, ...more] = [...prompt.problems, ...findUnscorable(cases, checkKinds), ...unfilled];
      if (first === undefined) return [];
      return [[prompt, brokenOf(prompt.change, [first, ...more])]];
    }),
  );
  const prompts = design.prompts.filter((prompt) => !faulty.has(prompt));
  return { design: { prompts, problems: [] }, broken: [...faulty.values()] };
}

/**
 * What of another tool's tests is not run, told once for all prompts that share them: how many cases are checked in
 * part, and by name, place and reason what is left out.
 */
export function wordNotRun(changes: readonly PromptChange[], notes: readonly PlacedNote[]): readonly string[] {
  const cases = once(changes.flatMap(({ exam }) => exam.cases.map(({ golden }) => golden)));
  const left = cases.flatMap((golden) =>
    golden.notRun.map(({ name, why, fix, at }): PlacedNote => {
      const text = `\`${name}\` is not run${why === undefined ? '' : `: ${why}`}.${fix === undefined ? '' : ` ${fix}`}`;
      return { text, at };
    }),
  );
  return [...countPartly(cases), ...wordNotes([...left, ...notes])];
}

/** Prompts that share a config have its cases in common. */
function once(cases: readonly GoldenCase[]): readonly GoldenCase[] {
  return [...new Map(cases.map((golden) => [JSON.stringify([showPosition(golden.at), golden.vars]), golden])).values()];
}

function countPartly(cases: readonly GoldenCase[]): readonly string[] {
  const part = cases.filter((golden) => howFarChecked(golden) === 'part').length;
  if (part === 0) return [];
  const all = `${cases.length} golden ${cases.length === 1 ? 'case' : 'cases'}`;
  const are = part === 1 ? 'is' : 'are';
  return [`${part} of ${all} ${are} checked only in part, by what can be run of ${part === 1 ? 'it' : 'them'}.`];
}
