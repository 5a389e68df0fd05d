import { z } from 'zod';

/** What an event asks to be compared, as far as its payload tells; names are resolved by the host. */
export type Occasion =
  | {
      readonly kind: 'compare';
      /** The pull request under review, or to be merged. */
      readonly number?: number;
      readonly queued?: true;
      /** Branch, tag or commit whose merge base with the head is the old side; `ref` is how it is shown. */
      readonly base: { readonly name: string; readonly ref: string };
      /** Branch whose tip holds config and policy, where it is not `base`. */
      readonly policy?: string;
      readonly head: { readonly sha: string; readonly ref: string };
      readonly fork: boolean;
    }
  /** The pull request whose head a run of another workflow had; which one it is GitHub is asked. */
  | {
      readonly kind: 'after-run';
      readonly head: { readonly sha: string; readonly ref: string };
      /** Who owns the repository of the head. */
      readonly owner: string;
      readonly fork: boolean;
    }
  /** One commit alone, for what compares nothing. */
  | {
      readonly kind: 'alone';
      readonly head: { readonly sha: string; readonly ref: string };
      readonly fork: boolean;
    }
  | { readonly kind: 'nothing'; readonly why: string }
  /** An event that should be compared and cannot be: never taken for nothing to do. */
  | { readonly kind: 'unreadable'; readonly why: string };

/** What the runner's environment adds to a payload. */
export type RunContext = {
  /** GITHUB_SHA and GITHUB_REF: the head of events that name none. */
  readonly sha?: string;
  readonly ref?: string;
  /** GITHUB_ACTOR. */
  readonly actor?: string;
  /** The input `base-ref`. */
  readonly baseRef?: string;
  /** Nothing is compared: outside pull requests and merge groups the run's own commit is all there is to read. */
  readonly alone?: true;
};

const objectId = z.string().regex(/^[0-9a-f]{40,64}$/);
const pullRequest = z.object({
  action: z.string().optional(),
  pull_request: z.object({
    number: z.int().positive(),
    state: z.string(),
    base: z.object({ ref: z.string().min(1), repo: z.object({ full_name: z.string() }) }),
    head: z.object({ sha: objectId, ref: z.string(), repo: z.object({ full_name: z.string() }).nullable() }),
  }),
  sender: z.object({ login: z.string() }).nullish(),
});
const mergeGroup = z.object({
  action: z.string().optional(),
  merge_group: z.object({ head_sha: objectId, head_ref: z.string(), base_sha: objectId, base_ref: z.string().min(1) }),
});
const repository = z.object({ full_name: z.string(), owner: z.object({ login: z.string() }) });
const workflowRun = z.object({
  workflow_run: z.object({
    event: z.string(),
    head_sha: objectId,
    head_branch: z.string().nullable(),
    head_repository: repository.nullable(),
  }),
  repository,
  sender: z.object({ login: z.string() }).nullish(),
});
const push = z.object({
  ref: z.string(),
  before: objectId,
  after: objectId,
  deleted: z.boolean().optional(),
  sender: z.object({ login: z.string() }).nullish(),
});

/**
 * Reads the event that started the workflow.
 * @param name GITHUB_EVENT_NAME
 * @param payload the event file's JSON; anything at all may be in it
 */
export function readEvent(name: string, payload: unknown, context: RunContext = {}): Occasion {
  switch (name) {
    case 'pull_request':
    case 'pull_request_target':
      return read(name, pullRequest, payload, (event) => ofPullRequest(event, context));
    case 'merge_group':
      return read(name, mergeGroup, payload, ofMergeGroup);
    default:
      return context.alone === true ? ofCommit(name, context) : ofOthers(name, payload, context);
  }
}

function ofOthers(name: string, payload: unknown, context: RunContext): Occasion {
  switch (name) {
    case 'push':
      return read(name, push, payload, (event) => ofPush(event, context));
    case 'workflow_run':
      return read(name, workflowRun, payload, (event) => ofWorkflowRun(event, context));
    case 'workflow_dispatch':
    case 'schedule':
      return ofRun(name, context);
    default:
      return {
        kind: 'nothing',
        why: `the event ${name === '' ? '(none)' : name} has nothing to compare; run on pull_request, merge_group or push`,
      };
  }
}

function read<T>(name: string, schema: z.ZodType<T>, payload: unknown, then: (event: T) => Occasion): Occasion {
  const parsed = schema.safeParse(payload);
  if (parsed.success) return then(parsed.data);
  const [first] = parsed.error.issues;
  return { kind: 'unreadable', why: `the payload of ${name} has no usable ${first?.path.join('.') || 'content'}` };
}

