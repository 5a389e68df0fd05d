import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import type { Files } from '../support/github-repository.ts';
import { LocalShop } from '../support/local-shop.ts';
import { casesPath, casesText, promptPath, promptText, shopBase, shopModels } from '../support/policy-shop.ts';
import { type ReviewStage, stageReview } from '../support/review-stage.ts';
import { runCli } from '../support/run-cli.ts';

const config = 'version: 1\nmodels: [strong]\n';

describe('`promptgate check` on a clean tree', () => {
  let shop: LocalShop;
  let service: ModelService;
  beforeEach(async () => {
    shop = new LocalShop({ ...shopBase, 'promptgate.yml': config });
    service = await startModelService({ seed: 'check', ...shopModels(['case-3', 'case-8'], 'briefly') });
  });
  afterEach(async () => {
    shop.remove();
    await service.close();
  });
  const check = (...args: readonly string[]) =>
    runCli(shop.folder, ['check', '--base-url', service.url, ...args], { OPENAI_API_KEY: 'sk-check-0123456789' });

  it('says how many cases pass on which model, and exits 0 where all do', async () => {
    const run = await check();
    expect(run.status).toBe(0);
    expect(run.stdout).toContain('All 10 cases pass on strong');
    expect(run.stdout).not.toMatch(/→|worse|better|regress/iu);
    expect(service.stats().arrived).toBe(30);
  });

  it('puts models side by side, and names each failing case with its reply and the check it fails', async () => {
    const page = join(shop.folder, 'check.html');
    const comment = join(shop.folder, 'comment.md');
    const run = await check('--models', 'strong,cheap', '--html', page, '--comment', comment);
    expect(run.status).toBe(0);
    expect(run.stdout).toContain('All 10 cases pass on strong, 8 of 10 on cheap; case-3 and case-8 fail');
    expect(run.stdout).toMatch(/case-3 +3\/3 +0\/3 +contains/u);
    for (const text of [run.stdout, readFileSync(page, 'utf8'), readFileSync(comment, 'utf8')])
      expect(text).toContain('I would rather not say.');
    expect(readFileSync(comment, 'utf8')).not.toContain('→');
  });

  it('exits 1 where `fail-on` names failing, or where the score is under `min-score`', async () => {
    expect((await check('--models', 'cheap', '--fail-on', 'failing,invalid')).status).toBe(1);
    shop.write({ 'promptgate.yml': `${config}gate: { min-score: 0.9 }\n` });
    const run = await check('--models', 'cheap');
    expect(run.status).toBe(1);
    expect(run.stdout).toContain('8 of 10 cases pass on cheap');
    expect(run.stdout.replaceAll(/\s+/gu, ' ')).toContain('is 0.80, under the least allowed, 0.90');
  });

  it('prints a report that has one side, with what fails as reasons', async () => {
    const run = await check('--models', 'cheap', '--json');
    const report = JSON.parse(run.stdout);
    expect([report.mode, report.verdict, report.gate.open]).toEqual(['check', 'failing', true]);
    const [prompt] = report.prompts;
    expect([prompt.path, prompt.change]).toEqual([promptPath, 'unchanged']);
    const [row] = prompt.models;
    expect(row.passRate).toEqual({ old: null, new: 0.8 });
    expect(row.reasons).toEqual(
      ['case-3', 'case-8'].map((id) => ({ kind: 'failing-case', row: 'cheap', case: id, new: { passes: 0, of: 3 } })),
    );
  });

  it('keeps its replies: a second check asks nothing, and a review takes them for its old side', async () => {
    await check();
    const asked = service.stats().arrived;
    const again = await check();
    expect(again.stdout).toContain('0 calls made, 30 answered by kept replies');
    shop.write({ [promptPath]: promptText('kindly') });
    const args = ['review', '--base-url', service.url, '--sampling', 'fixed', '--trials', '3'];
    await runCli(shop.folder, args, { OPENAI_API_KEY: 'sk-check-0123456789' });
    expect(service.stats().arrived).toBe(asked + 30);
  });

  it('asks anew where replies are older than `baseline-age`', async () => {
    await check();
    await check('--baseline-age', '0');
    expect(service.stats().arrived).toBe(60);
  });

  it('asks each case as often as `trials` says under fixed sampling', async () => {
    await check('--sampling', 'fixed', '--trials', '1');
    expect(service.stats().arrived).toBe(10);
  });

  it('takes the prompts that are named, and refuses a name that names none', async () => {
    shop.write({ 'prompts/other.txt': promptText('well'), 'prompts/other.cases.yml': casesText(['case-1']) });
    const run = await check('prompts/other.txt');
    expect(run.stdout).toContain('The one case passes on strong');
    expect(service.stats().arrived).toBe(3);
    shop.write({ 'prompts/other.cases.yml': casesText(['case-1']).replace('number 1.', 'number 9.') });
    expect((await check('prompts/other.txt')).stdout).toContain('The one case does not pass on strong');
    const wrong = await check('prompts/othr.txt');
    expect(wrong.status).toBe(2);
    expect(wrong.stdout + wrong.stderr).toContain('`prompts/othr.txt` names no prompt'.replaceAll('`', ''));
  });

  it('tells of prompts without cases, and is unreviewed where there are no others', async () => {
    shop.write({ 'prompts/bare.txt': promptText('well') });
    expect((await check()).stdout).toContain('prompts/bare.txt was not checked: it has no golden cases');
    const run = await check('prompts/bare.txt', '--fail-on', 'unreviewed');
    expect(run.status).toBe(1);
    expect(run.stdout).toContain('it has no golden cases');
  });

  it('exits 2 where there is no prompt at all', async () => {
    const run = await check('--prompts', 'nowhere/**');
    expect(run.status).toBe(2);
    expect(run.stdout).toContain('there is no prompt here');
  });

  it('speaks of the prompt and of no other side where replies never come', async () => {
    const run = await check('--models', 'nobody', '--base-url', 'http://127.0.0.1:9/v1', '--timeout', '1s');
    expect(run.stdout).not.toMatch(/new prompt|old prompt|both sides|review/u);
    expect(run.status).toBe(1);
  });

  it('holds calls to the budget', async () => {
    const run = await check('--max-calls', '5');
    expect(run.status).toBe(1);
    expect(run.stdout).toContain('max-calls');
    expect(service.stats().arrived).toBe(0);
  });

  it('checks the prompts that fit into the budget, and names the others, which no green end hides', async () => {
    const many = Array.from({ length: 30 }, (_, at) => `  - { vars: { q: "${at}" }, checks: [answers] }`).join('\n');
    shop.write({
      'prompts/big.txt': 'Big {{q}}\n',
      'prompts/big.cases.yml': `cases:\n${many}\n`,
      'prompts/tiny.txt': 'Tiny {{q}}\n',
      'prompts/tiny.cases.yml': 'cases: [{ vars: { q: One }, checks: [answers] }]\n',
    });
    const run = await check('--max-calls', '20', 'prompts/tiny.txt', 'prompts/big.txt');
    expect(run.status).toBe(1);
    const told = run.stdout.replace(/\s+/gu, ' ');
    expect(told).toContain('1 of 2 prompts were not checked');
    expect(told).toContain('prompts/big.txt');
    expect(service.stats().arrived).toBeGreaterThan(0);
    expect(service.requests().every((call) => call.kind !== 'chat' || call.messages[0]?.content === 'Tiny One')).toBe(
      true,
    );
  });
});

