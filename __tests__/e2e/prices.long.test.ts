import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { LocalShop } from '../support/local-shop.ts';
import { promptPath, promptText, shopBase, shopModels } from '../support/policy-shop.ts';
import { runCli } from '../support/run-cli.ts';

let shop: LocalShop;
let models: ModelService;
beforeEach(async () => {
  shop = new LocalShop(shopBase);
  shop.write({ [promptPath]: promptText('kindly'), 'promptgate.yml': 'version: 1\n' });
  models = await startModelService({ seed: 'prices', ...shopModels([]) });
});
afterEach(async () => {
  await models.close();
  shop.remove();
});

const review = (model: string, ...more: readonly string[]) =>
  runCli(shop.folder, ['review', '--models', model, '--base-url', models.url, '--store', 'r.sqlite', ...more]);
const oneLine = (text: string) => text.replaceAll(/\s+/gu, ' ');

describe('a model behind an address that no price list has', () => {
  it('has its vendor’s price by name, which estimate, report and comment say', async () => {
    const run = await review('gpt-5.6-luna', '--comment', 'comment.md');
    expect(run.stderr).toContain("Prices are of OpenAI's list; your endpoint may bill differently.");
    expect(oneLine(run.stdout)).toContain(
      'at the price of OpenAI’s list for gpt-5.6-luna: your endpoint may bill differently',
    );
    const { costUsd } = JSON.parse((await review('gpt-5.6-luna', '--json')).stdout);
    expect(costUsd.unpriced).toEqual([]);
  });

  it('is held to max-cost by it', async () => {
    const run = await review('gpt-5.6-sol', '--max-cost', '0.001', '--json');
    expect([run.status, JSON.parse(run.stdout).problems[0]?.reason]).toEqual([1, 'budget']);
    expect(models.stats().arrived).toBe(0);
  });

  it('has no price where anyone may run it, and the message says why and what to write', async () => {
    const run = await review('llama3:8b');
    expect(run.stderr).toContain(
      'The price is not known: no list has llama3:8b at this endpoint; write it in the config: `prices: {',
    );
    expect(oneLine(run.stdout)).toContain('cost not known (no list has a price for llama3:8b at this endpoint');
  });

  it('is told with --show plan in words beside the JSON', async () => {
    const run = await review('gpt-5.6-luna', '--show', 'plan');
    expect(JSON.parse(run.stdout).estimate.high.byName).toEqual({ 'gpt-5.6-luna': 'OpenAI' });
    expect(run.stderr).toContain(`${promptPath}: gpt-5.6-luna; 10 cases and models.`);
    expect(run.stderr).toMatch(/^About \d+ calls, .*; at most \d+, \$/mu);
    expect(models.stats().arrived).toBe(0);
  });
});
