import type { CheckKinds } from '../../core/check-kind.ts';
import type { DesignCell } from '../../core/design/design-review.ts';
import type { Answer, Reply } from '../../core/reply.ts';
import type { SideRun } from '../../core/run/trial-run.ts';
import type { QuestionAnswer, Score } from '../../core/score.ts';
import { scoreReply } from '../../core/scoring/score-reply.ts';
import type { Side } from '../../core/side.ts';
import { type Ask, answerAsking, type Roles } from './answer-asking.ts';
import { callOfSide, type SideOfTrial } from './call-of-side.ts';

export type RunSideDeps = {
  readonly ask: Ask;
  readonly roles: Roles;
  readonly kinds: CheckKinds;
  /** Judgements of one reply where a check does not say. */
  readonly votes: number;
  /** How old a kept reply of the old side may be (milliseconds since 1970); absent: none is used. */
  readonly notBefore?: number;
  /** Dollars of an answer; undefined where its price is unknown. */
  readonly priceOf: (cell: DesignCell, side: Side, answer: Omit<Answer, 'text' | 'vectors'>) => number | undefined;
};

/** Asks one side of one trial and scores what comes back. A side that a cell does not have is a fault of ours. */
export async function runSide(asked: SideOfTrial, deps: RunSideDeps): Promise<SideRun> {
  const { cell, side } = asked;
  const request = cell[side];
  if (request === undefined) throw new Error(`${cell.prompt} has no ${side} side to ask`);
  const call = callOfSide(asked, request, deps.notBefore);
  const reply = await deps.ask.reply(call);
  if (reply.kind === 'failed') return { reply, score: { kind: 'unscored', why: reply.message, checks: [] } };
  const costUsd = deps.priceOf(cell, side, reply.answer);
  const score = await scoreWith(cell, request.messages, reply, costUsd, deps);
  return { reply, score, ...(costUsd === undefined ? {} : { costUsd }) };
}

type Answered = Extract<Reply, { kind: 'answered' }>;

/** Asks what the checks want to know until they know enough. */
async function scoreWith(
  cell: DesignCell,
  messages: Parameters<typeof scoreReply>[0]['messages'],
  reply: Answered,
  costUsd: number | undefined,
  { ask, roles, kinds, votes }: RunSideDeps,
): Promise<Score> {
  const answers = new Map<string, QuestionAnswer>();
  const text = ask.kept(reply.call)?.text;
  if (text === undefined) return { kind: 'unscored', why: 'the reply is not in the store any more', checks: [] };
  for (;;) {
    const scoring = scoreReply({
      golden: cell.exam.golden,
      kinds,
      messages,
      text,
      answer: reply.answer,
      ...(costUsd === undefined ? {} : { costUsd }),
      votes,
      answers,
    });
    if (scoring.kind === 'score') return scoring.score;
    const asked = scoring.askings.map(async (asking) => {
      answers.set(asking.key, await answerAsking(asking, roles, ask));
    });
    await Promise.all(asked);
  }
}
