import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { LocalShop } from '../support/local-shop.ts';
import { promptPath, promptText, shopBase, shopModels } from '../support/policy-shop.ts';
import { type CliResult, runCli } from '../support/run-cli.ts';

let shop: LocalShop;
let models: ModelService;
/** What the service makes of the old prompt from now on: a service may change silently. */
let oldIsBroken: boolean;

beforeEach(async () => {
  shop = new LocalShop(shopBase);
  oldIsBroken = false;
  const { rules = [] } = shopModels(['case-2'], 'rudely');
  models = await startModelService({
    seed: 'kept',
    rules: [{ when: ({ text }) => oldIsBroken && text.includes('case-4'), reply: 'Nothing to say.' }, ...rules],
  });
});
afterEach(async () => {
  await models.close();
  shop.remove();
});

async function review(
  more: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<CliResult & { readonly asked: number }> {
  const before = models.stats().arrived;
  const flags = ['--base-url', models.url, '--store', 'replies.sqlite', '--json', ...more];
  const done = await runCli(shop.folder, ['review', ...flags], env);
  return { ...done, asked: models.stats().arrived - before };
}

/** The store as something without our keys would leave it: every reply says what the case wants. */
function forge(what: string): void {
  const database = new DatabaseSync(join(shop.folder, 'replies.sqlite'));
  database.exec(what);
  database.close();
}

describe('replies kept by a run that held a key', () => {
  const key = { OPENAI_API_KEY: 'sk-of-the-team-0123456789' };
  const told = 'Kept replies that no run with these keys signed are not believed: they are asked anew.';

  it('are signed: one that was changed, or that no such run kept, is asked anew, which is said once', async () => {
    shop.write({ [promptPath]: promptText('rudely') });
    const first = await review([], key);
    const second = await review([], key);
    expect([first.status, second.status, second.asked]).toEqual([1, 1, 0]);
    expect(first.stderr + second.stderr).not.toContain(told);
    forge("update replies set answer = replace(answer, 'I would rather not say.', 'It is number 2.')");
    const third = await review([], key);
    expect([third.status, JSON.parse(third.stdout).verdict]).toEqual([1, 'regressed']);
    expect(third.asked).toBeGreaterThan(0);
    expect(third.asked).toBeLessThan(first.asked);
    expect(third.stderr.split(told)).toHaveLength(2);
    forge("update replies set seal = ''");
    const fourth = await review([], key);
    expect([fourth.status, fourth.stderr.split(told).length]).toEqual([1, 2]);
    expect(fourth.asked).toBeGreaterThanOrEqual(first.asked);
  });

  it('are not believed under another key, and are where no key is held, as the disk is the user’s own', async () => {
    shop.write({ [promptPath]: promptText('kindly') });
    const first = await review([], key);
    const other = await review([], { OPENAI_API_KEY: 'sk-of-another-9876543210' });
    const none = await review();
    expect([first.asked, other.asked, none.asked]).toEqual([40, 40, 0]);
  });
});

describe('replies that were paid for', () => {
  it('are taken over whole when the same comparison is asked again, whatever the service would say now', async () => {
    shop.write({ [promptPath]: promptText('rudely') });
    const first = await review();
    oldIsBroken = true;
    const second = await review();
    expect([first.status, second.status, second.asked]).toEqual([1, 1, 0]);
    expect(JSON.parse(second.stdout).prompts[0].models).toHaveLength(2);
    expect(JSON.parse(second.stdout).verdict).toBe('regressed');
  });

  it('are told apart from calls: in the estimate, and while it goes', async () => {
    shop.write({ [promptPath]: promptText('kindly') });
    const first = await review();
    expect(first.stderr).toMatch(/^About 1\d\d calls.*; at most \d+/mu);
    const second = await review();
    expect(second.stderr).toMatch(/^About 0 calls.*; at most \d+.*\. 40 replies are kept from before\./mu);
    expect(second.stderr).toContain('40 / 40 done, all of them kept from before');
  });

  it('of the old side serve another comparison and open its gate', async () => {
    shop.write({ [promptPath]: promptText('kindly') });
    const first = await review();
    shop.write({ [promptPath]: promptText('warmly') });
    const second = await review();
    expect([first.status, first.asked, second.status, second.asked]).toEqual([0, 40, 0, 20]);
  });

  it('of the old side never close a gate: they are asked afresh, and a change of the service is told as one', async () => {
    shop.write({ [promptPath]: promptText('kindly') });
    expect((await review(['--sampling', 'fixed'])).status).toBe(0);
    oldIsBroken = true;
    shop.write({ [promptPath]: promptText('warmly') });
    const second = await review(['--sampling', 'fixed']);
    expect(second.status).toBe(0);
    const report = JSON.parse(second.stdout);
    expect(report.verdict).not.toBe('regressed');
    expect(JSON.stringify(report.reasons)).toContain('"kept-replies"');
  });

  it('of the old side do not hide a real drop: it is confirmed against fresh ones', async () => {
    shop.write({ [promptPath]: promptText('kindly') });
    await review();
    shop.write({ [promptPath]: promptText('rudely') });
    const second = await review();
    expect(second.status).toBe(1);
    expect(JSON.parse(second.stdout).verdict).toBe('regressed');
  });

  it('are asked anew where they may not be kept', async () => {
    shop.write({ [promptPath]: promptText('kindly') });
    await review();
    shop.write({ [promptPath]: promptText('warmly') });
    expect((await review(['--baseline-age', '0'])).asked).toBe(40);
  });
});
