import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StepResult } from '../../src/embedded/runner/run-action.ts';
import { manyPrompts, promptPathOf, promptTextOf } from '../support/many-prompts.ts';
import { type CacheService, startCacheService } from '../support/model-cache-service.ts';
import { type ReviewStage, stageReview } from '../support/review-stage.ts';

const count = 300;
let stage: ReviewStage;
let evals: ReviewStage;
let cache: CacheService;
let temp: string;

beforeAll(async () => {
  temp = mkdtempSync(join(tmpdir(), 'promptgate-requests-'));
  cache = await startCacheService();
  evals = await stageReview({ base: manyEvals(), head: {}, models: { rules: [] } });
  stage = await stageReview({
    base: manyPrompts(count),
    head: {},
    models: {
      rules: [{ when: /Order/, reply: ({ text }) => `Yes, says ${/shop \d+/.exec(text)?.[0] ?? 'nobody'}.` }],
    },
  });
});
afterAll(async () => {
  expect([...stage.github.violations, ...evals.github.violations]).toEqual([]);
  await Promise.all([stage.close(), evals.close(), cache.close()]);
  rmSync(temp, { recursive: true, force: true });
});
beforeEach(() => {
  stage.repository.git('branch', '-f', 'topic', 'main');
  forget();
});

/** A fresh runner: what is not in the cache is gone. */
function forget(): void {
  rmSync(join(temp, 'promptgate'), { recursive: true, force: true });
}

type Counted = StepResult & { readonly requests: number };

/** One run with the cache service, and the step after the job. */
async function review(inputs: Readonly<Record<string, string>> = {}, on = stage): Promise<Counted> {
  const env = {
    ACTIONS_RESULTS_URL: cache.url,
    ACTIONS_CACHE_SERVICE_V2: 'true',
    ACTIONS_RUNTIME_TOKEN: 'token',
    GITHUB_WORKSPACE: temp,
  };
  const before = on.github.requests.length;
  const run = await on.review({ env, temp, inputs });
  const requests = on.github.requests.length - before;
  await on.review({ env, temp, inputs, phase: 'post', state: run.state });
  return { ...run, requests };
}

/** A repository of YAML files where configs of promptfoo may lie, none of which is one. */
function manyEvals(): Readonly<Record<string, string>> {
  const rows = Array.from({ length: count - 1 }, (_, at) => [`evals/data/rows-${at}.yaml`, `rows: [${at}]\n`] as const);
  return {
    ...Object.fromEntries(rows),
    'prompts/shop.md': 'Answer {{question}} of a customer.\n',
    'docs/x.md': '# Guide\n',
    'promptgate.yml': 'version: 1\nmodels: [gpt-5.6-luna]\n',
    'evals/promptfooconfig.yaml': 'prompts: [file://../text/p.txt]\ntests: file://tests.yaml\n',
    'evals/tests.yaml': '- vars: { question: Where is it? }\n  assert: [{ type: contains, value: Yes }]\n',
    'text/p.txt': 'Answer {{question}}.\n',
  };
}

function outcome({ exitCode, outputs, requests }: Counted) {
  return { exitCode, verdict: outputs['verdict'], prompts: JSON.parse(outputs['changed-prompts'] ?? '[]'), requests };
}

const dependents = [7, 57, 107, 157, 207, 257].map(promptPathOf);

