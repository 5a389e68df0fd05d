import type { AskingSession } from '../../src/app/review/review-ports.ts';
import type { Answer } from '../../src/core/reply.ts';

/** Judges every call alike, or fails every one. */
export function judgingSession(says: { readonly grade: number } | { readonly fails: string }): AskingSession {
  const answers = new Map<string, Answer>();
  let made = 0;
  return {
    ask: {
      reply: async (call) => {
        made += 1;
        if ('fails' in says) return { kind: 'failed', call: call.id, reason: 'quota', message: says.fails };
        const text = JSON.stringify({ reason: 'As it is.', score: says.grade });
        const answer: Answer = {
          ...{ text, toolCalls: [], finishReason: 'stop', usage: {}, servedModel: 'strict', servedBy: 'default' },
          ...{ latencyMs: 1, at: 0 },
        };
        answers.set(call.id, answer);
        return { kind: 'answered', call: call.id, answer, kept: false };
      },
      kept: (call) => answers.get(call),
      isKept: () => false,
      runScorer: async () => ({ kind: 'failed', why: 'there is none' }),
    },
    ...{ priceOf: () => undefined, mayAsk: () => 'complete', wouldBreak: () => undefined, stoppedBy: () => undefined },
    ...{ expect: () => undefined, stopped: () => [], notes: () => [], close: async () => undefined },
    spent: () => ({
      calls: {
        made,
        kept: 0,
        saved: 0,
        failed: 0,
        retried: 0,
        byPurpose: { reply: 0, judge: made, simulate: 0, embedding: 0 },
      },
      ...{ costUsd: { unpriced: [] }, served: [], adapted: [] },
    }),
    history: { scores: () => [], keepScores: async () => undefined },
  };
}
