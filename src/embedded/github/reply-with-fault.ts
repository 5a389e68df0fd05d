import type { ServerResponse } from 'node:http';
import { refuse } from './endpoint.ts';
import type { Fault } from './world.ts';

const plainText: Readonly<Record<string, string>> = { 'content-type': 'application/json; charset=utf-8' };

/** Answers with what is to go wrong. @returns the status; 0 where the connection was cut; undefined where the request goes on */
export async function replyWithFault(fault: Fault, response: ServerResponse, now: number): Promise<number | undefined> {
  switch (fault.kind) {
    case 'primary-limit': {
      const reset = Math.ceil(now / 1000) + fault.resetInSeconds;
      return send(response, fault.status ?? 403, 'API rate limit exceeded for installation ID 1.', {
        'x-ratelimit-limit': '1000',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(reset),
      });
    }
    case 'secondary-limit':
      return send(
        response,
        fault.status ?? 403,
        'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
        fault.retryAfterSeconds === undefined ? {} : { 'retry-after': String(fault.retryAfterSeconds) },
      );
    case 'status':
      return send(response, fault.status, fault.message ?? 'Server Error', {});
    case 'graphql-errors':
      response.writeHead(200, plainText).end(JSON.stringify({ data: null, errors: fault.errors }));
      return 200;
    case 'page':
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(fault.html);
      return 200;
    case 'reset':
      response.destroy();
      return 0;
    case 'redirect':
      response.writeHead(302, { location: response.req.url ?? '/' }).end();
      return 302;
    case 'hang':
      return 0;
    case 'drip': {
      response.writeHead(200, plainText);
      const timer = setInterval(() => response.write(' '), 1_000);
      response.on('close', () => clearInterval(timer));
      return 0;
    }
    case 'cut':
      response.writeHead(200, plainText).end(fault.body);
      return 200;
    case 'broken-off':
      response.writeHead(200, { ...plainText, 'content-length': '1000' });
      response.write('{"sha":"', () => response.destroy());
      return 0;
    case 'busy':
      return send(response, 429, 'Too Many Requests', { 'retry-after': fault.retryAfter });
    case 'meanwhile':
      await fault.happens();
      return undefined;
  }
}

function send(
  response: ServerResponse,
  status: number,
  message: string,
  headers: Readonly<Record<string, string>>,
): number {
  const answer = refuse(status, message);
  response
    .writeHead(status, { ...plainText, ...headers })
    .end(JSON.stringify(answer.kind === 'one' ? answer.body : null));
  return status;
}
