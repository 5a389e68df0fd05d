import { afterEach, describe, expect, it } from 'vitest';
import { type Report, reportSchema } from '../../src/core/report/report.ts';
import type { ScriptedRule } from '../../src/embedded/model-service/script.ts';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import type { Files } from '../support/github-repository.ts';
import { helpText, judgedCaseList, judgedModels, judgedPrompt, judgedShop } from '../support/judged-shop.ts';
import { LocalShop } from '../support/local-shop.ts';
import { runCli } from '../support/run-cli.ts';

let shop: LocalShop | undefined;
let models: ModelService | undefined;
afterEach(async () => {
  await models?.close();
  shop?.remove();
});

/** A review of the judged shop after its prompt was changed. */
async function review(files: Files, rules: readonly ScriptedRule[], ...more: readonly string[]): Promise<Report> {
  shop = new LocalShop(files);
  shop.write({ [judgedPrompt]: helpText('warmly') });
  models = await startModelService({ seed: 'judge', rules });
  const args = ['review', '--json', '--base-url', models.url, '--store', 'replies.sqlite', ...more];
  const done = await runCli(shop.folder, args);
  expect(done.stdout, done.stderr).toMatch(/^\{/);
  return reportSchema.parse(JSON.parse(done.stdout));
}

const rubric = 'checks: [{ judge: "Answers the question.", min: 6 }]';
const judgedGate = 'gate:\n  metrics:\n    judge: { tolerance: 0.05 }\n';

/** Grades 3 with this chance, else 9: never near the mark of 6. */
function unsteady(chance: number) {
  return (_: string, { random }: { readonly random: () => number }) => (random() < chance ? 3 : 9);
}

/** In words that tell which prompt was asked, as replies of different prompts differ. */
function worded(id: string, { text }: { readonly text: string }): string {
  return `It is ${id}${text.includes('warmly') ? ', my friend' : ''}.`;
}

describe('a judge in a review', () => {
  it('is measured on twenty stored replies where it votes once, and found steady where it is', async () => {
    const report = await review(
      judgedShop(judgedCaseList(12, () => rubric)),
      judgedModels(() => 9, worded),
    );
    expect(report.verdict).toBe('pass');
    expect(report.judge).toEqual({
      model: 'strict',
      votes: 1,
      reliability: { replies: 20, agreement: 1, flipRate: 0, sigma: 0 },
    });
    expect(report.calls.byPurpose.judge).toBe(24 + 20);
    // Said before the first call: 24 replies, each judged, and twenty of them again.
    expect(report.calls.planned?.low).toBe(24 + 24 + 20);
  });

  it('shows a flip rate near the chance it was given, from calls of its own', async () => {
    const report = await review(judgedShop(judgedCaseList(12, () => rubric)), judgedModels(unsteady(0.3), worded));
    expect(report.judge?.reliability?.replies).toBe(20);
    // Two judgements differ with chance 2 · 0.3 · 0.7 = 0.42.
    expect(report.judge?.reliability?.flipRate).toBeGreaterThan(0.17);
    expect(report.judge?.reliability?.flipRate).toBeLessThan(0.67);
    expect(report.judge).not.toHaveProperty('advises');
  });

  it('is measured on its votes where it has several, without a call more', async () => {
    const config = { 'promptgate.yml': 'version: 1\nmodels: [clerk]\njudge: { model: strict, votes: 3 }\n' };
    const files = { ...judgedShop(judgedCaseList(10, () => rubric)), ...config };
    const report = await review(
      files,
      judgedModels(() => 9, worded),
    );
    expect(report.judge?.votes).toBe(3);
    expect(report.judge?.reliability).toMatchObject({ replies: 20, agreement: 1, flipRate: 0 });
    expect(report.calls.byPurpose.judge).toBe(60);
  });
});

describe('a metric that an unsteady judge decides', () => {
  it('only advises, and says so, while the score of the replies goes on gating', async () => {
    const grade = (reply: string, { random }: { readonly random: () => number }) =>
      random() < (reply.includes('friend') ? 0.7 : 0.3) ? 3 : 9;
    const files = judgedShop(
      judgedCaseList(20, () => rubric),
      judgedGate,
    );
    const report = await review(files, judgedModels(grade, worded), '--sampling', 'fixed', '--trials', '6');
    expect(report.judge?.advises?.map(({ metric }) => metric)).toEqual(['judge']);
    expect(report.notes.join(' ')).toMatch(
      /`gate\.metrics\.judge` only advises in this review: of \d+ replies judged again/,
    );
    expect(report.prompts[0]?.models[0]?.metrics['judge']).toMatchObject({ gated: false });
  });

  it('gates where the judge is steady', async () => {
    const grade = (reply: string) => (reply.includes('friend') ? 3 : 9);
    const files = judgedShop(
      judgedCaseList(12, () => rubric),
      judgedGate,
    );
    const report = await review(files, judgedModels(grade, worded));
    expect(report.verdict).toBe('regressed');
    expect(report.judge).not.toHaveProperty('advises');
    expect(report.prompts[0]?.models[0]?.metrics['judge']).toMatchObject({ gated: true });
  });

  it('keeps gating, with a note, where no calls are left to measure the judge', async () => {
    const files = judgedShop(
      judgedCaseList(12, () => rubric),
      judgedGate,
    );
    const report = await review(
      files,
      judgedModels(() => 9, worded),
      '--max-calls',
      '52',
    );
    expect(report.notes.join(' ')).toMatch(/The judge was not measured/);
    expect(report.judge).toEqual({ model: 'strict', votes: 1 });
  });
});

describe('labels that people gave', () => {
  it('are compared with the judge’s grades of the same texts', async () => {
    const labelled = (nth: number) => `reference: "Reply ${nth}", label: ${(nth % 10) + 1}, ${rubric}`;
    // The judge grades every reference as the label does, but for one point more on each fifth.
    const grade = (reply: string) => {
      const nth = Number(/Reply (\d+)/u.exec(reply)?.[1] ?? 0);
      return nth === 0 ? 9 : Math.min(10, (nth % 10) + 1 + (nth % 5 === 0 ? 1 : 0));
    };
    const report = await review(judgedShop(judgedCaseList(20, labelled)), judgedModels(grade));
    // 1 − the mean squared difference of label and grade (4/20), over that of all 400 pairs of them.
    expect(report.judge?.kappa).toMatchObject({ labels: 20 });
    expect(report.judge?.kappa?.value).toBeCloseTo(0.98742138, 8);
  });
});
