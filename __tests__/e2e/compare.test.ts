import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportSchema } from '../../src/core/report/report.ts';
import { type ReviewStage, stageReview } from '../support/review-stage.ts';
import { runCli } from '../support/run-cli.ts';

const held = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`case ${at}`, [1, 1, 1, 1, 1, 1]]));
const broken = { ...held, 'case 7': [0, 0, 0, 0, 0, 0] };

const folder = mkdtempSync(join(tmpdir(), 'promptgate-compare-'));
const put = (name: string, content: unknown) =>
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));

beforeAll(() => {
  put('held.json', held);
  put('broken.json', broken);
  put('wrong.json', '{\n  "case 1": [1, 50]\n}');
  put(
    'broken.csv',
    `case,trial,score\n${Object.entries(broken)
      .flatMap(([id, scores]) => scores.map((score, at) => `${id},${at + 1},${score}`))
      .join('\n')}\n`,
  );
  writeFileSync(join(folder, 'utf16.json'), Buffer.from(`\u{feff}${JSON.stringify(held)}`, 'utf16le'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('promptgate compare', () => {
  test('exits 0 where nothing got worse and 1 where a case broke, whichever tool wrote the files', async () => {
    const same = await runCli(folder, ['compare', 'held.json', 'utf16.json']);
    expect([same.status, same.stderr]).toEqual([0, '']);
    const worse = await runCli(folder, ['compare', 'held.json', 'broken.csv']);
    expect(worse.status).toBe(1);
    expect(worse.stdout).toContain('case 7 broke on the model: 6/6 → 0/6');
  });

  test('prints the report with --json, writes page and comment, and obeys --fail-on and --accept', async () => {
    const files = ['--html', 'out.html', '--comment', 'out.md'];
    const json = await runCli(folder, ['compare', 'held.json', 'broken.json', '--json', ...files, '--accept']);
    expect(json.status).toBe(0);
    const report = reportSchema.parse(JSON.parse(json.stdout));
    expect(report).toMatchObject({ mode: 'compare', verdict: 'regressed', accepted: [{ how: '--accept' }] });
    expect(readFileSync(join(folder, 'out.html'), 'utf8')).toContain('case 7');
    expect(readFileSync(join(folder, 'out.md'), 'utf8')).toContain('6/6 → 0/6');
    expect((await runCli(folder, ['compare', 'held.json', 'broken.json', '--fail-on', 'never'])).status).toBe(0);
  });

  test('reads the gate from the folder’s config', async () => {
    put('strict.yml', 'version: 1\ngate: { min-score: 0.95 }\n');
    put('low.json', { ...held, 'case 1': [0, 0, 0, 0, 0, 0] });
    expect((await runCli(folder, ['compare', 'low.json', 'low.json'])).status).toBe(0);
    const strict = await runCli(folder, ['compare', 'low.json', 'low.json', '--config', 'strict.yml']);
    expect(strict.status).toBe(1);
    expect((await runCli(folder, ['compare', 'held.json', 'held.json', '--config', 'none.yml'])).status).toBe(2);
  });

  test('compares the report that it saved before', async () => {
    const saved = await runCli(folder, ['compare', 'held.json', 'held.json', '--json']);
    put('saved.json', saved.stdout);
    expect((await runCli(folder, ['compare', 'saved.json', 'broken.json'])).status).toBe(1);
  });
});

describe('the action in mode compare', () => {
  let stage: ReviewStage;
  beforeAll(async () => {
    stage = await stageReview({
      base: { 'promptgate.yml': 'version: 1\ngate: { tolerance: 0.02 }\n' },
      head: { 'promptgate.yml': 'version: 1\ngate: { cases: warn, tolerance: 0.9 }\nfail-on: never\n' },
      models: { rules: [] },
    });
  });
  afterAll(() => stage.close());

  const inputs = (old: string, next: string) => ({ mode: 'compare', old, new: next, 'api-key': '' });

  test('gates by the base branch’s config, comments, and asks no model', async () => {
    const result = await stage.review({ workspace: folder, inputs: inputs('held.json', 'broken.json') });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ verdict: 'regressed', calls: '0', 'cost-usd': '0' });
    expect(JSON.parse(result.outputs['regressed-cases'] ?? '')).toMatchObject([{ case: 'case 7' }]);
    expect(result.summary).toContain('6/6 → 0/6');
    expect(stage.github.comments(7).map(({ body }) => body)).toEqual([expect.stringContaining('6/6 → 0/6')]);
    const again = await stage.review({ workspace: folder, inputs: inputs('held.json', 'held.json') });
    expect(again.exitCode).toBe(0);
    expect(stage.github.comments(7).map(({ body }) => body)).toEqual([expect.not.stringContaining('6/6 → 0/6')]);
    expect(stage.models.stats().arrived).toBe(0);
  });

  test('needs no pull request', async () => {
    const more = { workspace: folder, inputs: inputs('held.json', 'broken.json') };
    const result = await stage.on('workflow_dispatch', {}, more);
    expect([result.exitCode, result.outputs['verdict']]).toEqual([1, 'regressed']);
  });

  test('refuses files outside the workspace, by name or by link, and inputs that lack one', async () => {
    symlinkSync('/etc/hostname', join(folder, 'link.json'));
    for (const next of ['../held.json', '/etc/hostname', 'link.json', '']) {
      const result = await stage.on('workflow_dispatch', {}, { workspace: folder, inputs: inputs('held.json', next) });
      expect([next, result.exitCode, result.outputs['verdict']]).toEqual([next, 1, 'invalid']);
      expect(result.stdout).not.toContain('fault of Promptgate');
    }
  });
});
