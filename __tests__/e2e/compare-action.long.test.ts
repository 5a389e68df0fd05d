import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GitHubSettings } from '../../src/embedded/github/world.ts';
import type { StepResult } from '../../src/embedded/runner/run-action.ts';
import { type ReviewStage, stageReview } from '../support/review-stage.ts';

const held = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`case ${at}`, [1, 1, 1, 1, 1, 1]]));
const LABEL = 'promptgate:accept';
const fellTo0 = '6/6 → 0/6';

const folder = mkdtempSync(join(tmpdir(), 'promptgate-compare-'));
const temp = mkdtempSync(join(tmpdir(), 'promptgate-temp-'));
beforeAll(() => {
  const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
  put('held.json', JSON.stringify(held));
  put('broken.json', JSON.stringify({ ...held, 'case 7': [0, 0, 0, 0, 0, 0] }));
  put('worse.json', JSON.stringify({ ...held, 'case 7': [0, 0, 0, 0, 0, 0], 'case 8': [0, 0, 0, 0, 0, 0] }));
  put('wrong.json', '{\n  "case 1": [1, 50]\n}');
  symlinkSync('/etc/hostname', join(folder, 'link.json'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(temp, { recursive: true });
});

type Compared = ReviewStage & {
  readonly compare: (next: string, inputs?: Readonly<Record<string, string>>) => Promise<StepResult>;
  readonly bodies: () => readonly string[];
};

/** A pull request of its own for each test: they run at the same time. */
const compared = test.extend<{ readonly begin: (github?: Partial<GitHubSettings>) => Promise<Compared> }>({
  // biome-ignore lint/correctness/noEmptyPattern: the test runner reads the names of fixtures from the pattern
  begin: async ({}, use) => {
    const stages: ReviewStage[] = [];
    await use(async (github = {}) => {
      const stage = await stageReview({
        base: { 'promptgate.yml': 'version: 1\ngate: { tolerance: 0.02 }\n' },
        // A pull request does not loosen the gate that judges it.
        head: { 'promptgate.yml': 'version: 1\ngate: { cases: warn, tolerance: 0.9 }\nfail-on: never\n' },
        models: { rules: [] },
        github,
      });
      stages.push(stage);
      return {
        ...stage,
        compare: (next, inputs) => stage.review(step(next, inputs)),
        bodies: () => stage.github.comments(7).map(({ body }) => body),
      };
    });
    for (const stage of stages) {
      // Nothing in this mode asks a model.
      expect(stage.models.stats().arrived).toBe(0);
      expect(stage.github.violations).toEqual([]);
      await stage.close();
    }
  },
});

const step = (next: string, inputs: Readonly<Record<string, string>> = {}) => ({
  workspace: folder,
  inputs: { mode: 'compare', old: 'held.json', new: next, 'api-key': '', ...inputs },
});
const ended = ({ exitCode, outputs }: StepResult) => [exitCode, outputs['verdict']];

describe.concurrent('the action in mode compare, in a pull request', () => {
  compared('reads another tool’s table by the input `columns`', async ({ begin }) => {
    const rows = Array.from({ length: 6 }, (_, at) => `q${at},1\n`.repeat(6)).join('');
    writeFileSync(join(folder, 'ragas.csv'), `user_input,faithfulness\n${rows}`);
    const { compare } = await begin();
    const columns = 'id=user_input\nscore=faithfulness';
    expect(ended(await compare('ragas.csv', { old: 'ragas.csv', columns }))).toEqual([0, 'pass']);
    expect(ended(await compare('ragas.csv', { old: 'ragas.csv' }))).toEqual([1, 'invalid']);
  });

  compared('gates by the base branch’s config: comment, summary, outputs and the report’s files', async ({ begin }) => {
    const { bodies, review } = await begin();
    const run = await review({ ...step('broken.json'), temp });
    expect(ended(run)).toEqual([1, 'regressed']);
    expect(run.outputs).toMatchObject({ calls: '0', 'cost-usd': '0', 'changed-prompts': '["broken.json"]' });
    expect(Number(run.outputs['score-delta'])).toBeCloseTo(-1 / 12, 3);
    expect(JSON.parse(run.outputs['regressed-cases'] ?? '')).toEqual([
      { prompt: 'broken.json', case: 'case 7', model: 'the model' },
    ]);
    expect(run.outputs['comment-url']).toMatch(/\/7#issuecomment-\d+$/);
    expect(run.summary).toContain(fellTo0);
    expect(bodies()).toEqual([expect.stringContaining(fellTo0)]);
    const report = JSON.parse(readFileSync(run.outputs['report-json'] ?? '', 'utf8'));
    expect(report).toMatchObject({ mode: 'compare', verdict: 'regressed', gate: { open: false, acceptLabel: LABEL } });
    expect(readFileSync(run.outputs['report-html'] ?? '', 'utf8')).toContain('case 7');
  });

  compared('updates its one comment, and `fail-on: never` only reports', async ({ begin }) => {
    const { compare, bodies } = await begin();
    expect(ended(await compare('broken.json', { 'fail-on': 'never' }))).toEqual([0, 'regressed']);
    expect(bodies()).toEqual([expect.stringContaining(fellTo0)]);
    expect(ended(await compare('held.json'))).toEqual([0, 'pass']);
    expect(bodies()).toEqual([expect.not.stringContaining(fellTo0)]);
    await compare('held.json', { name: 'other' });
    expect(bodies()).toHaveLength(2);
  });

  compared(
    'is invalid for the reason `files`, never green, where a file is broken, missing or a link out of the workspace',
    async ({ begin }) => {
      const { compare, bodies } = await begin();
      expect(ended(await compare('held.json'))).toEqual([0, 'pass']);
      const never = { 'fail-on': 'never' };
      for (const [next, told] of [
        ['wrong.json', /file=wrong\.json,line=2,col=17,?.*::A score of the case/u],
        ['none.json', /none\.json.*there is no such file/u],
        ['link.json', /link\.json.*the file is not read/u],
      ] as const) {
        const run = await compare(next, never);
        expect([next, ...ended(run), run.outputs['reason']]).toEqual([next, 1, 'invalid', 'files']);
        expect(run.stdout).toMatch(told);
        expect(run.summary).toContain('Not reviewed: ');
        expect(bodies()).toEqual([expect.stringContaining('Not reviewed: ')]);
        expect(run.stdout).not.toContain('fault of Promptgate');
      }
    },
  );

  compared('refuses inputs that lead out of the workspace or lack a file', async ({ begin }) => {
    const { compare } = await begin();
    for (const [next, told] of [
      ['../held.json', 'it must not lead out of its folder'],
      ['/etc/hostname', 'the input `new` is `/etc/hostname`'],
      ['', '`mode: compare` needs two files'],
    ] as const) {
      const run = await compare(next, { 'fail-on': 'never' });
      expect([next, ...ended(run), run.outputs['reason']]).toEqual([next, 1, 'invalid', 'config']);
      expect(run.stdout).toMatch(told);
    }
  });

  compared('tells a comment that it may not write, and gates all the same', async ({ begin }) => {
    const { compare } = await begin({
      permissions: { pull_requests: 'read', issues: 'read' },
    });
    const run = await compare('broken.json');
    expect(ended(run)).toEqual([1, 'regressed']);
    expect(run.stdout).toMatch(/^::warning .*comment could not be written.*pull-requests: write/m);
  });
});

describe.concurrent('the accept label', () => {
  /** The label's second must not be the comment's own: in doubt nothing is accepted. */
  const nextSecond = () => new Promise((resolve) => setTimeout(resolve, 1100));

  compared('opens the gate for the files it was set on, and for no others', async ({ begin }) => {
    const { compare, bodies, github } = await begin({ roles: { ada: 'write' } });
    expect(ended(await compare('broken.json'))).toEqual([1, 'regressed']);
    await nextSecond();
    github.label(7, LABEL, 'ada');
    expect(ended(await compare('broken.json'))).toEqual([0, 'regressed']);
    expect(bodies()).toEqual([expect.stringMatching(/Accepted by `ada`: [\s\S]*case 7/)]);
    expect(ended(await compare('worse.json'))).toEqual([1, 'regressed']);
    expect(bodies()).toEqual([expect.not.stringContaining('Accepted by')]);
  });

  compared('is carried into the merge queue, and means nothing from who may not write', async ({ begin }) => {
    const { compare, on, github, repository } = await begin({ roles: { ada: 'write', eve: 'read' } });
    expect(ended(await compare('broken.json'))).toEqual([1, 'regressed']);
    await nextSecond();
    github.label(7, LABEL, 'eve');
    const queue = 'gh-readonly-queue/main/pr-7-0123456789abcdef';
    const sha = repository.merge(queue, 'main', 'topic');
    const event = await github.mergeGroupEvent(7, queue);
    const merge = () => on('merge_group', event, { ...step('broken.json'), sha, ref: `refs/heads/${queue}` });
    const refused = await merge();
    expect(ended(refused)).toEqual([1, 'regressed']);
    expect(refused.stdout).toContain('has no write permission');
    github.unlabel(7, LABEL, 'eve');
    github.label(7, LABEL, 'ada');
    const merged = await merge();
    expect(ended(merged)).toEqual([0, 'regressed']);
    expect(merged.summary).toContain('Accepted by `ada`');
  });
});

describe.concurrent('outside a pull request', () => {
  compared(
    'there is a summary and no comment: in a merge group, on a push, and where nothing is to review',
    async ({ begin }) => {
      const { bodies, on, github, repository } = await begin();
      const queue = 'gh-readonly-queue/main/pr-7-0123456789abcdef';
      const sha = repository.merge(queue, 'main', 'topic');
      const [before, after] = [repository.git('rev-parse', 'main'), repository.git('rev-parse', 'topic')];
      const push = { ref: 'refs/heads/topic', before, after, deleted: false, sender: { login: 'ada' } };
      for (const [name, payload, at] of [
        ['merge_group', await github.mergeGroupEvent(7, queue), { sha, ref: `refs/heads/${queue}` }],
        ['push', push, { sha: after, ref: 'refs/heads/topic' }],
        ['workflow_dispatch', {}, {}],
      ] as const) {
        const run = await on(name, payload, { ...step('broken.json'), ...at });
        expect([name, ...ended(run)]).toEqual([name, 1, 'regressed']);
        expect(run.summary).toContain(fellTo0);
      }
      expect(bodies()).toEqual([]);
      expect(existsSync(join(folder, 'promptgate.yml'))).toBe(false);
    },
  );
});
