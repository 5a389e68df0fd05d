import { spawn } from 'node:child_process';
import { afterEach, describe, expect, it } from 'vitest';
import { LocalShop } from '../support/local-shop.ts';
import { casesPath, casesText, promptPath, promptText, shopBase, shopModels } from '../support/policy-shop.ts';
import { type ReviewStage, stageReview } from '../support/review-stage.ts';

let stage: ReviewStage | undefined;
let shop: LocalShop | undefined;
afterEach(async () => {
  await stage?.close();
  shop?.remove();
  [stage, shop] = [undefined, undefined];
});

const cli = new URL('../../dist/cli.js', import.meta.url).pathname;

type Ended = {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
  /** Seconds of a processor, by the shell's own `time`. */
  readonly seconds: number;
};

/** Runs the command line and measures its processor time: waiting for a processor does not count. */
function measure(
  folder: string,
  args: readonly string[],
  begun: (pid: number) => void = () => undefined,
): Promise<Ended> {
  return new Promise((resolve) => {
    const env = { PATH: process.env['PATH'] ?? '', HOME: folder, TIMEFORMAT: 'took %U %S' };
    const command = [process.execPath, cli, ...args];
    const child = spawn('bash', ['-c', 'time "$0" "$@"', ...command], { cwd: folder, env, detached: true });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    if (child.pid !== undefined) begun(child.pid);
    child.on('close', (status, signal) => {
      const [, user = '0', system = '0'] = /took ([\d.]+) ([\d.]+)/.exec(output) ?? [];
      resolve({ status, signal, output, seconds: Number(user) + Number(system) });
    });
  });
}

describe('A10: files that would take minutes', () => {
  it('of one map with 25,000 keys are refused', async () => {
    const map = Array.from({ length: 25_000 }, (_, at) => `      k${at}: 1\n`).join('');
    shop = new LocalShop({ ...shopBase, [casesPath]: `cases:\n  - id: a\n    vars:\n${map}` });
    const run = await measure(shop.folder, ['cases', 'check']);
    expect([run.status, run.output]).toEqual([2, expect.stringContaining('25,000 keys, more than the 20,000')]);
    expect(run.seconds).toBeLessThan(15);
  });

  it('of 100,000 keys and of 4.9 MB of brackets are refused', async () => {
    const map = Array.from({ length: 100_000 }, (_, at) => `k${at}: 1\n`).join('');
    for (const text of [map, '['.repeat(4_900_000)]) {
      shop = new LocalShop({ ...shopBase, [casesPath]: text });
      const run = await measure(shop.folder, ['cases', 'check']);
      expect(run.status).toBe(2);
      expect(run.seconds).toBeLessThan(20);
      shop.remove();
    }
  });

  it('of a schema that names its parts are refused, which no time limit was heard in', async () => {
    const parts = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [
        `d${at}`,
        { $id: `d${at}`, anyOf: [{ $ref: `d${at + 1}` }, { $ref: `d${at + 1}` }] },
      ]),
    );
    const schema = { $defs: { ...parts, d40: { $id: 'd40', type: 'object' } }, $ref: 'd0' };
    const cases = `cases:\n  - { id: a, vars: { question: x }, checks: [{ json-schema: ${JSON.stringify(schema)} }] }\n`;
    shop = new LocalShop({ ...shopBase, [casesPath]: cases });
    shop.write({ [promptPath]: promptText('warmly') });
    const run = await measure(shop.folder, ['review', '--store', 's.sqlite', '--timeout', '30s']);
    expect([run.status, run.output]).toEqual([2, expect.stringMatching(/no place within it|names a part/)]);
    expect(run.seconds).toBeLessThan(15);
  });

  it('of more cases than calls, or of requests beyond measure, are refused before they are rendered', async () => {
    const ids = Array.from({ length: 9_000 }, (_, at) => `case-${at}`);
    shop = new LocalShop({ ...shopBase, [casesPath]: casesText(ids) });
    shop.write({ [promptPath]: promptText('warmly') });
    const many = await measure(shop.folder, ['review', '--store', 's.sqlite', '--show', 'plan', '--max-calls', '200']);
    expect(many.output).toContain('needs 18000 calls or more, and 200 are allowed');
    shop.remove();
    shop = new LocalShop({ ...shopBase, [casesPath]: casesText(ids.slice(0, 2_000)) });
    shop.write({ [promptPath]: `${'Answer from the policy. '.repeat(37_500)}{{question}}\n` });
    const long = await measure(shop.folder, ['review', '--store', 's.sqlite', '--show', 'plan']);
    expect(long.output).toContain('longer than 64,000,000 characters');
    expect(long.seconds).toBeLessThan(30);
  });

  it('hear a cancel within two seconds, amid reading and rendering too', async () => {
    const ids = Array.from({ length: 4_000 }, (_, at) => `case-${at}`);
    shop = new LocalShop({ ...shopBase, [casesPath]: casesText(ids) });
    shop.write({ [promptPath]: promptText('warmly') });
    for (const afterMs of [1_500, 3_000]) {
      let cancelledAt = 0;
      const run = await measure(shop.folder, ['review', '--store', 's.sqlite', '--show', 'plan'], (pid) => {
        setTimeout(() => {
          cancelledAt = performance.now();
          process.kill(-pid, 'SIGINT');
        }, afterMs);
      });
      // A machine that is fast enough is done before it is cancelled.
      if (cancelledAt === 0) continue;
      expect(performance.now() - cancelledAt).toBeLessThan(2_000);
      expect(run.status).not.toBe(0);
    }
  });
});

