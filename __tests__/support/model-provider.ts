import type { AnyRequest } from '../../src/core/call.ts';
import { type Allowance, type Clock, type Provider, ProviderError } from '../../src/core/ports.ts';
import type { Answer, FailureReason } from '../../src/core/reply.ts';
import { answerOf } from './model-answers.ts';

/** What a recording provider did. */
export type RecordingProvider = Provider & {
  /** Texts of the requests, in order of arrival, with when they came. */
  readonly asked: { readonly text: string; readonly at: number }[];
  readonly mostAtOnce: () => number;
};

export type Acting = {
  readonly text: string;
  /** Counted from 0 over all requests. */
  readonly arrival: number;
  readonly heed: (allowance: Allowance) => void;
};

/** A provider that takes `ms` and then does what `act` says; everything it was asked is recorded. */
export function recordingProvider(
  clock: Clock,
  ms: number,
  act: (acting: Acting) => Partial<Answer> = () => ({}),
): RecordingProvider {
  const asked: { text: string; at: number }[] = [];
  let underWay = 0;
  let most = 0;
  return {
    asked,
    mostAtOnce: () => most,
    ask: async (request: AnyRequest, signal, heed) => {
      const text = request.kind === 'chat' ? (request.messages.at(-1)?.content ?? '') : request.texts.join('\n');
      const arrival = asked.length;
      asked.push({ text, at: clock.monotonic() });
      underWay += 1;
      most = Math.max(most, underWay);
      try {
        await clock.sleep(ms, signal);
        return answerOf(`reply to ${text}`, {
          servedModel: request.model,
          at: clock.now(),
          ...act({ text, arrival, heed: heed ?? (() => {}) }),
        });
      } finally {
        underWay -= 1;
      }
    },
  };
}

/** Fails as a provider does. */
export function fail(
  reason: FailureReason,
  about: { stopsProvider?: boolean; stopsModel?: boolean; retryAfterMs?: number } = {},
): never {
  const retryable = ['connection', 'timeout', 'rate-limit', 'server', 'malformed'].includes(reason);
  throw new ProviderError(`it said ${reason}`, { reason, retryable, ...about });
}
