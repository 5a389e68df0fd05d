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
  /** `null`: of no segment, or (`isOthers`) of all beyond the limit. */
  readonly segment: string | null;
  readonly isOthers: boolean;
  /** Calls with a reply, of which it is a sample. */
  readonly calls: number;
  readonly taken: readonly SampledCall[];
};

/** Segments that are sampled by themselves; there may be a million where someone gave the user's name as one. */
const mostSegments = 200;
/** Longest name of a segment, longest text, and the longest conversation, in characters. */
const longest = { name: 200, text: 20_000, conversation: 40_000 } as const;
/** What is masked beyond the longest text, so that no key is cut in two before it is found. */
const margin = 4_000;
/** Failed calls that are kept to choose golden cases from. */
const mostFailures = 200;
const stream = 0x6d6f6e69;

/**
 * A sample of logged calls, drawn while they are read: of every segment the same number, whatever its share of the calls. Each call
 * gets a random number, and those with the least stay. Memory does not grow with the logs.
 */
export class CallSample {
  readonly #wanted: number;
  readonly #random: Random;
  readonly #strata = new Map<string, Reservoir<SampledCall>>();
  readonly #failures = new Reservoir<SampledCall>();

  constructor(wanted: number, seed: number) {
    this.#wanted = wanted;
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
    this.#stratumOf(call.segment).offer(priority, this.#capacity, hold);
  }

  /** Calls that failed, were refused or cut off, drawn at random. */
  get failures(): readonly SampledCall[] {
    return this.#failures.take(mostFailures);
  }

  /** As many calls of each segment as of another; a segment with fewer leaves the rest to the others. */
  get strata(): readonly SampledStratum[] {
    return this.strataOf(this.#wanted);
  }

  /** The same draw, of fewer calls. */
  strataOf(wanted: number): readonly SampledStratum[] {
    const sizes = new Map([...this.#strata].map(([key, { held }]) => [key, held]));
    const shares = allocate(sizes, wanted);
    return [...this.#strata].map(([key, reservoir]) => ({
      segment: key.startsWith('=') ? key.slice(1) : null,
      isOthers: key === others,
      calls: reservoir.seen,
      taken: reservoir.take(shares.get(key) ?? 0),
    }));
  }

  #stratumOf(segment: string | undefined): Reservoir<SampledCall> {
    const named = segment === undefined ? none : `=${shortName(segment)}`;
    const known = this.#strata.get(named);
    if (known !== undefined) return known;
    const key = named !== none && this.#strata.size >= mostSegments ? others : named;
    const held = this.#strata.get(key);
    if (held !== undefined) return held;
    const opened = new Reservoir<SampledCall>();
    this.#strata.set(key, opened);
    for (const stratum of this.#strata.values()) stratum.shrink(this.#capacity);
    return opened;
  }

  /** Twice an equal share: what small segments leave goes to the others. */
  get #capacity(): number {
    return Math.min(this.#wanted, Math.ceil((2 * this.#wanted) / Math.max(1, this.#strata.size)));
  }
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
