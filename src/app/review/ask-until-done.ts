import type { QuestionAnswer, QuestionAnswers } from '../../core/score.ts';
import type { Asking } from '../../core/scoring/asking.ts';
import { type Ask, answerAsking, type Roles } from './answer-asking.ts';

/** What a scorer wants to know first, or what it found. */
type Step<Result> =
  | { readonly kind: 'ask'; readonly askings: readonly Asking[] }
  | { readonly kind: 'done'; readonly result: Result };

/** Asks what a scorer wants to know until it knows enough. `step` is pure: it is called with all answers so far. */
export async function askUntilDone<Result>(
  step: (answers: QuestionAnswers) => Step<Result>,
  { roles, ask }: { readonly roles: Roles; readonly ask: Ask },
): Promise<Result> {
  const answers = new Map<string, QuestionAnswer>();
  for (;;) {
    const next = step(answers);
    if (next.kind === 'done') return next.result;
    const asked = next.askings.map(async (asking) => {
      answers.set(asking.key, await answerAsking(asking, roles, ask));
    });
    await Promise.all(asked);
  }
}
