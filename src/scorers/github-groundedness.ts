import { asked, evaluatorKind } from './github/evaluators.ts';

export const githubGroundednessScorer = evaluatorKind({
  name: 'groundedness',
  summary: 'GitHub’s built-in: whether the reply rests on the reference (taken as its source), 1–5 → 0–1.',
  task: [
    'Grade from 1 to 5 whether what the REPLY claims rests on the SOURCE.',
    '5: every claim does. 4: all but a trifle. 3: some claims do not. 2: most do not. 1: none does, or it contradicts the SOURCE.',
    'What you know besides the SOURCE does not count. Give the reason first.',
  ].join('\n'),
  shows: (input) =>
    input.golden.reference === undefined
      ? 'the case has no expected answer to serve as the source'
      : [...asked(input), { name: 'SOURCE', text: input.golden.reference }],
});
