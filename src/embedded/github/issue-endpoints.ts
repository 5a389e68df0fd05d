import { z } from 'zod';
import { type Endpoint, found, notFound, refuse } from './endpoint.ts';

const written = z.object({
  title: z.string().optional(),
  body: z.string().nullish(),
  state: z.enum(['open', 'closed']).optional(),
});

/** GitHub says "characters"; counted here as UTF-16 units, the stricter reading. */
const longest = { title: 256, body: 65_536 };

/** Issues: listed, written and closed. Pull requests are issues too, and listed among them. */
export const issueEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/issues',
    needs: [['issues', 'read']],
    answer({ state, describe }, { query }) {
      const wanted = query['state'] ?? 'open';
      const issues = state.issues().filter((issue) => wanted === 'all' || issue.state === wanted);
      const ordered = query['direction'] === 'asc' ? issues : issues.toReversed();
      return { kind: 'list', items: ordered.map((issue) => describe.issue(issue, state.labels(issue.number))) };
    },
  },
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/issues',
    needs: [['issues', 'write']],
    answer({ state, describe }, { body }) {
      const { title = '', body: text } = written.parse(body);
      return (
        faultOf(title, text ?? '') ?? found(describe.issue(state.addIssue(state.viewer, title, text ?? ''), []), 201)
      );
    },
  },
  {
    method: 'PATCH',
    path: '/repos/{owner}/{repo}/issues/{issue_number}',
    needs: [['issues', 'write']],
    answer({ state, describe }, { path, body }) {
      const issue = state.issues().find(({ number }) => number === Number(path.issue_number));
      if (issue === undefined) return notFound;
      const { title = issue.title, body: text = issue.body, state: becomes = issue.state } = written.parse(body);
      const fault = faultOf(title, text ?? '');
      if (fault !== undefined) return fault;
      const edited = state.editIssue({ ...issue, title, body: text ?? '', state: becomes });
      return found(describe.issue(edited, state.labels(edited.number)));
    },
  },
];

function faultOf(title: string, body: string) {
  const field =
    title.trim() === '' || title.length > longest.title ? 'title' : body.length > longest.body ? 'body' : '';
  if (field === '') return undefined;
  return refuse(422, 'Validation Failed', { errors: [{ resource: 'Issue', code: 'invalid', field }] });
}
