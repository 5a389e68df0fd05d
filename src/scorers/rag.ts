import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { noArgument } from './text/no-argument.ts';
import { plainOptions } from './text/text-options.ts';

export const ragScorer = defineCheckKind({
  kind: 'rag',
  summary: 'The RAG triad: `faithfulness`, `answer-relevance` and `context-relevance`, each scored under its own name.',
  argument: noArgument,
  options: plainOptions,
  scale: 'graded',
  minRange: [0, 1],
  needs: 'judge and embeddings',
  questions: 15,
  countQuestions: () => ({ usual: 8, most: 15 }),
  unscored: 'one of the three is',
  expandsTo: ['faithfulness', 'answer-relevance', 'context-relevance'],
  score: () => ({ kind: 'unscored', why: 'rag is scored by its three parts' }),
});
