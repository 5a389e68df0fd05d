import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseReport } from '../../src/core/report/parse-report.ts';
import { writeJson } from '../../src/reporters/json.ts';
import { buildLargeReport } from '../support/large-report.ts';
import { promptPath, promptText, shopBase, shopModels } from '../support/policy-shop.ts';
import { eachReply } from '../support/replies-of.ts';
import { buildRegressedReport } from '../support/report-builder.ts';
import { type ReviewStage, stageReview } from '../support/review-stage.ts';
import { runCli } from '../support/run-cli.ts';
import { whole } from '../support/whole.ts';

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
    expect(run.stdout).toMatch(
      /^Do not merge yet: 2 refund cases broke on clerk-mini\nprompts\/support\.prompt\.yml · Always right/u,
    );
    expect(run.stdout).toContain('Every reply is in r.html.');
    const text = (name: string) => readFileSync(join(folder, name), 'utf8');
    expect(text('r.html')).toMatch(/^<!doctype html>/iu);
    expect(text('r.md')).toContain('### ⛔ Do not merge yet: 2 refund cases broke on `clerk-mini`');
    expect(text('r.xml')).toContain('<testcase name="refund-window"');
    expect(text('r.csv')).toMatch(/^prompt,model,case,/u);
  });

  it('keeps what belongs to a segment that is called `__proto__`', async () => {
    const text = JSON.stringify(buildRegressedReport()).replaceAll('"pro"', '"__proto__"');
    writeFileSync(join(folder, 'promptgate.json'), text);
    expect((await runCli(folder, ['report', 'promptgate.json', '--comment', 'r.md'])).status).toBe(0);
    expect(readFileSync(join(folder, 'r.md'), 'utf8')).toContain(
      '| `__proto__` | `clerk-mini` | $0.51 → $0.50 | 8,000 | $4.08 → $4.00 (−$0.08) |',
    );
  });

  it('says what is wrong with a file that is no report, and writes nothing', async () => {
    for (const [name, content, said] of [
      ['absent.json', undefined, 'there is no such file'],
      ['broken.json', '{', 'it is not JSON'],
      ['other.json', '{"a":1}', 'it is not a report of Promptgate'],
      // Whoever walks it would exhaust the stack.
      ['deep.json', `{"prompts":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 'it is nested deeper than 1000 levels'],
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

describe('a report of 1,000 cases on 6 models', () => {
  it('is within 20 MB with 44,000 replies of 190 characters, none said twice, and is told and compared again', async () => {
    const saved = (name: string, models: number): string => {
      const large = eachReply(buildLargeReport({ cases: 1000, models, sentences: 3 }), (reply, at) => ({
        ...reply,
        text: `${reply.text} Ticket ${at}.`,
        costUsd: 0.000_412_345 + at / 1e8,
      }));
      writeFileSync(join(folder, name), whole(writeJson(large)));
      return join(folder, name);
    };
    expect(statSync(saved('promptgate.json', 6)).size).toBeLessThan(20_000_000);
    const told = await runCli(folder, ['report', 'promptgate.json', '--csv', 'r.csv']);
    expect([told.status, told.stderr]).toEqual([0, '']);
    expect(told.stdout).toContain('Do not merge yet');
    saved('one-model.json', 1);
    const compared = await runCli(folder, ['compare', 'one-model.json', 'one-model.json', '--json']);
    expect([compared.status, JSON.parse(compared.stdout).version]).toEqual([0, 2]);
    expect(parseReport(compared.stdout, 'stdout').prompts[0]?.models[0]?.cases).toHaveLength(1000);
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
