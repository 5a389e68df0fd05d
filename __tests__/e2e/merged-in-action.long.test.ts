import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { StepResult } from '../../src/embedded/runner/run-action.ts';
import { type CacheService, startCacheService } from '../support/model-cache-service.ts';
import { promptPath, promptText, shopBase } from '../support/policy-shop.ts';
import { type ReviewStage, stageReview } from '../support/review-stage.ts';

const config = 'version: 1\nmodels: [gpt-5.6-luna]\nsampling: fixed\ntrials: 2\n';

let stage: ReviewStage;
let cache: CacheService;
let temp: string;
beforeEach(async () => {
  temp = mkdtempSync(join(tmpdir(), 'merged-'));
  cache = await startCacheService();
  stage = await stageReview({
    base: { ...shopBase, 'promptgate.yml': config },
    head: { [promptPath]: promptText('warmly') },
    models: {
      rules: [
        {
          when: /What is case-/u,
          reply: ({ text }) => {
            const id = /What is case-(\d+)\?/u.exec(text)?.[1] ?? '';
            return `It is number ${id}. ${'And so on. '.repeat(text.includes('at length') ? 20 : 10)}`;
          },
        },
      ],
    },
  });
});
afterEach(async () => {
  expect(stage.github.violations).toEqual([]);
  await Promise.all([stage.close(), cache.close()]);
  rmSync(temp, { recursive: true, force: true });
});

/** The environment of a fresh runner with a cache service. */
function runner() {
  rmSync(join(temp, 'promptgate'), { recursive: true, force: true });
  const env = {
    ACTIONS_RESULTS_URL: cache.url,
    ACTIONS_CACHE_SERVICE_V2: 'true',
    ACTIONS_RUNTIME_TOKEN: 'token',
    GITHUB_WORKSPACE: temp,
  };
  return { env, temp };
}

/** A commit that is merged, and the run of the workflow on the push, whose cache every pull request reads. */
async function merge(manner: string): Promise<StepResult> {
  const { repository } = stage;
  const before = repository.git('rev-parse', 'main');
  repository.commit('main', { [promptPath]: promptText(manner) });
  const after = repository.git('rev-parse', 'main');
  const payload = { ref: 'refs/heads/main', before, after, deleted: false, sender: { login: 'ada' } };
  const more = { ...runner(), sha: after, ref: 'refs/heads/main' };
  const run = await stage.on('push', payload, { ...more, inputs: { 'fail-on': 'never' } });
  await stage.on('push', payload, { ...more, phase: 'post', state: run.state });
  return run;
}

it('tells a pull request of the version before a push to the base branch, and of the one it brought', async () => {
  expect((await merge('at length')).exitCode).toBe(0);
  stage.repository.git('branch', '-f', 'topic', 'main');
  stage.push({ [promptPath]: promptText('warmly') });
  expect((await stage.review(runner())).exitCode).toBe(0);
  const comment = stage.github.comments(7).at(-1)?.body ?? '';
  expect(comment).toMatch(/<summary>Merged versions: score, cost, length<\/summary>/u);
  expect(comment).toMatch(/\d+ → \d+ characters a reply \(2 versions\)/u);
});
