import { type Broken, Ledger, type LedgerLimits } from './ledger.ts';

/** How an admitted attempt is settled with every ledger that admitted it. */
export type Settle = (end: Parameters<Ledger['settle']>[1], usd?: number) => void;

/** Leave to send, or the limits that keep the call from ever fitting, with the one it would break. */
export type Leave =
  | { readonly kind: 'admitted'; readonly settle: Settle }
  | { readonly kind: 'refused'; readonly limit: Broken; readonly limits: LedgerLimits; readonly own: boolean };

/** A budget that some calls of a run share, and how many replies were made of it. */
type OwnLedger = { readonly ledger: Ledger; readonly limits: LedgerLimits; replies: number };

/** The ledger of a run, and one for each budget of its own within it: a call is admitted where it fits into both. */
export class Ledgers {
  readonly whole: Ledger;
  readonly #limits: LedgerLimits;
  readonly #own: ReadonlyMap<number, OwnLedger>;

  /** @param own limits by the number that calls name them by */
  constructor(limits: LedgerLimits, own: ReadonlyMap<number, LedgerLimits>) {
    this.#limits = limits;
    this.whole = new Ledger(limits);
    this.#own = new Map([...own].map(([at, held]) => [at, { ledger: new Ledger(held), limits: held, replies: 0 }]));
  }

  /** Waits until the call fits. Of its own budget first: what waits there keeps no room of the run's from others. */
  async admit(budget: number | undefined, most: () => number, urgent: boolean): Promise<Leave> {
    const own = budget === undefined ? undefined : this.#own.get(budget);
    const first = await own?.ledger.admit(most, urgent);
    if (own !== undefined && first?.kind === 'refused')
      return { kind: 'refused', limit: first.limit, limits: own.limits, own: true };
    const then = await this.whole.admit(most, urgent);
    const settleOwn: Settle = (end, usd) => {
      if (own !== undefined && first?.kind === 'admitted') own.ledger.settle(first.reservation, end, usd);
    };
    if (then.kind === 'refused') {
      settleOwn('nothing');
      return { kind: 'refused', limit: then.limit, limits: this.#limits, own: false };
    }
    return {
      kind: 'admitted',
      settle: (end, usd) => {
        this.whole.settle(then.reservation, end, usd);
        settleOwn(end, usd);
      },
    };
  }

  /** A reply was made of this budget. */
  countReply(budget: number | undefined): void {
    const own = budget === undefined ? undefined : this.#own.get(budget);
    if (own !== undefined) own.replies += 1;
  }

  /** The limit of a budget that `replies` more would break, or that has refused a call already. */
  wouldBreak(budget: number, replies: number): Broken | undefined {
    const own = this.#own.get(budget);
    if (own === undefined) return undefined;
    return own.ledger.broken ?? breaks(own.ledger, own.replies, replies);
  }

  revalue(): void {
    this.#each((ledger) => ledger.revalue());
  }

  stop(): void {
    this.#each((ledger) => ledger.stop());
  }

  #each(run: (ledger: Ledger) => void): void {
    run(this.whole);
    for (const { ledger } of this.#own.values()) run(ledger);
  }
}

/** Which limit so many replies more would break, at the calls and dollars that a reply took so far. */
export function breaks(ledger: Ledger, made: number, replies: number): Broken | undefined {
  const each = Math.max(1, made);
  const left = ledger.left();
  if ((replies * Math.max(each, ledger.calls)) / each > left.calls) return 'calls';
  return (replies * ledger.usd) / each > left.usd ? 'usd' : undefined;
}
