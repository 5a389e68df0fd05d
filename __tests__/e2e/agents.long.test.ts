import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reportSchema } from '../../src/core/report/report.ts';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { LocalShop } from '../support/local-shop.ts';
import { runCli } from '../support/run-cli.ts';
import { refundsSkill, skilledModel, skilledShop, skillPath } from '../support/skilled-shop.ts';
import { textsOfPage } from '../support/unpack-page.ts';

let shop: LocalShop;
let models: ModelService;

beforeEach(async () => {
  shop = new LocalShop(skilledShop);
  models = await startModelService({ seed: 'skills', rules: skilledModel() });
});
afterEach(async () => {
  await models.close();
  shop.remove();
});

async function review(files: Record<string, string>, ...more: readonly string[]) {
  shop.write(files);
  const asked = ['--json', '--html', 'report.html', '--comment', 'comment.md'];
  const done = await runCli(shop.folder, ['review', '--base-url', models.url, ...asked, ...more]);
  const report = reportSchema.parse(JSON.parse(done.stdout));
  const read = (name: string) => readFileSync(`${shop.folder}/${name}`, 'utf8');
  return { ...done, report, comment: read('comment.md'), html: textsOfPage(read('report.html')) };
}

const described = `${skillPath}#description`;

describe('a skill', () => {
  it('that no longer triggers by its description is regressed, and what is picked instead is named', async () => {
    const done = await review({ [skillPath]: refundsSkill('Knows all about a parcel and its accounting.') });
    expect([done.status, done.report.verdict]).toEqual([1, 'regressed']);
    expect(done.report.prompts.map(({ path }) => path)).toEqual([described]);
  });
});
