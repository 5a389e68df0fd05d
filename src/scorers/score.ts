import { z } from 'zod';
import type { ScorerInput } from '../core/check-kind.ts';
import type { Json, JsonObject } from '../core/json.ts';
import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { scorerNamed } from '../core/scoring/program-files.ts';
import { excerpt } from './text/excerpt.ts';
import { plainOptions } from './text/text-options.ts';

const form = 'must be the name of a scorer of the config, or { scorer, given }';
const name = z.string({ error: form }).min(1, form);
const json: z.ZodType<Json> = z.json();
const withGiven = z.strictObject({ scorer: name, given: json }, { error: form });

const argument = z
  .union([name, withGiven], { error: form })
  .describe('name of a scorer under `scorers` in the config, or { scorer, given }: what it is told besides');

/** What a scorer answers. More members are let be. */
const shape = z.object({
  score: z.number().min(0).max(1),
  pass: z.boolean().optional(),
  reason: z.string().optional(),
});

export const scoreScorer = defineCheckKind({
  kind: 'score',
  summary:
    'Your own scorer: it gets `{prompt, case, reply}` as JSON on stdin or by POST and answers `{"score": 0–1, "reason": "…"}`, with `pass` to say itself whether it passes. No keys in its environment; never run for forks.',
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
    const scorer = scorerNamed(input.argument);
    if (answer === undefined) {
      return { kind: 'ask', questions: [{ kind: 'scorer', id: 'scorer', name: scorer, input: sent(input) }] };
    }
    if (answer.kind === 'failed') return { kind: 'unscored', why: answer.why };
    if (answer.kind !== 'text') return { kind: 'unscored', why: `${scorer} answered no text` };
    const read = shape.safeParse(parseJson(answer.text));
    if (!read.success) {
      const why = `${scorer} did not answer {"score": 0–1, "reason": "…"} but ${excerpt(answer.text, 200)}`;
      return { kind: 'unscored', why };
    }
    const { score, pass, reason = `${scorer} says so` } = read.data;
    return { kind: 'scored', value: score, reason, ...(pass !== undefined && { passed: pass }) };
  },
});

function sent({
  argument: given,
  golden,
  messages,
  text,
  transcript,
  answer,
}: ScorerInput<z.infer<typeof argument>>): JsonObject {
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
    ...(typeof given === 'object' && { given: given.given }),
    reply: {
      text,
      finishReason: answer.finishReason,
      toolCalls: answer.toolCalls.map((call) => ({ name: call.name, arguments: call.arguments })),
      ...(transcript && {
        transcript: transcript.map(({ role, content, toolCalls }) => ({
          role,
          content,
          ...(toolCalls && {
            toolCalls: toolCalls.map(({ name: tool, arguments: given }) => ({ name: tool, arguments: given })),
          }),
        })),
      }),
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
