import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { StepResult } from '../../src/embedded/runner/run-action.ts';
import { type Contexts, type ForkRecipe, fillIn, holds, readForkRecipe } from '../support/fork-recipes.ts';
import { casesText, promptPath, promptText, shopBase } from '../support/policy-shop.ts';
import { type ReviewStage, stageReview } from '../support/review-stage.ts';

const key = 'sk-of-the-shop-0123456789';
const repository = 'shop/support';
const event = z.object({
  action: z.string(),
  repository: z.object({ full_name: z.string() }).loose(),
  pull_request: z.object({
    head: z.object({
      sha: z.string(),
      ref: z.string(),
      repo: z.object({ full_name: z.string(), owner: z.object({ login: z.string() }) }).nullable(),
    }),
  }),
});

let stage: ReviewStage;
/** What the models were asked, in order. */
const asked: string[] = [];

afterEach(async () => {
  expect(stage.github.violations).toEqual([]);
  await stage.close();
});

/** A fork's pull request, whose prompt breaks one case where it says `warmly`. */
async function openFork(headRepository: string | null = 'stranger/support'): Promise<void> {
  asked.length = 0;
  const broken = 'case-3';
  stage = await stageReview({
    base: { ...shopBase, 'promptgate.yml': 'version: 1\n', 'prompts/policy.cases.yml': casesText() },
    head: { [promptPath]: promptText('warmly') },
    models: {
      rules: [
        {
          when: /What is case-/,
          reply: ({ text }) => {
            asked.push(text);
            const id = /What is (case-\d+)\?/.exec(text)?.[1] ?? '';
            return text.includes('warmly') && id === broken ? 'No.' : `It is number ${id.replace('case-', '')}.`;
          },
        },
      ],
    },
    github: { pulls: [{ number: 7, base: 'main', head: 'topic', headRepository }] },
  });
}

/** One run of the workflow, as GitHub would start it: its condition, its token's permissions, its secrets. */
async function start(
  recipe: ForkRecipe,
  name: string,
  payload: unknown,
  action: string,
): Promise<StepResult | undefined> {
  const types = recipe.on[name]?.types;
  if (!Object.hasOwn(recipe.on, name) || (types !== undefined && !types.includes(action))) return undefined;
  const [job] = Object.values(recipe.jobs);
  // A fork's own event has a token that may only read, and no secrets.
  const secrets = name === 'pull_request' ? {} : { OPENAI_API_KEY: key };
  const contexts = { github: { event: payload, repository, token: 'ghs_stage' }, secrets };
  if (!holds(job?.if, contexts)) return undefined;
  const granted = (permission: string) => {
    const access = recipe.permissions[permission] ?? 'none';
    return name === 'pull_request' && access === 'write' ? 'read' : access;
  };
  stage.github.permit('contents', granted('contents'));
  stage.github.permit('pull_requests', granted('pull-requests'));
  stage.github.permit('issues', granted('issues'));
  const written = job?.steps.find(({ uses }) => uses?.startsWith('OWNER/promptgate@'))?.with ?? {};
  const inputs = Object.entries(written).map(([input, value]) => [input, fillIn(value, contexts)] as const);
  // A service on loopback needs no key: without one it is one elsewhere that must not be asked.
  const service = name === 'pull_request' ? { 'base-url': 'https://models.example/v1' } : {};
  return stage.on(name, payload, { inputs: { 'api-key': '', ...service, ...Object.fromEntries(inputs) } });
}

const verdictOf = (run: StepResult | undefined) => [run?.exitCode, run?.outputs['verdict']];

describe('the plain recipe', () => {
  const recipe = readForkRecipe('promptgate');

  it('shows a fork’s pull request as unreviewed, without a comment and without asking anything', async () => {
    await openFork();
    const run = await start(recipe, 'pull_request', await stage.github.pullRequestEvent(7, 'opened'), 'opened');
    expect(verdictOf(run)).toEqual([0, 'unreviewed']);
    expect(run?.summary).toContain('no keys');
    expect([asked, stage.github.comments(7)]).toEqual([[], []]);
  });

  it('reviews it in the merge queue, where there are keys', async () => {
    await openFork();
    await start(recipe, 'pull_request', await stage.github.pullRequestEvent(7, 'opened'), 'opened');
    stage.repository.merge('queued', 'main', 'topic');
    const group = await stage.github.mergeGroupEvent(7, 'queued');
    expect(verdictOf(await start(recipe, 'merge_group', group, 'checks_requested'))).toEqual([1, 'regressed']);
  });
});

