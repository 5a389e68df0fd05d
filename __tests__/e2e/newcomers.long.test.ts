import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { buildRegressedReport } from '../support/report-builder.ts';

const root = join(import.meta.dirname, '../..');
const work = mkdtempSync(join(tmpdir(), 'promptgate-newcomer-'));

/** What each adds: one file of source, one line of a list, one fixture (of a format: a file that is read and one that cannot be). */
const tasks = {
  check: {
    list: 'src/scorers/checks.ts',
    line: "export { palindromeScorer } from './palindrome.ts';\n",
    added: ['fixtures/checks/palindrome.json', 'src/scorers/palindrome.ts'],
  },
  format: {
    list: 'src/formats/prompts/formats.ts',
    line: "export { slots } from './slots.ts';\n",
    added: [
      'fixtures/prompt-formats/slots/broken/answer.slots',
      'fixtures/prompt-formats/slots/good/answer.slots',
      'src/formats/prompts/slots.ts',
    ],
  },
  table: {
    list: 'src/reporters/tables.ts',
    line: "  { name: 'verdicts', about: 'the verdict of each row', load: async () => (await import('./verdicts.ts')).writeVerdicts },\n",
    added: ['fixtures/tables/verdicts.txt', 'src/reporters/verdicts.ts'],
  },
} as const;

const rows = buildRegressedReport().prompts.flatMap(({ path, models }) =>
  models.map(({ id, verdict }) => `${path}\t${id}\t${verdict}\n`),
);

function git(...args: readonly string[]): string {
  const identity = ['-c', 'user.name=Newcomer', '-c', 'user.email=newcomer@example.com'];
  return execFileSync('git', ['-C', work, ...identity, ...args], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}

function run(...args: readonly string[]): string {
  return execFileSync(process.execPath, args, { cwd: work, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(work, path)), { recursive: true });
  writeFileSync(join(work, path), text);
}

/** Adds the line where the list's other lines are. */
function addLine(path: string, line: string): void {
  const text = readFileSync(join(work, path), 'utf8');
  const at = line.startsWith('export') ? text.length : text.indexOf('];');
  write(path, text.slice(0, at) + line + text.slice(at));
}

beforeAll(() => {
  const tracked = execFileSync('git', ['-C', root, 'ls-files', '-co', '--exclude-standard', '-z'], {
    encoding: 'utf8',
  });
  for (const path of tracked.split('\0')) {
    if (path === '' || path.startsWith('dist/')) continue;
    cpSync(join(root, path), join(work, path), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(work, 'node_modules'));
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('commit', '--quiet', '--message=As it is');
});

afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('a newcomer', () => {
  test.each(Object.entries(tasks))('adds a %s by one file, one line and its fixture', (name, { list, line, added }) => {
    cpSync(join(root, 'fixtures/newcomers', name), work, { recursive: true });
    if (name === 'table') write('fixtures/tables/verdicts.txt', rows.join(''));
    addLine(list, line);
    git('add', '--all');
    git('commit', '--quiet', `--message=Add a ${name}`);
    const touched = git('show', '--numstat', '--format=', 'HEAD').trim().split('\n');
    const changed = touched.filter((one) => one.endsWith(`\t${list}`));
    expect(changed).toEqual([`1\t0\t${list}`]);
    expect(touched.filter((one) => !changed.includes(one)).map((one) => one.split('\t')[2])).toEqual(added);
  });

  test('has the contracts of each room hold what was added', () => {
    const contracts = ['scorers/contract', 'formats/prompts/contract', 'reporters/tables', 'architecture'];
    const files = contracts.map((path) => `__tests__/${path}.test.ts`);
    run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.json', '--noEmit');
    const mine = 'palindrome|slots|verdicts|import rules|names of their own|have one name';
    const told = run('node_modules/vitest/vitest.mjs', 'run', '--reporter=verbose', ...files, '-t', mine);
    for (const one of ['the check palindrome', 'prompts of the format slots', '--verdicts'])
      expect(told).toContain(one);
    expect(told).not.toMatch(/\d+ failed/u);
  });

  test('finds it in the command line', () => {
    const shop = mkdtempSync(join(work, '..', 'promptgate-newcomers-shop-'));
    onTestFinished(() => rmSync(shop, { recursive: true, force: true }));
    mkdirSync(join(shop, 'prompts'));
    writeFileSync(join(shop, 'prompts/answer.slots'), '#slots\nAnswer {{question}} in one line.\n');
    const cases = 'cases:\n  - { id: car, vars: { question: Why? }, checks: [palindrome] }\n';
    writeFileSync(join(shop, 'prompts/answer.cases.yml'), cases);
    execFileSync('git', ['init', '--quiet', shop]);
    const checking = [join(work, 'src/cli.ts'), 'cases', 'check', '--prompts', 'prompts/*.slots', '--json'];
    const checked = execFileSync(process.execPath, checking, { cwd: shop, encoding: 'utf8' });
    expect(JSON.parse(checked)).toMatchObject({ prompts: [{ format: 'slots', checks: { palindrome: 1 } }] });
    write('report.json', JSON.stringify(buildRegressedReport()));
    run('src/cli.ts', 'report', 'report.json', '--verdicts', 'verdicts.txt');
    expect(readFileSync(join(work, 'verdicts.txt'), 'utf8')).toBe(rows.join(''));
  });
});