describe('A12: a GitHub that says nothing', () => {
  it('is told of within the time of a few attempts', async () => {
    stage = await stageReview({ base: shopBase, head: { [promptPath]: promptText('warmly') }, models: shopModels([]) });
    stage.github.fail({ kind: 'hang', where: /compare/, times: 99 });
    const run = await stage.review();
    expect([run.exitCode, run.outputs['verdict'], run.outputs['reason']]).toEqual([1, 'invalid', 'files']);
    expect(run.summary).toContain('no answer within 15 s');
    expect(run.wallMs).toBeLessThan(150_000);
  });

  it('is not waited for beyond `timeout`', async () => {
    stage = await stageReview({ base: shopBase, head: { [promptPath]: promptText('warmly') }, models: shopModels([]) });
    stage.github.fail({ kind: 'drip', where: /compare/, times: 99 });
    const run = await stage.review({ inputs: { timeout: '6s' } });
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'invalid']);
    expect(run.summary).toContain('timeout');
    expect(run.wallMs).toBeLessThan(40_000);
  });

  it('is waited for where it asks for a moment, in whatever words', async () => {
    stage = await stageReview({ base: shopBase, head: { [promptPath]: promptText('kindly') }, models: shopModels([]) });
    stage.github.fail({ kind: 'busy', retryAfter: '1', where: /compare/, times: 1 });
    const run = await stage.review();
    expect([run.exitCode, run.outputs['verdict']]).toEqual([0, 'pass']);
    expect(run.stdout).toContain('GitHub asks to wait: 1 s.');
  });
});

describe('A13: text that hides', () => {
  it('is escaped in JSON that is printed, and in the marker', async () => {
    const path = 'prompts/po\u202elicy.txt';
    shop = new LocalShop({
      'promptgate.yml': 'models: [m]\n',
      [path]: 'Answer {{question}} briefly.\n',
      'prompts/po\u202elicy.cases.yml': casesText(),
    });
    shop.write({ [path]: 'Answer {{question}} kindly.\n' });
    for (const args of [['--json'], ['--show', 'plan']]) {
      const run = await measure(shop.folder, [
        'review',
        '--store',
        's.sqlite',
        '--base-url',
        'http://127.0.0.1:9',
        ...args,
      ]);
      expect(run.output).not.toContain('\u202e');
      expect(run.output).toContain('u202e');
    }
    stage = await stageReview({
      base: {
        'promptgate.yml': 'models: [m]\n',
        [path]: 'Answer {{question}} briefly.\n',
        'prompts/po\u202elicy.cases.yml': casesText(),
      },
      head: { [path]: 'Answer {{question}} kindly.\n' },
      models: shopModels([]),
    });
    const run = await stage.review();
    const body = stage.github.comments(7)[0]?.body ?? '';
    expect(`${run.stdout}${run.summary}${body}`).not.toContain('\u202e');
    expect(body).toContain('u202e');
  });
});
