import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseReport } from '../../src/core/report/parse-report.ts';
import { reportSchema } from '../../src/core/report/report.ts';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { LocalShop } from '../support/local-shop.ts';
import { casesPath, casesText, promptPath, promptText, shopBase, shopModels } from '../support/policy-shop.ts';
import { type CliResult, runCli } from '../support/run-cli.ts';
import { textsOfPage } from '../support/unpack-page.ts';

let shop: LocalShop;
let models: ModelService;
beforeEach(async () => {
  shop = new LocalShop(shopBase);
  models = await startModelService({ seed: 'cli', ...shopModels(['case-3']) });
});
afterEach(async () => {
  await models.close();
  shop.remove();
});

const review = (...more: readonly string[]): Promise<CliResult> =>
  runCli(shop.folder, ['review', '--base-url', models.url, '--store', 'replies.sqlite', ...more]);

describe('`promptgate review`', () => {
  it('shows a table within 100 columns on stdout and ends with 1 where something broke', async () => {
    shop.write({ [promptPath]: promptText('warmly') });
    const done = await review();
    expect(done.status).toBe(1);
    expect(done.stdout).toMatch(
      /^Do not merge yet: case-3 broke on cheap\nprompts\/policy\.txt · Always right before \(6 of 6\), always wrong now \(0 of 6\)\. 9 others hold\./,
    );
    expect(Math.max(...done.stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(done.stderr).toMatch(/^About \d+ calls.*; at most 480/mu);
  });

  it.each([60, 120])('fills a window of %i columns and no more, with the case that broke', async (columns) => {
    shop.write({ [promptPath]: promptText('warmly') });
    const args = ['review', '--base-url', models.url, '--store', 'replies.sqlite', '--html', 'report.html'];
    const done = await runCli(shop.folder, args, { COLUMNS: String(columns) });
    const widest = Math.max(...done.stdout.split('\n').map((line) => line.length));
    expect([widest <= columns, widest > columns - 20]).toEqual([true, true]);
    expect(done.stdout).toMatch(/^case-3 on cheap: 6\/6 → 0\/6\n {2}Asked .*\n {2}Before .*\n(?: {10}.*\n)* {2}Now /mu);
    expect(done.stdout.replaceAll(/\s+/gu, ' ')).toContain('Every reply is in report.html.');
  });

  it('prints the report and nothing else with --json, and it fits its schema', async () => {
    shop.write({ [promptPath]: promptText('warmly') });
    const report = reportSchema.parse(JSON.parse((await review('--json')).stdout));
    expect(report.prompts[0]?.models.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['strong', 'pass'],
      ['cheap', 'regressed'],
    ]);
  });

  it('writes the comment and the HTML report to files', async () => {
    shop.write({ [promptPath]: promptText('warmly') });
    await review('--comment', 'comment.md', '--html', 'report.html');
    expect(readFileSync(join(shop.folder, 'comment.md'), 'utf8')).toContain('case-3');
    expect(readFileSync(join(shop.folder, 'report.html'), 'utf8')).toMatch(/^<!doctype html>/);
  });

  it('opens the gate with --accept and keeps the verdict', async () => {
    shop.write({ [promptPath]: promptText('warmly') });
    const done = await review('--accept', '--json');
    expect([done.status, JSON.parse(done.stdout).verdict]).toEqual([0, 'regressed']);
  });

  it('reviews an untracked prompt file as an added one', async () => {
    shop.write({ 'prompts/new.txt': promptText('warmly'), 'prompts/new.cases.yml': casesText(['case-1']) });
    const done = await review('--json');
    const report = JSON.parse(done.stdout);
    expect([done.status, report.prompts[0].path, report.prompts[0].change]).toEqual([0, 'prompts/new.txt', 'added']);
  });

  it('stops before the first call with --show plan', async () => {
    shop.write({ [promptPath]: promptText('warmly') });
    const done = await review('--show', 'plan');
    const plan = JSON.parse(done.stdout);
    expect(plan.prompts[0].cells).toHaveLength(20);
    expect(plan.estimate.first.calls).toBe(40);
    expect(models.stats().arrived).toBe(0);
  });

  it.each(['replies', 'scores', 'comparison', 'verdict'])('shows the stage %s as JSON', async (stage) => {
    shop.write({ [promptPath]: promptText('kindly') });
    const done = await review('--show', stage);
    expect(JSON.parse(done.stdout)[0].path).toBe(promptPath);
  });

  it('is done at once, with 0, where no prompt changed', async () => {
    shop.write({ 'README.md': 'told anew\n' });
    const done = await review();
    expect([done.status, done.stdout]).toEqual([0, 'Nothing to review: no prompt changed\n']);
    expect(existsSync(join(shop.folder, 'replies.sqlite'))).toBe(false);
  });

  it.each([
    ['an unknown flag', ['--modells', 'a'], /--modells/],
    ['a base that is not there', ['--base', 'nowhere'], /no commit 'nowhere'/],
    ['a number that is none', ['--trials', 'many'], /trials/],
    ['a stage that is none', ['--show', 'nothing'], /plan, replies/],
  ])('ends with 2 and one message for %s', async (_, args, words) => {
    const done = await review(...args);
    expect([done.status, done.stdout]).toEqual([2, '']);
    expect(done.stderr).toMatch(words);
    expect(done.stderr).not.toMatch(/\n\s+at /);
  });

  it('ends with 2 for a config that cannot be read, with file, line and the nearest key', async () => {
    shop.write({ [promptPath]: promptText('warmly'), 'promptgate.yml': 'version: 1\nmodells: [a]\n' });
    const done = await review();
    expect(done.status).toBe(2);
    expect(done.stdout).toMatch(/promptgate\.yml:2:1.*modells.*models/s);
  });

  it('asks nothing where a check could score no reply, and says which case lacks what', async () => {
    const cases = `${casesText()}  - id: no-context\n    vars: { question: "Why?" }\n    checks: [faithfulness]\n`;
    shop.write({ [promptPath]: promptText('warmly'), [casesPath]: cases });
    const report = JSON.parse((await review('--judge', 'small', '--json')).stdout);
    expect(report.verdict).toBe('invalid');
    const [problem] = report.prompts[0].problems;
    expect(problem.what).toContain('`faithfulness` can score no reply');
    expect(problem.what).toContain('`no-context`');
    expect(problem.at).toMatchObject({ file: casesPath, line: cases.split('\n').length - 1 });
    expect(models.stats().arrived).toBe(0);
  });

  it('refuses up front what the first round alone would overspend', async () => {
    shop.write({ [promptPath]: promptText('warmly') });
    const done = await review('--max-calls', '10', '--json');
    const report = JSON.parse(done.stdout);
    expect([done.status, report.verdict, report.problems[0].reason]).toEqual([1, 'invalid', 'budget']);
    expect(models.stats().arrived).toBe(0);
  });

  it('ends at a whole round where the budget is reached later', async () => {
    shop.write({ [promptPath]: promptText('warmly') });
    const report = JSON.parse((await review('--max-calls', '45', '--json')).stdout);
    expect([report.ended, report.calls.made, report.prompts[0].rounds]).toEqual(['budget', 40, 1]);
    expect(report.verdict).not.toBe('pass');
    expect(report.stoppedBy).toEqual({ limit: 'max-calls', value: 45 });
    // What is forecast as the least is what a review of one round takes, and no more.
    expect(report.calls.planned.low).toBeLessThanOrEqual(report.calls.made);
    expect(report.calls.planned.high).toBeGreaterThan(report.calls.made);
  });

  it('keeps its JSON within 20 MB however much is said: what holds is cut, what broke is whole, and it says so', async () => {
    shop.write({ [promptPath]: promptText('warmly') });
    const wordy = await startModelService({
      seed: 'wordy',
      otherwise: ({ text, model }) => {
        const id = /What is (case-\d+)\?/.exec(text)?.[1] ?? '';
        const isBroken = text.includes('warmly') && id === 'case-3';
        return `${isBroken ? 'No' : `It is number ${id.replace('case-', '')}`}. ${`${model} of ${text.length}, and so on. `.repeat(isBroken ? 300 : 25_000)}`;
      },
    });
    const done = await runCli(shop.folder, ['review', '--base-url', wordy.url, '--store', 'wordy.sqlite', '--json']);
    await wordy.close();
    expect([done.status, done.stderr]).toEqual([1, expect.any(String)]);
    expect(Buffer.byteLength(done.stdout)).toBeLessThan(20_000_000);
    const report = parseReport(done.stdout, 'stdout');
    expect(report.notes.at(-1)).toMatch(
      /^Here, replies of cases that hold are cut to 2,000 characters, .* whole, they would take \d\d MB/u,
    );
    const cases = report.prompts.flatMap((prompt) => prompt.models.flatMap((row) => row.cases));
    const broke = cases.filter(({ state }) => state === 'regressed').flatMap(({ replies }) => replies);
    const held = cases.filter(({ state }) => state === 'same').flatMap(({ replies }) => replies);
    expect(broke.length * held.length).toBeGreaterThan(0);
    for (const { side, text = '', cut } of broke)
      expect([side === 'new' || text.length > 100_000, cut]).toEqual([true, undefined]);
    for (const { text = '', cut, passes } of held) expect([text.length, cut, passes]).toEqual([2000, true, true]);
  });

  it('says in its first lines at which limit it stopped, and what to raise', async () => {
    shop.write({
      [promptPath]: promptText('warmly'),
      'promptgate.yml': 'version: 1\nmodels: [cheap]\nprices: { cheap: { input: 10, output: 10 } }\n',
    });
    // Longer replies than anybody expects: what the first round costs is near the limit that it was let in under.
    const wordy = await startModelService({
      seed: 'wordy',
      otherwise: ({ text }) =>
        `${text.includes('warmly') && text.includes('case-3') ? 'No' : `It is number ${/case-(\d+)/.exec(text)?.[1]}`}.${' And so on.'.repeat(250)}`,
    });
    const first = async (...limit: readonly string[]) => {
      const args = ['review', '--base-url', wordy.url, '--store', `s${limit[1]}.sqlite`, ...limit];
      return (await runCli(shop.folder, args)).stdout.replaceAll(/\s+/gu, ' ');
    };
    expect(await first('--max-calls', '25')).toMatch(
      /^Stopped at max-calls \(25\): .* It ended after 1 round and 20 calls\. Raise max-calls to know: all of it takes at most \d+\./u,
    );
    expect(await first('--max-cost', '0.25')).toMatch(
      /^Stopped at max-cost \(\$0\.25\): .* It ended after 1 round and 20 calls\. Raise max-cost to know: all of it takes at most about \$\d\.\d+\./u,
    );
    expect(await first('--max-cost', '0.1')).toMatch(
      /^Not reviewed: \d of 10 replies .* Stopped at max-cost \(\$0\.10\), after \d rounds? and \d+ calls\. Raise max-cost to know/u,
    );
    await wordy.close();
  });
});

describe('`promptgate demo`', () => {
  it('runs the whole review offline, shows it as a terminal does and exits 0', async () => {
    const done = await runCli(shop.folder, ['demo', '--comment', 'comment.md'], { COLUMNS: '80' });
    expect(done.stderr).toMatch(/ended with exit 1 \(regressed\)/);
    expect(done.status).toBe(0);
    expect(done.stdout.replaceAll('\n', ' ')).toMatch(
      /^Do not merge yet: 3 refund cases broke on clerk-mini prompts\/support\.prompt\.yml · Always right before \(6 of 6\), always wrong now \(0 of 6\)\. 19 others hold, 2 got better, 1 is flaky\./u,
    );
    expect(done.stdout).toMatch(
      /^refund-[\w-]+ on clerk-mini: 6\/6 → 0\/6\n {2}Asked .*\n(?:.*\n)+? {2}Before .*\n(?:.*\n)+? {2}Now /mu,
    );
    expect(done.stdout).not.toMatch(/<\/?\w+>|&#/u);
    expect(Math.max(...done.stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    const html = /Every reply is in\s+(\S+)\./u.exec(done.stdout)?.[1] ?? '';
    const page = textsOfPage(readFileSync(join(shop.folder, html), 'utf8'));
    const comment = readFileSync(join(shop.folder, 'comment.md'), 'utf8');
    // A judge, the RAG triad, and a hostile user to whom the new prompt gives in at its third reply.
    for (const shown of ['clear and polite', 'faithfulness', 'answer-relevance', 'context-relevance']) {
      expect(page).toContain(shown);
    }
    for (const shown of [comment, page]) {
      expect(shown).toContain('Store credit is an insult.');
      expect(shown).toMatch(/(?:happy|glad) to refund (?:your trimmer|the whole price)/);
      expect(shown).toContain('the user’s goal was met');
      expect(shown).toContain('the user gave up');
    }
  });
});
