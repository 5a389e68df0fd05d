import type { Spent } from '../../core/assemble/assemble-report.ts';
import type { Call } from '../../core/call.ts';
import { hash } from '../../core/hash.ts';
import type { TokenCounts } from '../../core/ports.ts';
import type { Reply } from '../../core/reply.ts';
import { servedAs } from '../../core/served-model.ts';

type Answered = Extract<Reply, { readonly kind: 'answered' }>;
type Served = { replies: number; kept: number; first: number; last: number };
type Recount = { of: number; readonly changed: { readonly ratio: number; readonly since: number }[] };

/** A service may count a token more or less; a tokenizer, a hidden prompt or a gateway that changed counts more than these apart. */
const leastTokens = 3;
const leastShare = 0.02;

/** Who answered the run's calls and when, and whether an equal request counts as many input tokens as it did before. */
export class ServedRecord {
  readonly #counts: Partial<TokenCounts>;
  readonly #byModel = new Map<string, Map<string, Served>>();
  readonly #recounts = new Map<string, Recount>();
  /** What an earlier run was told of a request, looked up once; `null`: nothing. */
  readonly #before = new Map<string, { readonly tokens: number; readonly at: number } | null>();

  readonly #keys = new WeakMap<Call['request'], { readonly endpoint: string; readonly key: string }>();

  constructor(counts: Partial<TokenCounts>) {
    this.#counts = counts;
  }

  add(call: Call, reply: Answered): void {
    const { servedModel, at } = reply.answer;
    const { model } = call.request;
    const by = this.#byModel.get(model) ?? new Map<string, Served>();
    const held = by.get(servedModel) ?? { replies: 0, kept: 0, first: at, last: at };
    held.replies += 1;
    held.kept += reply.kept ? 1 : 0;
    held.first = Math.min(held.first, at);
    held.last = Math.max(held.last, at);
    this.#byModel.set(model, by.set(servedModel, held));
    if (!reply.kept) this.#recount(call, reply.answer);
  }

  #recount({ request }: Call, { usage, endpoint, at }: Answered['answer']): void {
    const { tokensOf, keepTokens } = this.#counts;
    const tokens = usage.inputTokens;
    if (tokens === undefined || usage.estimated === true || tokensOf === undefined) return;
    const key = this.#keyOf(request, endpoint ?? '');
    let before = this.#before.get(key);
    if (before === undefined) {
      before = tokensOf(key) ?? null;
      this.#before.set(key, before);
      // What cannot be kept now is kept by the next run; a disk that is full is told where replies are.
      keepTokens?.(key, tokens, at).catch(() => {});
    }
    if (before === null) return;
    const { model } = request;
    const held = this.#recounts.get(model) ?? { of: 0, changed: [] };
    this.#recounts.set(model, held);
    held.of += 1;
    const apart = Math.abs(tokens - before.tokens);
    if (apart >= leastTokens && apart > leastShare * before.tokens)
      held.changed.push({ ratio: tokens / Math.max(1, before.tokens), since: before.at });
  }

  /** Trials of a case share their request: it is hashed once. */
  #keyOf(request: Call['request'], endpoint: string): string {
    const held = this.#keys.get(request);
    if (held?.endpoint === endpoint) return held.key;
    const key = hash({ endpoint, request });
    this.#keys.set(request, { endpoint, key });
    return key;
  }

  /** @param isKnown whether a name is a model's, by any list there is */
  served(isKnown: (model: string) => boolean): Spent['served'] {
    return [...this.#byModel].map(([asked, by]) => {
      const others = [...by].flatMap(([model, { replies }]) =>
        servedAs(asked, model, isKnown) === 'another' ? [{ model, replies }] : [],
      );
      const replies = [...by.values()].reduce((sum, one) => sum + one.replies, 0);
      const changes = changesOf(by);
      return {
        asked,
        served: [...by.keys()],
        ...(others.length === 0 ? {} : { others, replies }),
        ...(changes.length === 0 ? {} : { changes }),
      };
    });
  }

  recounted(): NonNullable<Spent['recounted']> {
    return [...this.#recounts].flatMap(([model, { of, changed }]) => {
      if (changed.length === 0) return [];
      const ratios = changed.map(({ ratio }) => ratio).toSorted((a, b) => a - b);
      const ratio = ratios[Math.floor(ratios.length / 2)] ?? 1;
      const since = changed.reduce((latest, one) => Math.max(latest, one.since), 0);
      return [{ model, calls: changed.length, of, ratio, since: new Date(since).toISOString() }];
    });
  }
}

/** When one model took another's place: in the order in which they first answered. */
function changesOf(by: ReadonlyMap<string, Served>): NonNullable<Spent['served'][number]['changes']> {
  const inOrder = [...by].toSorted(([, one], [, other]) => one.first - other.first);
  return inOrder.slice(1).map(([to, after], index) => {
    const [from, before] = inOrder[index] ?? [to, after];
    return {
      from,
      to,
      at: new Date(after.first).toISOString(),
      ...(before.kept === before.replies && after.kept < after.replies ? { kept: true as const } : {}),
      ...(before.last > after.first ? { mixed: true as const } : {}),
    };
  });
}
