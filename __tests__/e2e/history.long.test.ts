import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reportSchema } from '../../src/core/report/report.ts';
import type { ScriptedCall } from '../../src/embedded/model-service/script.ts';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { LocalShop } from '../support/local-shop.ts';
import { promptPath, promptText, shopBase } from '../support/policy-shop.ts';
import { runCli } from '../support/run-cli.ts';

/** Answers rightly in words of its own each time, but for one case that fails its first and last reply to the prompt that says `kindly`. */
function answer({ text, ordinal }: ScriptedCall): string {
  const id = /What is case-(\d+)\?/.exec(text)?.[1] ?? '';
  const fails = id === '3' && text.includes('kindly') && (ordinal === 0 || ordinal === 5);
  return fails ? `I would rather not say, ${ordinal}.` : `It is number ${id}. ${ordinal}`;
}

describe('a repository whose reviews are kept', () => {
  let shop: LocalShop;
  let models: ModelService;
  beforeEach(async () => {
    shop = new LocalShop({ ...shopBase, 'promptgate.yml': 'version: 1\nmodels: [cheap]\n' });
    models = await startModelService({ seed: 'history', rules: [{ when: /What is case-/, reply: answer }] });
  });
  afterEach(async () => {
    shop.remove();
    await models.close();
  });
  const review = async (manner: string, store: string, more: readonly string[] = []) => {
    shop.write({ [promptPath]: promptText(manner) });
    const before = models.requests().length;
    const args = ['review', '--base-url', models.url, '--json', '--store', store, '--baseline-age', '0', ...more];
    const run = await runCli(shop.folder, args);
    const report = reportSchema.parse(JSON.parse(run.stdout));
    return { report, asked: models.requests().length - before, notes: report.prompts[0]?.notes.join(' ') ?? '' };
  };

  it('is asked less than one without, and told what earlier replies showed', async () => {
    const first = await review('warmly', 'kept.sqlite', ['--sampling', 'fixed', '--trials', '12']);
    expect(first.notes).not.toContain('kept replies of other reviews');
    const known = await review('kindly', 'kept.sqlite');
    expect(known.notes).toContain('cheap: 240 kept replies of other reviews show how steady the 10 cases are');
    await models.close();
    models = await startModelService({ seed: 'history', rules: [{ when: /What is case-/, reply: answer }] });
    const unknown = await review('kindly', 'empty.sqlite');
    expect(unknown.notes).not.toContain('kept replies of other reviews');
    expect([known.report.verdict, unknown.report.verdict]).toEqual(['pass', 'pass']);
    // Round 4 is left out: four replies a side of each case.
    expect(unknown.asked - known.asked).toBe(10 * 2 * 4);
  });

  it('learns nothing from the comparison that is judged', async () => {
    await review('warmly', 'kept.sqlite', ['--sampling', 'fixed', '--trials', '12']);
    const again = await review('warmly', 'kept.sqlite', ['--sampling', 'fixed', '--trials', '12']);
    expect([again.asked, again.notes]).toEqual([0, expect.not.stringContaining('kept replies of other reviews')]);
  });
});
