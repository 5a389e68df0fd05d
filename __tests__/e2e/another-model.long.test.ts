import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { reportSchema } from '../../src/core/report/report.ts';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { LocalShop } from '../support/local-shop.ts';
import { casesPath, casesText, promptPath, promptText, shopBase } from '../support/policy-shop.ts';
import { runCli } from '../support/run-cli.ts';

const asked = 'gemini-2.5-pro';
const answers = 'gemini-2.5-flash';

let shop: LocalShop | undefined;
let models: ModelService | undefined;
afterEach(async () => {
  await models?.close();
  shop?.remove();
});

/** Reviews a harmless edit on a service that answers one model's calls with another. */
async function review(servedModel: string, gate = '') {
  models = await startModelService({
    seed: 'another model',
    rules: [
      {
        when: /What is case-/,
        reply: ({ text }) => ({ text: `It is number ${/What is case-(\d+)\?/.exec(text)?.[1]}.`, servedModel }),
      },
    ],
  });
  shop = new LocalShop({ ...shopBase, 'promptgate.yml': `version: 1\nmodels: [${asked}]\n${gate}` });
  shop.write({ [promptPath]: promptText('warmly') });
  const args = ['review', '--base-url', models.url, '--store', 'replies.sqlite', '--comment', 'comment.md'];
  const text = await runCli(shop.folder, args);
  const json = await runCli(shop.folder, [...args, '--json']);
  const comment = readFileSync(join(shop.folder, 'comment.md'), 'utf8');
  return { text, comment, status: json.status, report: reportSchema.parse(JSON.parse(json.stdout)) };
}

describe('a service that answers with another model than the one that was asked for', () => {
  it('is told of in the first lines, with the share of replies, and paid for at the price of the model that answered', async () => {
    const { text, comment, status, report } = await review(answers);
    const said = `was answered by \`${answers}\` in 20 of 20 replies`;
    expect([status, report.verdict]).toEqual([0, 'pass']);
    expect(comment.split('\n').slice(0, 6).join('\n')).toContain(said);
    expect(text.stdout.split('\n').slice(0, 8).join(' ').replaceAll(/\s+/gu, ' ')).toContain(said.replaceAll('`', ''));
    expect(report.served).toEqual([
      { asked, served: [answers], others: [{ model: answers, replies: 20 }], replies: 20 },
    ]);
    const rows = report.prompts.flatMap((prompt) => prompt.models);
    const own = (await reviewAgain(asked)).prompts.flatMap((prompt) => prompt.models);
    const [cheap, dear] = [rows, own].map(([row]) => row?.cost?.new ?? 0);
    expect(cheap).toBeGreaterThan(0);
    expect(dear).toBeGreaterThan(2 * (cheap ?? 0));
  });

  it('makes the review invalid where the gate blocks it', async () => {
    const { status, report } = await review(answers, 'gate: { served-model: block }\n');
    expect([status, report.verdict, report.problems[0]?.reason]).toEqual([1, 'invalid', 'provider']);
    expect(report.problems[0]?.what).toBe(`\`${asked}\` was answered by \`${answers}\` in 20 of 20 replies.`);
  });

  it('is what a team may expect, and a dated name of the same model is no other', async () => {
    const allowed = await review(answers, 'gate: { served-model: allow }\n');
    expect(allowed.comment).not.toContain('was answered by');
    await models?.close();
    shop?.remove();
    const dated = await review(`${asked}-2026-05-06`);
    expect(dated.comment).not.toContain('was answered by');
    expect(dated.report.served).toEqual([{ asked, served: [`${asked}-2026-05-06`] }]);
  });
});

async function reviewAgain(servedModel: string) {
  await models?.close();
  shop?.remove();
  return (await review(servedModel)).report;
}

