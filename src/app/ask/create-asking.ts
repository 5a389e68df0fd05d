import type { Call } from '../../core/call.ts';
import { type CostOf, costOfAnswer } from '../../core/money/prices.ts';
import type { Clock, Progress, Store } from '../../core/ports.ts';
import type { Answer, Reply } from '../../core/reply.ts';
import type { Report } from '../../core/report/report.ts';
import type { Ending } from '../../core/run/trial-run.ts';
import { couldBeRead } from '../../scorers/index.ts';
import { Ceilings } from './ceilings.ts';
import { Lanes, type Seat } from './lanes.ts';
import type { Broken, LedgerLimits } from './ledger.ts';
import { breaks, Ledgers } from './ledgers.ts';
import { type AskingLimits, usualLimits } from './limits.ts';
import { type NotAsked, Refusals } from './not-asked.ts';
import { PairTable } from './pair-table.ts';
import { Sender } from './sender.ts';
import { type Spent, Tally } from './tally.ts';

export type AskingDeps = {
  /** By the name requests call them. */
  readonly providers: ReadonlyMap<string, Seat>;
  readonly store: Store;
  readonly clock: Clock;
  /** Gives [0, 1); for jitter only. */
  readonly random: () => number;
  /** The gate compares times to the first token: a kept reply that does not tell its own is none. */
  readonly needsFirstToken?: boolean;
  readonly limits: Pick<AskingLimits, 'concurrency' | 'maxCalls' | 'maxCostUsd' | 'timeoutMs'> & Partial<AskingLimits>;
  /** Limits of calls that name a budget of their own, by its number. */
  readonly ownLimits?: ReadonlyMap<number, LedgerLimits>;
  readonly progress: Progress;
  readonly costOf: CostOf;
  /** Aborted when the run is cancelled. */
  readonly cancel: AbortSignal;
};

/** The run's one way to models. */
export type Asking = {
  /**
   * Asks a call, or takes its kept answer. What cannot be got comes back as a failed reply with its reason.
   * Calls are sent in the order of asking, but judges' and other questions about replies go first.
   * @throws where the store cannot be written: what was paid for would be lost.
   */
  readonly ask: (call: Call) => Promise<Reply>;
  /** Whether a kept answer would serve: one of this service, and young enough. */
  readonly isKept: (call: Call) => boolean;
  /** Announces calls of a model, which progress counts from now on. */
  readonly expect: (model: string, calls: number) => void;
  readonly spent: () => Spent;
  /** Whether `replies` more replies fit what is left, at the calls and dollars a reply took so far. */
  readonly mayAsk: (replies: number) => Ending;
  /** The limit of a budget of its own that so many replies more would break, or that has refused a call already. */
  readonly wouldBreak: (budget: number, replies: number) => Broken | undefined;
  /** The limit behind an ending, with its value; none where no limit ended it. */
  readonly stoppedBy: (ended: Ending) => Report['stoppedBy'];
};

/** Starts asking: the run's deadline counts from here. */
export function createAsking(deps: AskingDeps): Asking {
  return new Pool(deps).asking();
}

class Pool {
  readonly #deps: AskingDeps;
  readonly #limits: AskingLimits;
  readonly #lanes: Lanes;
  readonly #ledgers: Ledgers;
  readonly #ceilings: Ceilings;
  readonly #pairs = new PairTable();
  readonly #refusals = new Refusals();
  readonly #sender: Sender;
  readonly #tally = new Tally();
  readonly #underWay = new Map<string, Promise<Reply>>();
  readonly #deadline: number;
  /** Milliseconds since 1970. */
  readonly #began: number;
  /** Ends waiting (backoff) at once; `#hardStop` ends what is under way. */
  readonly #stop = new AbortController();
  readonly #hardStop = new AbortController();
  /** Ends the timers of the run, so that nothing holds the process once no call is under way. */
  #idle = new AbortController();
  #replies = 0;
  /** The limit that a round would have broken, where one was refused. */
  #refused: Broken | undefined;

