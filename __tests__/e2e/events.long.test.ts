import { afterEach, describe, expect, it } from 'vitest';
import { casesPath, promptPath, promptText, shopBase, shopModels } from '../support/policy-shop.ts';
import { type ReviewStage, stageReview } from '../support/review-stage.ts';

let stage: ReviewStage;
afterEach(async () => {
  expect(stage.github.violations).toEqual([]);
  await stage.close();
});

async function begin(): Promise<{ readonly before: string; readonly after: string }> {
  stage = await stageReview({
    base: shopBase,
    head: { [promptPath]: promptText('warmly') },
    models: shopModels(['case-3']),
  });
  return { before: stage.repository.git('rev-parse', 'main'), after: stage.repository.git('rev-parse', 'topic') };
}

describe('outside pull requests', () => {
  it('a push is compared with what was there before it', async () => {
    const { before, after } = await begin();
    const payload = { ref: 'refs/heads/topic', before, after, deleted: false, sender: { login: 'ada' } };
    const run = await stage.on('push', payload, { sha: after, ref: 'refs/heads/topic' });
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'regressed']);
    expect(stage.github.comments(7)).toEqual([]);
  });

  it.each(['workflow_dispatch', 'schedule'])('%s is compared with `base-ref`', async (name) => {
    const { after } = await begin();
    const run = await stage.on(name, {}, { sha: after, ref: 'refs/heads/topic', inputs: { 'base-ref': 'main' } });
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'regressed']);
  });

  it('an event with nothing to compare is skipped with its reason, green and without a call', async () => {
    const { after } = await begin();
    const run = await stage.on('issue_comment', { action: 'created' }, { sha: after, ref: 'refs/heads/topic' });
    expect([run.exitCode, run.outputs['verdict']]).toEqual([0, 'skipped']);
    expect(run.summary).toContain('issue');
    expect(stage.models.stats().arrived).toBe(0);
    expect(stage.github.requests).toEqual([]);
  });
});

describe('a pull request from a fork', () => {
  const fork = { pulls: [{ number: 7, base: 'main', head: 'topic', headRepository: 'stranger/support' }] } as const;

  async function review(name: string, inputs: Readonly<Record<string, string>>) {
    stage = await stageReview({
      base: shopBase,
      head: { [promptPath]: promptText('warmly') },
      models: shopModels(['case-3']),
      github: fork,
    });
    return stage.on(name, await stage.github.pullRequestEvent(7, 'opened'), { inputs });
  }

  it('without keys is plainly unreviewed, and fails only who asks for it', async () => {
    const inputs = { 'api-key': '', 'base-url': 'https://models.example/v1' };
    const run = await review('pull_request', inputs);
    expect([run.exitCode, run.outputs['verdict']]).toEqual([0, 'unreviewed']);
    await stage.close();
    const strict = await review('pull_request', { ...inputs, 'fail-on': 'regressed, invalid, unreviewed' });
    expect(strict.exitCode).toBe(1);
  });

  it('under pull_request_target is reviewed only with `allow-forks`', async () => {
    const withheld = await review('pull_request_target', {});
    expect([withheld.outputs['verdict'], stage.models.stats().arrived]).toEqual(['unreviewed', 0]);
    await stage.close();
    const allowed = await review('pull_request_target', { 'allow-forks': 'true' });
    expect([allowed.exitCode, allowed.outputs['verdict']]).toEqual([1, 'regressed']);
  });

  it('is reviewed without the team’s own scorers: its checks by them are unscored, never passed', async () => {
    const scorer = 'import { writeFileSync } from "node:fs"; writeFileSync("ran", ""); console.log(`{"score": 1}`);';
    stage = await stageReview({
      base: {
        ...shopBase,
        'promptgate.yml': 'version: 1\nmodels: [strong]\nscorers:\n  own: { command: [node, own.mjs] }\n',
        [casesPath]: 'cases:\n  - { id: case-1, vars: { question: "What is case-1?" }, checks: [{ score: own }] }\n',
        'own.mjs': scorer,
      },
      head: { [promptPath]: promptText('warmly') },
      models: shopModels([]),
      github: fork,
    });
    const event = await stage.github.pullRequestEvent(7, 'opened');
    const run = await stage.on('pull_request_target', event, { inputs: { 'allow-forks': 'true' } });
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'invalid']);
    expect(stage.github.comments(7)[0]?.body).toContain('scorers are not run for a fork');
  });
});
