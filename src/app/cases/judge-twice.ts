import type { Reply } from '../../core/reply.ts';
import { judgeLabelled } from '../review/judge-labelled.ts';
import { type JudgeTextDeps, judgeText, type TextToJudge } from '../review/judge-text.ts';
import { judgeAgain } from '../review/repeat-judgements.ts';
import type { Judgements } from './measure-metrics.ts';

/** Has replies judged twice, and labelled texts once. */
export async function judgeTwice(
  { replies, labelled }: { readonly replies: readonly TextToJudge[]; readonly labelled: readonly TextToJudge[] },
  deps: JudgeTextDeps,
): Promise<Judgements> {
  const failures = new Set<string>();
  const note = (reply: Reply): Reply => {
    if (reply.kind === 'failed') failures.add(reply.message);
    return reply;
  };
  const noting: JudgeTextDeps = {
    ...deps,
    ask: { ...deps.ask, reply: async (call) => note(await deps.ask.reply(call)) },
  };
  const [judged, withLabels] = await Promise.all([
    Promise.all(
      replies.map(async (text) => ({
        ...text,
        judged: (await judgeText(text, 0, noting)).map(({ score }) => score),
      })),
    ),
    judgeLabelled(labelled, noting),
  ]);
  return { repeated: await judgeAgain(judged, noting), labelled: withLabels, votes: deps.votes, failures };
}
