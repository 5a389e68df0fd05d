import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { promptPath, promptText, shopBase, shopModels } from '../support/policy-shop.ts';
import { buildRegressedReport } from '../support/report-builder.ts';
import { type ReviewStage, stageReview } from '../support/review-stage.ts';
import { runCli } from '../support/run-cli.ts';

let folder = '';
let stage: ReviewStage | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'promptgate-report-'));
});
afterEach(async () => {
  await stage?.close();
  stage = undefined;
  rmSync(folder, { recursive: true, force: true });
});

describe('`promptgate report`', () => {
  beforeEach(() => writeFileSync(join(folder, 'promptgate.json'), JSON.stringify(buildRegressedReport())));

  it('tells a saved report again, and writes it as page, comment, JUnit XML and table', async () => {
    const flags = ['--html', 'r.html', '--comment', 'r.md', '--junit', 'r.xml', '--csv', 'r.csv'];
    const run = await runCli(folder, ['report', 'promptgate.json', ...flags]);
    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(run.stdout).toMatch(/^Do not merge yet: 2 refund cases broke on gpt-5-mini/u);
    expect(run.stdout).toContain('Every reply is in r.html.');
    const text = (name: string) => readFileSync(join(folder, name), 'utf8');
    expect(text('r.html')).toMatch(/^<!doctype html>/iu);
    expect(text('r.md')).toContain('### ⛔ Do not merge yet: 2 refund cases broke on `gpt-5-mini`');
    expect(text('r.xml')).toContain('<testcase name="refund-window"');
    expect(text('r.csv')).toMatch(/^prompt,model,case,/u);
  });

  it('says what is wrong with a file that is no report, and writes nothing', async () => {
    for (const [name, content, said] of [
      ['absent.json', undefined, 'there is no such file'],
      ['broken.json', '{', 'it is not JSON'],
      ['other.json', '{"a":1}', 'it is not a report of Promptgate'],
    ] as const) {
      if (content !== undefined) writeFileSync(join(folder, name), content);
      const run = await runCli(folder, ['report', name, '--html', 'r.html']);
      expect(run.status, name).toBe(2);
      expect(run.stderr, name).toContain(`${name}: The report cannot be read: ${said}`);
      expect(existsSync(join(folder, 'r.html'))).toBe(false);
    }
  });

  it.skipIf(process.platform !== 'linux')('opens the page with the program that the desktop has for it', async () => {
    const programs = join(folder, 'bin');
    mkdirSync(programs);
    writeFileSync(join(programs, 'xdg-open'), `#!/bin/sh\ncp "$1" ${folder}/opened.html\n`);
    chmodSync(join(programs, 'xdg-open'), 0o755);
    const opened = await runCli(folder, ['report', 'promptgate.json', '--open'], { PATH: `${programs}:/usr/bin:/bin` });
    expect(opened).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(join(folder, 'opened.html'), 'utf8')).toMatch(/^<!doctype html>/iu);
    const nowhere = await runCli(folder, ['report', 'promptgate.json', '--html', 'r.html', '--open'], {
      PATH: '/nowhere',
    });
    expect(nowhere.status).toBe(0);
    expect(nowhere.stderr).toMatch(/The page could not be opened \(.*\): open r\.html yourself\./u);
  });
});

describe('the input `report-junit`', () => {
  const reviewed = async (junit: string) => {
    stage = await stageReview({
      base: shopBase,
      head: { [promptPath]: promptText('warmly') },
      models: shopModels(['case-3', 'case-8']),
    });
    return stage.review({ workspace: folder, inputs: { 'report-junit': junit } });
  };

  it('writes the cases where later steps of the job find them', async () => {
    const run = await reviewed('results/promptgate.xml');
    expect(run.outputs['report-junit']).toMatch(/results\/promptgate\.xml$/u);
    const xml = readFileSync(join(folder, 'results', 'promptgate.xml'), 'utf8');
    expect(xml.match(/<failure /gu)).toHaveLength(2);
  });

  it('writes through no link that a pull request’s checkout holds, and says so', async () => {
    const outside = join(folder, '..', 'promptgate-outside');
    symlinkSync(outside, join(folder, 'results'));
    const run = await reviewed('results/promptgate.xml');
    expect([run.exitCode, run.outputs['report-junit']]).toEqual([1, undefined]);
    expect(run.stdout).toMatch(/::warning .*The JUnit XML results\/promptgate\.xml could not be written/u);
    expect(existsSync(outside)).toBe(false);
  });
});
