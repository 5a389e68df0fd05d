import type { Request } from '../../core/call.ts';
import { hash } from '../../core/hash.ts';
import type { JsonObject } from '../../core/json.ts';
import { type Clock, type Provider, ProviderError } from '../../core/ports.ts';
import type { Answer } from '../../core/reply.ts';
import type { Side } from '../../core/side.ts';
import { readApplicationAnswer, replyOf } from './read-application-answer.ts';

/** What came of asking an application once: what it wrote, or in words why nothing. */
export type Written =
  | { readonly kind: 'text'; readonly text: string }
  /** A text that is the reply, whatever it looks like. */
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'failed'; readonly why: string };

export type ApplicationSettings = {
  /** The provider's name in the config. */
  readonly name: string;
  /** What tells this application, as it is now, from others: kept replies of another are not used. */
  readonly endpoint: string;
  /** Asks it once. Never throws but a ProviderError. */
  readonly run: (input: JsonObject, signal: AbortSignal) => Promise<Written>;
  /** What it writes is a line of a program that stays. */
  readonly lines: boolean;
  /** Longest a reply may take, milliseconds. */
  readonly timeoutMs: number;
  /** Its words on one line, without the values of variables that it was given. */
  readonly quote: (text: string) => string;
  readonly clock: Clock;
};

/** Failures without any answer before, after which nothing more is asked; one that took all its time counts for two. */
const mostWithoutAnswer = 8;

/** Most attempts at a reply that it crashed at: at a quarter of crashes by chance, one reply in 60 is lost. */
const mostTries = 3;

/**
 * A team's own application as a provider: what it is asked is the prompt's request with what it cannot see in the messages, and
 * what it writes is the reply. A failure is tried again, since an agent's own services have their moments; the third
 * of a request in a row is the reply that failed.
 */
export function createApplicationProvider(settings: ApplicationSettings): Provider {
  const { name, endpoint, run, lines, timeoutMs, quote, clock } = settings;
  const failures = new Map<string, number>();
  let answered = false;
  let lost = 0;

  const failed = (why: string, request: Request, late: boolean): ProviderError => {
    const key = hash(request);
    const times = (failures.get(key) ?? 0) + 1;
    failures.set(key, times);
    lost += late ? 2 : 1;
    const stopsProvider = !answered && lost >= mostWithoutAnswer;
    const all = stopsProvider ? ` It answered nothing at all, ${lost} times.` : '';
    return new ProviderError(`The application \`${name}\` ${quote(why).replace(/\.$/u, '')}.${all}`, {
      reason: late ? 'timeout' : 'server',
      retryable: times < mostTries && !late && !stopsProvider,
      stopsProvider,
      fix: 'Give it the same on this machine, as docs/applications.md shows.',
    });
  };

  return {
    async ask(request, signal, _heed, side) {
      if (request.kind === 'embedding')
        throw new ProviderError(`\`${name}\` is an application, and answers prompts alone.`, {
          reason: 'refused-request',
          fix: 'Name a model service for `embeddings`.',
        });
      const started = clock.monotonic();
      const late = AbortSignal.timeout(timeoutMs);
      const written = await run(inputOf(request, side), AbortSignal.any([signal, late]));
      if (signal.aborted) throw new Error('aborted');
      if (late.aborted) throw failed(`took longer than ${timeoutMs / 1000} s`, request, true);
      if (written.kind === 'failed') throw failed(`failed: ${written.why}`, request, false);
      const read = written.kind === 'plain' ? replyOf(written.text) : readApplicationAnswer(written.text, lines);
      if (read.kind === 'failed') throw failed(`failed: ${read.why}`, request, false);
      if (read.kind === 'malformed') throw failed(`answered what is no reply: ${read.why}`, request, false);
      answered = true;
      failures.delete(hash(request));
      const answer: Answer = {
        ...read.reply,
        servedModel: read.model ?? request.model,
        servedBy: name,
        endpoint,
        latencyMs: clock.monotonic() - started,
        at: clock.now(),
      };
      return answer;
    },
  };
}

/** What an application gets: documented in docs/applications.md. */
function inputOf({ messages, params, model, subject }: Request, side: Side | undefined): JsonObject {
  return {
    ...(subject === undefined ? {} : { prompt: subject.prompt, case: subject.case, vars: subject.vars }),
    messages: JSON.parse(JSON.stringify(messages)),
    side: side === 'old' ? 'base' : 'head',
    model,
    parameters: params,
  };
}
