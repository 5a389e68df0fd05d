import { BaseAnthropic } from '@anthropic-ai/sdk/client';
import { type Provider, ProviderError } from '../../core/ports.ts';
import { createServiceProvider, type ServiceSettings } from '../service/create-service-provider.ts';
import { readClientError } from '../service/failed.ts';
import { limitFetch, withVersion } from '../service/http-fetch.ts';
import { mapParameters, namesOf } from '../service/parameters.ts';
import { readStreamed } from '../service/read-streamed.ts';
import { joinMessage } from './join-message.ts';
import { anthropicParameters, finishBody, writeTurns } from './messages.ts';
import { readMessage } from './read-message.ts';

/** Longer than any attempt the pool allows: it is the pool that ends attempts, by their signal. */
const NEVER_MS = 2 ** 31 - 1;

/** A provider that speaks Anthropic's Messages API. @throws ProviderError where its address is refused */
export function createAnthropicProvider(settings: ServiceSettings): Provider {
  const { baseUrl, key } = settings;
  const isSet = key !== undefined && key !== '';
  // What is not given the client would take from the environment or from files; headers are our fetch's alone.
  const client = new BaseAnthropic({
    apiKey: isSet ? key : 'none',
    webhookKey: null,
    baseURL: withVersion(baseUrl, 'v1'),
    maxRetries: 0,
    timeout: NEVER_MS,
    logLevel: 'off',
    openTelemetry: false,
    fetch: limitFetch({ 'anthropic-version': '2023-06-01', ...(isSet ? { 'x-api-key': key } : {}) }),
  });
  return createServiceProvider(settings, {
    names: namesOf(anthropicParameters),
    failureOf: (error) => {
      const failed = readClientError(error);
      const isSpent = failed?.status === 400 && /credit balance is too low/iu.test(failed.message);
      return failed !== undefined && isSpent ? { ...failed, status: 402 } : failed;
    },
    async ask(request, { params, signal, stream, tell, quote }) {
      if (request.kind === 'embedding') {
        const fix = 'Name an embedding model of another provider in `embeddings`.';
        throw new ProviderError('was not asked: its API has no embeddings.', { reason: 'refused-request', fix });
      }
      const { body, left } = mapParameters(params, anthropicParameters);
      const sent = { ...finishBody(body), ...writeTurns(request.messages), model: request.model };
      const asked = stream ? { ...sent, stream } : sent;
      const response = await client.post('/messages', { body: asked, signal }).asResponse();
      tell(response.headers);
      const read = await readStreamed(response, quote, {
        join: joinMessage,
        read: (text) => readMessage(text, request, quote),
      });
      return Object.keys(left).length === 0 ? read : { ...read, adapted: left };
    },
  });
}
