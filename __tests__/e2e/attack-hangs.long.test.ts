import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startModelService } from '../../src/embedded/model-service/start-model-service.ts';
import { systemClock } from '../../src/providers/system-clock.ts';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import type { Files } from '../support/github-repository.ts';
import { LocalShop } from '../support/local-shop.ts';
import { casesPath, casesText, promptPath, promptText, shopBase, shopModels } from '../support/policy-shop.ts';
import { type ReviewStage, stageReview } from '../support/review-stage.ts';
import { keepsCompiled } from '../support/run-cli.ts';

/** What waits, waits beside what works: time is counted by the processor. */
const opened: { readonly close: () => unknown }[] = [];
afterAll(async () => {
  await Promise.all(opened.map(({ close }) => close()));
});

function openShop(files: Files): LocalShop {
  const shop = new LocalShop(files);
  opened.push({ close: () => shop.remove() });
  return shop;
}

async function stageKind(manner: string, more: Partial<Parameters<typeof stageReview>[0]> = {}): Promise<ReviewStage> {
  const given = { base: shopBase, head: { [promptPath]: promptText(manner) }, models: shopModels([]), ...more };
  const stage = await stageReview(given);
  opened.push(stage);
  return stage;
}

const stageRegressed = (): Promise<ReviewStage> =>
  stageKind('warmly', { models: shopModels(['case-2', 'case-3', 'case-4', 'case-5']) });

const cli = new URL('../../dist/cli.js', import.meta.url).pathname;

type Ended = {
  readonly status: number | null;
  readonly output: string;
  /** Seconds of a processor, by the shell's own `time`. */
  readonly seconds: number;
};

/** Runs the command line and measures its processor time: waiting for a processor does not count. */
function measure(folder: string, args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const env = { PATH: process.env['PATH'] ?? '', HOME: folder, ...keepsCompiled, TIMEFORMAT: 'took %U %S' };
    const command = [process.execPath, cli, ...args];
    const child = spawn('bash', ['-c', 'time "$0" "$@"', ...command], { cwd: folder, env });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    child.on('close', (status) => {
      const [, user = '0', system = '0'] = /took ([\d.]+) ([\d.]+)/.exec(output) ?? [];
      resolve({ status, output, seconds: Number(user) + Number(system) });
    });
  });
}