describe('the recipe with an environment', () => {
  const recipe = readForkRecipe('promptgate-forks');

  it('waits for an approval, runs nothing of the fork, and reviews with the key', async () => {
    const [job] = Object.values(recipe.jobs);
    expect(job?.environment).toBe('promptgate-forks');
    expect(job?.steps.map(({ uses, run }) => [uses, run])).toEqual([['OWNER/promptgate@v1', undefined]]);
    await openFork();
    const run = await start(recipe, 'pull_request_target', await stage.github.pullRequestEvent(7, 'opened'), 'opened');
    expect(verdictOf(run)).toEqual([1, 'regressed']);
    expect(stage.github.comments(7)[0]?.body).toContain('case-3');
  });

  it('reviews the very commit that was approved, whatever was pushed while it waited', async () => {
    await openFork();
    const approved = await stage.github.pullRequestEvent(7, 'opened');
    stage.push({ [promptPath]: promptText('in a thousand pages') });
    const run = await start(recipe, 'pull_request_target', approved, 'opened');
    expect(verdictOf(run)).toEqual([1, 'regressed']);
    expect(asked.some((text) => text.includes('warmly'))).toBe(true);
    expect(asked.filter((text) => text.includes('in a thousand pages'))).toEqual([]);
  });

  it('has its verdict taken over by the merge queue, which asks nothing', async () => {
    await openFork();
    await start(recipe, 'pull_request_target', await stage.github.pullRequestEvent(7, 'opened'), 'opened');
    const calls = asked.length;
    stage.repository.merge('queued', 'main', 'topic');
    const group = await stage.github.mergeGroupEvent(7, 'queued');
    const queued = await start(readForkRecipe('promptgate'), 'merge_group', group, 'checks_requested');
    expect([verdictOf(queued), asked.length]).toEqual([[1, 'regressed'], calls]);
  });

  it('leaves pull requests of the repository itself to the plain workflow', async () => {
    await openFork(repository);
    const own = await stage.github.pullRequestEvent(7, 'opened');
    expect(await start(recipe, 'pull_request_target', own, 'opened')).toBeUndefined();
  });
});

describe('the recipe after another workflow', () => {
  const recipe = readForkRecipe('promptgate-after-ci');

  /** What GitHub sends when a run of `CI` on the pull request has ended. */
  async function ended(more: Readonly<Record<string, unknown>> = {}) {
    const { repository: ours, pull_request: pull } = event.parse(await stage.github.pullRequestEvent(7, 'opened'));
    const { sha, ref, repo } = pull.head;
    const run = {
      event: 'pull_request',
      conclusion: 'success',
      head_sha: sha,
      head_branch: ref,
      head_repository: repo,
    };
    return { action: 'completed', workflow_run: { ...run, pull_requests: [], ...more }, repository: ours };
  }

  const follow = (payload: unknown) => start(recipe, 'workflow_run', payload, 'completed');

  it('finds the fork’s pull request by its head, reviews it, and says the verdict at the commit', async () => {
    await openFork();
    const payload = await ended();
    const run = await follow(payload);
    expect(verdictOf(run)).toEqual([1, 'regressed']);
    expect(stage.github.comments(7)[0]?.body).toContain('case-3');
    const sha = payload.workflow_run.head_sha;
    const said = ['-f context=promptgate-forks', '-f state=failure', '-f description=Verdict: regressed'].join(' ');
    expect(sayStatus(recipe, payload, run)).toBe(`api --silent repos/${repository}/statuses/${sha} ${said}\n`);
  });

  it('is started by no failed run, no push, and no pull request of the repository itself', async () => {
    await openFork();
    expect(await follow(await ended({ conclusion: 'failure' }))).toBeUndefined();
    expect(await follow(await ended({ event: 'push' }))).toBeUndefined();
    await stage.close();
    await openFork(repository);
    expect(await follow(await ended())).toBeUndefined();
  });

  it.each([
    ['was pushed to since', () => void stage.push({ [promptPath]: promptText('kindly') })],
    ['was closed', () => stage.github.open({ number: 7, base: 'main', head: 'topic', state: 'closed' })],
  ])('fails, and asks nothing, where the pull request %s: that commit may be its head again', async (_, happens) => {
    await openFork();
    const payload = await ended();
    happens();
    const run = await follow(payload);
    expect(verdictOf(run)).toEqual([1, 'invalid']);
    expect(run?.stdout).toContain('as its head any more');
    expect([asked, sayStatus(recipe, payload, run)]).toEqual([[], expect.stringContaining('-f state=failure')]);
  });

  it('fails where the fork is gone', async () => {
    await openFork();
    const run = await follow(await ended({ head_repository: null }));
    expect(verdictOf(run)).toEqual([1, 'invalid']);
    expect(asked).toEqual([]);
  });

  it('without `allow-forks` asks nothing', async () => {
    await openFork();
    const run = await stage.on('workflow_run', await ended(), { inputs: { models: 'gpt-5.6-luna', 'api-key': key } });
    expect([verdictOf(run), asked]).toEqual([[0, 'unreviewed'], []]);
  });
});

/** Runs the recipe's last step in bash with a `gh` that notes what it is asked. */
function sayStatus(recipe: ForkRecipe, payload: unknown, run: StepResult | undefined): string {
  const folder = mkdtempSync(join(tmpdir(), 'promptgate-gh-'));
  try {
    writeFileSync(join(folder, 'gh'), `#!/bin/sh\necho "$*" > "${folder}/asked"\n`);
    chmodSync(join(folder, 'gh'), 0o755);
    const gate = { outcome: run?.exitCode === 0 ? 'success' : 'failure', outputs: run?.outputs };
    const contexts: Contexts = { github: { event: payload, repository, token: 'ghs_stage' }, steps: { gate } };
    const step = Object.values(recipe.jobs)[0]?.steps.find((each) => each.run !== undefined);
    const env = Object.entries(step?.env ?? {}).map(([name, value]) => [name, fillIn(value, contexts)] as const);
    execFileSync('bash', ['-e', '-c', step?.run ?? 'exit 1'], {
      env: { PATH: `${folder}:${process.env['PATH']}`, GITHUB_REPOSITORY: repository, ...Object.fromEntries(env) },
    });
    return readFileSync(join(folder, 'asked'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