describe('`mode: check`', () => {
  let stage: ReviewStage;
  afterEach(async () => {
    expect(stage.github.violations).toEqual([]);
    await stage.close();
  });
  const begin = async (head: Files = { 'docs/notes.md': 'Notes.\n' }) => {
    stage = await stageReview({ base: shopBase, head, models: shopModels(['case-3'], 'briefly') });
    return stage.repository.git('rev-parse', 'topic');
  };

  it.each(['push', 'schedule', 'workflow_dispatch'])(
    'on %s checks the commit of the run, without a comment',
    async (name) => {
      const sha = await begin();
      const run = await stage.on(name, {}, { sha, ref: 'refs/heads/topic', inputs: { mode: 'check' } });
      expect([run.exitCode, run.outputs['verdict']]).toEqual([0, 'failing']);
      expect(JSON.parse(run.outputs['failing-cases'] ?? '')).toEqual([
        { prompt: promptPath, case: 'case-3', model: 'cheap' },
      ]);
      // The headline, and what the step's log says first of it.
      expect(run.summary).toMatch(/^#+ [^\n]*10 cases pass on `strong`, 9 of 10 on `cheap`; `?case-3`? fails/mu);
      expect(run.stdout).toMatch(/10 cases pass on strong, 9 of 10 on cheap; case-3 fails/u);
      expect(run.summary).toContain('I would rather not say.');
      expect(Number(run.outputs['score-new'])).toBeCloseTo(0.95);
      expect(stage.github.comments(7)).toEqual([]);
    },
  );

  it('on a pull request checks its head, and has a comment beside that of a review', async () => {
    await begin({ [promptPath]: promptText('warmly') });
    await stage.review();
    const run = await stage.review({ inputs: { mode: 'check' } });
    expect([run.exitCode, run.outputs['verdict']]).toEqual([0, 'pass']);
    const bodies = stage.github.comments(7).map(({ body }) => body);
    expect(bodies).toHaveLength(2);
    expect(bodies[1]).toContain('All 10 cases pass');
  });

  it('closes the gate where a failing case is in `fail-on`', async () => {
    const sha = await begin();
    const inputs = { mode: 'check', 'fail-on': 'failing, invalid' };
    const run = await stage.on('push', {}, { sha, ref: 'refs/heads/topic', inputs });
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toMatch(new RegExp(`^::error .*file=${casesPath},line=4.*case-3 fails on cheap`, 'mu'));
  });
});
