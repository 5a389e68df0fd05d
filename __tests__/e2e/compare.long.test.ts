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
    expect(worse.stdout).toContain('case 7 broke on the model');
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

  test('reads promptfoo’s own CSV and JSON Lines beside its JSON', async () => {
    for (const name of ['promptfoo-repeat.csv', 'promptfoo-repeat.jsonl'])
      put(name, readFileSync(new URL(`../../fixtures/score-files/${name}`, import.meta.url), 'utf8'));
    const told = await runCli(folder, ['compare', 'promptfoo-repeat.csv', 'promptfoo-repeat.jsonl', '--json']);
    const report = reportSchema.parse(JSON.parse(told.stdout));
    expect(report.problems).toEqual([]);
    expect(report.prompts.map(({ path, models }) => [path, models.length])).toEqual([
      ['p1.txt: Answer {{question}} in {{lang}}', 2],
      ['second: p2.txt: You are nice. ⏎ Answer {{question}} in {{lang}}, please', 2],
    ]);
  });

  test('takes the columns of another tool’s table by --columns, and names the flag where it is needed', async () => {
    const rows = Array.from({ length: 6 }, (_, at) => `q${at},FALSE\n`.repeat(6)).join('');
    put('ragas-old.csv', `user_input,faithfulness\n${rows.replaceAll('FALSE', 'TRUE')}`);
    put('ragas-new.csv', `user_input,faithfulness\n${rows}`);
    const unnamed = await runCli(folder, ['compare', 'ragas-old.csv', 'ragas-new.csv']);
    expect(unnamed.status).toBe(2);
    expect(unnamed.stdout.replaceAll(/\s+/gu, ' ')).toContain('--columns id=user_input,score=faithfulness');
    const named = ['--columns', 'id=user_input,score=faithfulness'];
    const told = await runCli(folder, ['compare', 'ragas-old.csv', 'ragas-new.csv', ...named]);
    expect([told.status, told.stdout]).toEqual([1, expect.stringContaining('q0')]);
    const mistyped = await runCli(folder, ['compare', 'ragas-old.csv', 'ragas-new.csv', '--columns', 'idd=user_input']);
    expect([mistyped.status, mistyped.stderr]).toEqual([2, expect.stringContaining('did you mean `id`?')]);
  });

  test('says of files with one score a case what they lack, and nothing of calls or cost', async () => {
    put('once.json', { a: [1], b: [1], c: [1] });
    const { stdout } = await runCli(folder, ['compare', 'once.json', 'once.json']);
    const told = stdout.replaceAll(/\s+/gu, ' ');
    expect(told).toContain('The files hold one score a case');
    expect(told).toContain('Measure each case 3 times on both sides');
    expect(told).not.toMatch(/calls? made|cost \$0/u);
  });

  test('tells what is wrong with a file that is both sides once', async () => {
    put('wrong.json', '{"a": [7]}');
    const { stdout } = await runCli(folder, ['compare', 'wrong.json', 'wrong.json', '--json']);
    expect(reportSchema.parse(JSON.parse(stdout)).problems).toHaveLength(1);
  });
});
