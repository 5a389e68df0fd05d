import type { FailureReason } from '../../core/reply.ts';
import type { Broken } from './ledger.ts';
import type { AskingLimits } from './limits.ts';

/** Why a call has no answer, in words for the reader. */
export type NotAsked = { readonly reason: FailureReason; readonly message: string };

export const cancelled: NotAsked = { reason: 'cancelled', message: 'Not asked: the run was cancelled.' };

export function noProvider(name: string): NotAsked {
  return {
    reason: 'refused-request',
    message: `There is no provider called ${name}. Name one of \`providers\` in the config.`,
  };
}

export function overBudget(broken: Broken, { maxCalls, maxCostUsd }: AskingLimits): NotAsked {
  const what = broken === 'calls' ? `${maxCalls} calls (max-calls)` : `$${maxCostUsd} (max-cost)`;
  return { reason: 'budget', message: `Not asked: the run’s limit of ${what} is reached.` };
}

export function overdue({ timeoutMs }: AskingLimits): NotAsked {
  const minutes = Math.round(timeoutMs / 6000) / 10;
  return {
    reason: 'deadline',
    message: `Not asked: the run’s time of ${minutes} min (timeout) is over, or ends before the service lets it go on.`,
  };
}
