import { AwsV4Signer } from 'aws4fetch';
import { type Provider, ProviderError } from '../../core/ports.ts';
import { createServiceProvider, encodeModel, type ServiceSettings } from '../service/create-service-provider.ts';
import { RefusedError } from '../service/failed.ts';
import { limitFetch } from '../service/http-fetch.ts';
import { mapParameters, namesOf } from '../service/parameters.ts';
import { converseParameters, finishBody, writeConversation } from './converse.ts';
import { readConverse, readRefusal } from './read-converse.ts';

/**
 * A provider that speaks Amazon Bedrock's Converse, let in by a Bedrock API key, or by requests that are signed with credentials.
 * @throws ProviderError where its address is refused
 */
export function createBedrockProvider(settings: ServiceSettings): Provider {
  const send = limitFetch(settings.credentials === undefined ? bearer(settings.key) : signer(settings));
  return createServiceProvider(settings, {
    names: namesOf(converseParameters),
    failureOf: (error) => (error instanceof RefusedError ? error.failed : undefined),
    async ask(request, { params, signal, tell, quote }) {
      if (request.kind === 'embedding') {
        const fix = 'Name an embedding model of another provider in `embeddings`.';
        throw new ProviderError('was not asked: its API has no embeddings.', { reason: 'refused-request', fix });
      }
      const { body, left } = mapParameters(params, converseParameters);
      const sent = JSON.stringify({ ...finishBody(body), ...writeConversation(request.messages) });
      const url = `${settings.baseUrl}/model/${encodeModel(request.model, '%2F')}/converse`;
      const response = await send(url, { body: sent, signal });
      const text = await response.text();
      if (!response.ok) throw new RefusedError(readRefusal(response, text));
      tell(response.headers);
      const read = readConverse(text, request, quote);
      const responseId = response.headers.get('x-amzn-requestid');
      return {
        ...read,
        ...(responseId === null ? {} : { responseId }),
        ...(Object.keys(left).length === 0 ? {} : { adapted: left }),
      };
    },
  });
}

function bearer(key: string | undefined): Readonly<Record<string, string>> {
  return key === undefined || key === '' ? {} : { authorization: `Bearer ${key}` };
}

/** Signs each request for itself (AWS Signature Version 4); the library sends nothing. */
function signer({ credentials, region, clock }: ServiceSettings) {
  return async (url: URL, body: string): Promise<Readonly<Record<string, string>>> => {
    const datetime = new Date(clock.now()).toISOString().replaceAll(/[:-]|\.\d{3}/gu, '');
    const { accessKeyId = '', secretAccessKey = '', sessionToken } = credentials ?? {};
    const { headers } = await new AwsV4Signer({
      ...{ method: 'POST', url: url.href, body, service: 'bedrock', datetime, accessKeyId, secretAccessKey },
      ...(region === undefined ? {} : { region }),
      ...(sessionToken === undefined ? {} : { sessionToken }),
    }).sign();
    return Object.fromEntries(headers);
  };
}
