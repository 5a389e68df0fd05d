import { WaitingLine } from './waiting-line.ts';

/** What a run may cost. */
export type LedgerLimits = { readonly maxCalls: number; readonly maxCostUsd: number };
/** Which limit a call would break. */
export type Broken = 'calls' | 'usd';

/** The most an attempt under way may cost: as it was known when it was sent, raised when a reply shows more. */
type Reservation = { usd: number; readonly most: () => number };
/** Leave to send, or the limit that keeps the call from ever fitting. */
export type Admission =
  | { readonly kind: 'admitted'; readonly reservation: Reservation }
  | { readonly kind: 'refused'; readonly limit: Broken };

type Waiter = { readonly most: () => number; readonly admit: (answer: Admission) => void };

/**
 * What was spent and what calls under way may still cost. A call is admitted only where it fits whatever those under
 * way come to; it waits where it depends on that, and is refused where it cannot fit any more. So what is spent beyond
 * the limit is at most what the replies under way cost beyond what was reserved for them.
 */
export class Ledger {
  readonly #limits: LedgerLimits;
  readonly #line = new WaitingLine<Waiter>();
  #calls = 0;
  #usd = 0;
  /** Dollars of attempts that were lost on the way back: they may have been charged for. */
  #lostUsd = 0;
  readonly #underWay = new Set<Reservation>();
  #reservedUsd = 0;
  #broken: Broken | undefined;
  #stopped = false;

  constructor(limits: LedgerLimits) {
    this.#limits = limits;
  }

  get calls(): number {
    return this.#calls;
  }

  get usd(): number {
    return this.#usd;
  }

  /** The limit that ended the run, if one did. */
  get broken(): Broken | undefined {
    return this.#broken;
  }

  /** Calls and dollars that are neither spent nor reserved. */
  left(): { readonly calls: number; readonly usd: number } {
    return {
      calls: this.#limits.maxCalls - this.#calls - this.#underWay.size,
      usd: this.#limits.maxCostUsd - this.#usd - this.#lostUsd - this.#reservedUsd,
    };
  }

  /** Waits until a call fits that costs at most `most`, which is asked anew whenever there may be room. */
  admit(most: () => number, urgent: boolean): Promise<Admission> {
    return new Promise((resolve) => {
      this.#line.add({ most, admit: resolve }, urgent);
      this.#pump();
    });
  }

  /**
   * An admitted attempt is over: answered, lost on its way back (it may have been charged for at its most), or for nothing.
   * @param usd what an answer cost; `undefined` where nobody knows.
   */
  settle(reservation: Reservation, end: 'answered' | 'lost' | 'nothing', usd?: number): void {
    this.#underWay.delete(reservation);
    this.#reservedUsd = this.#underWay.size === 0 ? 0 : this.#reservedUsd - reservation.usd;
    if (end !== 'nothing') this.#calls += 1;
    if (end === 'lost') this.#lostUsd += reservation.usd;
    this.#usd += usd ?? 0;
    this.#pump();
  }

  /** A reply has shown that others may cost more than was thought when they were sent. */
  revalue(): void {
    for (const reservation of this.#underWay) {
      const usd = Math.max(reservation.usd, reservation.most());
      this.#reservedUsd += usd - reservation.usd;
      reservation.usd = usd;
    }
  }

  /** Admits all who wait: the run is over, and each finds out why by itself. */
  stop(): void {
    this.#stopped = true;
    this.#pump();
  }

  #pump(): void {
    for (let waiter = this.#line.first(); waiter !== undefined; waiter = this.#line.first()) {
      const left = this.left();
      const usd = waiter.most();
      const broken = left.calls < 1 ? 'calls' : left.usd < usd ? 'usd' : undefined;
      if (!this.#stopped && broken !== undefined && this.#underWay.size > 0) return;
      this.#line.take();
      if (!this.#stopped && broken !== undefined) {
        this.#broken ??= broken;
        waiter.admit({ kind: 'refused', limit: broken });
      } else {
        const reservation = { usd, most: waiter.most };
        this.#underWay.add(reservation);
        this.#reservedUsd += usd;
        waiter.admit({ kind: 'admitted', reservation });
      }
    }
  }
}
