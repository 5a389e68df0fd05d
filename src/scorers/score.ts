import { z } from 'zod';
import type { ScorerInput } from '../core/check-kind.ts';
import type { JsonObject } from '../core/json.ts';
import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { excerpt } from './text/excerpt.ts';
import { plainOptions } from './text/text-options.ts';

const argument = z
  .string({ error: 'must be the name of a scorer of the config' })
  .min(1, 'must be the name of a scorer of the config')
  .describe('name of a scorer under `scorers` in the config');

/** What a scorer answers. More members are let be. */
const shape = z.object({ score: z.number().min(0).max(1), reason: z.string().optional() });

export const scoreScorer = defineCheckKind({
  kind: 'score',
  summary:
    'Your own scorer: it gets `{prompt, case, reply}` as JSON on stdin or by POST and answers `{"score": 0–1, "reason": "…"}`. No keys in its environment; never run for forks.',
  argument,
  options: plainOptions,
  example: 'policy',
  scale: 'graded',
  minRange: [0, 1],
  needs: 'scorer',
  questions: 1,
  unscored: 'it crashes, takes or writes too much, or answers in another shape (its words are shown)',
  score: (input) => {
    const answer = input.answers.get('scorer');
    if (answer === undefined) {
      return { kind: 'ask', questions: [{ kind: 'scorer', id: 'scorer', name: input.argument, input: sent(input) }] };
    }
    if (answer.kind === 'failed') return { kind: 'unscored', why: answer.why };
    if (answer.kind !== 'text') return { kind: 'unscored', why: `${input.argument} answered no text` };
    const read = shape.safeParse(parseJson(answer.text));
    if (!read.success) {
      const why = `${input.argument} did not answer {"score": 0–1, "reason": "…"} but ${excerpt(answer.text, 200)}`;
      return { kind: 'unscored', why };
    }
    return { kind: 'scored', value: read.data.score, reason: read.data.reason ?? `${input.argument} says so` };
  },
});

function sent({ golden, messages, text, transcript, answer }: ScorerInput<string>): JsonObject {
  return {
    prompt: messages.map(({ role, content }) => ({ role, content })),
    case: {
      id: golden.id,
      vars: golden.vars,
      context: golden.context,
      tags: golden.tags,
      ...(golden.reference !== undefined && { reference: golden.reference }),
      ...(golden.segment !== undefined && { segment: golden.segment }),
    },
    reply: {
      text,
      finishReason: answer.finishReason,
      toolCalls: answer.toolCalls.map((call) => ({ name: call.name, arguments: call.arguments })),
      ...(transcript && { transcript: transcript.map(({ role, content }) => ({ role, content })) }),
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
