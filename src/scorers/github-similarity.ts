import { asked, evaluatorKind } from './github/evaluators.ts';

export const githubSimilarityScorer = evaluatorKind({
  name: 'similarity',
  summary: 'GitHub’s built-in: whether the reply says the same as the reference, 1–5 → 0–1.',
  task: [
    'Grade from 1 to 5 whether the REPLY says the same as the EXPECTED ANSWER to the QUESTION, in whatever words.',
    '5: the same in every point. 4: the same but for a detail. 3: agrees in part. 2: mostly different. 1: different or contrary.',
    'Give the reason first.',
  ].join('\n'),
  shows: (input) =>
    input.golden.reference === undefined
      ? 'the case has no expected answer to compare with'
      : [...asked(input), { name: 'EXPECTED ANSWER', text: input.golden.reference }],
});
