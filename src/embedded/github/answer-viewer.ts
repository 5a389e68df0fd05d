import { type Answer, refuse } from './endpoint.ts';

/** Answers GraphQL: who the token belongs to is all that is asked by it. @param open `false`: FORBIDDEN, as some tokens get */
export function answerViewer(query: unknown, viewer: string, open: boolean): Answer {
  if (!JSON.stringify(query ?? '').includes('viewer')) return refuse(400, 'only viewer { login } is served');
  if (open) return { kind: 'one', status: 200, body: { data: { viewer: { login: viewer } } } };
  const errors = [{ type: 'FORBIDDEN', path: ['viewer'], message: 'Resource not accessible by integration' }];
  return { kind: 'one', status: 200, body: { data: null, errors } };
}
