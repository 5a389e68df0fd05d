import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { LocalShop } from '../support/local-shop.ts';
import { casesText, promptPath, promptText, shopBase, shopModels } from '../support/policy-shop.ts';
import { type ReviewStage, stageReview } from '../support/review-stage.ts';
import { runCli } from '../support/run-cli.ts';

const config = (models: string, more = ''): string => `version: 1\nmodels: [${models}]\n${more}`;

describe('a working tree that changes the config alone', () => {
  let shop: LocalShop;
  let service: ModelService;
  beforeEach(async () => {
    shop = new LocalShop({
      ...shopBase,
      'promptgate.yml': config('strong'),
      'prompts/small.txt': promptText('well'),
      'prompts/small.cases.yml': casesText(['case-1', 'case-2']),
    });
    service = await startModelService({ seed: 'config', ...shopModels(['case-3', 'case-8'], 'briefly') });
  });
  afterEach(async () => {
    shop.remove();
    await service.close();
  });
  const review = (...args: readonly string[]) =>
    runCli(shop.folder, ['review', '--base-url', service.url, ...args], { OPENAI_API_KEY: 'sk-config-0123456789' });

  it('has every guarded prompt reviewed on the exchanged models, old against new', async () => {
    shop.write({ 'promptgate.yml': config('cheap') });
    const run = await review('--json');
    const report = JSON.parse(run.stdout);
    expect([run.status, report.verdict]).toEqual([1, 'regressed']);
    const rows = report.prompts.map(({ path, change, models }: (typeof report)['prompts'][number]) => [
      path,
      change,
      models.map(({ id, model, verdict }: (typeof models)[number]) => [id, model, verdict]),
    ]);
    const model = { old: 'strong', new: 'cheap' };
    expect(rows).toEqual([
      [promptPath, 'config', [['strong → cheap', model, 'regressed']]],
      ['prompts/small.txt', 'config', [['strong → cheap', model, 'pass']]],
    ]);
    expect(report.notes).toContain("The config's `models` change: `strong` → `cheap`.");
  });

  it('has an added model shown without an old side', async () => {
    shop.write({ 'promptgate.yml': config('strong, cheap') });
    const run = await review();
    expect(run.status).toBe(0);
    expect(run.stdout).toContain('10 of 12 cases pass on cheap');
    // It has one side only.
    expect(run.stdout).toContain('Fails in prompts/policy.txt: case-3 and case-8.');
    expect(run.stdout).not.toContain('both sides');
    expect(run.stdout).toContain('models change: cheap added');
    expect(service.stats().arrived).toBe(36);
  });

  it('has the smallest prompts asked that fit the budget, and names the others', async () => {
    shop.write({ 'promptgate.yml': config('cheap') });
    const report = JSON.parse((await review('--json', '--max-calls', '10')).stdout);
    expect(report.verdict).toBe('unreviewed');
    expect(report.prompts.map(({ path }: { readonly path: string }) => path)).toEqual(['prompts/small.txt']);
    expect(report.unreviewed).toEqual([{ path: promptPath, why: 'budget', detail: 'strong → cheap' }]);
  });

  it('is told of a changed gate and judge, from which value to which', async () => {
    shop.write({ 'promptgate.yml': config('strong', 'judge: gpt-5\ngate: { min-score: 0.2 }\nfail-on: never\n') });
    const run = await review();
    expect(run.status).toBe(0);
    const told = run.stdout.replaceAll(/\s+/gu, ' ');
    expect(told).toContain('judge changes: none → gpt-5');
    expect(told).toContain('fail-on regressed, invalid → never, gate.min-score unset → 0.2');
    expect(told).toContain('judged by the new rules');
    expect(service.stats().arrived).toBe(0);
  });
});

describe('a pull request that changes the config alone', () => {
  let stage: ReviewStage;
  afterEach(async () => {
    expect(stage.github.violations).toEqual([]);
    await stage.close();
  });
  const begin = async (head: string) => {
    const base = { ...shopBase, 'promptgate.yml': config('strong') };
    const models = shopModels(['case-3'], 'briefly');
    stage = await stageReview({ base, head: { 'promptgate.yml': head }, models });
    return stage.review();
  };

  it('is judged by the base’s rules on the models it exchanges', async () => {
    const run = await begin(config('cheap', 'fail-on: never\n'));
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'regressed']);
    expect(JSON.parse(run.outputs['regressed-cases'] ?? '')).toEqual([
      { prompt: promptPath, case: 'case-3', model: 'strong → cheap' },
    ]);
    expect(stage.github.comments(7)[0]?.body).toContain('judged by the rules of the base branch');
  });

  it('has a comment that tells of the gate where nothing is to be asked', async () => {
    const run = await begin(config('strong', 'gate: { cases: warn }\n'));
    expect([run.exitCode, run.outputs['verdict']]).toEqual([0, 'skipped']);
    expect(stage.github.comments(7)[0]?.body).toMatch(/gate\.cases.* block → warn/u);
    expect(stage.models.stats().arrived).toBe(0);
  });

  it('is invalid where its config could not be read once it is merged', async () => {
    const run = await begin('version: 1\nmodles: [cheap]\n');
    expect([run.exitCode, run.outputs['verdict'], run.outputs['reason']]).toEqual([1, 'invalid', 'config']);
    expect(run.summary).toContain('modles');
  });
});
