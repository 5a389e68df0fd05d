import type { Call } from '../../core/call.ts';
import { type CostOf, costOfAnswer } from '../../core/money/prices.ts';
import type { Clock, ProviderError, Store } from '../../core/ports.ts';
import type { Answer } from '../../core/reply.ts';
import { attemptCall } from './attempt-call.ts';
import type { Ceilings } from './ceilings.ts';
import { countMissingUsage } from './count-missing-usage.ts';
import type { Lanes, Route } from './lanes.ts';
import type { Ledgers, Settle } from './ledgers.ts';
import type { AskingLimits } from './limits.ts';
import { cancelled, type NotAsked, noProvider, overBudget, overdue, type Refusals } from './not-asked.ts';

type SenderDeps = {
  readonly store: Store;
  readonly clock: Clock;
  /** Gives [0, 1); for jitter only. */
  readonly random: () => number;
  readonly limits: AskingLimits;
  readonly lanes: Lanes;
  readonly ledgers: Ledgers;
  readonly ceilings: Ceilings;
  readonly refusals: Refusals;
  /** Monotonic milliseconds. */
  readonly deadline: number;
  /** Aborted when the run is cancelled. */
  readonly cancel: AbortSignal;
  /** Ends waiting at once; `hardStop` ends what is under way. */
  readonly stop: AbortSignal;
  readonly hardStop: AbortSignal;
  readonly costOf: CostOf;
  readonly onRetry: () => void;
};

/** Sends calls, each as often as it takes: which way, in turn, as far as the budget goes, and what to do about trouble. */
export class Sender {
  readonly #deps: SenderDeps;

  constructor(deps: SenderDeps) {
    this.#deps = deps;
  }

  /** Until it is answered or given up. @throws where the store cannot be written */
  async send(call: Call): Promise<Answer | NotAsked> {
    const { lanes, refusals, limits, ceilings, onRetry } = this.#deps;
    const { request } = call;
    const mostUsd = ceilings.of(request);
    let faults = 0;
    let limited = 0;
    for (;;) {
      const route = lanes.routeOf(request.provider);
      if (route === undefined) return noProvider(request.provider);
      if (route.lane.problem !== undefined) return route.lane.problem;
      const entry = await route.lane.enter(faults + limited > 0 || isUrgent(call));
      if (entry.kind === 'closed') continue;
      if (entry.kind !== 'go') return entry.kind === 'deadline' ? overdue(limits) : cancelled;
      // Asked only now: the model may have been refused while this call waited.
      const refused = refusals.why(route.name, request);
      if (refused !== undefined) {
        route.lane.leave();
        return refused;
      }
      const result = await this.#attemptWithin(call, route, mostUsd);
      if (!(result instanceof Error)) return result;
      const mayRetry = result.retryable || (result.stopsProvider && lanes.routeOf(request.provider) !== route);
      if (!mayRetry) return result;
      if (result.reason === 'rate-limit') limited += 1;
      else faults += 1;
      if (limited >= limits.limitedAttempts) route.lane.giveUp(result, limited);
      if (faults >= limits.attempts || limited >= limits.limitedAttempts) {
        return { reason: result.reason, message: `${result.message} It was tried ${faults + limited} times.` };
      }
      const ended = await this.#backOff(result, result.reason === 'rate-limit' ? limited : faults);
      if (ended !== undefined) return ended;
      onRetry();
    }
  }

  /** One attempt where the budget has room for it: asked at the last moment, since what came back meanwhile tells what a reply may cost. */
  async #attemptWithin(call: Call, route: Route, mostUsd: () => number): Promise<Answer | ProviderError | NotAsked> {
    const { ledgers, limits, stop, cancel } = this.#deps;
    const leave = await ledgers.admit(call.budget, mostUsd, isUrgent(call));
    if (leave.kind === 'refused') {
      route.lane.leave();
      return overBudget(leave);
    }
    const { settle } = leave;
    if (!stop.aborted) return this.#attempt(call, route, settle);
    // The run ended while this one waited for the budget.
    route.lane.leave();
    settle('nothing');
    return cancel.aborted ? cancelled : overdue(limits);
  }

  /** One attempt. An answer is durable before it counts; the lane bounds how many are not yet. */
  async #attempt(call: Call, { name, seat, lane }: Route, settle: Settle): Promise<Answer | ProviderError | NotAsked> {
    const { clock, store, ledgers, limits, refusals, ceilings, costOf, hardStop } = this.#deps;
    const { request } = call;
    const sentAt = clock.monotonic();
    let attempted: Awaited<ReturnType<typeof attemptCall>>;
    try {
      attempted = await attemptCall(request, {
        provider: seat.provider,
        name,
        clock,
        timeoutMs: seat.attemptMs ?? limits.attemptTimeoutMs,
        cancel: hardStop,
        heed: (allowance) => lane.heed(allowance),
        side: call.side,
      });
    } catch (error) {
      lane.leave();
      settle('nothing');
      throw error;
    }
    if (attempted.kind === 'answered') {
      const answer = countMissingUsage(request, attempted.answer);
      // What it cost is known before the lane lets the next in.
      if (ceilings.saw(request.model, answer)) ledgers.revalue();
      settle('answered', costOfAnswer(request, answer, costOf));
      refusals.answered(name, request);
      lane.answered(answer);
      await store.keep(call, answer).finally(() => lane.saved());
      return answer;
    }
    if (attempted.kind === 'cancelled') {
      lane.leave();
      settle('nothing');
      return cancelled;
    }
    // Known before the lane lets the next in.
    if (attempted.error.reason === 'refused-request') refusals.refused(name, request, attempted.error);
    settle(mayHaveBeenCharged(attempted.error) ? 'lost' : 'nothing');
    lane.failed(attempted.error, sentAt);
    return attempted.error;
  }

  /** Waits before the next attempt. Where the service gave a hint, its lane waits for all. */
  async #backOff(error: ProviderError, attempt: number): Promise<NotAsked | undefined> {
    const { clock, random, limits, deadline, stop, cancel } = this.#deps;
    const { backoffMs, longestBackoffMs } = limits;
    // The lane waits for a hint; one that says nearly nothing does not spare the service.
    const hinted = (error.retryAfterMs ?? 0) >= backoffMs;
    const ms = hinted ? 0 : drawBackoff(attempt, backoffMs, longestBackoffMs, random);
    if (clock.monotonic() + ms >= deadline) return overdue(limits);
    try {
      await clock.sleep(ms, stop);
    } catch {
      return cancel.aborted ? cancelled : overdue(limits);
    }
    return undefined;
  }
}

/** Questions about a reply end what was begun: they go before new replies. */
function isUrgent({ purpose }: Call): boolean {
  return purpose !== 'reply';
}

/** The service may have done its work, and only the way back failed. */
function mayHaveBeenCharged({ reason }: ProviderError): boolean {
  return reason === 'timeout' || reason === 'malformed';
}

/**
 * Milliseconds to wait before attempt `attempt` + 1: any span up to an exponentially growing one, so that calls that
 * failed together do not come back together ("full jitter": AWS Architecture Blog, Exponential Backoff And Jitter, 2015).
 * @param attempt failed attempts so far, 1 or more. `random` gives [0, 1).
 */
export function drawBackoff(attempt: number, firstMs: number, longestMs: number, random: () => number): number {
  return random() * Math.min(longestMs, firstMs * 2 ** (attempt - 1));
}
