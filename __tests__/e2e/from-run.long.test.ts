import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { parseReport } from '../../src/core/report/parse-report.ts';
import type { Report, ReportPrompt } from '../../src/core/report/report.ts';
import type { ScriptedRule } from '../../src/embedded/model-service/script.ts';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { writeJson } from '../../src/reporters/json.ts';
import type { Files } from '../support/github-repository.ts';
import { helpText, judgedCaseList, judgedModels, judgedPrompt, judgedShop } from '../support/judged-shop.ts';
import { LocalShop } from '../support/local-shop.ts';
import { promptPath, promptText, shopBase, shopModels } from '../support/policy-shop.ts';
import { eachReply } from '../support/replies-of.ts';
import { runCli } from '../support/run-cli.ts';
import { whole } from '../support/whole.ts';

/** What merged versions came to is no part of a judgement: the store knows it, and a saved report is judged without one. */
function withoutPast(prompt: ReportPrompt): ReportPrompt {
  return { ...prompt, models: prompt.models.map(({ past: _, ...row }) => row) };
}

let shop: LocalShop | undefined;
let models: ModelService | undefined;
afterEach(async () => {
  await models?.close();
  shop?.remove();
});

type Reviewed = { readonly shop: LocalShop; readonly report: Report; readonly url: string };

/** Reviews an edit and saves the report in the working tree, as an artifact of the run would be. */
async function reviewed(files: Files, edit: Files, rules: readonly ScriptedRule[] = []): Promise<Reviewed> {
  shop = new LocalShop({ ...files, '.gitignore': 'run.json\ns.sqlite\n' });
  shop.write(edit);
  models = await startModelService({ seed: 'from-run', rules });
  const done = await runCli(shop.folder, ['review', '--json', '--base-url', models.url, '--store', 's.sqlite']);
  expect(done.stdout, done.stderr).toMatch(/^\{/u);
  writeFileSync(join(shop.folder, 'run.json'), done.stdout);
  return { shop, report: parseReport(done.stdout, 'stdout'), url: models.url };
}

async function replay({ shop: { folder }, url }: Reviewed, from = 'run.json') {
  const before = models?.requests().length;
  const done = await runCli(folder, ['review', '--json', '--base-url', url, '--from-run', from]);
  // Free: whatever comes of it, no model is called.
  expect(models?.requests().length).toBe(before);
  return { ...done, report: done.stdout === '' ? undefined : parseReport(done.stdout, 'stdout') };
}

/** All that was judged, without what only tells where replies came from. */
function judgedIn(report: Report | undefined) {
  return {
    verdict: report?.verdict,
    gate: report?.gate,
    fingerprint: report?.fingerprint,
    judge: report?.judge,
    served: report?.served,
    prompts: report === undefined ? [] : eachReply(report, ({ kept: _, ...reply }) => reply).prompts.map(withoutPast),
  };
}

it('replays a saved review free: the same verdict, replies and figures, from a file and from an address', async () => {
  const run = await reviewed(shopBase, { [promptPath]: promptText('warmly') }, shopModels(['case-3', 'case-8']).rules);
  expect(run.report.verdict).toBe('regressed');
  const again = await replay(run);
  expect([again.status, again.stderr]).toEqual([1, '']);
  expect(judgedIn(again.report)).toEqual(judgedIn(run.report));
  expect(again.report?.calls).toMatchObject({ made: 0, failed: 0 });
  expect(again.report?.costUsd.actual).toBe(0);
  expect(again.report?.notes.join('\n')).toMatch(/Replayed from run\.json: \d+ replies of the review of /u);

  const served = createServer((_, answer) => answer.end(readFileSync(join(run.shop.folder, 'run.json'))));
  await new Promise<void>((done) => served.listen(0, '127.0.0.1', done));
  const at = served.address();
  const address = `http://127.0.0.1:${typeof at === 'object' && at !== null ? at.port : 0}/promptgate.json`;
  expect((await replay(run, address)).report?.verdict).toBe('regressed');
  served.close();
  const insecure = await replay(run, 'http://example.com/promptgate.json');
  expect(insecure.status).toBe(2);
  expect(insecure.stderr).toContain('The report cannot be read: only https addresses are read.');

  run.shop.write({ [promptPath]: promptText('rudely') });
  const other = await replay(run);
  expect([other.status, other.report?.verdict]).toEqual([2, 'invalid']);
  expect(other.report?.problems[0]?.what).toMatch(
    /^The report does not hold every reply to what this working tree would ask: `case-1` of prompts\/.* on strong, cheap; .*and \d+ more cases\.$/u,
  );
});

it('takes grades as they were, scores changed checks anew, and names what only a judge could say', async () => {
  const cases = (rubric: string, words: number) =>
    judgedCaseList(10, () => `checks: [{ judge: "${rubric}", min: 6 }, { max-words: ${words} }]`);
  const files = judgedShop(cases('Answers the question.', 50), 'gate: { exam-changes: allow }\n');
  const run = await reviewed(
    files,
    { [judgedPrompt]: helpText('warmly') },
    judgedModels(
      () => 9,
      (id, { text }) => `It is ${id}${text.includes('warmly') ? ', my friend' : ''}.`,
    ),
  );
  const again = await replay(run);
  expect(judgedIn(again.report)).toEqual(judgedIn(run.report));

  run.shop.write({ 'prompts/help.cases.yml': cases('Answers the question politely.', 50) });
  const graded = await replay(run);
  expect([graded.status, graded.report?.verdict]).toEqual([2, 'invalid']);
  expect(graded.report?.problems[0]?.what).toContain(
    'does not hold what a model or scorer would say of checks that changed: `case-1`',
  );
});

const wordy = (report: Report): Report =>
  eachReply(report, (reply) => ({ ...reply, text: `${reply.text} ${'And so on. '.repeat(60)}` }));

it('scores replies by checks that changed, and says where the report holds no whole replies', async () => {
  const run = await reviewed(shopBase, { [promptPath]: promptText('warmly') }, shopModels([]).rules);
  expect(run.report.verdict).toBe('pass');
  const cut: Report = {
    ...eachReply(run.report, (reply) => ({ ...reply, text: '(not published)' })),
    published: { replies: 'none', masked: false },
  };
  writeFileSync(join(run.shop.folder, 'cut.json'), JSON.stringify(cut));
  const part = await replay(run, 'cut.json');
  expect(part.report?.verdict).toBe('pass');
  expect(part.report?.notes.join('\n')).toContain('The report holds no whole replies');

  // As a report is written that would be too long.
  writeFileSync(join(run.shop.folder, 'run.json'), whole(writeJson(wordy(run.report), 1, 0)));
  const excerpt = await replay(run);
  expect([excerpt.status, excerpt.report?.verdict]).toEqual([0, 'pass']);
  expect(excerpt.report?.notes.join('\n')).toContain('The report holds no whole replies');
  const path = Object.keys(shopBase).find((name) => name.includes('.cases.')) ?? '';
  writeFileSync(join(run.shop.folder, 'run.json'), JSON.stringify(run.report));
  run.shop.write({ [path]: `${String(shopBase[path])}defaults: { checks: [{ max-words: 1 }] }\n` });
  const stricter = await replay(run);
  expect(stricter.report?.problems).toEqual([]);
  expect(stricter.report?.prompts[0]?.models[0]?.passRate.new).toBe(0);
  writeFileSync(join(run.shop.folder, 'cut.json'), whole(writeJson(wordy(run.report), 1, 0)));
  const unknown = await replay(run, 'cut.json');
  expect(unknown.report?.problems[0]?.what).toContain('does not hold whole replies for checks that changed');
});
