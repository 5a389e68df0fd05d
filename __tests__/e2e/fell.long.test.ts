import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reportSchema } from '../../src/core/report/report.ts';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { LocalShop } from '../support/local-shop.ts';
import { casesPath, casesText, promptPath, promptText } from '../support/policy-shop.ts';
import { runCli } from '../support/run-cli.ts';

const twenty = Array.from({ length: 20 }, (_, at) => `case-${at + 1}`);
const broken = twenty.slice(0, 8);

let shop: LocalShop;
let models: ModelService;
beforeEach(async () => {
  shop = new LocalShop({
    'promptgate.yml': 'version: 1\nmodels: [strong, cheap]\n',
    [promptPath]: promptText('briefly'),
    [casesPath]: casesText(twenty),
  });
  models = await startModelService({
    seed: 'fell',
    otherwise: ({ text }) => {
      const id = /What is (case-\d+)\?/.exec(text)?.[1] ?? '';
      const isBroken = text.includes('warmly') && broken.includes(id);
      return isBroken ? 'Whatever you wish!' : `It is number ${id.replace('case-', '')}.`;
    },
  });
  shop.write({ [promptPath]: promptText('warmly') });
});
afterEach(async () => {
  await models.close();
  shop.remove();
});

const review = (...more: readonly string[]) =>
  runCli(shop.folder, ['review', '--base-url', models.url, '--store', 's.sqlite', ...more]);

describe('a prompt whose 8 of 20 cases break on two models', () => {
  it('has all eight named with 6/6 → 0/6 and shown with their replies on every surface, within the estimate', async () => {
    const done = await review('--comment', 'c.md', '--html', 'p.html');
    expect(done.status).toBe(1);
    const [comment, page] = ['c.md', 'p.html'].map((file) => readFileSync(join(shop.folder, file), 'utf8'));
    expect(done.stdout.replaceAll(/\s+/g, ' ')).toContain(
      '8 of 20 cases fail now on both models that passed before prompts/policy.txt · Always right before (6 of 6), always wrong now (0 of 6).',
    );
    for (const id of broken) {
      expect(done.stdout).toMatch(new RegExp(`^${id} +(?:strong|cheap) +6/6 → 0/6 `, 'm'));
      expect(comment).toContain(`| \`${id}\` (fell) | 6/6 → **0/6** | 6/6 → **0/6** |`);
      expect(page).toContain(`<h3>${id}</h3>`);
    }
    expect(comment?.match(/^> ❌ \*\*Now\*\* · Whatever you wish!$/gm)).toHaveLength(16);
    const [, most] = /; at most (\d+)/.exec(done.stderr) ?? [];
    expect(models.stats().arrived).toBeLessThanOrEqual(Number(most));
    const report = reportSchema.parse(JSON.parse((await review('--json')).stdout));
    const cases = report.prompts[0]?.models.flatMap((row) => row.cases) ?? [];
    expect(cases.filter(({ state }) => state === 'fell')).toHaveLength(16);
    expect(cases.filter(({ diagnosed }) => diagnosed === 5)).toHaveLength(16);
  });

  it('has as many asked again as `diagnose` says, none with 0 or where the budget does not allow it', async () => {
    shop.write({ 'promptgate.yml': 'version: 1\nmodels: [cheap]\n' });
    const short = reportSchema.parse(JSON.parse((await review('--json', '--max-calls', '45')).stdout));
    expect([short.verdict, short.calls.made]).toEqual(['regressed', 40]);
    expect(short.notes).toContainEqual(expect.stringContaining('What fell without proof was not asked again'));
    shop.write({ 'promptgate.yml': 'version: 1\nmodels: [cheap]\ndiagnose: 0\n' });
    const none = reportSchema.parse(JSON.parse((await review('--json')).stdout));
    expect([none.verdict, none.calls.made]).toEqual(['regressed', 0]);
    expect(none.notes.filter((note) => note.includes('asked again'))).toEqual([]);
    expect(none.prompts[0]?.models[0]?.cases.filter(({ state }) => state === 'fell')).toHaveLength(8);
  });
});
