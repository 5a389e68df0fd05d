import type {
  Access,
  GitHubSettings,
  Permission,
  PullSetting,
  Role,
  StoredComment,
  StoredIssue,
  StoredLabelEvent,
} from './world.ts';

const granted: Readonly<Record<Permission, Access>> = {
  actions: 'none',
  contents: 'read',
  pull_requests: 'write',
  issues: 'read',
  metadata: 'read',
};

/** What a GitHub remembers: pull requests, comments, labels, permissions. The commits are git's. */
export class WorldState {
  readonly pulls = new Map<number, PullSetting>();
  readonly permissions: Record<Permission, Access>;
  readonly roles: Map<string, Role>;
  readonly viewer: string;
  readonly #now: () => number;
  #comments: readonly StoredComment[] = [];
  #issues: readonly StoredIssue[] = [];
  #labelEvents: readonly StoredLabelEvent[] = [];
  #lastId = 1000;

  constructor(settings: GitHubSettings) {
    for (const pull of settings.pulls ?? []) this.pulls.set(pull.number, pull);
    this.permissions = { ...granted, ...settings.permissions };
    this.roles = new Map(Object.entries(settings.roles ?? {}));
    this.viewer = settings.viewer ?? 'github-actions[bot]';
    this.#now = settings.now ?? Date.now;
  }

  /** GitHub's times have no fractions of a second. */
  time(): string {
    return `${new Date(this.#now()).toISOString().slice(0, 19)}Z`;
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.#now();
  }

  comments(pull: number): readonly StoredComment[] {
    return this.#comments.filter((comment) => comment.pull === pull);
  }

  comment(id: number): StoredComment | undefined {
    return this.#comments.find((comment) => comment.id === id);
  }

  addComment(pull: number, author: string, body: string): StoredComment {
    const added = { id: this.#nextId(), pull, author, body, createdAt: this.time(), updatedAt: this.time() };
    this.#comments = [...this.#comments, added];
    return added;
  }

  editComment(id: number, body: string): StoredComment | undefined {
    this.#comments = this.#comments.map((comment) =>
      comment.id === id ? { ...comment, body, updatedAt: this.time() } : comment,
    );
    return this.comment(id);
  }

  removeComment(id: number): void {
    this.#comments = this.#comments.filter((comment) => comment.id !== id);
  }

  /** In the order they were opened. */
  issues(): readonly StoredIssue[] {
    return this.#issues;
  }

  addIssue(author: string, title: string, body: string): StoredIssue {
    const number = 1 + Math.max(0, ...this.pulls.keys(), ...this.#issues.map((issue) => issue.number));
    const [createdAt, updatedAt] = [this.time(), this.time()];
    const added: StoredIssue = { number, author, title, body, state: 'open', createdAt, updatedAt };
    this.#issues = [...this.#issues, added];
    return added;
  }

  editIssue(edited: StoredIssue): StoredIssue {
    const issue = { ...edited, updatedAt: this.time() };
    this.#issues = this.#issues.map((one) => (one.number === issue.number ? issue : one));
    return issue;
  }

  labelEvents(pull: number): readonly StoredLabelEvent[] {
    return this.#labelEvents.filter((event) => event.pull === pull);
  }

  /** Labels that are set now, in the order they were set. */
  labels(pull: number): readonly string[] {
    const set = new Set<string>();
    for (const { event, label } of this.labelEvents(pull)) {
      if (event === 'labeled') set.add(label);
      else set.delete(label);
    }
    return [...set];
  }

  recordLabel(event: StoredLabelEvent['event'], pull: number, label: string, by: string): void {
    this.#labelEvents = [...this.#labelEvents, { id: this.#nextId(), pull, event, label, by, at: this.time() }];
  }

  #nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }
}
