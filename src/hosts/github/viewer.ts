import type { z } from 'zod';
import type { Asked } from '../../core/forum.ts';
import { type commentAnswer, viewerAnswer } from './answers.ts';
import { askGraphQL } from './ask-graphql.ts';
import type { Answered, GitHubConnection } from './connect-github.ts';
import { advise } from './reading-problem.ts';

type Author = z.infer<typeof commentAnswer>['user'];
/** Whose the token is; without a number where GitHub tells none. */
type Viewer = { readonly login: string; readonly id?: number };

/** Whose GITHUB_TOKEN is, where nothing tells. */
const actions: Viewer = { login: 'github-actions[bot]' };

/** Whose the token is, asked for once. */
export type WhoAmI = {
  (): Promise<Asked<Viewer>>;
  /** Something that was written with the token says whose it is. */
  readonly learn: (viewer: Viewer) => void;
};

/** Finds out whose the token is, when it is first asked for. */
export function createViewer(connection: GitHubConnection): WhoAmI {
  let viewer: Promise<Asked<Viewer>> | undefined;
  const whoAmI = (): Promise<Asked<Viewer>> => {
    viewer ??= readViewer(connection);
    return viewer;
  };
  return Object.assign(whoAmI, {
    learn: (known: Viewer) => {
      viewer ??= Promise.resolve({ kind: 'done', value: known });
    },
  });
}

/** `GET /user` is closed to GITHUB_TOKEN; GraphQL tells. A token that may not ask even that is taken for the workflow's own. */
async function readViewer(connection: GitHubConnection): Promise<Asked<Viewer>> {
  const answered = await askGraphQL(connection, 'query { viewer { login databaseId } }');
  if (answered.kind === 'answered') {
    const read = viewerAnswer.safeParse(answered.value.data);
    if (!read.success) return { kind: 'done', value: actions };
    const { login, databaseId } = read.data.viewer;
    return { kind: 'done', value: typeof databaseId === 'number' ? { login, id: databaseId } : { login } };
  }
  switch (answered.refusal.kind) {
    case 'permission':
    case 'missing':
    case 'rejected':
    case 'strange':
      return { kind: 'done', value: actions };
    case 'token':
    case 'limit':
    case 'unreachable':
    case 'cancelled':
    case 'overdue':
      return mapped(answered, 'metadata: read', () => actions);
  }
}

/**
 * An app's login ends in `[bot]`, which GraphQL leaves out: a person may have the rest of it as a name. So the number tells
 * where it is known; without one, who is named as a bot must be one.
 */
export function isOwn(author: Author, viewer: Viewer): boolean {
  if (author === null) return false;
  if (viewer.id !== undefined) return author.id === viewer.id;
  if (author.type === 'Bot') return withoutBot(author.login) === withoutBot(viewer.login);
  return author.login === viewer.login && withoutBot(viewer.login) === viewer.login;
}

function withoutBot(login: string): string {
  return login.replace(/\[bot\]$/, '');
}

/** An answer as data: its value, or why there is none and the permission that it takes. */
export function mapped<T, U>(answered: Answered<T>, permission: string, map: (value: T) => U): Asked<U> {
  if (answered.kind === 'answered') return { kind: 'done', value: map(answered.value) };
  const { refusal } = answered;
  if (refusal.kind === 'permission') {
    return { kind: 'refused', message: refusal.message, permission: refusal.permissions.join(' or ') || permission };
  }
  if (refusal.kind === 'missing') return { kind: 'refused', message: refusal.message, permission };
  if (refusal.kind === 'cancelled') return { kind: 'refused', message: refusal.message };
  return { kind: 'refused', message: refusal.message, fix: advise(refusal) };
}
