import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { ModelScript, ScriptedCall } from '../model-service/script.ts';
import { judgeRules } from './scripted-judge.ts';

const lines = z.object({
  replies: z.record(
    z.string(),
    z.object({ question: z.string(), good: z.array(z.string()).min(1), bad: z.array(z.string()).min(1).optional() }),
  ),
});

/** Chance that a reply is a bad one, by case: what each model makes of each of the two prompts. */
type Chances = Readonly<Record<string, (call: { readonly cheap: boolean; readonly edited: boolean }) => number>>;

/** The story of the demo: the friendlier wording drops the rule that refunds end, and only the cheap model falls for it. */
const chances: Chances = {
  'refund-after-40-days': ({ cheap, edited }) => (cheap && edited ? 1 : 0),
  'refund-late-gift': ({ cheap, edited }) => (cheap && edited ? 1 : 0),
  'off-topic-poem': ({ cheap, edited }) => (cheap && !edited ? 1 : 0),
  'tone-angry': ({ cheap }) => (cheap ? 0.35 : 0),
};

/** Words that only the edited prompt has. */
const EDITED = 'warm and welcoming voice';

/** The demo's model service: every reply was written for the example, and which one comes is drawn by chance. */
export async function readDemoScript(fixtures: string): Promise<ModelScript> {
  const { replies } = lines.parse(parse(await readFile(join(fixtures, 'replies.yml'), 'utf8')));
  const byQuestion = new Map(
    Object.entries(replies).map(([id, { question, good, bad }]) => [question, { id, good, bad: bad ?? good }]),
  );
  return {
    seed: 'fernwood',
    latency: { ms: 40, jitterMs: 60 },
    rules: [
      ...judgeRules('gpt-4.1'),
      { when: (call) => byQuestion.has(call.user), reply: (call) => drawReply(call, byQuestion.get(call.user)) },
    ],
  };
}

function drawReply(
  call: ScriptedCall,
  written: { readonly id: string; readonly good: readonly string[]; readonly bad: readonly string[] } | undefined,
): string {
  if (written === undefined) return '';
  const chance =
    chances[written.id]?.({ cheap: call.model.endsWith('-mini'), edited: call.system.includes(EDITED) }) ?? 0;
  const wordings = call.random() < chance ? written.bad : written.good;
  return wordings[Math.floor(call.random() * wordings.length)] ?? '';
}
