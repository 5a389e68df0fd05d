import { createGoogleGenerativeAI } from '@ai-sdk/google';
import { z } from 'zod';
import type { AnyRequest } from '../../core/call.ts';
import type { JsonObject } from '../../core/json.ts';
import type { Provider } from '../../core/ports.ts';
import { createServiceProvider, encodeModel, type ServiceSettings } from '../service/create-service-provider.ts';
import { RefusedError } from '../service/failed.ts';
import { limitFetch, withVersion } from '../service/http-fetch.ts';
import { joinJson, mapParameters, namesOf } from '../service/parameters.ts';
import { readEmbeddings, readGenerated, readRefusal } from './read-generated.ts';
import { geminiParameters, writePrompt } from './write-contents.ts';

/** A provider that speaks Google's generateContent. @throws ProviderError where its address is refused */
export function createGeminiProvider(settings: ServiceSettings): Provider {
  const { baseUrl, key } = settings;
  const isSet = key !== undefined && key !== '';
  const send = limitFetch(isSet ? { 'x-goog-api-key': key } : {});
  // The library writes addresses and messages. What it would change of the rest (schemas, penalties) goes into its body as it is
  // meant, and what comes is read here, once: it would read on by further requests.
  const exchange = async (request: AnyRequest, exact: JsonObject, signal: AbortSignal) => {
    const model = encodeModel(request.model);
    let came: { readonly response: Response; readonly text: string } | undefined;
    const library = createGoogleGenerativeAI({
      apiKey: isSet ? key : 'none',
      baseURL: withVersion(baseUrl, 'v1beta'),
      fetch: async (input, init) => {
        if (came !== undefined) throw new Error('one request a call');
        const response = await send(input, { ...init, body: joinBody(String(init?.body), exact) });
        came = { response, text: await response.text() };
        return new Response(came.text, { status: response.status, headers: response.headers });
      },
    });
    try {
      await (request.kind === 'chat'
        ? library(model).doGenerate({ prompt: writePrompt(request.messages), abortSignal: signal })
        : library.textEmbeddingModel(model).doEmbed({ values: [...request.texts], abortSignal: signal }));
    } catch (error) {
      if (came === undefined) throw error;
    }
    if (came === undefined) throw new Error('no request was sent');
    return came;
  };
  return createServiceProvider(settings, {
    names: namesOf(geminiParameters),
    failureOf: (error) => (error instanceof RefusedError ? error.failed : undefined),
    async ask(request, { params, signal, tell, quote }) {
      const { body, left } = mapParameters(params, geminiParameters);
      const { response, text } = await exchange(request, body, signal);
      if (!response.ok) throw new RefusedError(readRefusal(response, text));
      tell(response.headers);
      if (request.kind === 'embedding') return readEmbeddings(text, request, quote);
      const read = readGenerated(text, request, quote);
      return Object.keys(left).length === 0 ? read : { ...read, adapted: left };
    },
  });
}

const written = z.record(z.string(), z.json());

/** The library's body with what is to stand in it to the letter. */
function joinBody(body: string, exact: JsonObject): string {
  return JSON.stringify(joinJson(written.parse(JSON.parse(body)), exact));
}
