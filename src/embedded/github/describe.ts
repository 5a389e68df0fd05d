import { describeIssue } from './describe-issue.ts';
import { describeRepository } from './describe-repository.ts';
import type { GitChange, GitCommit } from './git-repository.ts';
import { nodeId, numberOf, ownerOf } from './identity.ts';
import type { PullSetting, StoredComment, StoredIssue, StoredLabelEvent } from './world.ts';

/** What GitHub's answers are made of, every required field of its description included. `api` is the server's own address. */
export type Describe = ReturnType<typeof describeFor>;

const web = 'https://github.com';

/** @param repository `owner/name` */
export function describeFor(api: string, repository: string) {
  const at = `${api}/repos/${repository}`;
  const page = `${web}/${repository}`;

  const user = (login: string) => {
    const bot = login.endsWith('[bot]');
    const own = `${api}/users/${encodeURIComponent(login)}`;
    return {
      login,
      id: numberOf(login),
      node_id: nodeId('U', login),
      avatar_url: `https://avatars.githubusercontent.com/u/${numberOf(login)}?v=4`,
      gravatar_id: '',
      url: own,
      html_url: bot ? `${web}/apps/${login.slice(0, -'[bot]'.length)}` : `${web}/${login}`,
      followers_url: `${own}/followers`,
      following_url: `${own}/following{/other_user}`,
      gists_url: `${own}/gists{/gist_id}`,
      starred_url: `${own}/starred{/owner}{/repo}`,
      subscriptions_url: `${own}/subscriptions`,
      organizations_url: `${own}/orgs`,
      repos_url: `${own}/repos`,
      events_url: `${own}/events{/privacy}`,
      received_events_url: `${own}/received_events`,
      type: bot ? 'Bot' : 'User',
      site_admin: false,
    };
  };

  const label = (name: string) => ({
    id: numberOf(name),
    node_id: nodeId('LA', name),
    url: `${at}/labels/${encodeURIComponent(name)}`,
    name,
    description: null,
    color: 'ededed',
    default: false,
  });

  const diffEntry = (change: GitChange, head: string) => {
    const path = change.path.split('/').map(encodeURIComponent).join('/');
    return {
      sha: change.id,
      filename: change.path,
      status: change.status,
      additions: change.additions,
      deletions: change.deletions,
      changes: change.additions + change.deletions,
      blob_url: `${page}/blob/${head}/${path}`,
      raw_url: `${page}/raw/${head}/${path}`,
      contents_url: `${at}/contents/${path}?ref=${head}`,
      ...(change.previousPath === undefined ? {} : { previous_filename: change.previousPath }),
    };
  };

  const commit = (read: GitCommit) => {
    const person = { name: read.author, email: read.email, date: read.date };
    return {
      url: `${at}/commits/${read.id}`,
      sha: read.id,
      node_id: nodeId('C', read.id),
      html_url: `${page}/commit/${read.id}`,
      comments_url: `${at}/commits/${read.id}/comments`,
      commit: {
        url: `${at}/git/commits/${read.id}`,
        author: person,
        committer: person,
        message: read.message,
        comment_count: 0,
        tree: { sha: read.tree, url: `${at}/git/trees/${read.tree}` },
        verification: { verified: false, reason: 'unsigned', payload: null, signature: null, verified_at: null },
      },
      author: null,
      committer: null,
      parents: read.parents.map((sha) => ({ sha, url: `${at}/commits/${sha}`, html_url: `${page}/commit/${sha}` })),
    };
  };

  const comment = (stored: StoredComment) => ({
    id: stored.id,
    node_id: nodeId('IC', stored.id),
    url: `${at}/issues/comments/${stored.id}`,
    html_url: `${page}/pull/${stored.pull}#issuecomment-${stored.id}`,
    issue_url: `${at}/issues/${stored.pull}`,
    body: stored.body,
    user: user(stored.author),
    created_at: stored.createdAt,
    updated_at: stored.updatedAt,
    author_association: 'NONE',
    performed_via_github_app: null,
  });

  const issue = (stored: StoredIssue, labels: readonly string[]) =>
    describeIssue(stored, { at, page, user: user(stored.author), labels: labels.map(label) });

  const labelEvent = (stored: StoredLabelEvent) => ({
    id: stored.id,
    node_id: nodeId('LE', stored.id),
    url: `${at}/issues/events/${stored.id}`,
    actor: user(stored.by),
    event: stored.event,
    commit_id: null,
    commit_url: null,
    created_at: stored.at,
    label: { name: stored.label, color: 'ededed' },
    performed_via_github_app: null,
  });

  const pull = (setting: PullSetting, facts: PullFacts) => {
    const own = `${at}/pulls/${setting.number}`;
    const issue = `${at}/issues/${setting.number}`;
    const shown = `${page}/pull/${setting.number}`;
    const headRepository = setting.headRepository === undefined ? repository : setting.headRepository;
    const side = (ref: string, sha: string, of: string | null) => ({
      label: `${of === null ? 'unknown' : ownerOf(of)}:${ref}`,
      ref,
      sha,
      user: user(ownerOf(of ?? repository)),
      repo: of === null ? null : describeRepository(api, of, user(ownerOf(of)), of !== repository),
    });
    return {
      url: own,
      id: setting.number,
      node_id: nodeId('PR', setting.number),
      html_url: shown,
      diff_url: `${shown}.diff`,
      patch_url: `${shown}.patch`,
      issue_url: issue,
      commits_url: `${own}/commits`,
      review_comments_url: `${own}/comments`,
      review_comment_url: `${at}/pulls/comments{/number}`,
      comments_url: `${issue}/comments`,
      statuses_url: `${at}/statuses/${facts.head}`,
      number: setting.number,
      state: setting.state ?? 'open',
      locked: false,
      title: setting.title ?? `Merge ${setting.head}`,
      user: user(setting.author ?? ownerOf(headRepository ?? repository)),
      body: null,
      labels: facts.labels.map(label),
      milestone: null,
      created_at: facts.now,
      updated_at: facts.now,
      closed_at: setting.state === 'closed' ? facts.now : null,
      merged_at: null,
      merge_commit_sha: null,
      assignee: null,
      head: side(setting.head, facts.head, headRepository),
      base: side(setting.base, facts.base, repository),
      _links: {
        self: { href: own },
        html: { href: shown },
        issue: { href: issue },
        comments: { href: `${issue}/comments` },
        review_comments: { href: `${own}/comments` },
        review_comment: { href: `${at}/pulls/comments{/number}` },
        commits: { href: `${own}/commits` },
        statuses: { href: `${at}/statuses/${facts.head}` },
      },
      author_association: 'CONTRIBUTOR',
      auto_merge: null,
      draft: false,
      merged: false,
      mergeable: true,
      mergeable_state: 'clean',
      merged_by: null,
      comments: facts.comments,
      review_comments: 0,
      maintainer_can_modify: false,
      commits: facts.commits,
      additions: facts.additions,
      deletions: facts.deletions,
      changed_files: facts.changedFiles,
    };
  };

  return {
    user,
    label,
    diffEntry,
    commit,
    comment,
    issue,
    labelEvent,
    pull,
    repository: () => describeRepository(api, repository, user(ownerOf(repository)), false),
    at,
    page,
    nodeId,
  };
}

type PullFacts = {
  readonly base: string;
  readonly head: string;
  readonly labels: readonly string[];
  readonly comments: number;
  readonly commits: number;
  readonly additions: number;
  readonly deletions: number;
  readonly changedFiles: number;
  /** ISO 8601. */
  readonly now: string;
};