describe.concurrent('A10: files that would take minutes', () => {
  it('of one map with 25,000 keys are refused', async () => {
    const map = Array.from({ length: 25_000 }, (_, at) => `      k${at}: 1\n`).join('');
    const shop = openShop({ ...shopBase, [casesPath]: `cases:\n  - id: a\n    vars:\n${map}` });
    const run = await measure(shop.folder, ['cases', 'check']);
    expect([run.status, run.output]).toEqual([2, expect.stringContaining('25,000 keys, more than the 20,000')]);
    expect(run.seconds).toBeLessThan(15);
  });

  it('of 100,000 keys and of 4.9 MB of brackets are refused', async () => {
    const map = Array.from({ length: 100_000 }, (_, at) => `k${at}: 1\n`).join('');
    for (const text of [map, '['.repeat(4_900_000)]) {
      const shop = openShop({ ...shopBase, [casesPath]: text });
      const run = await measure(shop.folder, ['cases', 'check']);
      expect(run.status).toBe(2);
      expect(run.seconds).toBeLessThan(20);
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
    const shop = openShop({ ...shopBase, [casesPath]: cases });
    shop.write({ [promptPath]: promptText('warmly') });
    const run = await measure(shop.folder, ['review', '--store', 's.sqlite', '--timeout', '30s']);
    expect([run.status, run.output]).toEqual([2, expect.stringMatching(/no place within it|names a part/)]);
    expect(run.seconds).toBeLessThan(15);
  });

  it('of more cases than calls, or of requests beyond measure, are refused before they are rendered', async () => {
    const ids = Array.from({ length: 9_000 }, (_, at) => `case-${at}`);
    const shop = openShop({ ...shopBase, [casesPath]: casesText(ids) });
    shop.write({ [promptPath]: promptText('warmly') });
    const many = await measure(shop.folder, ['review', '--store', 's.sqlite', '--show', 'plan', '--max-calls', '200']);
    expect(many.output).toContain('needs 18000 calls or more, and 200 are allowed');
    const other = openShop({ ...shopBase, [casesPath]: casesText(ids.slice(0, 2_000)) });
    other.write({ [promptPath]: `${'Answer from the policy. '.repeat(37_500)}{{question}}\n` });
    const long = await measure(other.folder, ['review', '--store', 's.sqlite', '--show', 'plan']);
    expect(long.output).toContain('longer than 64,000,000 characters');
    expect(long.seconds).toBeLessThan(30);
  });
});

describe.concurrent('A12: a GitHub that says nothing', () => {
  it('is told of within the time of a few attempts', async () => {
    const stage = await stageKind('warmly');
    stage.github.fail({ kind: 'hang', where: /compare/, times: 99 });
    const run = await stage.review();
    expect([run.exitCode, run.outputs['verdict'], run.outputs['reason']]).toEqual([1, 'invalid', 'files']);
    expect(run.summary).toContain('no answer within 15 s');
    expect(run.wallMs).toBeLessThan(150_000);
  });

  it('is not waited for beyond `timeout`', async () => {
    const stage = await stageKind('warmly');
    stage.github.fail({ kind: 'drip', where: /compare/, times: 99 });
    const run = await stage.review({ inputs: { timeout: '6s' } });
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'invalid']);
    expect(run.summary).toContain('timeout');
    expect(run.wallMs).toBeLessThan(40_000);
  });

  it('is waited for where it asks for a moment, in whatever words', async () => {
    const stage = await stageKind('kindly');
    stage.github.fail({ kind: 'busy', retryAfter: '1', where: /compare/, times: 1 });
    const run = await stage.review();
    expect([run.exitCode, run.outputs['verdict']]).toEqual([0, 'pass']);
    expect(run.stdout).toContain('GitHub asks to wait: 1 s.');
  });
});

describe.concurrent('A GitHub that redirects without end', () => {
  it('is told of, with what to do', async () => {
    const stage = await stageKind('warmly');
    stage.github.fail({ kind: 'redirect', where: /compare/, times: 999 });
    const run = await stage.review();
    expect([run.exitCode, run.outputs['verdict'], run.outputs['reason']]).toEqual([1, 'invalid', 'files']);
    expect(run.summary).toContain('redirects without end');
    expect(run.summary).toContain('See whether a proxy or sign-in page stands between the runner and GitHub.');
    // Twenty that `fetch` follows, in each of four attempts.
    expect(stage.github.requests.length).toBeLessThan(100);
  });
});

