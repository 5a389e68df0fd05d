import type { AnyRequest } from '../../core/call.ts';
import type { ProviderError } from '../../core/ports.ts';
import type { FailureReason } from '../../core/reply.ts';
import type { Leave } from './ledgers.ts';
import type { AskingLimits } from './limits.ts';

/** Refusals of a model in a row, with no answer between, after which its other calls are not tried. */
const IN_A_ROW = 3;

/** Models that a provider refuses: one clear message instead of the same refusal for every call. */
export class Refusals {
  readonly #byModel = new Map<string, { readonly count: number; readonly error: ProviderError }>();

  /** Why calls to this model are not sent to this provider any more. */
  why(provider: string, { model }: AnyRequest): ProviderError | undefined {
    const held = this.#byModel.get(key(provider, model));
    return held !== undefined && (held.error.stopsModel || held.count >= IN_A_ROW) ? held.error : undefined;
  }

  /** Models that were given up, one message each. */
  stopped(): readonly { readonly provider: string; readonly message: string }[] {
    return [...this.#byModel].flatMap(([held, { count, error }]) =>
      error.stopsModel || count >= IN_A_ROW ? [{ provider: held.split('\n', 1)[0] ?? '', message: error.withFix }] : [],
    );
  }

  refused(provider: string, { model }: AnyRequest, error: ProviderError): void {
    const count = (this.#byModel.get(key(provider, model))?.count ?? 0) + 1;
    this.#byModel.set(key(provider, model), { count, error });
  }

  answered(provider: string, { model }: AnyRequest): void {
    this.#byModel.delete(key(provider, model));
  }
}

function key(provider: string, model: string): string {
  return `${provider}\n${model}`;
}

/** Why a call has no answer, in words for the reader. */
export type NotAsked = { readonly reason: FailureReason; readonly message: string };

export const cancelled: NotAsked = { reason: 'cancelled', message: 'Not asked: the run was cancelled.' };

export function noProvider(name: string): NotAsked {
  return {
    reason: 'refused-request',
    message: `There is no provider called ${name}. Name one of \`providers\` in the config.`,
  };
}

export function overBudget({ limit, limits, own }: Extract<Leave, { readonly kind: 'refused' }>): NotAsked {
  const { maxCalls, maxCostUsd } = limits;
  const [calls, usd] = own ? ['budget.calls', 'budget.usd'] : ['max-calls', 'max-cost'];
  const what = limit === 'calls' ? `${maxCalls} calls (${calls})` : `$${maxCostUsd} (${usd})`;
  const whose = own ? 'the limit of its `overrides`,' : 'the run’s limit of';
  return { reason: 'budget', message: `Not asked: ${whose} ${what} is reached.` };
}

export function overdue({ timeoutMs }: AskingLimits): NotAsked {
  const minutes = Math.round(timeoutMs / 6000) / 10;
  return {
    reason: 'deadline',
    message: `Not asked: the run’s time of ${minutes} min (timeout) is over, or ends before the service lets it go on.`,
  };
}
