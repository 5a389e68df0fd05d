import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportSchema } from '../../src/core/report/report.ts';
import { runCli } from '../support/run-cli.ts';

const held = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`case ${at}`, [1, 1, 1, 1, 1, 1]]));
const broken = { ...held, 'case 7': [0, 0, 0, 0, 0, 0] };

const folder = mkdtempSync(join(tmpdir(), 'promptgate-compare-'));
const put = (name: string, content: unknown) =>
  writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));

beforeAll(() => {
  put('held.json', held);
  put('broken.json', broken);
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