describe('a service that changes under one name', () => {
  it('is told of where it counts an equal request otherwise than an earlier run was told', async () => {
    let factor = 1;
    models = await startModelService({
      seed: 'recounted',
      rules: [
        {
          when: /What is case-/,
          reply: ({ text }) => ({
            text: `It is number ${/What is case-(\d+)\?/.exec(text)?.[1]}.`,
            usage: { inputTokens: Math.round(100 * factor), outputTokens: 5 },
          }),
        },
      ],
    });
    shop = new LocalShop({ ...shopBase, 'promptgate.yml': 'version: 1\nmodels: [clerk]\n' });
    const { folder } = shop;
    const args = [
      'review',
      '--base-url',
      models.url,
      '--store',
      'replies.sqlite',
      '--baseline-age',
      '0',
      '--html',
      'page.html',
    ];
    const run = async (manner: string, more: readonly string[]) => {
      shop?.write({ [promptPath]: promptText(manner) });
      return runCli(folder, [...args, ...more]);
    };
    const before = reportSchema.parse(JSON.parse((await run('warmly', ['--json'])).stdout));
    expect(before.recounted).toBeUndefined();
    const alike = reportSchema.parse(JSON.parse((await run('plainly', ['--json'])).stdout));
    expect(alike.recounted).toBeUndefined();
    factor = 1.31;
    const text = await run('coldly', ['--comment', 'comment.md']);
    factor = 1;
    const after = reportSchema.parse(JSON.parse((await run('kindly', ['--json'])).stdout));
    const said =
      'counts 1.31 × the input tokens of an earlier run: its tokenizer, a hidden prompt or the gateway changed.';
    const comment = readFileSync(join(folder, 'comment.md'), 'utf8');
    expect(comment.split('\n').slice(0, 8).join('\n')).toContain(`The same request to \`clerk\` ${said}`);
    expect(text.stdout.replaceAll(/\s+/gu, ' ')).toContain(said);
    expect(after.recounted).toMatchObject([{ model: 'clerk', calls: 10, of: 10, ratio: 100 / 131 }]);
    expect(readFileSync(join(folder, 'page.html'), 'utf8')).toContain('a hidden prompt or the gateway changed');
  });

  it('is told apart where the replies of the model before are kept ones', async () => {
    let servedModel = 'clerk-2026-05-06';
    models = await startModelService({
      seed: 'kept from before',
      rules: [
        {
          when: /What is case-/,
          reply: ({ text }) => ({ text: `It is number ${/What is case-(\d+)\?/.exec(text)?.[1]}.`, servedModel }),
        },
      ],
    });
    shop = new LocalShop({ ...shopBase, 'promptgate.yml': 'version: 1\nmodels: [clerk]\n' });
    const args = ['check', '--base-url', models.url, '--store', 'replies.sqlite', '--html', 'page.html', '--json'];
    const first = await runCli(shop.folder, args);
    // One more case is asked of the model that is there now; what the others say is kept.
    shop.write({ [casesPath]: `${shopBase[casesPath]}${casesText(['case-99']).replace('cases:\n', '')}` });
    servedModel = 'clerk-2026-08-02';
    const report = reportSchema.parse(JSON.parse((await runCli(shop.folder, args)).stdout));
    expect(JSON.parse(first.stdout).served[0].changes).toBeUndefined();
    expect(report.calls.kept).toBeGreaterThan(0);
    expect(report.served[0]?.changes).toEqual([
      { from: 'clerk-2026-05-06', to: 'clerk-2026-08-02', at: expect.any(String), kept: true },
    ]);
    const page = readFileSync(join(shop.folder, 'page.html'), 'utf8');
    expect(page).toContain('those before were kept replies');
  });

  it('is told of with the time where another model took over amid the review', async () => {
    let calls = 0;
    models = await startModelService({
      seed: 'taken over',
      latency: { ms: 20 },
      rules: [
        {
          when: /What is case-/,
          reply: ({ text }) => {
            calls += 1;
            const servedModel = calls > 8 ? 'clerk-2026-08-02' : 'clerk-2026-05-06';
            return { text: `It is number ${/What is case-(\d+)\?/.exec(text)?.[1]}.`, servedModel };
          },
        },
      ],
    });
    shop = new LocalShop({ ...shopBase, 'promptgate.yml': 'version: 1\nmodels: [clerk]\nconcurrency: 2\n' });
    shop.write({ [promptPath]: promptText('warmly') });
    const args = ['review', '--base-url', models.url, '--comment', 'comment.md', '--html', 'page.html', '--json'];
    const done = await runCli(shop.folder, args);
    const [served] = reportSchema.parse(JSON.parse(done.stdout)).served;
    expect(served?.changes).toMatchObject([{ from: 'clerk-2026-05-06', to: 'clerk-2026-08-02' }]);
    const line = /clerk.{0,8}: from \d{4}-\d\d-\d\d \d\d:\d\d UTC on, .{0,12}clerk-2026-08-02/u;
    expect(readFileSync(join(shop.folder, 'comment.md'), 'utf8')).toMatch(line);
    expect(readFileSync(join(shop.folder, 'page.html'), 'utf8')).toMatch(line);
  });
});
