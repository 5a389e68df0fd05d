import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Report, reportSchema } from '../../src/core/report/report.ts';
import type { ScriptedCall } from '../../src/embedded/model-service/script.ts';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { helpText, judgedCaseList, judgedModels, judgedPrompt, judgedShop } from '../support/judged-shop.ts';
import { LocalShop } from '../support/local-shop.ts';
import { runCli } from '../support/run-cli.ts';
import { textsOfPage } from '../support/unpack-page.ts';

let shop: LocalShop | undefined;
let models: ModelService | undefined;
afterEach(async () => {
  await models?.close();
  shop?.remove();
});

const checks = 'checks: [{ contains: case }, { judge: "Polite.", name: politeness }]';

/** Twelve cases with a check that holds and a judge without a mark; told to be curt, the clerk is rude in the seventh. */
async function review(grade: (reply: string, call: ScriptedCall) => number) {
  shop = new LocalShop(judgedShop(judgedCaseList(12, () => checks)));
  shop.write({ [judgedPrompt]: helpText('curtly') });
  const rules = judgedModels(grade, (id, { text, random }) => {
    const rude = text.includes('curtly') && id === 'case-7';
    return `${rude ? 'Read the manual' : 'Gladly'}: it is ${id} (${Math.floor(random() * 1e6)}).`;
  });
  models = await startModelService({ seed: 'falls', rules });
  const args = ['review', '--base-url', models.url, '--store', 'replies.sqlite', '--html', 'page.html'];
  const { folder } = shop;
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const done = await runCli(folder, [...args, '--json', '--comment', 'comment.md']);
  expect(done.stdout, done.stderr).toMatch(/^\{/);
  const report: Report = reportSchema.parse(JSON.parse(done.stdout));
  const again = await runCli(folder, args);
  return { report, code: done.status, comment: read('comment.md'), page: textsOfPage(read('page.html')), again };
}

describe('a graded check without a pass mark', () => {
  it('that collapses is named and blocks, though the check beside it holds', async () => {
    const { report, code, comment, page, again } = await review((reply) => (reply.startsWith('Read') ? 1 : 9));
    expect(report.verdict).toBe('regressed');
    expect(code).toBe(1);
    const [row] = report.prompts.flatMap((prompt) => prompt.models);
    const broken = row?.cases.filter(({ state }) => state === 'regressed') ?? [];
    expect(broken.map(({ id }) => id)).toEqual(['case-7']);
    expect(broken[0]?.new.passes).toBe(broken[0]?.new.of);
    expect(broken[0]?.falls).toMatchObject([{ check: 'politeness', new: 0, state: 'regressed' }]);
    expect(row?.reasons.filter(({ kind }) => kind === 'case')).toMatchObject([
      { case: 'case-7', blocks: true, fall: { check: 'politeness' } },
    ]);
    expect(comment).toContain('Do not merge yet: `case-7` got worse on `clerk`');
    expect(comment).toContain('`politeness` 0.89 → 0.00. 11 others hold.');
    expect(page).toContain('politeness 0.89 → 0.00');
    expect(again.stdout).toContain('politeness 0.89 → 0.00');
  });

  it('blocks nothing where its judge does not agree with itself', async () => {
    const { report } = await review((reply, { random }) => (reply.startsWith('Read') ? 1 : random() < 0.5 ? 3 : 10));
    const [row] = report.prompts.flatMap((prompt) => prompt.models);
    expect(row?.reasons.filter(({ kind }) => kind === 'case')).toEqual([]);
    expect(report.notes.join('\n')).toContain('judge grades without a `min`');
  });
});
