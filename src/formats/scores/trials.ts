import type { ScoreTrial } from './types.ts';

/** A trial of which nothing but the score is known. */
export function bareTrial(score: number, passes?: boolean): ScoreTrial {
  return {
    outcome: { score, ...(passes === undefined ? {} : { passes }), marks: [], metrics: {} },
    reply: { checks: [] },
  };
}

/** A trial without a score. `unscored`: there was a reply, but nothing could grade it. */
export function missingTrial(missing: 'failed' | 'unscored', why: string, text?: string): ScoreTrial {
  const reason = missing === 'failed' ? 'server' : 'unscored';
  return {
    outcome: { missing },
    reply: { checks: [], error: { reason, message: why }, ...(text === undefined ? {} : { text }) },
  };
}
