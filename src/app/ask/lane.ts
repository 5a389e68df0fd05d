import { type Allowance, type Clock, ProviderError } from '../../core/ports.ts';
import type { Answer } from '../../core/reply.ts';
import { AllowanceLeft } from './allowance-left.ts';
import { Circuit } from './circuit.ts';
import type { AskingLimits } from './limits.ts';
import { drawBackoff } from './sender.ts';
import { WaitingLine } from './waiting-line.ts';
import { Width } from './width.ts';

/** Leave to send one attempt, or why there is none. */
export type Entry =
  | { readonly kind: 'go'; readonly sentAt: number }
  /** The provider is stopped: `problem` says why. */
  | { readonly kind: 'closed' }
  /** The service asks to wait until after the run's deadline, or that has come. */
  | { readonly kind: 'deadline' }
  | { readonly kind: 'cancelled' };

export type LaneSettings = {
  /** Down at the first trip instead of resting: there is a fallback to hand over to. */
  readonly handsOver: boolean;
  readonly limits: AskingLimits;
  readonly clock: Clock;
  readonly random: () => number;
  /** Monotonic milliseconds. */
  readonly deadline: number;
};

/** Refusals that show a service to answer nothing: one or two may be the rest of another job's. */
const leastRefusals = 5;

/**
 * How many calls may be under way or not yet on the disk, which is what a kill can lose: a quarter more than the width, so that
 * the service need not wait for the disk.
 */
export function mostAtRisk(width: number): number {
  return width + Math.ceil(width / 4);
}

/**
 * The way to one provider: how many calls are under way, who waits, and when the next may go. Not `p-queue` or `bottleneck`: they
 * start what was queued at a fixed pace, while here leave depends on what the service last answered, a place stays taken until
 * the answer is on the disk, and whoever waits must be told to go elsewhere when the service is down.
 */
export class Lane {
  readonly #settings: LaneSettings;
  readonly #width: Width;
  readonly #allowance = new AllowanceLeft();
  readonly #circuit = new Circuit();
  readonly #line = new WaitingLine<(entry: Entry) => void>();
  #underWay = 0;
  /** Answers that are not on the disk yet. */
  #unsaved = 0;
  #pausedUntil = Number.NEGATIVE_INFINITY;
  #limitedInARow = 0;
  /** Attempts limited in their rate since the last answer. */
  #unanswered = 0;
  /** When the first of those was. */
  #silentSince = 0;
  #wake: AbortController | undefined;
  #problem: ProviderError | undefined;
  #ended: 'deadline' | 'cancelled' | undefined;

  constructor(settings: LaneSettings) {
    this.#settings = settings;
    this.#width = new Width(settings.limits.concurrency);
  }

  /** Why nothing goes this way any more. */
  get problem(): ProviderError | undefined {
    return this.#problem;
  }

