import { type Call, callFor, type Request } from '../../core/call.ts';
import type { JsonObject } from '../../core/json.ts';
import type { Answer, Reply } from '../../core/reply.ts';
import type { ModelRef } from '../../core/row.ts';
import type { ChatQuestion, QuestionAnswer, QuestionAnswers } from '../../core/score.ts';
import type { Asking } from '../../core/scoring/asking.ts';

/** Asks through the run's one pool, and reads back what was kept. */
export type Ask = {
  readonly reply: (call: Call) => Promise<Reply>;
  /** The whole answer of a call that was answered. */
  readonly kept: (call: string) => Answer | undefined;
  /** Whether a kept answer would serve this call, so that it costs nothing. */
  readonly isKept: (call: Call) => boolean;
  /** Runs a team's own scorer; what it wrote comes back as text. */
  readonly runScorer: (name: string, input: JsonObject) => Promise<QuestionAnswer>;
};

/** Which model plays which part. */
export type Roles = {
  readonly judge?: ModelRef;
  readonly simulator?: ModelRef;
  readonly embeddings?: ModelRef;
};

/** Asks one question of a scorer. What fails comes back as data, in words. */
async function answerAsking({ question, trial }: Asking, roles: Roles, ask: Ask): Promise<QuestionAnswer> {
  switch (question.kind) {
    case 'scorer':
      return ask.runScorer(question.name, question.input);
    case 'embedding': {
      const model = roles.embeddings;
      if (model === undefined) return { kind: 'failed', why: 'no embedding model is configured' };
      const request = {
        kind: 'embedding',
        provider: model.provider,
        model: model.model,
        texts: question.texts,
      } as const;
      return read(await ask.reply(callFor(request, 0, 'embedding')), ask);
    }
    case 'chat': {
      const model = roles[question.to];
      if (model === undefined) return { kind: 'failed', why: `no ${question.to} is configured` };
      const purpose = question.to === 'judge' ? 'judge' : 'simulate';
      return read(await ask.reply(callFor(chatRequest(question, model), trial, purpose)), ask);
    }
  }
}

function read(reply: Reply, ask: Ask): QuestionAnswer {
  if (reply.kind === 'failed') return { kind: 'failed', why: reply.message };
  const answer = ask.kept(reply.call);
  if (answer === undefined) return { kind: 'failed', why: 'its answer is not in the store any more' };
  return answer.vectors === undefined
    ? { kind: 'text', text: answer.text }
    : { kind: 'vectors', vectors: answer.vectors };
}

/** A question as it is sent to the model that plays its part; what the question needs wins over the model's parameters. */
export function chatRequest({ messages, params }: Pick<ChatQuestion, 'messages' | 'params'>, model: ModelRef): Request {
  return {
    kind: 'chat',
    provider: model.provider,
    model: model.model,
    messages,
    params: { ...model.params, ...params },
  };
}

/** What a scorer wants to know first, or what it found. */
type Step<Result> =
  | { readonly kind: 'ask'; readonly askings: readonly Asking[] }
  | { readonly kind: 'done'; readonly result: Result };

/** Asks what a scorer wants to know until it knows enough. `step` is pure: it is called with all answers so far. */
export async function askUntilDone<Result>(
  step: (answers: QuestionAnswers) => Step<Result>,
  { roles, ask }: { readonly roles: Roles; readonly ask: Ask },
): Promise<Result> {
  const answers = new Map<string, QuestionAnswer>();
  for (;;) {
    const next = step(answers);
    if (next.kind === 'done') return next.result;
    const asked = next.askings.map(async (asking) => {
      answers.set(asking.key, await answerAsking(asking, roles, ask));
    });
    await Promise.all(asked);
  }
}

/**
 * Asks as a check does: what was said before `since` (milliseconds since 1970) says nothing of today. What a judge made of
 * a reply still holds.
 */
export function askAnew(ask: Ask, since: number): Ask {
  const reply: Ask['reply'] = (call) => ask.reply(call.purpose === 'reply' ? { ...call, notBefore: since } : call);
  return { ...ask, reply };
}
