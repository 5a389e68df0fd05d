import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ModelService, startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { LocalShop } from '../support/local-shop.ts';
import { casesPath, casesText, promptPath, promptText, shopBase, shopModels } from '../support/policy-shop.ts';

/** Where the system tells how much of a processor a process has used: a busy machine makes no work longer. */
const isTold = existsSync('/proc/self/stat');
const cli = new URL('../../dist/cli.js', import.meta.url).pathname;
let shop: LocalShop;
let models: ModelService;
let whole: Ended;

beforeAll(async () => {
  const ids = Array.from({ length: 500 }, (_, at) => `case-${at + 1}`);
  shop = new LocalShop({ ...shopBase, 'promptgate.yml': 'models: [a, b, c]\n', [casesPath]: casesText(ids) });
  shop.write({ [promptPath]: promptText('warmly') });
  models = await startModelService({ seed: 'large', record: false, ...shopModels(ids.slice(0, 20)) });
  whole = await review();
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

/** A review of all cases, cancelled once it has worked for so many seconds. */
function review(cancelAt = Number.POSITIVE_INFINITY): Promise<Ended> {
  const flags = ['--base-url', models.url, '--store', 's.sqlite', '--max-calls', '50000', '--html', 'r.html', '--json'];
  const env = { PATH: process.env['PATH'] ?? '', HOME: shop.folder };
  const child = spawn(process.execPath, [cli, 'review', ...flags], { cwd: shop.folder, env });
  const clock = followed(child, cancelAt);
  let stderr = '';
  child.stdout.resume();
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, stderr, ...clock() })));
}

/** Counts the work of a process, and cancels it. */
function followed(child: ChildProcess, cancelAt: number): () => Pick<Ended, 'worked' | 'after'> {
  let last = 0;
  let cut: number | undefined;
  const timer = setInterval(() => {
    last = child.pid === undefined ? 0 : Math.max(last, secondsOf(child.pid));
    if (cut !== undefined || last < cancelAt) return;
    cut = last;
    child.kill('SIGINT');
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

describe.runIf(isTold)('a cancel amid the work on a large review whose replies are all there', () => {
  it.each([0.1, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9])(
    'is heard within two seconds of work: at %f of it',
    async (share) => {
      const before = await review();
      const { status, after, stderr } = await review(share * before.worked);
      expect(before.stderr).toContain('3000 / 3000 done, all of them kept from before');
      // One that was faster than the one before is over by then.
      if (after === undefined) return;
      expect(after).toBeLessThan(2);
      // Before anything is asked, the signal itself ends it.
      expect([1, null]).toContain(status);
      expect(stderr).not.toMatch(/^\s+at .*:\d+/m);
    },
  );

  it('leaves no half file, and loses no reply', async () => {
    expect(whole.status).toBe(0);
    const page = join(shop.folder, 'r.html');
    if (existsSync(page)) expect(readFileSync(page, 'utf8')).toMatch(/<\/html>\s*$/);
    expect((await review()).stderr).toContain('3000 / 3000 done, all of them kept from before');
  });
});