function ofPullRequest(
  { action, pull_request: pull, sender }: z.infer<typeof pullRequest>,
  { actor }: RunContext,
): Occasion {
  if (action === 'closed' || pull.state === 'closed')
    return { kind: 'nothing', why: `pull request ${pull.number} is closed` };
  return {
    kind: 'compare',
    number: pull.number,
    base: { name: pull.base.ref, ref: pull.base.ref },
    head: { sha: pull.head.sha, ref: pull.head.ref },
    // The repository of a fork that was deleted since is null.
    fork: pull.head.repo?.full_name !== pull.base.repo.full_name || isDependabot(actor ?? sender?.login),
  };
}

/** Its head holds everything queued before it, its base what is queued before it: the two differ by this pull request alone. */
function ofMergeGroup({ action, merge_group: group }: z.infer<typeof mergeGroup>): Occasion {
  if (action === 'destroyed') return { kind: 'nothing', why: 'the merge group was taken apart' };
  const branch = group.base_ref.replace(/^refs\/heads\//, '');
  // gh-readonly-queue/<base>/pr-<number>-<sha>; the base may hold slashes, and look like a pull request itself.
  const number = /^(?:refs\/heads\/)?gh-readonly-queue\/.+\/pr-(\d+)-[0-9a-f]+$/.exec(group.head_ref)?.[1];
  return {
    kind: 'compare',
    ...(number === undefined ? {} : { number: Number(number) }),
    queued: true,
    base: { name: group.base_sha, ref: branch },
    policy: branch,
    head: { sha: group.head_sha, ref: group.head_ref },
    fork: false,
  };
}

function ofPush(
  { ref, before, after, deleted, sender }: z.infer<typeof push>,
  { baseRef, actor }: RunContext,
): Occasion {
  if (deleted === true || isZero(after)) return { kind: 'nothing', why: `${ref} was deleted` };
  const head = { sha: after, ref: ref.replace(/^refs\/(heads|tags)\//, '') };
  const fork = isDependabot(actor ?? sender?.login);
  // A push to the base branch itself is compared with what was there before.
  if (baseRef !== undefined && baseRef !== head.ref)
    return { kind: 'compare', base: { name: baseRef, ref: baseRef }, head, fork };
  if (isZero(before)) {
    return {
      kind: 'nothing',
      why: `${ref} is new, so there is nothing before it; set base-ref to compare it with a branch`,
    };
  }
  return { kind: 'compare', base: { name: before, ref: `${head.ref} before the push` }, head, fork };
}

/** GitHub leaves the run's own list of pull requests empty for forks. */
function ofWorkflowRun(
  { workflow_run: run, repository: ours, sender }: z.infer<typeof workflowRun>,
  { actor }: RunContext,
): Occasion {
  const { event, head_sha: sha, head_branch: ref, head_repository: theirs } = run;
  if (!event.startsWith('pull_request'))
    return { kind: 'nothing', why: `this workflow_run follows a run on ${event}, which is of no pull request` };
  if (ref === null || theirs === null)
    return { kind: 'unreadable', why: 'this workflow_run follows a run whose branch or fork is gone' };
  const fork = theirs.full_name !== ours.full_name || isDependabot(actor ?? sender?.login);
  return { kind: 'after-run', head: { sha, ref }, owner: theirs.owner.login, fork };
}

function ofRun(name: string, { sha, ref, baseRef }: RunContext): Occasion {
  if (baseRef === undefined) return { kind: 'nothing', why: `${name} names nothing to compare with; set base-ref` };
  if (sha === undefined || !objectId.safeParse(sha).success)
    return { kind: 'unreadable', why: `${name} came without GITHUB_SHA` };
  return {
    kind: 'compare',
    base: { name: baseRef, ref: baseRef },
    head: { sha, ref: (ref ?? sha).replace(/^refs\/(heads|tags)\//, '') },
    fork: false,
  };
}

/** The commit whose workflow runs: its config is as trusted as the workflow itself. */
function ofCommit(name: string, { sha, ref, actor }: RunContext): Occasion {
  if (sha === undefined || !objectId.safeParse(sha).success)
    return { kind: 'unreadable', why: `${name} came without GITHUB_SHA` };
  return {
    kind: 'alone',
    head: { sha, ref: (ref ?? sha).replace(/^refs\/(heads|tags)\//, '') },
    fork: isDependabot(actor),
  };
}

/** Runs that Dependabot starts have no secrets, though its branches are in the repository itself. */
function isDependabot(login: string | undefined): boolean {
  return login === 'dependabot[bot]';
}

function isZero(sha: string): boolean {
  return /^0+$/.test(sha);
}
