import { type PlacedNote, wordNotes } from '../../core/cases/word-notes.ts';
import { howFarChecked } from '../../core/exam/how-far-checked.ts';
import type { GoldenCase } from '../../core/golden-case.ts';
import { showPosition } from '../../core/position.ts';
import type { PromptChange } from '../../core/prompt-change.ts';

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
