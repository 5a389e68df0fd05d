import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type NodeRun, runNode } from './run-node.ts';

/** A review of the bundled command line on a repository made for it. */
export type WholeRun = {
  readonly cli: string;
  readonly folder: string;
  readonly url: string;
  /** Calls in all: half of them cases, each asked once on both sides. */
  readonly calls: number;
  readonly concurrency: number;
};

/** Milliseconds from start to exit of a whole review: reading, asking, scoring, judging, printing. @throws where it did not end as it should. */
export async function measureWholeRun({ cli, folder, url, calls, concurrency }: WholeRun): Promise<number> {
  const repository = makeRepository(folder, calls / 2, true);
  const args = [
    'review',
    '--base',
    'main',
    '--models',
    'bench',
    '--base-url',
    url,
    '--sampling',
    'fixed',
    '--trials',
    '1',
  ];
  const more = [
    '--concurrency',
    `${concurrency}`,
    '--max-calls',
    '100000',
    '--store',
    join(repository, '.git', 'store.sqlite'),
  ];
  const run = await runNode([cli, ...args, ...more, '--fail-on', 'never'], { cwd: repository, env: environment() });
  if (run.code !== 0) throw failed(run);
  return run.wallMs;
}

/** Milliseconds of a review that finds no changed prompt, and of Node doing nothing; the median of several. */
export async function measureStart(
  cli: string,
  folder: string,
): Promise<{ readonly skipMs: number; readonly bareMs: number }> {
  const repository = makeRepository(folder, 1, false);
  const skips: number[] = [];
  const bares: number[] = [];
  for (let time = 0; time < 9; time += 1) {
    const skip = await runNode([cli, 'review', '--base', 'main'], { cwd: repository, env: environment() });
    if (skip.code !== 0) throw failed(skip);
    skips.push(skip.wallMs);
    bares.push((await runNode(['-e', '0'])).wallMs);
  }
  return { skipMs: median(skips), bareMs: median(bares) };
}

/** A repository with a prompt of `cases` cases on `main`, and, where `changed`, an edit of it in the working tree. */
function makeRepository(folder: string, cases: number, changed: boolean): string {
  const repository = mkdtempSync(join(folder, 'repository-'));
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=bench', '-c', 'user.email=bench@example.com', '-c', 'commit.gpgsign=false', ...args],
      {
        cwd: repository,
      },
    );
  const prompt = (system: string) =>
    `messages:\n  - { role: system, content: ${JSON.stringify(system)} }\n  - { role: user, content: "{{question}}" }\n`;
  const lines = Array.from({ length: cases }, (_, index) =>
    JSON.stringify({ id: `case-${index}`, vars: { question: `question ${index}` }, checks: [{ contains: 'reply' }] }),
  );
  mkdirSync(join(repository, 'prompts'));
  writeFileSync(join(repository, 'prompts', 'bench.prompt.yml'), prompt('You answer questions about orders.'));
  writeFileSync(join(repository, 'prompts', 'bench.cases.jsonl'), `${lines.join('\n')}\n`);
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-qm', 'bench');
  if (changed)
    writeFileSync(
      join(repository, 'prompts', 'bench.prompt.yml'),
      prompt('You answer questions about orders, briefly.'),
    );
  return repository;
}

/** No key and nothing of a workflow in the environment: the review is the command line’s own. */
function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], HOME: process.env['HOME'], OPENAI_API_KEY: 'bench' };
}

function failed({ code, stdout, stderr }: NodeRun): Error {
  return new Error(`the review ended with ${code}:\n${stdout.slice(-2000)}\n${stderr.slice(-2000)}`);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
