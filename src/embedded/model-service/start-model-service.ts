import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { answerRequest, type Handled } from './answer-request.ts';
import type { ReadCall } from './read-call.ts';
import type { ModelScript } from './script.ts';
import { ServiceState, type ServiceStats } from './service-state.ts';

/** A model service that runs until it is closed. */
export type ModelService = {
  /** Base URL for clients, ending in `/v1`. */
  readonly url: string;
  /** Requests that were understood, in order of arrival; empty where the script says `record: false`. */
  readonly requests: () => readonly Exclude<ReadCall, { kind: 'broken' }>[];
  readonly stats: () => ServiceStats;
  /** Ends open connections too. */
  readonly close: () => Promise<void>;
};

/**
 * Starts a service on loopback that answers by a script: chat completions, embeddings and the list of models as OpenAI does,
 * and from the same script the Responses API, Anthropic's Messages, Gemini's generateContent, Bedrock's Converse and Azure OpenAI at
 * their paths. Every answer says that it is scripted (header `x-scripted`, `system_fingerprint`).
 */
export async function startModelService(script: ModelScript, port = 0): Promise<ModelService> {
  const state = new ServiceState(script);
  const server = createServer({ keepAliveTimeout: 60_000, noDelay: true }, (request, response) => {
    void serve(state, request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the model service has no port');
  return {
    url: `http://127.0.0.1:${address.port}/v1`,
    requests: () => state.recorded(),
    stats: () => state.stats(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(state: ServiceState, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  const whole = await new Promise<boolean>((resolve) => {
    request.once('end', () => resolve(true));
    request.once('error', () => resolve(false));
    request.once('close', () => resolve(false));
  });
  if (!whole) return;
  const left = state.enter();
  response.once('close', left);
  const handled = answerRequest(state, {
    method: request.method ?? 'GET',
    target: request.url ?? '/',
    headers: request.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  });
  if (handled.delayMs > 0) setTimeout(() => deliver(handled, response), handled.delayMs);
  else deliver(handled, response);
}

function deliver(handled: Handled, response: ServerResponse): void {
  if (response.destroyed) return;
  handled.send(response);
}
