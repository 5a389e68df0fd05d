import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { LocalShop } from '../support/local-shop.ts';
import { casesPath, casesText, promptPath, promptText, shopBase, shopModels } from '../support/policy-shop.ts';
import { stageReview } from '../support/review-stage.ts';
import { keepsCompiled } from '../support/run-cli.ts';

/** Where the system tells how much of a processor a process has used: a busy machine makes no work longer. */
const isTold = existsSync('/proc/self/stat');
const cli = new URL('../../dist/cli.js', import.meta.url).pathname;
const ids = Array.from({ length: 500 }, (_, at) => `case-${at + 1}`);
let shop: LocalShop;
let models: ModelService;
/** The first review, which asks, and the second, which finds all of it kept. */
let [first, second]: readonly [Ended?, Ended?] = [];

beforeAll(async () => {
  shop = new LocalShop({ ...shopBase, 'promptgate.yml': 'models: [a, b, c]\n', [casesPath]: casesText(ids) });
  shop.write({ [promptPath]: promptText('warmly') });
  models = await startModelService({ seed: 'large', record: false, ...shopModels(ids.slice(0, 20)) });
  first = await review();
  second = await review();
}, 900_000);
afterAll(async () => {
  await models.close();
  shop.remove();
});

type Ended = {
  readonly status: number | null;
  readonly stderr: string;
  /** Seconds of a processor. */
  readonly worked: number;
  /** Of those, after the cancel; undefined where the run was over before. */
  readonly after: number | undefined;
};

type Cancel = { readonly at: number; readonly signal: 'SIGINT' | 'SIGTERM' };

const review = (cancel?: Cancel): Promise<Ended> =>
  run(shop, ['--base-url', models.url, '--max-calls', '50000', '--html', 'r.html', '--json'], cancel);

/** A review, cancelled once it has worked for so many seconds. */
function run({ folder }: LocalShop, flags: readonly string[], cancel?: Cancel): Promise<Ended> {
  const env = { PATH: process.env['PATH'] ?? '', HOME: folder, ...keepsCompiled };
  const child = spawn(process.execPath, [cli, 'review', '--store', 's.sqlite', ...flags], { cwd: folder, env });
  const clock = followed(child, cancel);
  let stderr = '';
  child.stdout.resume();
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, stderr, ...clock() })));
}

/** Counts the work of a process, and cancels it. */
function followed(child: ChildProcess, cancel?: Cancel): () => Pick<Ended, 'worked' | 'after'> {
  let last = 0;
  let cut: number | undefined;
  const timer = setInterval(() => {
    last = child.pid === undefined ? 0 : Math.max(last, secondsOf(child.pid));
    if (cut !== undefined || cancel === undefined || last < cancel.at) return;
    cut = last;
    child.kill(cancel.signal);
  }, 5);
  return () => {
    clearInterval(timer);
    return { worked: last, after: cut === undefined ? undefined : last - cut };
  };
}

/** Seconds of a processor that a process has used; 0 where it is over. */
function secondsOf(pid: number): number {
  try {
    const [, told = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
    const fields = told.split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return 0;
  }
}

function expectHeard({ status, after, stderr }: Ended): void {
  // One that was faster than the one before is over by then.
  if (after === undefined) return;
  expect(after).toBeLessThan(2);
  // Before anything is asked, the signal itself ends it.
  expect([1, null]).toContain(status);
  expect(stderr).not.toMatch(/^\s+at .*:\d+/m);
}

describe.runIf(isTold)('a cancel', () => {
  it.each([
    [0.1, 'SIGINT'],
    [0.3, 'SIGTERM'],
    [0.4, 'SIGINT'],
    [0.5, 'SIGTERM'],
    [0.6, 'SIGINT'],
    [0.7, 'SIGTERM'],
    [0.8, 'SIGINT'],
    [0.9, 'SIGTERM'],
  ] as const)(
    'is heard within two seconds of work, at %f of a large review whose replies are all there, by %s',
    async (share, signal) => {
      expectHeard(await review({ at: share * (second?.worked ?? 0), signal }));
    },
  );

  it('leaves no half file, and loses no reply', async () => {
    const last = await review();
    expect([first?.status, last.status]).toEqual([0, 0]);
    const page = join(shop.folder, 'r.html');
    if (existsSync(page)) expect(readFileSync(page, 'utf8')).toMatch(/<\/html>\s*$/);
    for (const { stderr } of [second ?? last, last])
      expect(stderr).toContain('3000 / 3000 done, all of them kept from before');
  });

  it('by the runner ends the action once all is asked, with what it has to say, before the runner would end it', async () => {
    const head = { [promptPath]: promptText('warmly') };
    const base = { ...shopBase, 'promptgate.yml': 'models: [a, b, c]\n', [casesPath]: casesText(ids) };
    const stage = await stageReview({ base, head, models: { record: false, ...shopModels(ids.slice(0, 20)) } });
    try {
      const stop = new AbortController();
      const inputs = { 'max-calls': '50000', artifact: '' };
      const running = stage.review({ signal: stop.signal, inputs });
      while (stage.models.stats().answered < 3_000) await new Promise((resolve) => setTimeout(resolve, 20));
      stop.abort();
      // SIGINT, then SIGTERM; one that went on after both would be killed, and have no exit code.
      const { exitCode, outputs, stdout } = await running;
      expect([exitCode, outputs['verdict']]).toEqual([1, 'invalid']);
      expect(stdout).not.toMatch(/^\s+at .*:\d+/m);
      expect(stage.github.comments(7).map(({ body }) => body)).toEqual([expect.stringContaining('Cancelled')]);
    } finally {
      await stage.close();
    }
  });

  it('is heard amid the reading and rendering of many cases too', async () => {
    const many = Array.from({ length: 4_000 }, (_, at) => `case-${at}`);
    const large = new LocalShop({ ...shopBase, [casesPath]: casesText(many) });
    try {
      large.write({ [promptPath]: promptText('warmly') });
      for (const at of [0.8, 1.6]) expectHeard(await run(large, ['--show', 'plan'], { at, signal: 'SIGINT' }));
    } finally {
      large.remove();
    }
  });
});
