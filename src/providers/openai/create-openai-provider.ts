import { OpenAI } from 'openai';
import type { Request } from '../../core/call.ts';
import type { JsonObject } from '../../core/json.ts';
import type { Provider } from '../../core/ports.ts';
import {
  type Asked,
  createServiceProvider,
  type Dialect,
  encodeModel,
  type ReadAnswer,
  type ServiceSettings,
} from '../service/create-service-provider.ts';
import { type Failed, readClientError } from '../service/failed.ts';
import { limitFetch } from '../service/http-fetch.ts';
import { mapParameters, namesOf } from '../service/parameters.ts';
import { readStreamed } from '../service/read-streamed.ts';
import { createTokenSource } from './exchange-identity.ts';
import { joinChunks } from './join-chunks.ts';
import { joinResponse } from './join-response.ts';
import { readAnswer } from './read-answer.ts';
import { readResponse, responsesParameters, writeItems } from './responses.ts';
import { writeMessages } from './write-messages.ts';

/** Longer than any attempt the pool allows: it is the pool that ends attempts, by their signal. */
const NEVER_MS = 2 ** 31 - 1;

/** A provider that speaks the chat-completions and embeddings API. @throws ProviderError where its address is refused */
export function createOpenAiProvider(settings: ServiceSettings): Provider {
  return createServiceProvider(settings, speak(placeOf(settings), 'chat'));
}

/** The same by the Responses API, which answers chats. @throws ProviderError where its address is refused */
export function createResponsesProvider(settings: ServiceSettings): Provider {
  return createServiceProvider(settings, speak(placeOf(settings), 'responses'));
}

/**
 * The same by Azure OpenAI, where a model is a deployment: by the v1 API, or by the dated one of `apiVersion`.
 * @throws ProviderError where its address is refused
 */
export function createAzureProvider(settings: ServiceSettings): Provider {
  const { baseUrl, key, isToken, apiVersion, identity, clock, hide } = settings;
  const token = identity === undefined ? undefined : createTokenSource(identity, clock, hide);
  const root = baseUrl.replace(/\/openai(?:\/v1)?$/u, '');
  const headers = isToken === true ? bearer(key) : isSet(key) ? { 'api-key': key } : {};
  const version = apiVersion === undefined ? '' : `?api-version=${apiVersion}`;
  const at = (path: string, model: string): string =>
    // The dated API has its answers beside the deployments, and all else below them.
    version === '' || path === '/responses'
      ? `${path}${version}`
      : `/deployments/${encodeModel(model, '%2F')}${path}${version}`;
  const own = token === undefined ? headers : async () => bearer(await token.get());
  const client = createClient(`${root}/openai${version === '' ? '/v1' : ''}`, own);
  const known = token === undefined ? settings : { ...settings, token };
  return createServiceProvider(known, speak({ client, at }, 'chat'));
}

/** Where a client finds what it is to ask; left out, at the paths of OpenAI. */
type Place = { readonly client: OpenAI; readonly at?: (path: string, model: string) => string };

function speak({ client, at = (path) => path }: Place, api: 'chat' | 'responses'): Dialect {
  const moved = new Set<string>();
  const post = async (path: string, body: JsonObject, { signal, tell }: Asked): Promise<Response> => {
    // `post` sends the body as it is; the client's own methods would add parameters nobody set.
    const response = await client.post(at(path, String(body['model'])), { body, signal }).asResponse();
    tell(response.headers);
    return response;
  };
  const askByResponses = async (request: Request, asked: Asked): Promise<ReadAnswer> => {
    const { body, left } = mapParameters(asked.params, responsesParameters);
    const input = writeItems(request.messages);
    const sent = { store: false, ...askSealed(body), ...body, model: request.model, input };
    const streamed = asked.stream ? { ...sent, stream: true } : sent;
    const read = await readStreamed(await post('/responses', streamed, asked), asked.quote, {
      join: joinResponse,
      read: (text) => readResponse(text, request, asked.quote),
    });
    const adapted = { ...(api === 'chat' ? { api: 'responses' } : {}), ...left };
    return Object.keys(adapted).length === 0 ? read : { ...read, adapted };
  };
  return {
    names: namesOf(responsesParameters),
    failureOf: readClientError,
    async ask(request, asked) {
      if (request.kind === 'embedding') {
        const body = { model: request.model, input: request.texts };
        return readAnswer(await (await post('/embeddings', body, asked)).text(), request, asked.quote);
      }
      if (api === 'responses' || moved.has(request.model)) return askByResponses(request, asked);
      const whole = { ...asked.params, model: request.model, messages: writeMessages(request.messages) };
      // Without the option a stream does not count its tokens.
      const body = asked.stream ? { ...whole, stream: true, stream_options: { include_usage: true } } : whole;
      try {
        return await readStreamed(await post('/chat/completions', body, asked), asked.quote, {
          join: joinChunks,
          read: (text) => readAnswer(text, request, asked.quote),
        });
      } catch (error) {
        if (!namesResponses(readClientError(error))) throw error;
        moved.add(request.model);
        return askByResponses(request, asked);
      }
    },
  };
}

/** Reasoning that is not stored comes back sealed where it is asked for; only models that reason take the question. */
function askSealed(body: JsonObject): JsonObject {
  return body['tools'] === undefined || body['reasoning'] === undefined
    ? {}
    : { include: ['reasoning.encrypted_content'] };
}

/** Whether chat completions refuse this model, or what was asked of it, and name the Responses API instead. */
function namesResponses(failed: Failed | undefined): boolean {
  return failed !== undefined && failed.status < 500 && /\bv1\/responses\b|\bResponses API\b/u.test(failed.message);
}

function placeOf({ baseUrl, key }: ServiceSettings): Place {
  return { client: createClient(baseUrl, bearer(key)) };
}

function isSet(key: string | undefined): key is string {
  return key !== undefined && key !== '';
}

function bearer(key: string | undefined): Readonly<Record<string, string>> {
  return isSet(key) ? { authorization: `Bearer ${key}` } : {};
}

/** Every value is given: what is not, the client would take from the environment. */
function createClient(baseURL: string, own: Parameters<typeof limitFetch>[0]): OpenAI {
  return new OpenAI({
    // Headers are our fetch's alone.
    apiKey: 'none',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    baseURL,
    maxRetries: 0,
    timeout: NEVER_MS,
    logLevel: 'off',
    fetch: limitFetch(own),
    defaultHeaders: {},
    defaultQuery: {},
  });
}
