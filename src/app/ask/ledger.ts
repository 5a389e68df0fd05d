import { WaitingLine } from './waiting-line.ts';

/** What a run may cost. */
export type LedgerLimits = { readonly maxCalls: number; readonly maxCostUsd: number };
/** Which limit a call would break. */
export type Broken = 'calls' | 'usd';

type Waiter = { readonly usd: number; readonly admit: (answer: Broken | undefined) => void };

/**
 * What was spent and what calls under way may still cost. A call is admitted only where it fits whatever those under
 * way come to; it waits where it depends on that, and is refused where it cannot fit any more.
 */
export class Ledger {
  readonly #limits: LedgerLimits;
  readonly #line = new WaitingLine<Waiter>();
  #calls = 0;
  #usd = 0;
  /** Dollars of attempts that were lost on the way back: they may have been charged for. */
  #lostUsd = 0;
  #underWay = 0;
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
      calls: this.#limits.maxCalls - this.#calls - this.#underWay,
      usd: this.#limits.maxCostUsd - this.#usd - this.#lostUsd - this.#reservedUsd,
    };
  }

  /** Waits until a call that costs at most `usd` fits. @returns the limit that keeps it from ever fitting. */
  admit(usd: number, urgent: boolean): Promise<Broken | undefined> {
    return new Promise((resolve) => {
      this.#line.add({ usd, admit: resolve }, urgent);
      this.#pump();
    });
  }

  /** An admitted call is over. @param usd what it cost; `undefined` where it was not answered or nobody knows. */
  settle(reservedUsd: number, answered: boolean, usd: number | undefined): void {
    this.#underWay -= 1;
    this.#reservedUsd -= reservedUsd;
    if (this.#underWay === 0) this.#reservedUsd = 0;
    if (answered) this.#calls += 1;
    this.#usd += usd ?? 0;
    this.#pump();
  }

  /** An attempt got lost on its way back. @returns the limit that forbids another one. */
  lose(usd: number): Broken | undefined {
    this.#calls += 1;
    this.#lostUsd += usd;
    const left = this.left();
    if (left.calls < 0) this.#broken ??= 'calls';
    else if (left.usd < 0) this.#broken ??= 'usd';
    return left.calls < 0 ? 'calls' : left.usd < 0 ? 'usd' : undefined;
  }

  /** Admits all who wait: the run is over, and each finds out why by itself. */
  stop(): void {
    this.#stopped = true;
    this.#pump();
  }

  #pump(): void {
    for (let waiter = this.#line.first(); waiter !== undefined; waiter = this.#line.first()) {
      const left = this.left();
      const broken = left.calls < 1 ? 'calls' : left.usd < waiter.usd ? 'usd' : undefined;
      if (!this.#stopped && broken !== undefined && this.#underWay > 0) return;
      this.#line.take();
      if (!this.#stopped && broken !== undefined) {
        this.#broken ??= broken;
        waiter.admit(broken);
      } else {
        this.#underWay += 1;
        this.#reservedUsd += waiter.usd;
        waiter.admit(undefined);
      }
    }
  }
}
