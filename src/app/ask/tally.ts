import type { AnyRequest, Call, Purpose } from '../../core/call.ts';
import type { JsonObject } from '../../core/json.ts';
import type { ProgressState } from '../../core/ports.ts';
import type { Reply } from '../../core/reply.ts';
import type { Stopped } from './lanes.ts';
import type { Broken } from './ledger.ts';

/** What asking came to so far. Kept replies cost nothing; `shared` calls took the reply of an equal call under way. */
export type Spent = {
  readonly made: number;
  /** What the calls made were for. */
  readonly byPurpose: Readonly<Record<Purpose, number>>;
  readonly kept: number;
  readonly shared: number;
  readonly failed: number;
  readonly retried: number;
  /** Known dollars. */
  readonly costUsd: number;
  /** Of them, by the model that was asked. */
  readonly usdByModel: ReadonlyMap<string, number>;
  /** Answered calls whose price is unknown, by model. */
  readonly unpriced: ReadonlyMap<string, number>;
  /** Providers that were stopped, with why. */
  readonly stopped: readonly Stopped[];
  /** Answered calls by `provider: served model`. */
  readonly servedBy: ReadonlyMap<string, number>;
  /** Answered calls by the name of the provider that served them. */
  readonly answeredBy: ReadonlyMap<string, number>;
  /** Parameters that models refused: by model, name → other name or `null` where left out. */
  readonly adapted: ReadonlyMap<string, JsonObject>;
  /** The limit that kept calls from being made. */
  readonly broken: Broken | undefined;
};

/** Counts what comes of calls. */
export class Tally {
  readonly #byModel = new Map<string, { done: number; planned: number }>();
  readonly #usdByModel = new Map<string, number>();
  readonly #unpriced = new Map<string, number>();
  readonly #servedBy = new Map<string, number>();
  readonly #answeredBy = new Map<string, number>();
  readonly #adapted = new Map<string, JsonObject>();
  readonly #byPurpose: Record<Purpose, number> = { reply: 0, judge: 0, simulate: 0, embedding: 0 };
  /** Calls announced by model that were not asked yet. */
  readonly #expected = new Map<string, number>();
  #kept = 0;
  #made = 0;
  #shared = 0;
  #failed = 0;
  #retried = 0;
  #done = 0;
  #planned = 0;

  /** Announces calls that will be asked, so that progress knows of them before. */
  expect(model: string, calls: number): void {
    this.#expected.set(model, (this.#expected.get(model) ?? 0) + calls);
    this.#add(model, calls);
  }

  plan({ model }: AnyRequest): void {
    const expected = this.#expected.get(model) ?? 0;
    if (expected > 0) this.#expected.set(model, expected - 1);
    else this.#add(model, 1);
  }

  #add(model: string, calls: number): void {
    this.#planned += calls;
    const held = this.#byModel.get(model) ?? { done: 0, planned: 0 };
    this.#byModel.set(model, { ...held, planned: held.planned + calls });
  }

  share(): void {
    this.#shared += 1;
  }

  retry(): void {
    this.#retried += 1;
  }

  end({ model }: AnyRequest, reply: Reply): void {
    this.#done += 1;
    const held = this.#byModel.get(model) ?? { done: 0, planned: 0 };
    this.#byModel.set(model, { ...held, done: held.done + 1 });
    if (reply.kind === 'failed') this.#failed += 1;
    else {
      const { answer } = reply;
      count(this.#answeredBy, answer.servedBy);
      count(this.#servedBy, `${answer.servedBy}: ${answer.servedModel}`);
      if (answer.adapted !== undefined) this.#adapted.set(model, { ...this.#adapted.get(model), ...answer.adapted });
    }
  }

  keep(): void {
    this.#kept += 1;
  }

  make({ request: { model }, purpose }: Call, costUsd: number | undefined): void {
    this.#made += 1;
    this.#byPurpose[purpose] += 1;
    if (costUsd === undefined) count(this.#unpriced, model);
    else this.#usdByModel.set(model, (this.#usdByModel.get(model) ?? 0) + costUsd);
  }

  progress(costUsd: number): ProgressState {
    return {
      done: this.#done,
      planned: this.#planned,
      kept: this.#kept,
      retried: this.#retried,
      failed: this.#failed,
      costUsd,
      byModel: this.#byModel,
    };
  }

  spent(costUsd: number, stopped: Spent['stopped'], broken: Broken | undefined): Spent {
    return {
      made: this.#made,
      kept: this.#kept,
      byPurpose: { ...this.#byPurpose },
      shared: this.#shared,
      failed: this.#failed,
      retried: this.#retried,
      costUsd,
      usdByModel: new Map(this.#usdByModel),
      unpriced: new Map(this.#unpriced),
      stopped,
      servedBy: new Map(this.#servedBy),
      answeredBy: new Map(this.#answeredBy),
      adapted: new Map(this.#adapted),
      broken,
    };
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
