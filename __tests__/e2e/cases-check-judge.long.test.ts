import { describe, it } from 'vitest';
import { goldenSetReportSchema, type MeasuredJudge } from '../../src/core/golden-set/golden-set-report.ts';
import type { ModelScript } from '../../src/embedded/model-service/script.ts';
import { startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { helpText, judgedCaseList, judgedModels, judgedPrompt, judgedShop } from '../support/judged-shop.ts';
import { LocalShop } from '../support/local-shop.ts';
import { type CliResult, runCli } from '../support/run-cli.ts';

const check = ['cases', 'check', '--judge'];

/** A judged shop with its models, and the command line in its folder. Tests run beside one another: each has its own. */
async function stage(cases: string, script: Omit<ModelScript, 'seed'>, finished: (close: () => Promise<void>) => void) {
  const shop = new LocalShop(judgedShop(cases));
  const models = await startModelService({ seed: 'check', ...script });
  finished(async () => {
    await models.close();
    shop.remove();
  });
  const run = (command: readonly string[], ...more: readonly string[]): Promise<CliResult> =>
    runCli(shop.folder, [...command, '--base-url', models.url, '--store', 'replies.sqlite', ...more]);
  const measure = async (...more: readonly string[]): Promise<CliResult & { readonly judge: MeasuredJudge }> => {
    const done = await run(check, '--json', ...more);
    const { judge } = goldenSetReportSchema.parse(JSON.parse(done.stdout));
    if (judge === undefined) throw new Error('the judge was not measured');
    return { ...done, judge };
  };
  return { shop, models, run, measure };
}

const rubric = 'checks: [{ judge: "Answers the question.", min: 6 }]';
const steady = judgedModels(() => 9);

describe.concurrent('`promptgate cases check --judge`', () => {
  it('trusts a judge that grades twenty replies alike, from replies asked once, within the estimate it told', async ({
    expect,
    onTestFinished: finished,
  }) => {
    const { measure } = await stage(
      judgedCaseList(25, () => rubric),
      { rules: steady },
      finished,
    );
    const { judge, status, stderr } = await measure();
    expect(status).toBe(0);
    expect(judge).toMatchObject({
      model: 'strict',
      problems: [],
      replies: { kept: 0, asked: 20, failed: [], conversations: 0 },
      calls: 60,
      metrics: [
        {
          metric: 'judge',
          scale: [1, 10],
          trust: 'trusted',
          replies: 20,
          judgements: 2,
          agreement: 1,
          flipRate: 0,
          sigma: 0,
          labels: 0,
        },
      ],
    });
    expect(judge.metrics[0]).not.toHaveProperty('kappa');
    expect(stderr).toMatch(/^(?:About 60 calls(?:, .*)?; at most \d+|60 calls)[,.]/mu);
  });

  it('asks nothing anew where all is kept, by a review of either side or an earlier check', async ({
    expect,
    onTestFinished: finished,
  }) => {
    const { shop, models, run, measure } = await stage(
      judgedCaseList(20, () => rubric),
      {
        rules: judgedModels(
          () => 9,
          (id, { text }) => `${id} ${text.includes('warmly')}`,
        ),
      },
      finished,
    );
    shop.write({ [judgedPrompt]: helpText('warmly') });
    expect((await run(['review'])).status).toBe(0);
    const first = await measure();
    expect(first.judge.replies).toMatchObject({ kept: 20, asked: 0 });
    const asked = models.stats().arrived;
    expect((await measure()).judge.metrics).toEqual(first.judge.metrics);
    expect(models.stats().arrived).toBe(asked);
    shop.write({ [judgedPrompt]: helpText('briefly') });
    expect((await measure()).judge.replies).toMatchObject({ kept: 20, asked: 0 });
  });

  it('exits 1 where the judge flips, and says by how much', async ({ expect, onTestFinished: finished }) => {
    const { run } = await stage(
      judgedCaseList(20, () => rubric),
      { rules: judgedModels((_, { random }) => (random() < 0.5 ? 3 : 9)) },
      finished,
    );
    const done = await run(check);
    expect(done.status).toBe(1);
    expect(done.stdout).toMatch(/The judge strict only advises/);
    expect(done.stdout).toMatch(/only advises +20 +\d+% +\d+% +[23]\.\d\d of 1–10/);
    expect(done.stdout).toMatch(/of 20 replies judged again, \d+ % came out on the other side/);
    expect(Math.max(...done.stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it('compares its grades with labels, and doubts one that grades otherwise than people', async ({
    expect,
    onTestFinished: finished,
  }) => {
    const labelled = (nth: number) => `reference: "Reply ${nth}", label: ${(nth % 10) + 1}, ${rubric}`;
    const grade = (reply: string) => (Number(/Reply (\d+)/u.exec(reply)?.[1] ?? 8) % 10) + 1;
    let isContrary = false;
    const rules = judgedModels((reply) => (isContrary ? 11 - grade(reply) : grade(reply)));
    const { measure } = await stage(judgedCaseList(20, labelled), { rules }, finished);
    const right = await measure();
    expect([right.status, right.judge.metrics[0]?.labels, right.judge.metrics[0]?.kappa]).toEqual([
      0,
      20,
      { value: expect.closeTo(1, 9), error: expect.closeTo(0, 6) },
    ]);
    isContrary = true;
    const wrong = await measure('--store', 'other.sqlite');
    expect([wrong.status, wrong.judge.metrics[0]?.trust]).toEqual([1, 'doubted']);
    expect(wrong.judge.metrics[0]?.why).toMatch(/against 20 human labels κ is -1\.00/);
  });

  it('says how much more would tell where too little is measured, and exits 1', async ({
    expect,
    onTestFinished: finished,
  }) => {
    const { run } = await stage(
      judgedCaseList(3, () => rubric),
      { rules: steady },
      finished,
    );
    const done = await run(check);
    expect(done.status).toBe(1);
    expect(done.stdout).toMatch(/too little was measured to say/);
    expect(done.stdout).toMatch(/7 more replies judged twice would tell, or 20 more labels/);
  });

  it('doubts a judge that cannot be read', async ({ expect, onTestFinished: finished }) => {
    const { measure } = await stage(
      judgedCaseList(3, () => rubric),
      { rules: [{ model: 'strict', reply: 'Lovely!' }, ...steady] },
      finished,
    );
    const { status, judge } = await measure();
    expect([status, judge.metrics[0]?.trust, judge.metrics[0]?.replies]).toEqual([1, 'doubted', 0]);
    expect(judge.metrics[0]?.why).toMatch(
      /6 of 6 judgements have no score: the judge’s answer was unreadable after two tries/,
    );
    expect(judge.metrics[0]).not.toHaveProperty('sigma');
  });

  it('tells a wrong key, a missing key, a budget that is too small and a lack of models, and asks nothing in vain', async ({
    expect,
    onTestFinished: finished,
  }) => {
    const { shop, models, measure } = await stage(
      judgedCaseList(3, () => rubric),
      { rules: steady, key: 'right' },
      finished,
    );
    const wrong = await measure('--concurrency', '1');
    expect([wrong.status, wrong.judge.metrics[0]?.trust]).toEqual([1, 'unknown']);
    expect(wrong.judge.problems).toMatchObject([{ reason: 'provider' }]);
    const before = models.stats().arrived;
    const budget = await measure('--max-calls', '5');
    expect([budget.status, budget.judge.problems]).toMatchObject([1, [{ reason: 'budget' }]]);
    shop.write({ 'promptgate.yml': 'version: 1\njudge: strict\n' });
    const none = await measure();
    expect([none.status, none.judge.problems]).toMatchObject([
      2,
      [{ what: expect.stringContaining('no model to ask') }],
    ]);
    shop.write({
      'promptgate.yml':
        'version: 1\nmodels: [clerk]\njudge: p:x\nproviders: { p: { base-url: "https://p.example/v1", key: P_KEY } }\n',
    });
    const key = await measure();
    expect([key.status, key.judge.problems]).toMatchObject([
      2,
      [{ what: expect.stringContaining('no key for the provider `p`') }],
    ]);
    expect(models.stats().arrived).toBe(before);
  });

  it('asks nothing where the golden set is wrong, or nothing is judged', async ({
    expect,
    onTestFinished: finished,
  }) => {
    const { shop, models, run } = await stage(
      judgedCaseList(3, () => 'checks: [{ contain: x }]'),
      { rules: steady },
      finished,
    );
    const wrong = await run(check);
    expect([wrong.status, wrong.stdout]).toEqual([
      2,
      expect.stringContaining('The judge was not measured: something is'),
    ]);
    shop.write({ 'prompts/help.cases.yml': judgedCaseList(3, () => 'checks: [{ contains: x }]') });
    const none = await run(check);
    expect([none.status, none.stdout]).toEqual([1, expect.stringContaining('no case has a check that a judge grades')]);
    expect(models.stats().arrived).toBe(0);
  });

  it('takes the judge’s model after --judge, and what is a file as one', async ({
    expect,
    onTestFinished: finished,
  }) => {
    const { run } = await stage(
      judgedCaseList(3, () => rubric),
      { rules: [{ model: 'other', reply: '{"reason": "x", "score": 8}' }, ...steady] },
      finished,
    );
    const other = await run(['cases', 'check', '--judge', 'other', judgedPrompt, '--json']);
    expect(JSON.parse(other.stdout)).toMatchObject({ judge: { model: 'other' }, prompts: [{ path: judgedPrompt }] });
    const file = await run(['cases', 'check', '--json', '--judge', judgedPrompt]);
    expect(JSON.parse(file.stdout)).toMatchObject({ judge: { model: 'strict' }, prompts: [{ path: judgedPrompt }] });
  });
});
