import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { jsonOptions } from './json/json-options.ts';
import { readJsonReply } from './json/read-json-reply.ts';
import { negate } from './negate.ts';
import { mark } from './text/mark.ts';
import { noArgument } from './text/no-argument.ts';

export const jsonScorer = defineCheckKind({
  kind: 'json',
  summary: 'The whole reply is JSON. One code fence around it is allowed unless `strict: true`.',
  argument: noArgument,
  options: jsonOptions,
  scale: 'binary',
  minRange: [0, 1],
  needs: 'nothing',
  questions: 0,
  score: ({ options, text }) => {
    const read = readJsonReply(text, options.strict === true);
    return read.kind === 'json' ? mark(true, 'is JSON') : mark(false, read.why);
  },
});

export const notJsonScorer = negate(jsonScorer, 'The reply is not JSON.');
