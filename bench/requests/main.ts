import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Files } from '../../__tests__/support/github-repository.ts';
import { manyPrompts, promptPathOf, promptTextOf } from '../../__tests__/support/many-prompts.ts';
import { startCacheService } from '../../__tests__/support/model-cache-service.ts';
import { type ReviewStage, stageReview } from '../../__tests__/support/review-stage.ts';
import type { RecordedRequest } from '../../src/embedded/github/world.ts';

/**
 * Counts what the bundled action asks of GitHub in repositories of many prompts, each with different golden cases in a
 * file of its own, and measures its processor time and memory.
 * `--sizes 300,2000` asks fewer; `--tree-limit 5000` has GitHub cut trees of more entries short.
 */
const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : (process.argv[at + 1] ?? '');
};
const sizes = (option('sizes') ?? '300,2000,10000').split(',').map(Number);
const treeLimit = option('tree-limit');

const usage = z.object({ cpuMs: z.number(), peakMb: z.number() });
const body = z.object({ query: z.string() });

type Change = {
  readonly name: string;
  readonly files: (size: number) => Files;
  /** Something is concerned: more than eight requests may be needed. */
  readonly concerns: boolean;
  /** Repeated on a fresh runner, with what the first run left in the Actions cache. */
  readonly again: boolean;
};

const changes: readonly Change[] = [
  {
    name: '`docs/guide.md`',
    files: () => ({ 'docs/guide.md': '# Guide\nMore.\n' }),
    concerns: false,
    again: false,
  },
  {
    name: '`config/settings.yaml`',
    files: () => ({ 'config/settings.yaml': 'retries: 4\n' }),
    concerns: false,
    again: true,
  },
  {
    name: 'one prompt',
    files: () => ({ [promptPathOf(3)]: promptTextOf(3, 'warmly') }),
    concerns: true,
    again: false,
  },
  {
    name: '40 prompts',
    files: () =>
      Object.fromEntries(Array.from({ length: 40 }, (_, at) => [promptPathOf(at * 7), promptTextOf(at * 7, 'warmly')])),
    concerns: true,
    again: false,
  },
];

console.log(`${new Date().toISOString().slice(0, 10)}, Node ${process.version}\n`);
console.log(
  '| prompts | changed | cache | files read | requests | at most | CPU | peak memory | verdict |\n| -: | - | - | -: | -: | -: | -: | -: | - |',
);
for (const size of sizes) await measureSize(size);

async function measureSize(size: number): Promise<void> {
  const stage = await stageReview({
    base: manyPrompts(size),
    head: {},
    models: {
      rules: [{ when: /Order/, reply: ({ text }) => `Yes, says ${/shop \d+/.exec(text)?.[0] ?? 'nobody'}.` }],
    },
    github: treeLimit === undefined ? {} : { treeLimit: Number(treeLimit) },
  });
  try {
    for (const change of changes) await measureChange(stage, size, change);
    if (stage.github.violations.length > 0) throw new Error(stage.github.violations.join('\n'));
  } finally {
    await stage.close();
  }
}

async function measureChange(stage: ReviewStage, size: number, change: Change): Promise<void> {
  const temp = mkdtempSync(join(tmpdir(), 'promptgate-bench-requests-'));
  const cache = await startCacheService();
  const file = join(temp, 'usage.json');
  const env = {
    ACTIONS_RESULTS_URL: cache.url,
    ACTIONS_CACHE_SERVICE_V2: 'true',
    ACTIONS_RUNTIME_TOKEN: 'token',
    GITHUB_WORKSPACE: temp,
  };
  const inputs = { sampling: 'fixed', trials: '1' };
  try {
    for (const warm of change.again ? [false, true] : [false]) {
      stage.repository.git('branch', '-f', 'topic', 'main');
      stage.push(change.files(size));
      rmSync(join(temp, 'promptgate'), { recursive: true, force: true });
      const before = stage.github.requests.length;
      const measuring = { PROMPTGATE_BENCH_USAGE: file, NODE_OPTIONS: `--import=${import.meta.dirname}/tell-usage.ts` };
      const run = await stage.review({ env: { ...env, ...measuring }, temp, inputs });
      const requests = stage.github.requests.slice(before);
      await stage.review({ env, temp, inputs, phase: 'post', state: run.state });
      const { cpuMs, peakMb } = usage.parse(JSON.parse(readFileSync(file, 'utf8')));
      const needed = requests.reduce((sum, request) => sum + filesIn(request), 0);
      // Where nothing is known yet of files that could refer to what changed, all of them are needed.
      const isLooked = change.concerns || (change.again && !warm);
      const limit = isLooked ? Math.floor(10 + needed / 50) : 8;
      const shown = [
        size,
        change.name,
        warm ? 'warm' : 'empty',
        needed,
        requests.length,
        limit,
        `${(cpuMs / 1000).toFixed(1)} s`,
        `${peakMb.toFixed(0)} MB`,
        run.outputs['verdict'],
      ];
      console.log(`| ${shown.join(' | ')} |`);
      if (requests.length > limit) process.exitCode = 1;
    }
  } finally {
    await cache.close();
    rmSync(temp, { recursive: true, force: true });
  }
}

/** Files that a request asks for. */
function filesIn({ path, body: sent }: RecordedRequest): number {
  if (path.includes('/git/blobs/')) return 1;
  const read = body.safeParse(sent);
  return read.success ? read.data.query.split('...Content').length - 1 : 0;
}
