import { afterEach, describe, expect, it } from 'vitest';
import { startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { attackedBase, attackedCases, attackedModels, attackedPrompt, attackedText } from '../support/attacked-shop.ts';
import type { Files } from '../support/github-repository.ts';
import { type ReviewStage, stageReview } from '../support/review-stage.ts';

let stage: ReviewStage | undefined;
afterEach(async () => {
  const violations = stage?.github.violations;
  await stage?.close();
  stage = undefined;
  expect(violations).toEqual([]);
});

const { 'promptgate.yml': _, ...withoutConfig } = attackedBase;

async function review(base: Files, head: Files) {
  stage = await stageReview({ base, head, models: attackedModels });
  const run = await stage.review();
  return { run, verdict: run.outputs['verdict'], comment: stage.github.comments(7)[0]?.body ?? '' };
}

describe('A5: where the base has no config, that of the pull request opens nothing', () => {
  it.each([
    ['a gate that never closes', 'fail-on: never\n'],
    ['no comment and no gate', 'comment: never\nfail-on: never\n'],
    ['globs that name nothing', 'prompts: ["nothing/**"]\n'],
    ['cases where none are', 'cases: "{dir}/{name}.none.yml"\n'],
    ['checks of its own that nothing passes', 'defaults: { checks: [{ equals: never, required: true }] }\n'],
    ['a gate that tolerates all', 'gate: { tolerance: 1, cases: warn, exam-changes: allow }\n'],
  ])('%s', async (_what, config) => {
    const head = { [attackedPrompt]: attackedText('badly'), 'promptgate.yml': `version: 1\nmodels: [m]\n${config}` };
    const { run, verdict, comment } = await review(withoutConfig, head);
    expect([run.exitCode, verdict]).toEqual([1, 'regressed']);
    expect(comment).toContain('The base branch has no config yet, so the defaults hold');
    expect(comment).toContain('is merged, it changes');
  });

  it('a budget of its own raises nothing', async () => {
    const head = {
      [attackedPrompt]: attackedText('badly'),
      'promptgate.yml': 'version: 1\nmodels: [m]\nsampling: fixed\ntrials: 400\nbudget: { calls: 100000, usd: 1000 }\n',
    };
    await review(withoutConfig, head);
    expect(stage?.models.stats().arrived).toBeLessThanOrEqual(500);
  });

  it('credentials that it names are not read, and no request is signed with them', async () => {
    const aws = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG', region: 'eu-central-1' };
    const cloud = await startModelService({ seed: 'cloud', otherwise: 'yes', aws });
    try {
      const at = new URL(cloud.url).origin;
      const how = `{ api: bedrock, base-url: "${at}", region: eu-central-1, credentials: ambient }`;
      stage = await stageReview({
        base: withoutConfig,
        head: {
          [attackedPrompt]: attackedText('badly'),
          'promptgate.yml': `version: 1\nmodels: [m, "cloud:m"]\nproviders: { default: ${how}, cloud: ${how} }\n`,
        },
        models: attackedModels,
      });
      const env = { AWS_ACCESS_KEY_ID: aws.accessKeyId, AWS_SECRET_ACCESS_KEY: aws.secretAccessKey };
      const run = await stage.review({ env });
      expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'regressed']);
      expect(cloud.stats().arrived).toBe(0);
      // Whatever is read as a secret is hidden by a command that says it to the runner.
      expect(run.stdout).toContain('::add-mask::sk-stage');
      expect(run.stdout).not.toContain(aws.secretAccessKey);
      // Named by the base, they are.
      await stage.close();
      const config = `version: 1\nmodels: ["cloud:m"]\nproviders: { cloud: ${how} }\n`;
      stage = await stageReview({
        base: { ...attackedBase, 'promptgate.yml': config },
        head: { [attackedPrompt]: attackedText('badly') },
        models: attackedModels,
      });
      const named = await stage.review({ env });
      expect(named.stdout).toContain(`::add-mask::${aws.secretAccessKey}`);
      expect(cloud.stats()).toMatchObject({ refused: 0 });
      expect(cloud.stats().answered).toBeGreaterThan(0);
    } finally {
      await cloud.close();
    }
  });

  it('golden cases that go along with it still run', async () => {
    const head = {
      [attackedPrompt]: attackedText('badly'),
      [attackedCases]: null,
      'promptgate.yml': 'version: 1\nmodels: [m]\ngate: { exam-changes: allow }\n',
    };
    const { run, verdict } = await review(withoutConfig, head);
    expect([run.exitCode, verdict]).toEqual([1, 'regressed']);
  });

  it('the first config with first cases, as `init` writes them, is reviewed and told', async () => {
    const base = { [attackedPrompt]: attackedText('well'), 'README.md': '# Shop\n' };
    const config = 'version: 1\nprompts: ["prompts/**/*.prompt.yml"]\nmodels: [m]\ngate: { min-score: 0.7 }\n';
    const head = { 'promptgate.yml': config, [attackedCases]: attackedBase[attackedCases] ?? '' };
    const { run, verdict, comment } = await review(base, head);
    expect(run.exitCode).toBe(0);
    expect(['pass', 'inconclusive']).toContain(verdict);
    expect(comment).toContain('only its models, gate is used here');
    expect(comment).toMatch(/prompts.* the usual globs → prompts/u);
  });

  it('the first config alone has a comment that tells what it changes', async () => {
    const { verdict, comment } = await review(withoutConfig, { 'promptgate.yml': 'version: 1\nbaseline-age: 30d\n' });
    expect(verdict).toBe('skipped');
    expect(comment).toMatch(/baseline-age.* 6h → 720h/u);
  });
});

describe('a pull request that changes the config', () => {
  it('is told every key that changes, and is reviewed by the config of the base branch', async () => {
    const config =
      'version: 1\nmodels: [m]\nprompts: ["nothing/**"]\ncases: "x/{name}.cases.yml"\nbudget: { usd: 50 }\ncomment: never\n';
    const { run, verdict, comment } = await review(attackedBase, {
      [attackedPrompt]: attackedText('badly'),
      'promptgate.yml': config,
    });
    expect([run.exitCode, verdict]).toEqual([1, 'regressed']);
    for (const key of ['prompts', 'cases', 'budget.usd', 'comment']) expect(comment).toContain(key);
    expect(comment).toContain('This was reviewed by the config of the base branch');
  });
});
