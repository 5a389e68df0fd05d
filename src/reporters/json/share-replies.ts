import { hash } from '../../core/hash.ts';
import type { ReportCase, ReportReply } from '../../core/report/report.ts';
import { JsonLine } from './json-pieces.ts';

/**
 * Collects what many replies have alike, while cases are written one by one: each text, check, count of tokens and name of a
 * model gets a place in a list. Texts are not held: which of them came before is told by their hashes, and each is read again
 * when the lists are written at the end.
 */
export class SharedReplies {
  readonly #texts = new Places<() => string>();
  readonly #checks = new Places<ReportReply['checks'][number]>();
  readonly #models = new Places<string>();
  readonly #usages = new Places<NonNullable<ReportReply['usage']>>();

  /** The case with places in the lists instead of what its replies share. */
  share(one: ReportCase): object {
    return { ...one, replies: one.replies.map((reply) => this.#shareReply(reply)) };
  }

  #shareReply(reply: ReportReply): object {
    const { text, transcript, trace, checks, usage, model } = reply;
    const turnAt = (at: number) => () => reply.transcript?.[at]?.content ?? '';
    return {
      ...reply,
      ...(text === undefined ? {} : { text: this.#placeOf(text, () => reply.text ?? '') }),
      ...(transcript === undefined
        ? {}
        : {
            transcript: transcript.map((turn, at) => ({
              ...turn,
              content: this.#placeOf(turn.content, turnAt(at)),
              ...this.#shareTrace(turn.trace, () => reply.transcript?.[at]?.trace),
            })),
          }),
      ...this.#shareTrace(trace, () => reply.trace),
      checks: checks.map((check) => this.#checks.of(JSON.stringify(check), check)),
      ...(usage === undefined ? {} : { usage: this.#usages.of(JSON.stringify(usage), usage) }),
      ...(model === undefined ? {} : { model: this.#models.of(model, model) }),
    };
  }

  /** Many replies are made from the same passages. */
  #shareTrace(trace: ReportReply['trace'], again: () => ReportReply['trace']): object {
    if (trace === undefined) return {};
    const placed = trace.map((step, at) => {
      const contexts = step.contexts?.map((text, nth) =>
        this.#placeOf(text, () => again()?.[at]?.contexts?.[nth] ?? ''),
      );
      return contexts === undefined ? step : { ...step, contexts };
    });
    return { trace: placed };
  }

  #placeOf(text: string, again: () => string): number {
    return this.#texts.of(text.length < 64 ? `=${text}` : hash(text), again);
  }

  /** What was collected, to be written when all cases are. */
  get lists(): object {
    return {
      texts: readEach(this.#texts.held),
      checks: lineEach(this.#checks.held),
      usages: lineEach(this.#usages.held),
      models: this.#models.held,
    };
  }
}

class Places<Held> {
  readonly held: Held[] = [];
  readonly #places = new Map<string, number>();

  of(key: string, held: Held): number {
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.held.length);
    return this.held.push(held) - 1;
  }
}

function* readEach(texts: readonly (() => string)[]): Generator<string> {
  for (const read of texts) yield read();
}

function* lineEach(values: readonly object[]): Generator<JsonLine> {
  for (const value of values) yield new JsonLine(value);
}
