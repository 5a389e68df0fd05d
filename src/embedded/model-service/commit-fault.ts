import type { ServerResponse } from 'node:http';
import type { Fault, FaultKind } from './script.ts';
import { jsonType } from './stream-answer.ts';
import type { AboutError, WriteError } from './write-error.ts';

/** Milliseconds between two bytes of a drip. */
const dripMs = 50;
const page =
  '<!doctype html><html><head><title>Service unavailable</title></head><body>Please come back.</body></html>';

/** What a fault works with: the response, the body that would have been sent, and the fault's settings. */
type Committing = {
  readonly response: ServerResponse;
  readonly body: string;
  readonly type: Readonly<Record<'content-type', string>>;
  readonly fault: Fault;
  readonly refuse: (status: number, message: string, about?: AboutError, headers?: Record<string, string>) => void;
};

const commit = {
  'rate-limit': ({ refuse }) => refuse(429, overLimit, limited),
  'rate-limit-hint': ({ refuse, fault }) => refuse(429, overLimit, limited, hint(fault.retryAfterMs ?? 20)),
  'server-error': ({ refuse }) =>
    refuse(500, 'The server had an error while processing your request.', { type: 'server_error' }),
  'unavailable-page': ({ response, fault }) =>
    send(response, 503, page, {
      'content-type': 'text/html',
      ...(fault.retryAfterMs === undefined ? {} : hint(fault.retryAfterMs)),
    }),
  reset: ({ response }) => response.socket?.resetAndDestroy(),
  hang: () => {},
  drip: ({ response, body, type }) => drip(response, body, type),
  'cut-body': ({ response, body, type }) => {
    response.writeHead(200, { ...type, 'content-length': Buffer.byteLength(body) });
    response.write(body.slice(0, body.length / 2), () => response.socket?.destroy());
  },
  'cut-json': ({ response, body, type }) => send(response, 200, body.slice(0, body.length / 2), type),
  'empty-body': ({ response }) => send(response, 200, '', jsonType),
  'empty-choices': ({ response }) =>
    sendJson(response, 200, { id: 'chatcmpl-0', object: 'chat.completion', model: 'scripted', choices: [], data: [] }),
  'wrong-shape': ({ response }) => sendJson(response, 200, { completion: 'said in another API', stop_reason: 'end' }),
  page: ({ response }) => send(response, 200, page, { 'content-type': 'text/html' }),
  'error-in-200': ({ refuse }) => refuse(200, 'Upstream provider returned an error', { type: 'upstream', code: '502' }),
  redirect: ({ response, fault }) =>
    send(response, 307, '', { location: fault.location ?? 'http://127.0.0.1:9/v1/chat/completions' }),
  unauthorized: ({ refuse }) => refuse(401, 'Incorrect API key provided.', { code: 'invalid_api_key' }),
  forbidden: ({ refuse }) => refuse(403, 'Your account may not use this model.', { code: 'forbidden' }),
  quota: ({ refuse }) =>
    refuse(429, 'You exceeded your current quota, please check your plan and billing details.', {
      type: 'insufficient_quota',
      code: 'insufficient_quota',
    }),
  refused: ({ refuse }) => refuse(400, 'This request cannot be served.', { code: 'bad_request' }),
} satisfies Record<FaultKind, (committing: Committing) => unknown>;

/** Does to a response what the fault says, instead of sending the body of `lost`. */
export function commitFault(
  fault: Fault,
  response: ServerResponse,
  lost: Pick<Committing, 'body' | 'type'>,
  write: WriteError,
): void {
  const refuse: Committing['refuse'] = (status, message, about, headers) => {
    const written = write(status, message, about);
    sendJson(response, written.status, written.body, { ...headers, ...written.headers });
  };
  commit[fault.kind]({ response, ...lost, fault, refuse });
}

const overLimit = 'Rate limit reached for requests.';
const limited = { type: 'requests', code: 'rate_limit_exceeded' } as const;

function hint(ms: number): Record<string, string> {
  return ms % 1000 === 0 ? { 'retry-after': String(ms / 1000) } : { 'retry-after-ms': String(ms) };
}

function sendJson(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  send(response, status, JSON.stringify(body), { ...jsonType, ...headers });
}

function send(response: ServerResponse, status: number, body: string, headers: Record<string, string>): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

function drip(response: ServerResponse, body: string, type: Committing['type']): void {
  response.writeHead(200, type);
  let at = 0;
  const timer = setInterval(() => {
    response.write(body.slice(at, at + 1));
    at += 1;
    if (at >= body.length) response.end();
  }, dripMs);
  response.on('close', () => clearInterval(timer));
}
