import { z } from 'zod';
import { type Answer, type Endpoint, found, notFound, refuse } from './endpoint.ts';

/** GitHub says "characters"; counted here as UTF-16 units, the stricter reading. */
const longest = 65_536;

const written = z.object({ body: z.string() });
const either = (access: 'read' | 'write') =>
  [
    ['issues', access],
    ['pull_requests', access],
  ] as const;

/** Comments, labels and who may do what. */
export const conversationEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/issues/{issue_number}/comments',
    needs: either('read'),
    answer({ state, describe }, { path }) {
      const pull = Number(path.issue_number);
      return state.pulls.has(pull) ? { kind: 'list', items: state.comments(pull).map(describe.comment) } : notFound;
    },
  },
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/issues/{issue_number}/comments',
    needs: either('write'),
    answer({ state, describe }, { path, body }) {
      const pull = Number(path.issue_number);
      if (!state.pulls.has(pull)) return notFound;
      const text = written.parse(body).body;
      return faultOf(text) ?? found(describe.comment(state.addComment(pull, state.viewer, text)), 201);
    },
  },
  {
    method: 'PATCH',
    path: '/repos/{owner}/{repo}/issues/comments/{comment_id}',
    needs: either('write'),
    answer({ state, describe }, { path, body }) {
      const id = Number(path.comment_id);
      if (state.comment(id) === undefined) return notFound;
      const text = written.parse(body).body;
      const fault = faultOf(text);
      if (fault !== undefined) return fault;
      const edited = state.editComment(id, text);
      return edited === undefined ? notFound : found(describe.comment(edited));
    },
  },
  {
    method: 'DELETE',
    path: '/repos/{owner}/{repo}/issues/comments/{comment_id}',
    needs: either('write'),
    answer({ state }, { path }) {
      const id = Number(path.comment_id);
      if (state.comment(id) === undefined) return notFound;
      state.removeComment(id);
      return { kind: 'one', status: 204 };
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/issues/{issue_number}/events',
    needs: either('read'),
    answer({ state, describe }, { path }) {
      const number = Number(path.issue_number);
      // A pull request is an issue too.
      const isKnown = state.pulls.has(number) || state.issues().some((issue) => issue.number === number);
      return isKnown ? { kind: 'list', items: state.labelEvents(number).map(describe.labelEvent) } : notFound;
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/collaborators/{username}/permission',
    needs: [['metadata', 'read']],
    answer({ state, describe }, { path }) {
      const login = path.username ?? '';
      if (login.endsWith('[bot]')) return refuse(404, `${login} is not a user`);
      const role = state.roles.get(login) ?? 'read';
      const permission = role === 'maintain' ? 'write' : role === 'triage' ? 'read' : role;
      return found({ permission, role_name: role, user: { ...describe.user(login), role_name: role } });
    },
  },
];

function faultOf(body: string): Answer | undefined {
  if (body.length > longest) {
    return refuse(422, 'Validation Failed', {
      errors: [
        {
          resource: 'IssueComment',
          code: 'unprocessable',
          field: 'data',
          message: 'Body is too long (maximum is 65536 characters)',
        },
      ],
    });
  }
  if (body.trim() === '')
    return refuse(422, 'Validation Failed', {
      errors: [{ resource: 'IssueComment', code: 'missing_field', field: 'body' }],
    });
  return undefined;
}
