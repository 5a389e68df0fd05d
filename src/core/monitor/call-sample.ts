import type { LoggedCall, LoggedMessage, LoggedTexts } from '../logs/logged-call.ts';
import { maskPersonalData } from '../publish/mask-personal-data.ts';
import { type Random, seededRandom } from '../statistics/random.ts';
import { clip } from '../text/clip.ts';
import type { CountedCall } from './call-sum.ts';
import { Reservoir } from './reservoir.ts';

/** A logged call that was drawn: masked, and without who sent it. It holds nothing of the record it was read from. */
export type SampledCall = { readonly call: LoggedCall; readonly failing: readonly Failing[] };

/** What went wrong with a call, by its log. */
export type Failing = 'failed' | 'refused' | 'cut';

/** Calls of one segment. */
export type SampledStratum = {
  /** `null`: of no segment, or (`isOthers`) of all that are not sampled by themselves. */
  readonly segment: string | null;
  readonly isOthers: boolean;
  /** Calls with a reply, of which it is a sample. */
  readonly calls: number;
  readonly taken: readonly SampledCall[];
};

/** Segments that are held apart beside those that are declared; there may be a million where someone gave the user's name as one. */
const mostSegments = 200;
/** Calls of a segment below which a sample of it says nothing: more segments than have so many are sampled together. */
const fewestCalls = 10;
/** Longest name of a segment, longest text, and the longest conversation, in characters. */
const longest = { name: 200, text: 20_000, conversation: 40_000 } as const;
/** What is masked beyond the longest text, so that no key is cut in two before it is found. */
const margin = 4_000;
/** Failed calls that are kept to choose golden cases from. */
const mostFailures = 200;
const stream = 0x6d6f6e69;

/**
 * A sample of logged calls, drawn while they are read: of each segment the same number, whatever its share of the calls. Each call
 * gets a random number, and those with the least stay. Memory does not grow with the logs.
 */
export class CallSample {
  readonly #wanted: number;
  readonly #random: Random;
  readonly #strata = new Map<string, Reservoir<SampledCall>>();
  readonly #failures = new Reservoir<SampledCall>();
  readonly #declared: ReadonlySet<string>;
  #undeclared = 0;

  /** @param declared segments that the config names: whatever others the logs bring, each is sampled by itself */
  constructor(wanted: number, seed: number, declared: Iterable<string> = []) {
    this.#wanted = wanted;
    this.#declared = new Set([...declared].map(keyOf));
    this.#random = seededRandom([seed, stream]);
  }