  constructor(deps: AskingDeps) {
    this.#deps = deps;
    this.#limits = { ...usualLimits, ...deps.limits };
    this.#began = deps.clock.now();
    this.#deadline = deps.clock.monotonic() + this.#limits.timeoutMs - this.#limits.goneMs;
    const { clock, random } = deps;
    this.#lanes = new Lanes(deps.providers, { clock, random, limits: this.#limits, deadline: this.#deadline });
    this.#ledgers = new Ledgers(this.#limits, deps.ownLimits ?? new Map());
    this.#ceilings = new Ceilings(deps.costOf);
    this.#sender = new Sender({
      ...deps,
      limits: this.#limits,
      lanes: this.#lanes,
      ledgers: this.#ledgers,
      ceilings: this.#ceilings,
      refusals: this.#refusals,
      deadline: this.#deadline,
      stop: this.#stop.signal,
      hardStop: this.#hardStop.signal,
      onRetry: () => this.#tally.retry(),
    });
    if (deps.cancel.aborted) this.#cancel();
    else deps.cancel.addEventListener('abort', () => this.#cancel(), { once: true });
  }

  asking(): Asking {
    return {
      ask: (call) => this.#ask(call),
      isKept: (call) => this.#keptFor(call) !== undefined,
      expect: (model, calls) => this.#tally.expect(model, calls),
      spent: () => this.#tally.spent(this.#ledgers.whole.usd, this.#stopped(), this.#ledgers.whole.broken),
      mayAsk: (replies) => this.#mayAsk(replies),
      wouldBreak: (budget, replies) => this.#ledgers.wouldBreak(budget, replies),
      stoppedBy: (ended) => this.#stoppedBy(ended),
    };
  }

  /** What was given up, and why: providers, and models of theirs. */
  #stopped(): Spent['stopped'] {
    return [...this.#lanes.stopped(), ...this.#refusals.stopped()];
  }

  async #ask(call: Call): Promise<Reply> {
    this.#tally.plan(call.request);
    const same = this.#underWay.get(call.id);
    if (same !== undefined) this.#tally.share();
    const asked = same ?? this.#begin(call);
    const reply = await asked;
    this.#tally.end(call.request, reply);
    this.#deps.progress.update(this.#tally.progress(this.#ledgers.whole.usd));
    return reply;
  }

  #begin(call: Call): Promise<Reply> {
    if (this.#underWay.size === 0) this.#watchDeadline();
    const ask = (asked: Call, fresh: boolean): Promise<Reply> => this.#obtain(asked, fresh);
    const asked = (call.pair === undefined ? ask(call, false) : this.#pairs.ask(call.pair, call, ask)).finally(() => {
      this.#underWay.delete(call.id);
      if (this.#underWay.size === 0) this.#idle.abort();
    });
    this.#underWay.set(call.id, asked);
    return asked;
  }

  /** The kept answer, or a new one. */
  async #obtain(call: Call, fresh: boolean): Promise<Reply> {
    const kept = fresh ? undefined : this.#keptFor(call);
    if (kept !== undefined) {
      this.#tally.keep();
      return answered(call, kept, true);
    }
    const { request } = call;
    const reply = await this.#sender.send(call);
    if ('reason' in reply) return failed(call, reply);
    this.#tally.make(call, costOfAnswer(request, reply, this.#deps.costOf));
    if (call.purpose === 'reply') {
      this.#replies += 1;
      this.#ledgers.countReply(call.budget);
    }
    return answered(call, reply, false);
  }

  #keptFor({ id, notBefore, request, purpose }: Call): Answer | undefined {
    const kept = this.#deps.store.find(id);
    if (kept === undefined || (notBefore !== undefined && kept.at < notBefore)) return undefined;
    // What an earlier run could not read would be unreadable in every later one.
    if (purpose === 'judge' && kept.at < this.#began && !couldBeRead(request, kept.text)) return undefined;
    // What is to be compared was not measured then: asked anew, both sides tell it.
    if (this.#deps.needsFirstToken === true && purpose === 'reply' && kept.firstTokenMs === undefined) return undefined;
    const chain = this.#lanes.chainOf(request.provider);
    const isServed = kept.endpoint === undefined || chain.some(({ seat }) => seat.endpoint === kept.endpoint);
    return isServed ? kept : undefined;
  }

  #watchDeadline(): void {
    this.#idle = new AbortController();
    this.#after(this.#deadline - this.#deps.clock.monotonic(), () => this.#end('deadline'));
  }

  #end(why: 'deadline' | 'cancelled'): void {
    this.#lanes.end(why);
    this.#ledgers.stop();
    this.#stop.abort();
  }

  #cancel(): void {
    this.#end('cancelled');
    if (this.#underWay.size > 0) this.#after(this.#limits.cancelGraceMs, () => this.#hardStop.abort());
  }

  #after(ms: number, run: () => void): void {
    this.#deps.clock.sleep(Math.max(0, ms), this.#idle.signal).then(run, () => {});
  }

  #mayAsk(replies: number): Ending {
    if (this.#deps.cancel.aborted) return 'cancelled';
    if (this.#deps.clock.monotonic() >= this.#deadline) return 'deadline';
    const broken = breaks(this.#ledgers.whole, this.#replies, replies);
    if (broken === undefined) return 'complete';
    this.#refused ??= broken;
    return 'budget';
  }

  #stoppedBy(ended: Ending): Report['stoppedBy'] {
    const { maxCalls, maxCostUsd, timeoutMs } = this.#limits;
    if (ended === 'deadline') return { limit: 'timeout', value: timeoutMs };
    if (ended !== 'budget') return undefined;
    // A call that was refused came before any round that was.
    const broken = this.#ledgers.whole.broken ?? this.#refused;
    return broken === 'usd' ? { limit: 'max-cost', value: maxCostUsd } : { limit: 'max-calls', value: maxCalls };
  }
}

/** The reply without its text, vectors and the steps of its trace: they are in the store. */
function answered(call: Call, kept: Answer, isKept: boolean): Reply {
  const { text: _text, vectors: _vectors, trace, ...rest } = kept;
  // That it has a trace is known without reading it again.
  const answer = trace === undefined ? rest : { ...rest, trace: [] };
  return { kind: 'answered', call: call.id, answer, kept: isKept };
}

function failed(call: Call, { reason, message }: NotAsked): Reply {
  return { kind: 'failed', call: call.id, reason, message };
}
