import { z } from 'zod';
import type { Asked, Forum, ForumComment, Labelling } from '../../core/forum.ts';
import { commentAnswer, commentsAnswer, labelEventsAnswer, permissionAnswer, pullAnswer } from './answers.ts';
import { askAllPages } from './ask-all-pages.ts';
import type { GitHubConnection } from './connect-github.ts';
import { createViewer, isOwn, mapped } from './viewer.ts';

/** A pull request's comments and labels through GitHub's API. The one that the token belongs to is asked for once. */
export function createGitHubForum(connection: GitHubConnection): Forum {
  const whoAmI = createViewer(connection);

  return {
    async pull(number) {
      const answered = await connection.ask(
        pullAnswer,
        async (octokit, where) => (await octokit.rest.pulls.get({ ...where, pull_number: number })).data,
      );
      return mapped(answered, 'pull-requests: read', ({ head, state, labels }) => ({
        head: head.sha,
        open: state === 'open',
        labels: labels.map(({ name }) => name),
      }));
    },
    async comments(number) {
      const answered = await askAllPages(connection, commentsAnswer, (octokit, page) =>
        octokit.rest.issues.listComments({ ...page, issue_number: number }),
      );
      // Where there is no comment, none can be ours.
      if (answered.kind === 'answered' && answered.value.length === 0) return { kind: 'done', value: [] };
      const me = await whoAmI();
      if (me.kind === 'refused') return me;
      return mapped(answered, 'pull-requests: read', (comments) =>
        comments.map((comment) => commentOf(comment, isOwn(comment.user, me.value))),
      );
    },
    async create(number, body) {
      const answered = await connection.ask(
        commentAnswer,
        async (octokit, where) =>
          (await octokit.rest.issues.createComment({ ...where, issue_number: number, body })).data,
      );
      // Whose token it is, its comment says.
      const author = answered.kind === 'answered' ? answered.value.user : null;
      if (author !== null) whoAmI.learn(author);
      return mapped(answered, 'pull-requests: write', (comment) => commentOf(comment, true));
    },
    async update(id, body) {
      const answered = await connection.ask(
        commentAnswer,
        async (octokit, where) => (await octokit.rest.issues.updateComment({ ...where, comment_id: id, body })).data,
      );
      return mapped(answered, 'pull-requests: write', (comment) => commentOf(comment, true));
    },
    async remove(id) {
      const answered = await connection.ask(z.unknown(), (octokit, where) =>
        octokit.rest.issues.deleteComment({ ...where, comment_id: id }),
      );
      if (answered.kind === 'refused' && answered.refusal.kind === 'missing') return { kind: 'done', value: null };
      return mapped(answered, 'pull-requests: write', () => null);
    },
    labelling: (number, label) => readLabelling(connection, number, label),
  };
}

function commentOf(comment: z.infer<typeof commentAnswer>, own: boolean): ForumComment {
  return {
    id: comment.id,
    body: comment.body ?? '',
    url: comment.html_url,
    own,
    updatedAt: timeOf(comment.updated_at),
  };
}

async function readLabelling(
  connection: GitHubConnection,
  number: number,
  label: string,
): Promise<Asked<Labelling | null>> {
  const events = await askAllPages(connection, labelEventsAnswer, (octokit, page) =>
    octokit.rest.issues.listEvents({ ...page, issue_number: number }),
  );
  if (events.kind === 'refused') return mapped(events, 'issues: read', () => null);
  const last = events.value.findLast(
    (event) =>
      ['labeled', 'unlabeled'].includes(event.event) && event.label?.name.toLowerCase() === label.toLowerCase(),
  );
  if (last?.event !== 'labeled' || last.actor === undefined || last.actor === null)
    return { kind: 'done', value: null };
  const { login, type } = last.actor;
  const set = { by: login, at: timeOf(last.created_at) };
  if (type !== 'User') return { kind: 'done', value: { ...set, mayAccept: false } };
  const permission = await connection.ask(
    permissionAnswer,
    async (octokit, where) =>
      (await octokit.rest.repos.getCollaboratorPermissionLevel({ ...where, username: login })).data,
  );
  // Someone who is no collaborator is not found.
  if (permission.kind === 'refused' && permission.refusal.kind === 'missing')
    return { kind: 'done', value: { ...set, mayAccept: false } };
  // Of the old four levels: `maintain` is told as write, `triage` as read.
  return mapped(permission, 'metadata: read', (answer) => ({
    ...set,
    mayAccept: ['write', 'admin'].includes(answer.permission),
  }));
}

function timeOf(written: string): string {
  const time = new Date(written);
  return Number.isNaN(time.getTime()) ? '' : time.toISOString();
}
