import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { findRefusal } from './refusal/find-refusal.ts';
import { excerpt } from './text/excerpt.ts';
import { mark } from './text/mark.ts';
import { noArgument } from './text/no-argument.ts';
import { plainOptions } from './text/text-options.ts';

export const answersScorer = defineCheckKind({
  kind: 'answers',
  summary: 'The reply is not empty and does not decline to serve the request (the same rules as `refuses`).',
  argument: noArgument,
  options: plainOptions,
  scale: 'binary',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  score: ({ text }) => {
    if (text.trim() === '') return mark(false, 'the reply is empty');
    const words = findRefusal(text);
    return mark(words === undefined, words === undefined ? 'no refusal found' : `says ${excerpt(words)}`);
  },
});
