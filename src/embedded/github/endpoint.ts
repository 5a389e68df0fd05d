import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Describe } from './describe.ts';
import type { Incoming } from './description.ts';
import type { GitRepository } from './git-repository.ts';
import type { Access, GitHubSettings, Permission } from './world.ts';
import type { WorldState } from './world-state.ts';

/** What an endpoint answers; a list is cut into pages by the server. */
export type Answer =
  | {
      readonly kind: 'one';
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'list'; readonly items: readonly unknown[] };

export type World = {
  readonly git: GitRepository;
  readonly state: WorldState;
  readonly describe: Describe;
  readonly settings: GitHubSettings;
};

/** One REST path that is served. */
export type Endpoint = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** As in GitHub's description. */
  readonly path: string;
  /** Any one of these is enough. */
  readonly needs: readonly (readonly [Permission, Exclude<Access, 'none'>])[];
  readonly answer: (world: World, incoming: Incoming) => Answer | Promise<Answer>;
};

/** Whether a permission is enough. */
export function allows(granted: Access, needed: 'read' | 'write'): boolean {
  return granted === 'write' || granted === needed;
}

const manual = 'https://docs.github.com/rest';

export function refuse(status: number, message: string, more: object = {}): Answer {
  return { kind: 'one', status, body: { message, documentation_url: manual, status: String(status), ...more } };
}

export const notFound: Answer = refuse(404, 'Not Found');

export function found(body: unknown, status = 200): Answer {
  return { kind: 'one', status, body };
}

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
    ...(answer.kind === 'one' ? answer.headers : {}),
    ...headers,
  });
  response.end(content);
  return status;
}
