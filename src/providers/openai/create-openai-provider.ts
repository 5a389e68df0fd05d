import { APIError, OpenAI } from 'openai';
import type { AnyRequest } from '../../core/call.ts';
import type { JsonObject } from '../../core/json.ts';
import { type Allowance, type Provider, ProviderError } from '../../core/ports.ts';
import type { Answer } from '../../core/reply.ts';
import { refuseEndpoint } from '../../core/settings/refuse-endpoint.ts';
import type { ServiceSettings } from '../adapters.ts';
import { Adaptations, refusedParameter } from './adaptations.ts';
import { type About, explainFailure } from './explain-failure.ts';
import { limitFetch } from './http-fetch.ts';
import { readAnswer } from './read-answer.ts';
import { readAllowance } from './read-hints.ts';
import { writeMessages } from './write-messages.ts';

/** Longer than any attempt the pool allows: it is the pool that ends attempts, by their signal. */
const NEVER_MS = 2 ** 31 - 1;

/**
 * A provider that speaks the chat-completions and embeddings API.
 * One request per ask; only where the service refuses a parameter by name is the call sent again without it,
 * once per parameter and model.
 * @throws ProviderError where `baseUrl` is neither https nor on loopback.
 */
export function createOpenAiProvider({ name, baseUrl, key, keyFrom, clock }: ServiceSettings): Provider {
  const why = refuseEndpoint(baseUrl, { query: false });
  if (why !== undefined) throw new ProviderError(`The base URL of ${name} ${why}.`, { reason: 'refused-request' });
  const client = createClient(baseUrl, key);
  const adaptations = new Adaptations();
  const quote = (text: string): string => quoteService(text, key);

  return {
    async ask(request, signal, heed) {
      const about = (): About => ({
        name,
        baseUrl,
        keyFrom,
        hasKey: key !== undefined && key !== '',
        model: request.model,
        now: clock.now(),
        quote,
      });
      for (;;) {
        const { params, adapted } = adaptations.apply(request.model, request.kind === 'chat' ? request.params : {});
        try {
          const started = clock.monotonic();
          const body = await send(client, request, params, signal, heed);
          const answer: Answer = {
            ...readAnswer(body, request, quote),
            servedBy: name,
            endpoint: baseUrl,
            latencyMs: clock.monotonic() - started,
            at: clock.now(),
          };
          return adapted === undefined ? answer : { ...answer, adapted };
        } catch (error) {
          if (signal.aborted) throw error;
          if (error instanceof APIError) tell(error.headers, heed);
          if (!adapt(adaptations, request, params, error)) throw explainFailure(error, about());
        }
      }
    },
  };
}

/** Every value is given: what is not, the client would take from the environment. */
function createClient(baseURL: string, key: string | undefined): OpenAI {
  return new OpenAI({
    apiKey: key === undefined || key === '' ? 'none' : key,
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    baseURL,
    maxRetries: 0,
    timeout: NEVER_MS,
    logLevel: 'off',
    fetch: limitFetch(key !== undefined && key !== ''),
    defaultHeaders: {},
    defaultQuery: {},
  });
}

async function send(
  client: OpenAI,
  request: AnyRequest,
  params: JsonObject,
  signal: AbortSignal,
  heed: ((allowance: Allowance) => void) | undefined,
): Promise<string> {
  // `post` sends the body as it is; the client's own methods would add parameters nobody set.
  const response = await (request.kind === 'chat'
    ? client
        .post('/chat/completions', {
          body: { ...params, model: request.model, messages: writeMessages(request.messages) },
          signal,
        })
        .asResponse()
    : client.post('/embeddings', { body: { model: request.model, input: request.texts }, signal }).asResponse());
  tell(response.headers, heed);
  return response.text();
}

function tell(headers: Headers | undefined, heed: ((allowance: Allowance) => void) | undefined): void {
  const allowance = headers === undefined || heed === undefined ? undefined : readAllowance(headers);
  if (allowance !== undefined) heed?.(allowance);
}

/** Whether the call can be sent again in another way: its parameter was refused, now or by a call next to it. */
function adapt(adaptations: Adaptations, request: AnyRequest, sent: JsonObject, error: unknown): boolean {
  if (!(error instanceof APIError) || (error.status !== 400 && error.status !== 422)) return false;
  const said = { message: error.message, code: error.code ?? undefined, param: error.param ?? undefined };
  const name = refusedParameter(said, sent);
  if (name === undefined) return false;
  const original = request.kind === 'chat' ? request.params : {};
  const alreadyKnown = !Object.hasOwn(adaptations.apply(request.model, original).params, name);
  return alreadyKnown || adaptations.learn(request.model, name, error.message);
}

/** Keys from this length on are masked wherever they stand. */
const surelyKey = 8;
/** Shorter ones, down to this length, only where they stand alone; still shorter ones are dummies of local services. */
const perhapsKey = 4;

/** Text of a service, safe and short enough for one line of a message: without the key, control characters or length. */
export function quoteService(text: string, key: string | undefined): string {
  const line = withoutKey(text, key ?? '')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  return line.length > 300 ? `${line.slice(0, 299).toWellFormed()}…` : line;
}

/** A key such as `x` would black out letters of ordinary words; one such as `sk-1234` is a gateway's that somebody set. */
function withoutKey(text: string, key: string): string {
  if (key.length >= surelyKey) return text.replaceAll(key, '[key]');
  if (key.length < perhapsKey) return text;
  const alone = new RegExp(
    `(?<![\\p{L}\\p{N}])${key.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')}(?![\\p{L}\\p{N}])`,
    'gu',
  );
  return text.replaceAll(alone, '[key]');
}