describe('a pull request in a repository of 300 prompts with different cases files', () => {
  it('reads none of them where it only touches a text that no check could take content from', async () => {
    stage.push({ 'docs/guide.md': '# Guide\nMore.\n' });
    const run = await review();
    expect(outcome(run)).toMatchObject({ exitCode: 0, verdict: 'skipped', prompts: [] });
    expect(run.requests).toBeLessThanOrEqual(8);
  });

  it('looks through them in few requests where it touches a file they could refer to, and the next time in none', async () => {
    stage.push({ 'config/settings.yaml': 'retries: 4\n' });
    const inputs = { name: 'settings' };
    const cold = await review(inputs);
    expect(outcome(cold)).toMatchObject({ exitCode: 0, verdict: 'skipped', prompts: [] });
    expect(cold.requests).toBeLessThanOrEqual(10 + count / 50);
    forget();
    stage.push({ 'config/settings.yaml': 'retries: 5\n' });
    const warm = await review(inputs);
    expect(outcome(warm)).toMatchObject({ exitCode: 0, verdict: 'skipped', prompts: [] });
    expect(warm.requests).toBeLessThanOrEqual(8);
    // The cases files, and the prompt files, which may hold cases as well.
    expect(cold.requests - warm.requests).toBe((2 * count) / 100);
  });

  it('takes few requests where a prompt changed', async () => {
    stage.push({ [promptPathOf(3)]: promptTextOf(3, 'warmly') });
    const run = await review();
    expect(outcome(run)).toMatchObject({ exitCode: 0, verdict: 'pass', prompts: [promptPathOf(3)] });
    // Two of them ask whether another prompt takes the changed text in.
    expect(run.requests).toBeLessThanOrEqual(12);
  });

  it('finds the prompts whose cases refer to a changed file, whatever is in the cache', async () => {
    stage.push({ 'schemas/reply.json': '{ "type": "string", "minLength": 1 }\n' });
    const inputs = { name: 'schemas' };
    const cold = outcome(await review(inputs));
    expect(cold.prompts).toEqual(dependents);
    expect(cold.requests).toBeLessThanOrEqual(10 + (2 * count + 4 * dependents.length) / 50);

    const index = join(temp, 'promptgate', 'files.index');
    const kept = readFileSync(index, 'utf8');
    forget();
    const warm = outcome(await review(inputs));
    expect(warm.prompts).toEqual(dependents);
    expect(warm.requests).toBeLessThanOrEqual(10 + (4 * dependents.length) / 50);

    // An index that another job of the repository forged: it says that nothing refers to anything.
    expect(kept).toContain('"reply.json"');
    writeFileSync(index, kept.replaceAll(/\["[^\]]*reply\.json[^\]]*\]/gu, '[]'));
    const poisoned = outcome(await review(inputs));
    expect(poisoned.prompts).toEqual(dependents);
  });
});

it('takes as few where GitHub cuts the trees of both sides short', async () => {
  const cut = await stageReview({
    base: manyPrompts(count),
    head: { [promptPathOf(3)]: promptTextOf(3, 'warmly') },
    models: { rules: [{ when: /Order/, reply: ({ text }) => `Yes, says ${/shop \d+/.exec(text)?.[0] ?? 'nobody'}.` }] },
    github: { treeLimit: 400 },
  });
  try {
    const run = await review({}, cut);
    expect(outcome(run)).toMatchObject({ exitCode: 0, verdict: 'pass', prompts: [promptPathOf(3)] });
    expect(run.requests).toBeLessThanOrEqual(10);
    expect(cut.github.violations).toEqual([]);
  } finally {
    await cut.close();
  }
});

describe('a pull request whose prompt a config of promptfoo alone names', () => {
  it('takes few requests, also where the base branch has moved on', async () => {
    const questions = ['Where is it?', 'When will it come?', 'What does it cost?'];
    const tests = questions.map(
      (question) => `  - vars: { question: ${question} }\n    assert: [{ type: contains, value: Yes }]\n`,
    );
    const own = await stageReview({
      base: {
        'promptgate.yml': 'version: 1\nmodels: [gpt-5.6-luna]\n',
        'evals/promptfooconfig.yaml': `prompts: [file://../text/p.txt]\nproviders: [openai:gpt-5.6-luna]\ntests:\n${tests.join('')}`,
        'text/p.txt': 'Answer {{question}}.\n',
        'docs/x.md': '# Guide\n',
      },
      head: { 'text/p.txt': 'Answer {{question}} kindly.\n' },
      models: { rules: [{ reply: 'Yes.' }] },
    });
    try {
      const level = await review({}, own);
      expect(outcome(level)).toMatchObject({ exitCode: 0, prompts: ['text/p.txt'] });
      expect(level.requests).toBeLessThanOrEqual(10);
      own.repository.commit('main', { 'text/other.md': 'Main moved on.\n' });
      own.push({ 'text/p.txt': 'Answer {{question}} very kindly.\n' });
      const behind = await review({}, own);
      expect(outcome(behind)).toMatchObject({ exitCode: 0, prompts: ['text/p.txt'] });
      expect(behind.requests).toBeLessThanOrEqual(10);
    } finally {
      await own.close();
    }
  });
});

describe('a pull request in a repository of 300 YAML files that may be configs of promptfoo and are none', () => {
  it('looks into 150 of them and tells of the rest, which the next runs look into', async () => {
    evals.push({ 'docs/x.md': '# Guide\nMore.\n' });
    const inputs = { name: 'evals' };
    const cold = await review(inputs, evals);
    expect(outcome(cold)).toMatchObject({ exitCode: 0, verdict: 'skipped', prompts: [] });
    expect(cold.requests).toBeLessThanOrEqual(8);
    expect(cold.summary).toContain('150 YAML files that may hold promptfoo’s tests were not looked into');
    forget();
    evals.push({ 'docs/x.md': '# Guide\nStill more.\n' });
    const warm = await review(inputs, evals);
    expect(warm.requests).toBeLessThanOrEqual(8);
    expect(warm.summary).not.toContain('not looked into');
    forget();
    evals.push({ 'docs/x.md': '# Guide\nAnd more.\n' });
    expect((await review(inputs, evals)).requests).toBeLessThanOrEqual(6);
  });
});
