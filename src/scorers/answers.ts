import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { findRefusal, turnsOf } from './refusal/find-refusal.ts';
import { excerpt } from './text/excerpt.ts';
import { mark } from './text/mark.ts';
import { noArgument } from './text/no-argument.ts';
import { plainOptions } from './text/text-options.ts';

export const answersScorer = defineCheckKind({
  kind: 'answers',
  summary:
    'The reply is not empty and does not decline to serve the request (the same rules as `refuses`). Of a simulated conversation, no turn does.',
  argument: noArgument,
  options: plainOptions,
  scale: 'binary',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  score: (input) => {
    const turns = turnsOf(input);
    if (turns.every((text) => text.trim() === '')) return mark(false, 'the reply is empty');
    const words = turns.map(findRefusal).find((found) => found !== undefined);
    return mark(words === undefined, words === undefined ? 'no refusal found' : `says ${excerpt(words)}`);
  },
});
