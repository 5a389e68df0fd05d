import type { GitRepository } from './git-repository.ts';

/** Permissions of a token, named as GitHub's `X-Accepted-GitHub-Permissions` names them. */
export type Permission = 'actions' | 'contents' | 'issues' | 'pull_requests' | 'metadata';
export type Access = 'none' | 'read' | 'write';
export type Role = 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none';

export type PullSetting = {
  readonly number: number;
  readonly title?: string;
  readonly author?: string;
  /** Branch it is to be merged into. */
  readonly base: string;
  /** Branch of the same git repository that holds its commits, also where it comes from a fork. */
  readonly head: string;
  /** `owner/name` the head belongs to; `null` where that fork was deleted; default: the repository itself. */
  readonly headRepository?: string | null;
  readonly state?: 'open' | 'closed';
};

/** A run of a workflow, as far as one asks whose it is. */
export type RunSetting = {
  readonly id: number;
  readonly event: string;
  readonly branch: string;
  readonly workflow: number;
  /** `owner/name` that its branch belongs to; default: the repository itself. */
  readonly headRepository?: string;
  /** ISO 8601, UTC, whole seconds; it ended when it kept its last artifact. */
  readonly createdAt: string;
};

/** What a run kept. */
export type ArtifactSetting = {
  readonly id: number;
  readonly name: string;
  readonly run: number;
  readonly createdAt: string;
  readonly expired: boolean;
  readonly size: number;
  readonly digest: string;
  /** Where its content is. */
  readonly address: string;
};

export type GitHubSettings = {
  /** Work tree or git directory that is served. */
  readonly directory: string;
  /** The same, where it is open already and closed by whom it was opened: several can serve one. */
  readonly git?: GitRepository;
  /** `owner/name`. */
  readonly repository: string;
  /** The repository's earlier `owner/name`; requests to it are redirected as GitHub does. */
  readonly movedFrom?: string;
  readonly token?: string;
  /** Whose token it is. */
  readonly viewer?: string;
  readonly pulls?: readonly PullSetting[];
  /** Roles of people by login; everyone else has `read`. */
  readonly roles?: Readonly<Record<string, Role>>;
  /** What the token may do. Default: what the README's workflow grants. */
  readonly permissions?: Partial<Readonly<Record<Permission, Access>>>;
  /** How a missing permission to read is answered: GitHub does both. */
  readonly deniedAs?: 403 | 404;
  /** GraphQL answers FORBIDDEN where `false`. */
  readonly graphql?: boolean;
  /** Objects that one GraphQL query may take; the rest is answered with RESOURCE_LIMITS_EXCEEDED. */
  readonly graphqlObjects?: number;
  /** A whole tree with more entries is answered `truncated`. GitHub's own limit is 100,000. */
  readonly treeLimit?: number;
  /** Requests an hour before the primary rate limit, and points of GraphQL; GITHUB_TOKEN has 1,000 of each. */
  readonly rateLimit?: number;
  readonly latencyMs?: number;
  /** Runs of workflows, and what they kept, as they are when asked for. */
  readonly runs?: () => readonly RunSetting[];
  readonly artifacts?: () => readonly ArtifactSetting[];
  /** Path of fixtures/github-api.json: every request and answer is then held against GitHub's own description. */
  readonly description?: string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
};

/** What goes wrong with a request, in place of its answer. */
export type Fault = {
  /** Matched against `GET /repos/…?query`; every request where left out. */
  readonly where?: RegExp;
  /** Matched against the request's body as JSON: what of GraphQL it asks. */
  readonly asks?: RegExp;
  /** How often; 1 where left out. */
  readonly times?: number;
} & (
  | { readonly kind: 'primary-limit'; readonly resetInSeconds: number; readonly status?: 403 | 429 }
  | { readonly kind: 'secondary-limit'; readonly retryAfterSeconds?: number; readonly status?: 403 | 429 }
  | { readonly kind: 'status'; readonly status: number; readonly message?: string }
  /** What GraphQL says beside the data, or instead of it: with status 200, as GitHub does. */
  | {
      readonly kind: 'graphql-errors';
      readonly errors: readonly { readonly type?: string; readonly message: string }[];
    }
  /** A page of HTML with status 200, as proxies and sign-in walls answer. */
  | { readonly kind: 'page'; readonly html: string }
  | { readonly kind: 'reset' }
  /** Sends whoever asks to the very same address. */
  | { readonly kind: 'redirect' }
  /** Accepts, and never says a word. */
  | { readonly kind: 'hang' }
  /** Begins an answer and then sends a blank a second. */
  | { readonly kind: 'drip' }
  /** A body with status 200 that is none of JSON, or half of it. */
  | { readonly kind: 'cut'; readonly body: string }
  /** Announces more than it sends, and closes the connection. */
  | { readonly kind: 'broken-off' }
  /** 429 with `retry-after` and other words than GitHub's. */
  | { readonly kind: 'busy'; readonly retryAfter: string }
  /** Runs before the request is answered: lets something else happen in between. */
  | { readonly kind: 'meanwhile'; readonly happens: () => void | Promise<void> }
);

export type StoredComment = {
  readonly id: number;
  readonly pull: number;
  readonly author: string;
  readonly body: string;
  readonly createdAt: string;
  readonly updatedAt: string;
};

export type StoredIssue = {
  readonly number: number;
  readonly author: string;
  readonly title: string;
  readonly body: string;
  readonly state: 'open' | 'closed';
  readonly createdAt: string;
  readonly updatedAt: string;
};

export type StoredLabelEvent = {
  readonly id: number;
  readonly pull: number;
  readonly event: 'labeled' | 'unlabeled';
  readonly label: string;
  readonly by: string;
  readonly at: string;
};

/** A request as it came and what it was answered. */
export type RecordedRequest = {
  readonly method: string;
  /** Path with query, as sent. */
  readonly path: string;
  readonly body: unknown;
  readonly status: number;
};