  /** @param counted what the call came to in numbers */
  offer(call: LoggedCall, { replyCharacters = 0, isError, isRefusal, isTruncated }: CountedCall): void {
    const priority = this.#random();
    const failing: readonly Failing[] = [
      ...(isError ? (['failed'] as const) : []),
      ...(isRefusal ? (['refused'] as const) : []),
      ...(isTruncated ? (['cut'] as const) : []),
    ];
    const hold = (): SampledCall => ({ call: holdCall(call), failing });
    if (failing.length > 0) this.#failures.offer(priority, mostFailures, hold);
    if (isError || replyCharacters === 0) return;
    const [key, stratum] = this.#stratumOf(call.segment);
    stratum.offer(priority, this.#capacityOf(key), hold);
  }

  /** Calls that failed, were refused or cut off, drawn at random. */
  get failures(): readonly SampledCall[] {
    return this.#failures.take(mostFailures);
  }

  /**
   * As many calls of each segment as of another; a segment with fewer leaves the rest to the others. Where there are more segments than
   * the sample has calls for, those that are declared go first, then those with the most calls; all others are one stratum.
   */
  get strata(): readonly SampledStratum[] {
    return this.strataOf(this.#wanted);
  }

  /** The same draw, of fewer calls. */
  strataOf(wanted: number): readonly SampledStratum[] {
    const strata = this.#settle();
    const shares = allocate(new Map([...strata].map(([key, { held }]) => [key, held])), wanted);
    return [...strata].map(([key, reservoir]) => ({
      segment: key.startsWith('=') ? key.slice(1) : null,
      isOthers: key === others,
      calls: reservoir.seen,
      taken: reservoir.take(shares.get(key) ?? 0),
    }));
  }

  /** Strata as they are sampled, by the size of the whole draw: of fewer calls they are the same. */
  #settle(): ReadonlyMap<string, Reservoir<SampledCall>> {
    const most = Math.max(1, Math.floor(this.#wanted / fewestCalls));
    if (this.#strata.size <= most) return this.#strata;
    const ranked = [...this.#strata]
      .filter(([key]) => key !== others)
      .toSorted(
        ([one, a], [other, b]) =>
          Number(this.#declared.has(other)) - Number(this.#declared.has(one)) || b.seen - a.seen,
      );
    const declared = ranked.filter(([key]) => this.#declared.has(key)).length;
    const own = new Set(ranked.slice(0, Math.max(declared, most - 1)).map(([key]) => key));
    const rest = [...this.#strata].filter(([key]) => !own.has(key)).map(([, reservoir]) => reservoir);
    const kept = [...this.#strata].filter(([key]) => own.has(key));
    return new Map([...kept, ...(rest.length === 0 ? [] : [[others, Reservoir.union(rest)] as const])]);
  }

  #stratumOf(segment: string | undefined): readonly [key: string, stratum: Reservoir<SampledCall>] {
    const named = segment === undefined ? none : keyOf(segment);
    const isKnown = this.#strata.has(named) || named === none || this.#declared.has(named);
    const key = isKnown || this.#undeclared < mostSegments ? named : others;
    const held = this.#strata.get(key);
    if (held !== undefined) return [key, held];
    const opened = new Reservoir<SampledCall>();
    this.#strata.set(key, opened);
    if (key !== others && !this.#declared.has(key)) this.#undeclared += 1;
    for (const [one, stratum] of this.#strata) stratum.shrink(this.#capacityOf(one));
    return [key, opened];
  }

  /** Twice an equal share, for what small segments leave goes to the others; and never less than what a segment by itself gets. */
  #capacityOf(key: string): number {
    if (key === others) return this.#wanted;
    const strata = this.#declared.has(key) ? this.#declared.size + 1 : this.#strata.size;
    const share = Math.max(fewestCalls, Math.ceil((2 * this.#wanted) / Math.max(1, strata)));
    return Math.min(this.#wanted, share);
  }
}

function keyOf(segment: string): string {
  return `=${shortName(segment)}`;
}

const [none, others] = ['-', '+'];

/** Equal shares of `wanted`; what one is too small for, the others take. */
function allocate(sizes: ReadonlyMap<string, number>, wanted: number): ReadonlyMap<string, number> {
  let left = wanted;
  const shares = new Map<string, number>();
  const sorted = [...sizes].toSorted(([, one], [, other]) => one - other);
  for (const [at, [key, size]] of sorted.entries()) {
    const share = Math.min(size, Math.floor(left / (sorted.length - at)));
    shares.set(key, share);
    left -= share;
  }
  return shares;
}

/** A call with its texts masked and cut to what is needed; who sent it is left out. */
function holdCall(call: LoggedCall): LoggedCall {
  const texts = holdTexts(call.texts());
  return {
    ...call,
    prompt: call.prompt && { name: shortName(call.prompt.name), version: undefined },
    asked: call.asked && shortName(call.asked),
    served: call.served && shortName(call.served),
    segment: call.segment === undefined ? undefined : shortName(call.segment),
    finishReason: call.finishReason && shortName(call.finishReason),
    user: undefined,
    session: undefined,
    error: call.error === undefined ? undefined : masked(call.error),
    output: () => texts.output,
    texts: () => texts,
  };
}

function holdTexts({ input, output, variables }: LoggedTexts): LoggedTexts {
  let room: number = longest.conversation;
  const kept: LoggedMessage[] = [];
  // The last turns say what was asked; instructions are the prompt's own.
  for (const { role, content } of input.toReversed()) {
    if (role === 'system' || role === 'developer') continue;
    const text = masked(content);
    room -= text.length;
    if (room < 0 && kept.length > 0) break;
    kept.unshift({ role: shortName(role), content: text, toolCalls: [] });
  }
  return {
    input: kept,
    output: output && { text: masked(output.text), toolCalls: [] },
    // Masked where a case is made of them, and where they are compared.
    variables: variables !== undefined && JSON.stringify(variables).length <= longest.text ? variables : undefined,
  };
}

function masked(text: string): string {
  return ownCopy(
    maskPersonalData(text.slice(0, longest.text + margin))
      .slice(0, longest.text)
      .toWellFormed(),
  );
}

/** Characters of its own: a piece of a text shares those of the whole, and would keep a log's line of megabytes alive. */
function ownCopy(text: string): string {
  const copy: unknown = JSON.parse(JSON.stringify(text));
  return typeof copy === 'string' ? copy : '';
}

function shortName(name: string): string {
  return ownCopy(name.length > longest.name ? clip(name, longest.name) : name);
}
