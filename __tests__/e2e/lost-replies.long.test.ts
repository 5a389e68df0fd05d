import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { reportSchema } from '../../src/core/report/report.ts';
import type { ModelScript } from '../../src/embedded/model-service/script.ts';
import { startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { helpText, judgedCaseList, judgedModels, judgedPrompt, judgedShop } from '../support/judged-shop.ts';
import { LocalShop } from '../support/local-shop.ts';
import { runCli } from '../support/run-cli.ts';

const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A review of twenty cases, each with a judge and a mark; the new prompt answers kindly. */
async function review(script: Omit<ModelScript, 'seed'>) {
  const cases = judgedCaseList(20, (nth) => `checks: [{ contains: "case-${nth}," }, { judge: Good., min: 5 }]`);
  const shop = new LocalShop(judgedShop(cases));
  const models = await startModelService({ seed: 'lost', ...script });
  closing.push(
    () => shop.remove(),
    () => models.close(),
  );
  shop.write({ [judgedPrompt]: helpText('kindly') });
  const args = ['review', '--base-url', models.url, '--json', '--comment', 'comment.md'];
  const run = await runCli(shop.folder, args, { OPENAI_API_KEY: 'sk-lost-0123456789' });
  const comment = readFileSync(join(shop.folder, 'comment.md'), 'utf8');
  return { status: run.status, report: reportSchema.parse(JSON.parse(run.stdout)), comment };
}

const wordsOf = (id: string, isNew: boolean): string => `It is ${id}, as ${isNew ? 'ever, gladly' : 'ever'}.`;
const answered = judgedModels(
  () => 9,
  (id, { text }) => wordsOf(id, text.includes('kindly')),
);

describe('a judge that cannot be read', () => {
  it('for one reply of forty leaves the verdict standing', async () => {
    let unreadable = 0;
    const [strict, clerk] = answered;
    if (strict === undefined || clerk === undefined) throw new Error('a judge and a clerk');
    const { status, report } = await review({
      rules: [
        {
          model: 'strict',
          when: ({ text }) => text.includes('case-7, as ever, gladly') && unreadable < 1,
          reply: () => {
            unreadable += 1;
            return 'I cannot say.';
          },
        },
        strict,
        clerk,
      ],
    });
    expect([status, report.verdict, unreadable]).toEqual([0, 'pass', 1]);
  });

  it('of one case, on both sides, sets that case aside by name', async () => {
    const [strict, clerk] = answered;
    if (strict === undefined || clerk === undefined) throw new Error('a judge and a clerk');
    const { status, report, comment } = await review({
      rules: [{ model: 'strict', when: 'case-7, as', reply: 'I cannot say.' }, strict, clerk],
    });
    expect([status, report.verdict]).toEqual([0, 'pass']);
    expect(report.prompts[0]?.models[0]?.reasons).toContainEqual(
      expect.objectContaining({ kind: 'unanswered-case', case: 'case-7', setAside: true }),
    );
    expect(comment).toMatch(/case-7.* is set aside/u);
  });

  it('of one case, of the new prompt’s replies alone, is no pass', async () => {
    const [strict, clerk] = answered;
    if (strict === undefined || clerk === undefined) throw new Error('a judge and a clerk');
    const { status, report } = await review({
      rules: [{ model: 'strict', when: 'case-7, as ever, gladly', reply: 'I cannot say.' }, strict, clerk],
    });
    expect(report.verdict).not.toBe('pass');
    expect(report.prompts[0]?.models[0]?.reasons.map(({ kind }) => kind)).toContain('missing-decides');
    expect(status === 0).toBe(report.verdict === 'inconclusive');
  });
});
