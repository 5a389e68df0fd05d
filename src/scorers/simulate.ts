import { z } from 'zod';
import { usualTurns } from '../core/scenario.ts';
import { defineCheckKind } from '../core/scoring/define-check-kind.ts';
import { describePersona, personas } from './simulation/personas.ts';

const text = (name: string) =>
  z.string({ error: `"${name}" must be a text` }).refine((written) => written.trim() !== '', `"${name}" is empty`);

const argument = z
  .strictObject(
    {
      persona: text('persona'),
      goal: z.exactOptional(text('goal')),
      turns: z.exactOptional(
        z
          .int({ error: '"turns" must be a whole number' })
          .min(1, '"turns" is 1 or more')
          .max(20, '"turns" is 20 at most'),
      ),
    },
    { error: 'must be { persona, goal, turns }' },
  )
  .describe(
    `{ persona: ${Object.keys(personas).join(' | ')} | your own words, goal, turns (${usualTurns} if left out, 20 at most) }`,
  );

export const simulateScorer = defineCheckKind({
  kind: 'simulate',
  summary:
    'No score of its own: a model plays the user for up to `turns` messages until the goal is met or given up, and the case’s other checks read all the assistant says (`turn: last`: its last message). Both sides meet the same persona and opening.',
  argument,
  options: z.strictObject({}),
  example: { persona: 'hostile', goal: 'a refund after 40 days', turns: 4 },
  scale: 'graded',
  minRange: [0, 1],
  needs: 'simulator',
  questions: 20,
  countQuestions: ({ turns = usualTurns }) => ({ usual: turns, most: 2 * turns }),
  scenario: ({ persona, goal, turns = usualTurns }) => ({
    persona: describePersona(persona),
    goal: goal ?? 'Get your question answered.',
    turns,
  }),
  score: () => ({ kind: 'unscored', why: 'simulate shapes the conversation, it does not score' }),
});
