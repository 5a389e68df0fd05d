import { createServer, type ServerResponse } from 'node:http';

/** Something that goes wrong with every request of one kind. */
export type ModelFault = {
  readonly name: string;
  readonly status?: number;
  readonly answer: (response: ServerResponse) => void;
};

const json = { 'content-type': 'application/json' };
const page = '<!doctype html><html><title>Sign in</title></html>';

function status(
  code: number,
  message: string,
  more: { readonly code?: string; readonly name?: string } = {},
): ModelFault {
  const error = { message, type: 'error', ...(more.code === undefined ? {} : { code: more.code }) };
  return {
    name: more.name ?? String(code),
    status: code,
    answer: (response) => response.writeHead(code, json).end(JSON.stringify({ error })),
  };
}

/** Every way in which a model service fails for ever. */
export const modelFaults: readonly ModelFault[] = [
  status(304, 'Not modified'),
  {
    name: 'redirect',
    answer: (response) => response.writeHead(307, { location: 'http://127.0.0.1:9/v1/chat/completions' }).end(),
  },
  status(400, 'This request cannot be served.'),
  status(401, 'Incorrect API key provided.', { code: 'invalid_api_key' }),
  status(402, 'Payment required.'),
  status(403, 'Your account may not use this model.'),
  status(404, 'The model does not exist.', { code: 'model_not_found' }),
  status(408, 'Request timeout.'),
  status(409, 'Conflict.'),
  status(410, 'This model was retired.'),
  status(413, 'Too large.'),
  status(422, 'Unprocessable.'),
  {
    name: '429 retry-after',
    status: 429,
    answer: (response) =>
      response.writeHead(429, { ...json, 'retry-after': '5' }).end('{"error":{"message":"Slow down."}}'),
  },
  status(429, 'Slow down.'),
  status(429, 'You exceeded your current quota.', { code: 'insufficient_quota', name: '429 empty quota' }),
  status(451, 'Not available where you are.'),
  status(500, 'The server had an error.'),
  status(502, 'Bad gateway.'),
  status(503, 'Overloaded.'),
  { name: 'hang', answer: () => undefined },
  { name: 'reset', answer: (response) => void response.socket?.resetAndDestroy() },
  {
    name: 'cut body',
    answer: (response) => {
      response.writeHead(200, { ...json, 'content-length': '1000' });
      response.write('{"choices":[', () => response.destroy());
    },
  },
  { name: 'half JSON', answer: (response) => response.writeHead(200, json).end('{"choices":[') },
  { name: 'another shape', answer: (response) => response.writeHead(200, json).end('{"completion":"hello"}') },
  {
    name: 'error with 200',
    answer: (response) => response.writeHead(200, json).end('{"error":{"message":"Upstream failed."}}'),
  },
  { name: 'HTML', answer: (response) => response.writeHead(200, { 'content-type': 'text/html' }).end(page) },
];

/** A service that passes everything on, but what `isMeant` says: that fails, for ever. */
export async function startFaultyModels(
  upstream: string,
  isMeant: (path: string, body: string) => boolean,
  fault: ModelFault | undefined,
): Promise<{ readonly url: string; readonly met: () => number; readonly close: () => Promise<void> }> {
  let met = 0;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const body = Buffer.concat(chunks).toString();
    const path = request.url ?? '';
    if (isMeant(path, body)) {
      met += 1;
      if (fault !== undefined) return void fault.answer(response);
    }
    const passed = await fetch(upstream.replace(/\/v1$/, '') + path, { method: 'POST', body, headers: json });
    response.writeHead(passed.status, json).end(await passed.text());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}/v1`,
    met: () => met,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
