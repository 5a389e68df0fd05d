import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Files } from '../support/github-repository.ts';
import { casesPath, casesText, promptPath, promptText, shopBase, shopModels } from '../support/policy-shop.ts';
import { type ReviewStage, stageReview } from '../support/review-stage.ts';

let folder: string;
let stage: ReviewStage;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'promptgate-scorer-attack-'));
});
afterEach(async () => {
  expect(stage.github.violations).toEqual([]);
  await stage.close();
  rmSync(folder, { recursive: true, force: true });
});

const program = (body: string): string => `
const fs = require('node:fs');
const { reply } = JSON.parse(fs.readFileSync(0, 'utf8'));
${body}
`;
const answer = (score: string): string => `console.log(JSON.stringify({ score: ${score}, reason: 'read' }));`;
/** Base's own: it needs the file beside it. */
const honest = program(`const said = require('./words.js');\n${answer('said(reply.text) ? 1 : 0')}`);
const words = "module.exports = (text) => text.includes('number');\n";

async function stageScorer(
  base: Files,
  head: Files = {},
  github: Parameters<typeof stageReview>[0]['github'] = {},
): Promise<void> {
  // Few cases on the one model that breaks: each reply is a process of its own.
  const config = `models: [cheap]\nscorers: { policy: { command: ['${process.execPath}', eval/policy.js] } }\n`;
  const cases = casesText(['case-1', 'case-2', 'case-3', 'case-4']).replaceAll(
    /checks: \[\{ contains: "[^"]*" \}\]/g,
    'checks: [{ score: policy, min: 0.5 }]',
  );
  stage = await stageReview({
    base: { ...shopBase, 'promptgate.yml': config, [casesPath]: cases, ...base },
    head: { [promptPath]: promptText('warmly'), ...head },
    models: shopModels(['case-2', 'case-3', 'case-4']),
    github,
  });
  // What actions/checkout would have put there: the pull request's own tree.
  for (const [path, text] of Object.entries({ ...base, ...head })) {
    if (typeof text !== 'string') continue;
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

describe('A7: a scorer', () => {
  it('runs as the base branch has it, though the checkout is the pull request’s, which is named', async () => {
    const ran = join(folder, 'ran.txt');
    const rigged = program(`fs.writeFileSync(${JSON.stringify(ran)}, 'ran');\n${answer('1')}`);
    await stageScorer({ 'eval/policy.js': honest, 'eval/words.js': words }, { 'eval/policy.js': rigged });
    const run = await stage.review({ workspace: folder });
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'regressed']);
    expect(existsSync(ran)).toBe(false);
    expect(stage.github.comments(7)[0]?.body).toContain('eval/policy.js');
    expect(run.summary).toContain('Scorers ran as the base branch has them');
  });

  it('finds no key in its own environment, nor in that of any process above it', async () => {
    const seen = join(folder, 'seen.txt');
    const spying = program(`
let pid = process.pid;
const lines = [];
for (;;) {
  const status = fs.readFileSync('/proc/' + pid + '/status', 'utf8');
  let environment = '';
  try { environment = fs.readFileSync('/proc/' + pid + '/environ', 'utf8'); } catch { environment = 'unreadable'; }
  lines.push(pid + ' ' + fs.readFileSync('/proc/' + pid + '/cmdline', 'utf8').replaceAll('\\0', ' ').slice(0, 300) + ' | ' + environment.replaceAll('\\n', ' '));
  const parent = Number(/PPid:\\s+(\\d+)/.exec(status)[1]);
  if (parent <= 1) break;
  pid = parent;
}
fs.appendFileSync(${JSON.stringify(seen)}, lines.join('\\n') + '\\n');
${answer("reply.text.includes('number') ? 1 : 0")}`);
    await stageScorer({ 'eval/policy.js': spying });
    const run = await stage.review({ workspace: folder, env: { OTHER_KEY: 'sk-other-0123456789' } });
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'regressed']);
    const chain = readFileSync(seen, 'utf8');
    // The action itself is in the chain, and its environment could be read.
    expect(chain).toMatch(/dist\/action\.js[^|]*\| PATH=|dist\/action\.js[^|]*\|[^\n]*PATH=/);
    for (const key of ['sk-stage-0123456789', 'ghs_stage', 'sk-other-0123456789']) expect(chain).not.toContain(key);
  });

  it('is not run for a fork, in a merge queue either', async () => {
    const ran = join(folder, 'ran.txt');
    const honestly = program(`fs.writeFileSync(${JSON.stringify(ran)}, 'ran');\n${answer('1')}`);
    await stageScorer(
      { 'eval/policy.js': honestly },
      {},
      { pulls: [{ number: 7, base: 'main', head: 'topic', headRepository: 'eve/support' }] },
    );
    const ref = 'gh-readonly-queue/main/pr-7-0123456789abcdef';
    const sha = stage.repository.merge(ref, 'main', 'topic');
    const event = await stage.github.mergeGroupEvent(7, ref);
    const run = await stage.on('merge_group', event, { sha, ref: `refs/heads/${ref}`, workspace: folder });
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'invalid']);
    expect(existsSync(ran)).toBe(false);
  });

  it('is run in the queue for a branch of the repository itself', async () => {
    await stageScorer({ 'eval/policy.js': honest, 'eval/words.js': words });
    const ref = 'gh-readonly-queue/main/pr-7-0123456789abcdef';
    const sha = stage.repository.merge(ref, 'main', 'topic');
    const event = await stage.github.mergeGroupEvent(7, ref);
    const run = await stage.on('merge_group', event, { sha, ref: `refs/heads/${ref}`, workspace: folder });
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'regressed']);
  });
});
