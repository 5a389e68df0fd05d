import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { LocalShop } from '../support/local-shop.ts';
import { casesPath, casesText, promptPath, promptText, shopBase, shopModels } from '../support/policy-shop.ts';
import { runCli } from '../support/run-cli.ts';

/** Writes down each of its starts, and scores each line. */
const scorer = `
require('fs').appendFileSync('starts.txt', process.pid + '\\n');
require('readline').createInterface({ input: process.stdin }).on('line', (line) => {
  const { id, reply } = JSON.parse(line);
  console.log(JSON.stringify({ id, score: reply.text.includes('number') ? 1 : 0, reason: 'read' }));
});
`;

it('a scorer that serves is started once for all replies of a review, and is gone after it', async () => {
  const shop = new LocalShop({
    ...shopBase,
    'promptgate.yml': `version: 1\nmodels: [strong]\nscorers:\n  own: { command: ['${process.execPath}', own.js], serve: true }\n`,
    [casesPath]: casesText().replaceAll('checks: [{', 'checks: [{ score: own, min: 0.5 }, {'),
    'own.js': scorer,
  });
  const models = await startModelService({ seed: 'served', ...shopModels([]) });
  shop.write({ [promptPath]: promptText('kindly') });
  const run = await runCli(shop.folder, ['review', '--base-url', models.url, '--store', 'r.sqlite', '--json']);
  const [pid = '', ...more] = readFileSync(join(shop.folder, 'starts.txt'), 'utf8').trim().split('\n');
  await models.close();
  shop.remove();
  const [row] = JSON.parse(run.stdout).prompts[0].models;
  expect([run.status, row.verdict, row.score.new]).toEqual([0, 'pass', 1]);
  expect(more).toEqual([]);
  expect(() => process.kill(Number(pid), 0)).toThrow();
});
