import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { monitorReportSchema } from '../../src/core/monitor/monitor-report.ts';
import { runCli } from '../support/run-cli.ts';

const logs = new URL('../../fixtures/logs/', import.meta.url).pathname;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'promptgate-monitor-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function monitor(...args: readonly string[]) {
  const done = await runCli(folder, ['monitor', ...args, '--json']);
  expect(done.status, done.stderr).toBe(0);
  return monitorReportSchema.parse(JSON.parse(done.stdout));
}

const record = (given: object = {}) =>
  JSON.stringify({ time: '2026-11-27T09:00:00Z', input: 'Hi', output: 'Hello.', model: 'gpt-5.6-luna', ...given });

describe('promptgate monitor', () => {
  it('tells the same of the same calls in every format, whatever it is packed in', async () => {
    const files = [
      'plain/calls.jsonl',
      'plain/calls.csv',
      'langfuse/observations.jsonl',
      'langfuse/observations.csv',
      'langfuse/api.json',
      'litellm/payload.jsonl',
      'litellm/spend-logs.jsonl',
      'open-inference/columns.jsonl',
      'open-inference/otlp.jsonl',
      'open-inference/sdk.jsonl',
      'open-telemetry/otlp-older.jsonl',
      'open-telemetry/otlp-whole.json',
      'open-telemetry/sdk.jsonl',
      'open-telemetry/span-a-line.jsonl',
    ];
    // A folder for each, as an export lies; every second one is packed.
    files.forEach((file, at) => {
      mkdirSync(join(folder, `${at}`));
      const text = readFileSync(join(logs, file));
      const name = file.replaceAll('/', '-');
      writeFileSync(join(folder, `${at}`, at % 2 === 1 ? `${name}.gz` : name), at % 2 === 1 ? gzipSync(text) : text);
    });
    const tables = await Promise.all(
      files.map(async (_, at) => {
        const { from, to, all, days, totals, groups } = await monitor(`${at}`);
        return { from, to, all, days, totals, groups };
      }),
    );
    expect(tables[0]).toMatchObject({
      from: '2026-11-27',
      all: {
        calls: 4,
        errors: 1,
        truncated: 1,
        usd: 0.00587,
        tokens: { in: 369, out: 560, cached: 128, reasoning: 12 },
      },
      groups: [
        { day: '2026-11-27', segment: 'free', model: 'gpt-5.6-luna', prompt: 'support', calls: 2 },
        { day: '2026-11-27', segment: 'pro', model: 'gpt-5.6-luna', prompt: 'support', calls: 2 },
      ],
    });
    files.forEach((file, at) => {
      expect(tables[at], file).toEqual(tables[0]);
    });
    expect((await monitor('*/*')).all.calls).toBe(4 * files.length);
  });

  it('computes what no log says was billed, tells refusals, and shows it as a table', async () => {
    const usage = { input: 1_000_000, output: 100_000, cached: 0 };
    const lines = [
      record({ usage, model: 'house-model', segment: 'free' }),
      record({ usage, model: 'nobody-knows', segment: 'pro', output: "I'm sorry, but I can't help with that." }),
    ];
    writeFileSync(join(folder, 'calls.log'), lines.join('\n'));
    writeFileSync(join(folder, 'promptgate.yml'), 'prices: { house-model: { input: 2, output: 10 } }\n');
    const { all, totals } = await monitor('calls.log');
    expect(all).toMatchObject({ usd: 3, priced: { billed: 0, computed: 1, unknown: 1 }, refusals: 1 });
    expect(totals.find(({ segment }) => segment === 'pro')).toMatchObject({ usd: null, refusals: 1 });
    const shown = await runCli(folder, ['monitor', 'calls.log']);
    expect(shown.stdout).toMatch(/^2 calls on 2026-11-27: \$3\.00$/mu);
    expect(shown.stdout).toContain('The cost of 1 call is unknown');
    expect(shown.stdout).toMatch(/^pro +nobody-knows +1 +unknown/mu);
  });

  it('finds a rise of cost within one segment against days that a history keeps, and says why, since when and for how much', async () => {
    // Each day calls of many lengths; from the last day on the replies of one segment are twice as long, those of another half.
    const dayOf = (day: number, times: Readonly<Record<string, number>>) =>
      ['free', 'pro', 'team'].flatMap((segment) =>
        Array.from({ length: 40 }, (_, at) => {
          const tokens = Math.round((40 + ((at * 7 + day * 3) % 40)) * (times[segment] ?? 1));
          const time = new Date(Date.UTC(2026, 10, day, 0, at * 36)).toISOString();
          return record({ time, segment, output: 'word '.repeat(tokens), usage: { input: 80, output: tokens } });
        }),
      );
    const before = Array.from({ length: 26 }, (_, at) => dayOf(at + 1, {})).flat();
    writeFileSync(join(folder, 'before.jsonl'), before.join('\n'));
    writeFileSync(join(folder, 'today.jsonl'), dayOf(27, { pro: 2, free: 0.5, team: 0.5 }).join('\n'));
    const first = await monitor('before.jsonl', '--history', 'days.ndjson');
    expect(first.history).toEqual({ days: 0, unread: [] });
    expect(
      first.comparison?.scopes.flatMap(({ changes }) => Object.values(changes).filter(({ moved }) => moved)),
    ).toEqual([]);
    const kept = readFileSync(join(folder, 'days.ndjson'), 'utf8');
    expect(kept).not.toContain('word');
    // What a run that was killed left half is told and left out.
    writeFileSync(join(folder, 'days.ndjson'), `${kept}{"version":1,"day":"2026-`);
    const { comparison, history } = await monitor('today.jsonl', '--history', 'days.ndjson');
    expect(history).toMatchObject({ days: 26, unread: [{ at: expect.stringMatching(/^days\.ndjson:\d+$/u) }] });
    expect(comparison?.days).toEqual(['2026-11-27']);
    expect(comparison?.against).toEqual(['2026-11-06', '2026-11-13', '2026-11-20']);
    const cost = (by: string | null) => comparison?.scopes.find(({ segment }) => segment === by);
    expect(cost(null)?.changes.usdPerCall.moved).toBeNull();
    expect(cost('pro')?.changes.usdPerCall).toMatchObject({ moved: 'rose', since: '2026-11-27' });
    expect(cost('pro')?.cause?.factors?.reply).toBeGreaterThan(1.5);
    // The same day again adds nothing.
    const grown = readFileSync(join(folder, 'days.ndjson'), 'utf8');
    const shown = await runCli(folder, ['monitor', 'today.jsonl', '--history', 'days.ndjson']);
    expect(shown.stdout).toMatch(/The cost of a call rose by \d+% \(.+\) in segment pro since 2026-11-27, from/u);
    expect(shown.stdout).toContain('2.0 × longer');
    expect(readFileSync(join(folder, 'days.ndjson'), 'utf8')).toBe(grown);
  });

  it('has DuckDB read the logs where it is installed, and says how to install it where it is not', async () => {
    const time = (at: number) => new Date(Date.UTC(2026, 10, 1 + (at % 27), at % 24)).toISOString();
    const usage = { input: 100, output: 20 };
    const lines = Array.from({ length: 500 }, (_, at) =>
      record({ time: time(at), segment: `s${at % 3}`, usage, latencyMs: at }),
    );
    writeFileSync(join(folder, 'calls.jsonl'), `${lines.join('\n')}\n`);
    const [one, other] = [await monitor('calls.jsonl'), await monitor('calls.jsonl', '--engine', 'duckdb')];
    const told = ({ days, comparison, read }: typeof one) => ({
      ...{ read, judged: comparison?.days, scopes: comparison?.scopes.length },
      days: days.map(({ calls, tokens, latencyMs }) => ({ calls, tokens, latencyMs })),
    });
    expect(told(other)).toEqual(told(one));
    cpSync(new URL('../../dist', import.meta.url).pathname, join(folder, 'alone'), { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    const alone = spawnSync(process.execPath, ['alone/cli.js', 'monitor', 'calls.jsonl', '--engine', 'duckdb'], {
      ...{ cwd: folder, encoding: 'utf8', env: { HOME: folder } },
    });
    expect([alone.status, alone.stdout]).toEqual([2, '']);
    expect(alone.stderr).toContain('npm install @duckdb/node-api');
  });

  it('counts broken lines with their places, and believes no log with more than one in twenty', async () => {
    const lines = Array.from({ length: 19 }, () => record());
    writeFileSync(join(folder, 'whole.jsonl'), [...lines, '{"input": "cut'].join('\n'));
    const { read, broken, all } = await monitor('whole.jsonl');
    expect([read.lines, read.broken, all.calls]).toEqual([20, 1, 19]);
    expect(broken).toEqual([{ what: 'This line is not valid JSON.', at: { file: 'whole.jsonl', line: 20 } }]);

    writeFileSync(join(folder, 'broken.jsonl'), [...lines.slice(1), 'x', 'y'].join('\n'));
    for (const named of ['broken.jsonl', 'nowhere.jsonl']) {
      const done = await runCli(folder, ['monitor', named]);
      expect([done.status, done.stdout]).toEqual([2, '']);
    }
    writeFileSync(join(folder, 'empty.jsonl'), '');
    const nothing = await runCli(folder, ['monitor', 'empty.jsonl']);
    expect(nothing.status).toBe(2);
    expect(nothing.stderr).toContain('There is no call of a model in the logs');
  });
});
