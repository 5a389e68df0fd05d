import { asked, evaluatorKind } from './github/evaluators.ts';

export const githubRelevanceScorer = evaluatorKind({
  name: 'relevance',
  summary: 'GitHub’s built-in: how far the reply answers what was asked, 1–5 → 0–1.',
  task: [
    'Grade from 1 to 5 how far the REPLY addresses the QUESTION.',
    '5: all of it and nothing beside it. 4: nearly all. 3: the main point, with gaps or digressions. 2: touches it. 1: something else.',
    'Give the reason first.',
  ].join('\n'),
  shows: asked,
});
