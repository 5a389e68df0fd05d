import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from './endpoint.ts';

/** The body of a request: JSON where it is, else its text; undefined where there is none. */
export async function receive(request: IncomingMessage): Promise<unknown> {
  return readJson(await readAll(request));
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

function readJson(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Sends an answer as JSON. @returns its status */
export function send(response: ServerResponse, answer: Answer, headers: Readonly<Record<string, string>>): number {
  const { status, body } = answer.kind === 'one' ? answer : { status: 200, body: answer.items };
  const content = body === undefined ? undefined : JSON.stringify(body);
  response.writeHead(status, {
    ...(content === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    ...headers,
  });
  response.end(content);
  return status;
}
