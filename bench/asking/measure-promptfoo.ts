import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { measureWholeRun, type WholeRun } from './measure-whole-run.ts';
import { runNode } from './run-node.ts';

/** What it wrote: a run that failed fast must not look like a fast one. */
const result = z.object({ results: z.object({ stats: z.object({ successes: z.number() }) }) });

/**
 * promptfoo on the same service, cases and concurrency, installed here into `folder` and never a dependency.
 * @returns wall time of both and their ratio, with what the installation took, in one paragraph.
 */
export async function measurePromptfoo(run: WholeRun): Promise<string> {
  const home = join(run.folder, 'promptfoo');
  mkdirSync(home);
  writeFileSync(join(home, 'package.json'), '{"private":true}');
  const started = performance.now();
  execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', 'promptfoo'], { cwd: home, stdio: 'inherit' });
  const installMs = performance.now() - started;
  const installMb = Number(execFileSync('du', ['-sm', 'node_modules'], { cwd: home }).toString().split('\t')[0]);

  const tests = Array.from({ length: run.calls / 2 }, (_, index) => ({
    vars: { question: `question ${index}` },
    assert: [{ type: 'contains', value: 'reply' }],
  }));
  const prompt = (system: string) =>
    JSON.stringify([
      { role: 'system', content: system },
      { role: 'user', content: '{{question}}' },
    ]);
  const config = {
    prompts: [prompt('You answer questions about orders.'), prompt('You answer questions about orders, briefly.')],
    providers: [{ id: 'openai:chat:bench', config: { apiBaseUrl: run.url, apiKey: 'bench' } }],
    tests,
  };
  writeFileSync(join(home, 'promptfooconfig.json'), JSON.stringify(config));
  const entry = join(home, 'node_modules', 'promptfoo', 'dist', 'src', 'main.js');
  const flags = [
    '--no-cache',
    '--no-table',
    '--no-progress-bar',
    '--no-write',
    '-o',
    'result.json',
    '-j',
    `${run.concurrency}`,
  ];
  const env = {
    PATH: process.env['PATH'],
    HOME: home,
    PROMPTFOO_CONFIG_DIR: join(home, '.promptfoo'),
    PROMPTFOO_DISABLE_TELEMETRY: '1',
    PROMPTFOO_DISABLE_UPDATE: '1',
    PROMPTFOO_DISABLE_REMOTE_GENERATION: '1',
  };
  const theirs = await runNode([entry, 'eval', '-c', 'promptfooconfig.json', ...flags], { cwd: home, env });
  if (theirs.code !== 0)
    throw new Error(`promptfoo ended with ${theirs.code}:\n${theirs.stdout.slice(-2000)}${theirs.stderr.slice(-2000)}`);
  const { stats } = result.parse(JSON.parse(readFileSync(join(home, 'result.json'), 'utf8'))).results;
  if (stats.successes !== run.calls) throw new Error(`promptfoo answered ${stats.successes} of ${run.calls} calls`);
  const ours = await measureWholeRun(run);
  const seconds = (ms: number) => (ms / 1000).toFixed(2);
  return `\npromptfoo, ${run.calls} calls: ${seconds(theirs.wallMs)} s to our ${seconds(ours)} s: ${(theirs.wallMs / ours).toFixed(1)} ×; installed in ${seconds(installMs)} s, ${installMb} MB.`;
}
