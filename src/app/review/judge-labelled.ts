import type { GoldenCase } from '../../core/golden-case.ts';
import type { Message } from '../../core/prompt.ts';
import { gradesLikePeople } from '../../core/scoring/grades-like-people.ts';
import { binaryLabelFiles, type LabelledReply } from '../../core/scoring/human-label.ts';
import { type JudgeTextDeps, judgeText, type TextToJudge } from './judge-text.ts';

/** A case with the messages its prompt renders to. */
export type RenderedCase = { readonly golden: GoldenCase; readonly messages: readonly Message[] };

/**
 * The replies that people labelled: a case's `reference`, where it has a `label`. Judged without the reference beside
 * it, which would be the very same text.
 */
export function labelledTexts(cases: readonly RenderedCase[]): readonly TextToJudge[] {
  return cases.flatMap(({ golden, messages }) => {
    const { reference, ...rest } = golden;
    return reference === undefined || golden.label === undefined ? [] : [{ golden: rest, messages, text: reference }];
  });
}

/** Has the judge grade what people labelled, by the checks whose grades stand on the labels' scale (1–10). */
export async function judgeLabelled(
  texts: readonly TextToJudge[],
  deps: JudgeTextDeps,
): Promise<readonly LabelledReply[]> {
  const binary = binaryLabelFiles(texts.map(({ golden }) => golden));
  const judged = await Promise.all(
    texts.map(async (given): Promise<readonly LabelledReply[]> => {
      const { label, at } = given.golden;
      if (label === undefined) return [];
      const checks = await judgeText(given, 0, deps, gradesLikePeople);
      return [{ label, binary: binary.has(at.file), checks: checks.map(({ score }) => score) }];
    }),
  );
  return judged.flat();
}