  /** Waits for leave to send. Whoever gets `go` must call `answered` (and then `saved`), `failed` or `leave` when the attempt is over. */
  enter(urgent: boolean): Promise<Entry> {
    return new Promise((resolve) => {
      this.#line.add(resolve, urgent);
      // Where others wait already, this one waits for the same.
      if (this.#line.length === 1) this.#pump();
    });
  }

  /** What the service says it will still take. */
  heed(allowance: Allowance): void {
    this.#allowance.heed(allowance, Math.max(0, this.#underWay - 1), this.#settings.clock.monotonic());
  }

  /** The place is free again; `saved` has to follow. */
  answered({ usage }: Answer): void {
    this.#width.answered();
    this.#circuit.answered();
    this.#limitedInARow = 0;
    this.#unanswered = 0;
    this.#allowance.sawTokens((usage.inputTokens ?? 0) + (usage.outputTokens ?? 0));
    this.#unsaved += 1;
    this.#leave();
  }

  /** An answer is on the disk, or never will be. */
  saved(): void {
    this.#unsaved -= 1;
    this.#pump();
  }

  /** An attempt that was not answered. */
  failed(error: ProviderError, sentAt: number): void {
    const now = this.#settings.clock.monotonic();
    if (error.stopsProvider) this.#close(error);
    else if (error.reason === 'rate-limit') this.#limited(error, sentAt, now);
    else if (error.retryable) this.#fault(error, sentAt, now);
    this.#leave();
  }

  /** A call was limited in its rate as often as one may be. Where nothing at all was answered meanwhile, no other call will be. */
  giveUp(error: ProviderError, times: number): void {
    if (this.#unanswered < times) return;
    this.#closeSilent(error);
    this.#pump();
  }

  /** An attempt that says nothing about the service (cancelled). */
  leave(): void {
    this.#leave();
  }

  /** Lets nobody in any more; who waits is told why. */
  end(why: 'deadline' | 'cancelled'): void {
    this.#ended ??= why;
    this.#pump();
  }

  #closeSilent({ message, reason, fix }: ProviderError): void {
    const told = `${message} It answered none of ${this.#unanswered} attempts.`;
    this.#close(new ProviderError(told, { reason, fix }));
  }

  #limited(error: ProviderError, sentAt: number, now: number): void {
    const { retryAfterMs: hintMs } = error;
    if (this.#unanswered === 0) this.#silentSince = now;
    this.#unanswered += 1;
    // Whatever its hints say: it was waited for as they asked, and nothing came.
    if (this.#unanswered >= leastRefusals && now - this.#silentSince >= this.#settings.limits.silentMs)
      this.#closeSilent(error);
    const narrowest = this.#width.now === 1;
    this.#width.limited(sentAt, now);
    const { backoffMs, longestBackoffMs } = this.#settings.limits;
    if (hintMs !== undefined) this.#pause(now + hintMs);
    if (narrowest && (hintMs ?? 0) < backoffMs) {
      // One call at a time is still too many: only time helps.
      this.#limitedInARow += 1;
      this.#pause(now + drawBackoff(this.#limitedInARow, backoffMs, longestBackoffMs, this.#settings.random));
    }
  }

  #fault(error: ProviderError, sentAt: number, now: number): void {
    if (error.retryAfterMs !== undefined) this.#pause(now + error.retryAfterMs);
    const tripped = this.#circuit.fault(sentAt, now);
    if (tripped.kind === 'no') return;
    if (tripped.kind === 'down' || this.#settings.handsOver) this.#close(error);
    else this.#pause(now + tripped.ms);
  }

  #pause(until: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, until);
  }

  #close(problem: ProviderError): void {
    this.#problem ??= problem;
  }

  #leave(): void {
    this.#underWay -= 1;
    this.#pump();
  }

  /** Lets in whoever may go, and wakes up again when time alone will let in more. */
  #pump(): void {
    this.#wake?.abort();
    this.#wake = undefined;
    for (let waiter = this.#line.first(); waiter !== undefined; waiter = this.#line.first()) {
      const entry = this.#decide();
      if (typeof entry === 'number') {
        if (Number.isFinite(entry)) this.#wakeAfter(entry);
        return;
      }
      this.#line.take();
      if (entry.kind === 'go') {
        this.#underWay += 1;
        this.#allowance.sent();
      }
      waiter(entry);
    }
  }

  /** What the next in line gets now, or the milliseconds after which to look again; infinite where a call has to end first. */
  #decide(): Entry | number {
    const { clock, deadline } = this.#settings;
    const now = clock.monotonic();
    if (this.#ended !== undefined) return { kind: this.#ended };
    if (this.#problem !== undefined) return { kind: 'closed' };
    if (now >= deadline || this.#pausedUntil >= deadline) return { kind: 'deadline' };
    if (this.#pausedUntil > now) return this.#pausedUntil - now;
    const width = this.#circuit.trying ? 1 : this.#width.now;
    if (this.#underWay >= width || this.#underWay + this.#unsaved >= mostAtRisk(width)) return Number.POSITIVE_INFINITY;
    const waitMs = this.#allowance.waitMs(now);
    return waitMs > 0 ? waitMs : { kind: 'go', sentAt: now };
  }

  #wakeAfter(ms: number): void {
    const wake = new AbortController();
    this.#wake = wake;
    this.#settings.clock.sleep(ms, wake.signal).then(
      () => this.#pump(),
      () => {},
    );
  }
}
