import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import type { Files } from '../support/github-repository.ts';
import { LocalShop } from '../support/local-shop.ts';
import { casesPath, casesText, promptPath, promptText, shopBase, shopModels } from '../support/policy-shop.ts';
import { type ReviewStage, stageReview } from '../support/review-stage.ts';
import { runCli } from '../support/run-cli.ts';

/** All runs go side by side: some of them do little but wait. */
const opened: { readonly close: () => unknown }[] = [];
afterAll(async () => {
  await Promise.all(opened.map(({ close }) => close()));
});

function openShop(files: Files): LocalShop {
  const shop = new LocalShop(files);
  opened.push({ close: () => shop.remove() });
  return shop;
}

async function stageRegression(base: Files = {}): Promise<ReviewStage> {
  const models = shopModels(['case-2', 'case-3', 'case-4', 'case-5']);
  const stage = await stageReview({
    base: { ...shopBase, ...base },
    head: { [promptPath]: promptText('warmly') },
    models,
  });
  opened.push(stage);
  return stage;
}

const crash = /A fault of Promptgate's own|\n\s+at .*\.js:\d+/;

describe.concurrent('A11: a review that was paid for', () => {
  it('is not lost by checks that are named as what every object of JavaScript has', async () => {
    const names = ['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty'];
    let at = 0;
    const cases = casesText().replaceAll('checks: [{ contains', () => {
      at += 1;
      return `checks: [{ name: "${names[at % names.length]}", contains`;
    });
    const { review } = await stageRegression({ [casesPath]: cases });
    const run = await review();
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'regressed']);
    expect(run.stdout).not.toMatch(crash);
  });

  it.each([
    ['GITHUB_STEP_SUMMARY is not set', { GITHUB_STEP_SUMMARY: '' }],
    ['GITHUB_STEP_SUMMARY is a folder', { GITHUB_STEP_SUMMARY: tmpdir() }],
    ['GITHUB_OUTPUT is not there', { GITHUB_OUTPUT: '/nowhere/output' }],
    ['RUNNER_TEMP is too long to be made', { RUNNER_TEMP: `/tmp/${'x'.repeat(300)}` }],
  ])('is told in every way that is left where %s', async (_, env) => {
    const { review, github } = await stageRegression();
    const run = await review({ env });
    const outputs = 'GITHUB_OUTPUT' in env ? {} : run.outputs;
    expect(run.exitCode).toBe(1);
    expect(run.stdout).not.toMatch(crash);
    if ('RUNNER_TEMP' in env) {
      expect([run.outputs['verdict'], run.outputs['reason']]).toEqual(['invalid', 'files']);
      return;
    }
    if (!('GITHUB_OUTPUT' in env)) expect(outputs['verdict']).toBe('regressed');
    expect(github.comments(7)[0]?.body).toContain('broke');
    expect(run.stdout).toContain('could not be written');
  });

  it.each(['<html>Sign in</html>', '[{"id": 1, "bo'])('is told where GitHub answers a list with %s', async (body) => {
    const { review, github } = await stageRegression();
    github.fail({ kind: 'cut', body, where: /issues\/7\/comments/, times: 99 });
    const run = await review();
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'regressed']);
    expect(run.stdout).not.toMatch(crash);
    expect(run.stdout).toContain('The comment could not be written');
  });

  it('is told where the disk takes no more, with the replies held in memory', async () => {
    const shop = openShop(shopBase);
    shop.write({ [promptPath]: promptText('warmly') });
    const models = await startModelService({ seed: 'full', ...shopModels(['case-2', 'case-3', 'case-4', 'case-5']) });
    const { folder } = shop;
    const cli = new URL('../../dist/cli.js', import.meta.url).pathname;
    const command = `ulimit -f 150; exec "$0" "$@"`;
    const args = [process.execPath, cli, 'review', '--base-url', models.url, '--store', 's.sqlite', '--json'];
    const ended = await new Promise<{ status: number | null; stdout: string; stderr: string }>((resolve) => {
      const child = spawn('bash', ['-c', command, ...args], {
        cwd: folder,
        env: { PATH: process.env['PATH'] ?? '', HOME: folder },
      });
      let [stdout, stderr] = ['', ''];
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        stdout += text;
      });
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        stderr += text;
      });
      child.on('close', (status) => resolve({ status, stdout, stderr }));
    });
    await models.close();
    expect(ended.stderr).toContain('held in memory');
    expect([ended.status, JSON.parse(ended.stdout).verdict]).toEqual([1, 'regressed']);
  });
});

describe.concurrent('A11: what cannot be read', () => {
  it.each([
    ['empty', ''],
    ['cut', '{"pull_request": {"nu'],
  ])('of the event is told where it is %s', async (_, text) => {
    const { review } = await stageRegression();
    const folder = mkdtempSync(join(tmpdir(), 'promptgate-event-'));
    opened.push({ close: () => rmSync(folder, { recursive: true, force: true }) });
    const path = join(folder, 'event.json');
    writeFileSync(path, text);
    const run = await review({ env: { GITHUB_EVENT_PATH: path } });
    expect([run.exitCode, run.outputs['verdict'], run.outputs['reason']]).toEqual([1, 'invalid', 'files']);
    expect(run.stdout).toContain('The event of this run');
    expect(run.stdout).not.toMatch(crash);
  });

  it.each([
    ['150 KB of commas', 'p.cases.csv', ','.repeat(150_000)],
    ['150,000 short rows', 'p.cases.csv', `a,b\n${'x\n'.repeat(150_000)}`],
    ['150,000 equal ids', 'p.cases.yml', `cases:\n${'- {id: a}\n'.repeat(150_000)}`],
  ])('of cases is told: %s', async (_, name, text) => {
    const shop = openShop({ ...shopBase, 'prompts/p.txt': 'Answer {{a}}.\n', [`prompts/${name}`]: text });
    const run = await runCli(shop.folder, ['cases', 'check', `prompts/${name}`]);
    expect([run.status, `${run.stdout}${run.stderr}`.match(crash)]).toEqual([2, null]);
  });

  it('of a prompt is told: a render longer than a text can be', async () => {
    const shop = openShop({ 'promptgate.yml': 'models: [m]\n', [promptPath]: 'x' });
    shop.write({
      [promptPath]: 'Answer {{q}}. '.repeat(2_000),
      [casesPath]: `cases:\n- id: a\n  vars: { q: "${'y'.repeat(400_000)}" }\n  checks: [{ contains: x }]\n`,
    });
    const run = await runCli(shop.folder, ['review', '--store', 's.sqlite', '--show', 'plan']);
    expect([run.status, `${run.stdout}${run.stderr}`.match(crash)]).toEqual([2, null]);
  });

  it.each([
    ['cache folder', { XDG_CACHE_HOME: '/dev/null/x' }],
    ['TMPDIR', { TMPDIR: '/dev/null/x' }],
  ])('of this machine is told: a %s that cannot be made', async (_, env) => {
    const shop = openShop(shopBase);
    shop.write({ [promptPath]: promptText('warmly') });
    const run = await runCli(shop.folder, ['review'], { ...env, OPENAI_API_KEY: 'sk-none-0123456789' });
    expect(run.status).not.toBe(3);
    expect(`${run.stdout}${run.stderr}`).not.toMatch(crash);
  });
});
