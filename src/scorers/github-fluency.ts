import { asked, evaluatorKind } from './github/evaluators.ts';

export const githubFluencyScorer = evaluatorKind({
  name: 'fluency',
  summary: 'GitHub’s built-in: the reply’s language (grammar, wording), 1–5 → 0–1.',
  task: [
    'Grade from 1 to 5 the language of the REPLY: grammar, wording, and whether it reads naturally in the language it is written in.',
    '5: as a careful writer would put it. 4: a slip. 3: understandable, with faults. 2: hard to read. 1: not readable.',
    'Content and truth do not matter here. Give the reason first.',
  ].join('\n'),
  shows: asked,
});
