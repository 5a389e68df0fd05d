import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reportSchema } from '../../src/core/report/report.ts';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { helpText, judgedCaseList, judgedModels, judgedPrompt, judgedShop } from '../support/judged-shop.ts';
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
    shop.write({
      'promptgate.yml': config('strong', 'judge: gpt-5.6-sol\ngate: { min-score: 0.2 }\nfail-on: never\n'),
    });
    const run = await review();
    expect(run.status).toBe(0);
    const told = run.stdout.replaceAll(/\s+/gu, ' ');
    expect(told).toContain('judge changes: none → gpt-5.6-sol');
    expect(told).toContain('fail-on regressed, invalid → never, gate.min-score unset → 0.2');
    expect(told).toContain('judged by the new rules');
    expect(service.stats().arrived).toBe(0);
  });
});

describe('a change of the judge', () => {
  const rubric = 'checks: [{ judge: "Answers the question.", min: 6 }]';
  const grades: Readonly<Record<string, (reply: string) => number>> = {
    strict: (reply) => (/case-[12]\b/u.test(reply) ? 3 : 9),
    mild: () => 9,
  };
  const rules = ['strict', 'mild'].flatMap((name) =>
    judgedModels((reply) => grades[name]?.(reply) ?? 0)
      .filter(({ model }) => model === 'strict')
      .map((rule) => ({ ...rule, model: name })),
  );
  const answering = { rules: [...rules, ...judgedModels(() => 9).filter(({ model }) => model === 'clerk')] };
  const judged = (judge: string, more = '') => `version: 1\nmodels: [clerk]\njudge: ${judge}\n${more}`;
  const base = {
    ...judgedShop(judgedCaseList(6, () => rubric)),
    'promptgate.yml': judged('mild', 'gate: { min-score: 0.5 }\n'),
    // Nothing a judge grades: it is not asked.
    'prompts/plain.txt': promptText('well'),
    'prompts/plain.cases.yml': casesText(['case-1']),
  };
  const strict = judged('strict', 'gate: { min-score: 0.5 }\n');

  it('has both judges grade the same replies, and is another exam where they differ', async () => {
    const shop = new LocalShop(base);
    const service = await startModelService({ seed: 'judges', ...answering });
    try {
      shop.write({ 'promptgate.yml': strict });
      const review = async (...more: readonly string[]) => {
        const args = ['review', '--base-url', service.url, '--json', ...more];
        const run = await runCli(shop.folder, args, { OPENAI_API_KEY: 'sk-config-0123456789' });
        return { status: run.status, report: reportSchema.parse(JSON.parse(run.stdout)) };
      };
      const { report } = await review('--max-calls', '7', '--store', 'few.sqlite');
      expect(report.exchangedJudge).toMatchObject({ replies: 2, of: 6 });
      expect(report.calls.made).toBe(6);

      const whole = await review();
      expect([whole.status, whole.report.verdict]).toEqual([0, 'inconclusive']);
      expect(whole.report.exchangedJudge).toMatchObject({
        old: { model: 'mild', votes: 1 },
        new: { model: 'strict', votes: 1 },
        replies: 6,
        of: 6,
        judgements: 6,
        alike: 4,
        differs: true,
      });
      const flips = whole.report.exchangedJudge?.flips.map((one) => [one.prompt, one.case, one.model, one.passes]);
      expect(flips?.toSorted()).toEqual([
        [judgedPrompt, 'case-1', 'clerk', 'old'],
        [judgedPrompt, 'case-2', 'clerk', 'old'],
      ]);
      expect(whole.report.calls.byPurpose).toEqual({ reply: 6, judge: 12, simulate: 0, embedding: 0 });
    } finally {
      shop.remove();
      await service.close();
    }
  });

  it.each([
    ['is another exam beside changed prompts, which the base’s judge and gate decide on', true],
    ['leaves the exam as hard as it was where both agree', false],
  ])('%s', async (_, isOther) => {
    const other = {
      'promptgate.yml': judged('strict', 'gate: { min-score: 0.99 }\n'),
      [judgedPrompt]: helpText('warmly'),
    };
    const same = {
      'promptgate.yml': judged('{ model: mild, params: { temperature: 0 } }', 'gate: { min-score: 0.5 }\n'),
    };
    const stage = await stageReview({ base, head: isOther ? other : same, models: answering });
    try {
      const run = await stage.review();
      const body = stage.github.comments(7)[0]?.body ?? '';
      expect([run.exitCode, run.outputs['verdict']]).toEqual([0, isOther ? 'inconclusive' : 'pass']);
      expect(body).toContain(isOther ? '2 of 6 replies change sides' : '6 of 6 judgements are alike');
      if (isOther) {
        expect(body).toContain('Another exam');
        expect(body).toMatch(/no regression of a prompt/u);
        expect(body).toMatch(/By the new gate .*prompts\/help.txt.* pass → regressed, and the merge would be blocked/u);
      }
      expect(stage.github.violations).toEqual([]);
    } finally {
      await stage.close();
    }
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
