import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { gateReportSchema } from '../../src/core/report/gate-quality.ts';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { helpText, judgedCaseList, judgedModels, judgedPrompt, judgedShop } from '../support/judged-shop.ts';
import { LocalShop } from '../support/local-shop.ts';
import { runCli } from '../support/run-cli.ts';

let shop: LocalShop | undefined;
let models: ModelService | undefined;
afterEach(async () => {
  await models?.close();
  shop?.remove();
});

describe('promptgate gate', () => {
  it('says what the gate does with the replies of several reviews, and that too few are kept before', async () => {
    shop = new LocalShop(judgedShop(judgedCaseList(8, () => 'checks: [{ contains: case }]')));
    models = await startModelService({
      seed: 'gate',
      rules: judgedModels(
        () => 9,
        (id, { random }) => `It is ${id} (${Math.floor(random() * 1e6)}).`,
      ),
    });
    const { folder } = shop;
    const store = ['--store', 'replies.sqlite'];
    const before = await runCli(folder, ['gate', ...store]);
    expect(before.status, before.stderr).toBe(0);
    expect(before.stdout).toContain('Too little is kept to say: 0 of 8 cases have four kept replies or more');
    let comment = '';
    for (const manner of ['warmly', 'curtly', 'in verse', 'in prose', 'at length']) {
      shop.write({ [judgedPrompt]: helpText(manner) });
      const args = ['review', '--base-url', models.url, ...store, '--comment', 'comment.md'];
      const done = await runCli(folder, args);
      expect(done.status, done.stderr).toBe(0);
      comment = readFileSync(join(folder, 'comment.md'), 'utf8');
    }
    expect(comment).toContain('The gate on kept replies: Blocks 0% (0% to');

    const json = await runCli(folder, ['gate', ...store, '--json', '--badge', 'badge.json']);
    const { prompts } = gateReportSchema.parse(JSON.parse(json.stdout));
    expect(prompts).toMatchObject([
      {
        path: judgedPrompt,
        cases: { measured: 8, of: 8 },
        measured: { falseBlocks: { share: 0 }, brokenSeen: { share: 1 } },
      },
    ]);
    expect(JSON.parse(readFileSync(join(folder, 'badge.json'), 'utf8'))).toMatchObject({
      schemaVersion: 1,
      message: '0% false blocks',
    });
    const text = await runCli(folder, ['gate', ...store]);
    expect(text.stdout).toContain('of single cases that break');
  });
});
