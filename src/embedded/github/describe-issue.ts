import { nodeId } from './identity.ts';
import type { StoredIssue } from './world.ts';

/** An issue as GitHub describes it. @param of the addresses of the repository's API and page, who opened it, and its labels */
export function describeIssue(
  stored: StoredIssue,
  of: { readonly at: string; readonly page: string; readonly user: object; readonly labels: readonly object[] },
) {
  const { at, page, user, labels } = of;
  const own = `${at}/issues/${stored.number}`;
  return {
    id: stored.number,
    node_id: nodeId('I', stored.number),
    url: own,
    repository_url: at,
    labels_url: `${own}/labels{/name}`,
    comments_url: `${own}/comments`,
    events_url: `${own}/events`,
    html_url: `${page}/issues/${stored.number}`,
    number: stored.number,
    state: stored.state,
    title: stored.title,
    body: stored.body,
    user,
    labels,
    assignee: null,
    milestone: null,
    locked: false,
    comments: 0,
    closed_at: stored.state === 'closed' ? stored.updatedAt : null,
    created_at: stored.createdAt,
    updated_at: stored.updatedAt,
    author_association: 'NONE',
  };
}
