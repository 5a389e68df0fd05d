import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { LocalShop } from '../support/local-shop.ts';
import { runCli } from '../support/run-cli.ts';

const AT_ONCE = 3;
const CASES = 20;
const STEADY = 11;

/** Chance of a right reply by case: most are steady, some waver, one hardly ever works. */
const chances = Array.from({ length: CASES }, (_, at) =>
  at < STEADY ? 1 : at < 15 ? 0.97 : at < 19 ? 0.65 + 0.08 * (at - 15) : 0.12,
);

const text = (manner: string) => `You answer questions.\nAnswer ${manner}.\n\n{{question}}\n`;
const cases = Array.from(
  { length: CASES },
  (_, at) => `  - { id: case-${at}, vars: { question: "Case ${at}?" }, checks: [{ contains: right }] }`,
);

let shop: LocalShop;
beforeAll(() => {
  shop = new LocalShop({
    'promptgate.yml': 'models: [a]\n',
    'prompts/p.txt': text('briefly'),
    'prompts/p.cases.yml': `cases:\n${cases.join('\n')}\n`,
  });
  shop.write({ 'prompts/p.txt': text('kindly') });
});
afterAll(() => shop.remove());

type Run = {
  readonly verdict: string;
  readonly status: number | null;
  readonly replies: number;
  readonly regressed: readonly string[];
};

/** One whole review through the bundle. `broken`: a case that the new wording always answers wrongly. */
async function reviewOnce(seed: string, broken?: number): Promise<Run> {
  const models = await startModelService({
    seed,
    record: false,
    rules: [
      {
        when: /Case \d+\?/,
        reply: (call) => {
          const at = Number(/Case (\d+)\?/.exec(call.text)?.[1]);
          if (at === broken) return call.text.includes('kindly') ? 'wrong' : 'right';
          return call.random() < (chances[at] ?? 0) ? 'right' : 'wrong';
        },
      },
    ],
  });
  const store = join(shop.folder, `${seed}.sqlite`);
  try {
    const done = await runCli(shop.folder, ['review', '--base-url', models.url, '--store', store, '--json']);
    if (done.stdout === '') throw new Error(`exit ${done.status}: ${done.stderr}`);
    const report = JSON.parse(done.stdout);
    const found: readonly { id: string; state: string }[] = report.prompts[0].models[0].cases;
    return {
      verdict: report.verdict,
      status: done.status,
      replies: report.calls.made / (CASES * 2),
      regressed: found.filter(({ state }) => state === 'regressed').map(({ id }) => id),
    };
  } finally {
    await models.close();
    for (const ending of ['', '-wal', '-shm']) rmSync(store + ending, { force: true });
  }
}

async function reviewOften(name: string, runs: number, broken?: (run: number) => number): Promise<readonly Run[]> {
  const done: Run[] = [];
  let begun = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let run = begun++; run < runs; run = begun++) done[run] = await reviewOnce(`${name}-${run}`, broken?.(run));
    }),
  );
  return done;
}

const share = (runs: readonly Run[], holds: (run: Run) => boolean) => runs.filter(holds).length / runs.length;
const mean = (runs: readonly Run[]) => runs.reduce((sum, { replies }) => sum + replies, 0) / runs.length;

describe('whole reviews through the bundle', () => {
  it('block in at most 5 % of 60, pass in at least 85 %, at 3.2 replies, where two wordings have one set of chances', async () => {
    const runs = await reviewOften('same', 60);
    const figures = {
      blocked: share(runs, ({ status }) => status !== 0),
      passed: share(runs, ({ verdict }) => verdict === 'pass'),
      replies: mean(runs),
    };
    console.log(figures);
    expect(figures.blocked).toBeLessThanOrEqual(0.05);
    expect(figures.passed).toBeGreaterThanOrEqual(0.85);
    expect(figures.replies).toBeLessThanOrEqual(3.2);
  });

  it('find the one case that breaks, whichever it is, and name it alone', async () => {
    const runs = await reviewOften('broken', 2 * STEADY, (run) => run % STEADY);
    expect(share(runs, ({ status, verdict }) => status === 1 && verdict === 'regressed')).toBe(1);
    expect(runs.map(({ regressed }) => regressed.join())).toEqual(runs.map((_, run) => `case-${run % STEADY}`));
  });
});
