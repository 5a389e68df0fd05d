import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reportSchema } from '../../src/core/report/report.ts';
import type { ScriptedCall } from '../../src/embedded/model-service/script.ts';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { LocalShop } from '../support/local-shop.ts';
import { promptPath, promptText, shopBase } from '../support/policy-shop.ts';
import { runCli } from '../support/run-cli.ts';

/** Right but for two cases of ten where it is asked to be curt, and twice as long where at length. */
function answer({ text }: ScriptedCall): string {
  const id = /What is case-(\d+)\?/u.exec(text)?.[1] ?? '';
  if (text.includes('curtly') && (id === '3' || id === '4')) return 'No.';
  return `It is number ${id}. ${'And so on. '.repeat(text.includes('at length') ? 20 : 10)}`;
}

let shop: LocalShop;
let models: ModelService;
beforeEach(async () => {
  shop = new LocalShop({
    ...shopBase,
    'promptgate.yml': 'version: 1\nmodels: [gpt-5.6-luna]\nsampling: fixed\ntrials: 2\n',
    [promptPath]: promptText('curtly'),
  });
  models = await startModelService({ seed: 'versions', rules: [{ when: /What is case-/u, reply: answer }] });
});
afterEach(async () => {
  shop.remove();
  await models.close();
});

async function review(manner: string) {
  shop.write({ [promptPath]: promptText(manner) });
  const told = ['--json', '--store', 'kept.sqlite', '--comment', 'comment.md', '--html', 'page.html'];
  const run = await runCli(shop.folder, ['review', '--base', 'HEAD', '--base-url', models.url, ...told]);
  const report = reportSchema.parse(JSON.parse(run.stdout));
  const read = (file: string) => readFileSync(join(shop.folder, file), 'utf8');
  return { comment: read('comment.md'), page: read('page.html'), past: report.prompts[0]?.models[0]?.past ?? [] };
}

function merge(): string {
  shop.git('add', promptPath);
  shop.git('-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', 'commit', '-qm', 'merged');
  return shop.git('rev-parse', 'HEAD').trim();
}

describe('versions of a prompt that were merged one after the other', () => {
  it('are told as a line in the comment, drawn in the page and listed in the report; what was only tried is not', async () => {
    const first = shop.git('rev-parse', 'HEAD').trim();
    const tried = await review('never');
    expect(tried.past.map(({ sha }) => sha)).toEqual([first]);
    // One version is no line.
    expect(tried.comment).not.toContain('Merged versions');
    shop.write({ [promptPath]: promptText('briefly') });
    const second = merge();
    const two = await review('at length');
    expect(two.past.map(({ sha }) => sha)).toEqual([first, second]);
    const third = merge();
    await review('warmly');
    // Once more: the same version of the base branch, which has one place.
    const { comment, page, past } = await review('kindly');
    expect(past.map(({ sha }) => sha)).toEqual([first, second, third]);
    expect(past.map(({ score }) => score)).toEqual([0.8, 1, 1]);
    const [, short, long] = past.map(({ length }) => length ?? 0);
    expect((long ?? 0) / (short ?? 1)).toBeGreaterThan(1.8);
    expect(comment).toMatch(/<summary>Merged versions: score, cost, length<\/summary>/u);
    expect(comment).toMatch(
      /- `gpt-5\.6-luna`: score ▁██ 0\.80 → 1\.00, cost \$[\d.]+ → \$[\d.]+ per 1,000 replies, \d+ → \d+ characters a reply \(3 versions\)/u,
    );
    expect(page).toContain('Score of merged versions on gpt-5.6-luna: 0.80, 1.00, 1.00.');
    expect(page).toContain(`<code>${third.slice(0, 7)}</code>`);
  });
});
