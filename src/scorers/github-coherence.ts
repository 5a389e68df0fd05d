import { asked, evaluatorKind } from './github/evaluators.ts';

export const githubCoherenceScorer = evaluatorKind({
  name: 'coherence',
  summary: 'GitHub’s built-in: how well the reply hangs together, 1–5 → 0–1.',
  task: [
    'Grade from 1 to 5 how well the REPLY hangs together: whether its sentences follow from one another and serve one line of thought.',
    '5: it reads as one piece. 4: a small gap. 3: the thread can be found with effort. 2: mostly scattered. 1: sentences without connection.',
    'Whether it is right does not matter here. Give the reason first.',
  ].join('\n'),
  shows: asked,
});
