import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reportSchema } from '../../src/core/report/report.ts';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { LocalShop } from '../support/local-shop.ts';
import { casesPath, casesText, promptPath, promptText, shopBase, shopModels } from '../support/policy-shop.ts';
import { runCli } from '../support/run-cli.ts';

const config = (more = ''): string => `version: 1\nmodels: [cheap]\n${more}`;

describe('a service that answers a request always alike', () => {
  let shop: LocalShop;
  let models: ModelService;
  beforeEach(async () => {
    shop = new LocalShop({ ...shopBase, 'promptgate.yml': config() });
    models = await startModelService({ seed: 'repeats', ...shopModels(['case-3', 'case-8']) });
    shop.write({ [promptPath]: promptText('warmly') });
  });
  afterEach(async () => {
    shop.remove();
    await models.close();
  });
  const review = async () => {
    const run = await runCli(shop.folder, ['review', '--base-url', models.url, '--json', '--store', 'replies.sqlite']);
    return { status: run.status, report: reportSchema.parse(JSON.parse(run.stdout)) };
  };

  it('is asked at most 2.2 times a case and side, and told of where a case breaks', async () => {
    const { status, report } = await review();
    expect([status, report.verdict]).toEqual([1, 'regressed']);
    expect(report.calls.made / 20).toBeLessThanOrEqual(2.2);
    expect(report.prompts[0]?.notes.join(' ')).toContain(
      'cheap repeats itself: all 2 cases that were asked again got the same reply byte for byte',
    );
  });

  it('proves ten cases that break at once as surely as two, though the score hardly falls', async () => {
    const ids = Array.from({ length: 30 }, (_, at) => `case-${at + 1}`);
    const harmless = Array.from({ length: 24 }, (_, at) => `{ not-contains: "word ${at}" }`).join(', ');
    const cases = casesText(ids).replaceAll('checks: [', `checks: [${harmless}, `);
    shop.git('checkout', '-q', '.');
    shop.write({ [casesPath]: cases });
    shop.git('-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', 'commit', '-qam', 'many checks');
    shop.write({ [promptPath]: promptText('warmly') });
    await models.close();
    models = await startModelService({ seed: 'repeats', ...shopModels(ids.slice(0, 10)) });
    const { status, report } = await review();
    expect([status, report.verdict]).toEqual([1, 'regressed']);
    expect(report.prompts[0]?.models[0]?.cases.filter(({ state }) => state === 'regressed')).toHaveLength(10);
    // The twenty that hold are asked once a side, the ten at most twelve times.
    expect(report.calls.made).toBeLessThanOrEqual(2 * (20 + 10 * 12));
  });

  it('says no more of a case than one reply does under `repeats: chance`', async () => {
    shop.git('checkout', '-q', '.');
    shop.write({ 'promptgate.yml': config('gate: { repeats: chance }\n') });
    shop.git('-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', 'commit', '-qam', 'chance');
    shop.write({ [promptPath]: promptText('warmly') });
    const { report } = await review();
    expect(report.verdict).not.toBe('regressed');
    expect(report.prompts[0]?.models[0]?.cases.filter(({ state }) => state === 'fell').map(({ id }) => id)).toEqual([
      'case-3',
      'case-8',
    ]);
    expect(report.prompts[0]?.notes.join(' ')).toContain('each case counts as one reply');
  });
});