describe.concurrent('a service of the runner that accepts and says nothing', () => {
  /** The environment in which the toolkit finds its services, all of them one that never answers. */
  async function hang(asked: () => void = () => undefined): Promise<Readonly<Record<string, string>>> {
    const server = createServer(asked);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    opened.push({ close: () => server.closeAllConnections() }, { close: () => server.close() });
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const claims = Buffer.from(JSON.stringify({ scp: 'Actions.Results:run:job' })).toString('base64url');
    return {
      ACTIONS_RESULTS_URL: `http://127.0.0.1:${address.port}/`,
      ACTIONS_CACHE_SERVICE_V2: 'true',
      ACTIONS_RUNTIME_TOKEN: `e30.${claims}.c2ln`,
    };
  }

  it('is waited for a minute, where it keeps replies: the review goes on without those of before', async () => {
    const stage = await stageRegressed();
    const run = await stage.review({ env: await hang(), inputs: { artifact: '' } });
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'regressed']);
    expect(run.stdout).toMatch(
      /^::warning .*Replies of earlier runs are not at hand: the cache service was not done within 60 s\.$/m,
    );
    expect(stage.github.comments(7)[0]?.body).toContain('broke');
    // What the step after the job keeps is where nothing that comes late is written.
    expect(JSON.parse(run.state['store'] ?? '').at).toMatch(/replies-of-this-run\.sqlite$/);
  }, 600_000);

  it('is waited for a minute, where it keeps the report, which the comment then says', async () => {
    const stage = await stageRegressed();
    const run = await stage.review({ env: await hang(), inputs: { cache: 'false' } });
    expect([run.exitCode, run.outputs['verdict']]).toEqual([1, 'regressed']);
    const lost = 'The full report could not be kept: the artifact service did not take it within 60 s.';
    for (const text of [stage.github.comments(7)[0]?.body, run.summary]) expect(text).toContain(lost);
  }, 600_000);

  it('is not waited for where the run is cancelled meanwhile: what the review found stands in the comment all the same', async () => {
    const stage = await stageRegressed();
    const stop = new AbortController();
    const asked = Promise.withResolvers<number>();
    const env = await hang(() => asked.resolve(performance.now()));
    const running = stage.review({ env, inputs: { cache: 'false' }, signal: stop.signal });
    const at = await asked.promise;
    expect(stage.github.comments(7)).toEqual([]);
    stop.abort();
    // By SIGINT, and SIGTERM after it; one that went on after both would be killed, and have no exit code.
    const { exitCode, outputs, summary, state } = await running;
    expect(performance.now() - at).toBeLessThan(10_000);
    expect([exitCode, outputs['verdict']]).toEqual([1, 'regressed']);
    const [comment, ...more] = stage.github.comments(7).map(({ body }) => body);
    expect(more).toEqual([]);
    for (const text of [comment, summary]) {
      expect(text).toContain('broke');
      expect(text).toContain('The full report could not be kept: the run was cancelled.');
    }
    // The next run on the same takes it over.
    const next = await stage.review({ inputs: { artifact: '' } });
    expect([next.exitCode, next.outputs['verdict'], next.outputs['calls']]).toEqual([1, 'regressed', '0']);
    expect(state['comment'] ?? '').toBe('');
  });

  it('is waited for a minute after the job, and fails nothing', async () => {
    const stage = await stageRegressed();
    const temp = mkdtempSync(join(tmpdir(), 'promptgate-late-'));
    opened.push({ close: () => rmSync(temp, { recursive: true, force: true }) });
    const [path, at] = [join(temp, 'replies.sqlite'), join(temp, 'replies-of-this-run.sqlite')];
    openSqliteStore(at, systemClock).close();
    const store = JSON.stringify({ kind: 'replies', path, name: '', run: '1/1', at });
    const run = await stage.review({ phase: 'post', state: { store }, env: await hang(), temp });
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toContain('Replies are not kept for later runs: the cache service was not done within 60 s.');
    expect([existsSync(path), existsSync(at)]).toEqual([true, false]);
  }, 600_000);
});

describe.concurrent('A13: text that hides', () => {
  it('is escaped in JSON that is printed, and in the marker', async () => {
    const path = 'prompts/po\u202elicy.txt';
    const shop = openShop({
      'promptgate.yml': 'models: [m]\n',
      [path]: 'Answer {{question}} briefly.\n',
      'prompts/po\u202elicy.cases.yml': casesText(),
    });
    shop.write({ [path]: 'Answer {{question}} kindly.\n' });
    const models = await startModelService({ seed: 'hidden', ...shopModels([]) });
    opened.push(models);
    for (const args of [['--json'], ['--show', 'plan']]) {
      const run = await measure(shop.folder, ['review', '--store', 's.sqlite', '--base-url', models.url, ...args]);
      expect(run.output).not.toContain('\u202e');
      expect(run.output).toContain('u202e');
    }
    const base = {
      'promptgate.yml': 'models: [m]\n',
      [path]: 'Answer {{question}} briefly.\n',
      'prompts/po\u202elicy.cases.yml': casesText(),
    };
    const stage = await stageKind('', { base, head: { [path]: 'Answer {{question}} kindly.\n' } });
    const run = await stage.review();
    const body = stage.github.comments(7)[0]?.body ?? '';
    expect(`${run.stdout}${run.summary}${body}`).not.toContain('\u202e');
    expect(body).toContain('u202e');
  });
});
