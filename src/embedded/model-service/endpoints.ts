import { type NativeApi, readGeminiTexts, readNativeCall } from './native-calls.ts';
import { type ReadCall, readCall } from './read-call.ts';
import { readConverseCall } from './read-converse-call.ts';

/** The APIs that the service speaks. */
export type SpokenApi = 'chat' | 'azure' | NativeApi | 'bedrock';

/** What a path asks for; `model` is empty where the body names it. */
export type Endpoint = { readonly api: SpokenApi; readonly kind: 'chat' | 'embedding'; readonly model: string };

const paths: ReadonlyMap<string, Omit<Endpoint, 'model'>> = new Map([
  ['/v1/chat/completions', { api: 'chat', kind: 'chat' }],
  ['/v1/embeddings', { api: 'chat', kind: 'embedding' }],
  ['/v1/responses', { api: 'responses', kind: 'chat' }],
  ['/v1/messages', { api: 'anthropic', kind: 'chat' }],
  ['/openai/v1/chat/completions', { api: 'azure', kind: 'chat' }],
  ['/openai/v1/embeddings', { api: 'azure', kind: 'embedding' }],
  ['/openai/v1/responses', { api: 'responses', kind: 'chat' }],
  ['/openai/responses', { api: 'responses', kind: 'chat' }],
]);

/**
 * What a request to `target` (path and query) asks for, by the public path of each API; those of the clouds may stand behind `/v1`,
 * as behind a gateway.
 */
export function endpointOf(method: string, target: string): Endpoint | undefined {
  if (method !== 'POST') return undefined;
  const [path = '', query = ''] = target.split('?', 2);
  const [, model, verb] = /^\/v1(?:beta)?\/models\/([^/]+):(\w+)$/u.exec(path) ?? [];
  if (model !== undefined) {
    const kind =
      verb === 'generateContent' ? 'chat' : /^(?:batchE|e)mbedContents?$/u.test(verb ?? '') ? 'embedding' : undefined;
    return kind === undefined ? undefined : { api: 'gemini', kind, model: decodeURIComponent(model) };
  }
  const [, cloud = path] = /^(?:\/v1)?(\/(?:openai|model)\/.*)$/u.exec(path) ?? [];
  const [, asked] = /^\/model\/([^/]+)\/converse$/u.exec(cloud) ?? [];
  if (asked !== undefined) return { api: 'bedrock', kind: 'chat', model: decodeURIComponent(asked) };
  const isDated = /^api-version=\d{4}-\d{2}-\d{2}(?:-preview)?$/u.test(query);
  if (/^\/openai\/(?!v1\/)/u.test(cloud) && !isDated) return undefined;
  const [, deployment, what] = /^\/openai\/deployments\/([^/]+)\/(chat\/completions|embeddings)$/u.exec(cloud) ?? [];
  if (deployment !== undefined) {
    const kind = what === 'embeddings' ? 'embedding' : 'chat';
    return { api: 'azure', kind, model: decodeURIComponent(deployment) };
  }
  const found = paths.get(cloud);
  return found === undefined ? undefined : { ...found, model: '' };
}

/** Reads a body as the API of its path means it. */
export function readBy({ api, kind, model }: Endpoint, body: string): ReadCall {
  if (api === 'gemini' && kind === 'embedding') return readGeminiTexts(body, model);
  if (api === 'bedrock') return readConverseCall(body, model);
  if (api !== 'chat' && api !== 'azure') return readNativeCall(api, body, model);
  const call = readCall(kind, body);
  return model === '' || call.kind === 'broken' ? call : { ...call, model };
}

/** What an API says of the rate beside an answer. */
export function rateHeaders(
  api: SpokenApi,
  limit: number,
  counted: { readonly remaining: number; readonly resetMs: number },
): Record<string, string> {
  const { remaining, resetMs } = counted;
  if (api === 'gemini' || api === 'bedrock') return {};
  if (api === 'anthropic') {
    return {
      'anthropic-ratelimit-requests-limit': String(limit),
      'anthropic-ratelimit-requests-remaining': String(remaining),
      'anthropic-ratelimit-requests-reset': new Date(Date.now() + resetMs).toISOString(),
    };
  }
  return {
    'x-ratelimit-limit-requests': String(limit),
    'x-ratelimit-remaining-requests': String(remaining),
    'x-ratelimit-reset-requests': `${resetMs}ms`,
  };
}
