import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { monitorLocally } from '../../../src/app/monitor/monitor-locally.ts';
import { defaultInputs } from '../../../src/app/review/read-settings.ts';
import type { CostOf } from '../../../src/core/money/prices.ts';
import { type MonitorReport, monitorReportSchema } from '../../../src/core/monitor/monitor-report.ts';
import { seededRandom } from '../../../src/core/statistics/random.ts';
import { wireMonitor } from '../../../src/wire/wire-monitor.ts';

const fixtures = new URL('../../../fixtures/logs/', import.meta.url).pathname;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'promptgate-duckdb-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
/** A folder with these files. */
function place(files: Readonly<Record<string, string | Buffer>>): string {
  count += 1;
  const held = join(folder, `${count}`);
  mkdirSync(held);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(held, name), text);
  return held;
}

async function monitor(
  held: string,
  engine: 'node' | 'duckdb',
  logs: readonly string[] = ['.'],
): Promise<MonitorReport> {
  const { text } = await monitorLocally(
    { inputs: defaultInputs(), logs, json: true, screen: { colours: false } },
    {
      ...wireMonitor(held, undefined, engine),
      loadPrices: async (settings) => withSteps(await wireMonitor(held).loadPrices(settings)),
      now: () => Date.UTC(2026, 10, 29),
      openObserving: () => Promise.reject(new Error('no model is asked')),
    },
  );
  return monitorReportSchema.parse(JSON.parse([...text].join('')));
}

/** With a model whose tokens cost twice as much in requests of more than 32,000. */
function withSteps(costOf: CostOf): CostOf {
  const priced: CostOf = (provider, model, usage) => {
    const { inputTokens = 0, outputTokens = 0 } = usage;
    if (model !== 'step-model') return costOf(provider, model, usage);
    return ((inputTokens + outputTokens) * (inputTokens > 32_000 ? 2 : 1)) / 1e6;
  };
  return Object.assign(priced, costOf);
}

/** What both engines tell alike. Sums are added up in another order, and what is sent is measured of other calls. */
function comparable({ read, broken, ...report }: MonitorReport): unknown {
  const { bytes: _, ...counted } = read;
  const rounded = (key: string, value: unknown): unknown => {
    if (key === 'sent') return null;
    if (typeof value !== 'number') return value;
    return Math.abs(value) < 1e-8 ? 0 : Number(value.toPrecision(9));
  };
  return JSON.parse(JSON.stringify({ ...report, read: counted, broken: broken.length > 0 }, rounded));
}

async function expectAlike(held: string, logs?: readonly string[]): Promise<MonitorReport> {
  const [one, other] = await Promise.all([monitor(held, 'node', logs), monitor(held, 'duckdb', logs)]);
  expect(comparable(other)).toEqual(comparable(one));
  return other;
}

/** Records of all sorts, as applications write them. */
function recordsOf(length: number, seed: number): readonly object[] {
  const draw = seededRandom([seed, 0]);
  const random = () => draw() / 2 ** 32;
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)];
  const maybe = (name: string, values: readonly unknown[]): object => (random() < 0.85 ? { [name]: pick(values) } : {});
  return Array.from({ length }, (_, at) => ({
    ...maybe('time', [
      new Date(Date.UTC(2026, 10, 1 + (at % 25), at % 24)).toISOString(),
      `2026-11-${10 + (at % 9)} 10:00:00.123456`,
      1_795_770_000 + at,
      `${1_795_770_000_123 + at}`,
      1_795_770_000_123_456,
      'Fri, 27 Nov 2026 09:00:00 GMT',
      ...['2026-11-27', '2026-11-27T23:30:00-05:00', 'yesterday', '', 0, -3, null, true, '2199-01-01T00:00:00Z'],
    ]),
    ...maybe('input', [
      'Hi',
      '',
      [{ role: 'user', content: 'a “😀” b' }],
      [{ role: 'user', content: [{ type: 'text', text: 'x' }] }],
      { messages: [{ role: 'user', content: 'yo' }] },
      '{"a":1}',
      7,
      null,
      [],
    ]),
    ...maybe('output', [
      'Until six.',
      `Grüße 😀 ${'x'.repeat(at % 50)}`,
      ...[
        "I'm sorry, but I can’t help with that.",
        'Ich kann Ihnen dabei leider nicht helfen.',
        '申し訳ありませんが、お答えできません。',
        "I can't find it.",
      ],
      { role: 'assistant', content: 'I cannot help you with that.' },
      { role: 'assistant', content: null, tool_calls: [{ function: { name: 'f', arguments: '{}' } }] },
      { model: 'gpt-5.6-terra', choices: [{ message: { role: 'assistant', content: 'A choice.' } }] },
      { choices: [{ message: { content: [{ type: 'text', text: 'parts' }] } }] },
      ...['[1', '{"role":"assistant","content":"held as text"}', '', null, 42, true, ['a', 'b'], {}, []],
    ]),
    ...maybe('model', ['gpt-5.6-luna', 'gpt-5.6-luna', 'house-model', 'nobody-knows', 'step-model', 12, '']),
    ...maybe('served', ['gpt-5.6-luna-2026-09-10', 'gpt-5.6-terra', 'another', null]),
    ...maybe('usage', [
      { input: 100 + (at % 40), output: 20, cached: at % 64 },
      { input: 100, output: '33', cached_tokens: 400 },
      { prompt_tokens: 150_000, completion_tokens: 12, prompt_tokens_details: { cached_tokens: 1000 } },
      { input: 40_000 + (at % 3), output: 10 },
      { input_tokens: 250_000 + at, output_tokens: 7, completion_tokens_details: { reasoning_tokens: 3 } },
      ...['{"input": 5, "output": 6}', { input: -1, output: 0 }, null, 'none', { input: 0, output: 0 }],
    ]),
    ...(random() < 0.3 ? { usd: pick([0.001, '0.002', -1, 0, null, 'free']) } : {}),
    ...maybe('latencyMs', [0, 0.4, 1, 1200.5, 30_000, '450', -5, null, 1e7]),
    ...maybe('segment', ['free', 'pro', "o'brien", '"; DROP TABLE x; --', '', null, 5, 1.0, 2.5, { a: 1 }]),
    ...maybe('prompt', ['support', { name: 'support', version: 3 }, { id: 'by-id' }, '{"path":"p.md"}', {}, '']),
    ...maybe('finishReason', ['stop', 'LENGTH', 'max_tokens', 'content_filter', 'safety', null]),
    ...(random() < 0.15 ? { error: pick(['down', { message: 'x' }, {}, true, false, '', null, 3]) } : {}),
    ...(random() < 0.05 ? { tokensIn: 3, cost: 0.5, duration_ms: 9, timestamp: '2026-11-02T00:00:00Z' } : {}),
  }));
}

describe('--engine duckdb', () => {
  it.each([1])('tells of records of all sorts what the engine of Node tells (seed %i)', async (seed) => {
    const lines = recordsOf(2000, seed).map((record) => JSON.stringify(record));
    const broken = ['{"time": "cut', '[1,2]', '"text"', '', '   ', '{"nothing": 1}'];
    const held = place({
      'calls.jsonl': [...lines, '', '   ', '{"nothing": 1}'].join('\n'),
      'broken.jsonl': [...lines.slice(0, 90), ...broken].join('\n'),
      'packed.jsonl.gz': gzipSync(lines.slice(0, 500).join('\n')),
      'promptgate.yml':
        'prices: { house-model: { input: 2, output: 10 } }\nsegments: { pro: { traffic: 120000/month } }\n',
    });
    const { all } = await expectAlike(held);
    // What is compared is there at all.
    expect(all.refusals).toBeGreaterThan(20);
    expect(
      Math.min(all.priced.billed, all.priced.computed, all.priced.unknown, all.errors, all.truncated),
    ).toBeGreaterThan(20);
  });

  it.each(['plain/calls.jsonl', 'litellm/payload.jsonl', 'litellm/spend-logs.jsonl', 'langfuse/observations.jsonl'])(
    'reads %s, with what is sent, as the engine of Node does',
    async (file) => {
      const held = place({ 'calls.jsonl': readFileSync(join(fixtures, file)) });
      const [one, other] = await Promise.all([monitor(held, 'node'), monitor(held, 'duckdb')]);
      expect(other).toEqual({ ...one, read: { ...one.read, bytes: other.read.bytes } });
    },
  );

  it('reads Parquet as it reads the same columns as JSON Lines', async () => {
    const lines = Array.from({ length: 400 }, (_, at) =>
      JSON.stringify({
        time: new Date(Date.UTC(2026, 10, 1) + at * 3_600_000).toISOString(),
        ...{ input: 'Hi', output: 'word '.repeat(at % 7), model: 'gpt-5.6-luna', segment: ['free', 'pro'][at % 2] },
        ...{ usage: { input: 100 + at, output: at % 30 }, latencyMs: 100 + at, prompt: 'support' },
      }),
    );
    const held = place({ 'calls.jsonl': lines.join('\n') });
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    await connection.run(`COPY (SELECT * FROM read_json('${held}/calls.jsonl')) TO '${held}/calls.parquet'`);
    connection.closeSync();
    const [lined, columned] = [
      await monitor(held, 'node', ['calls.jsonl']),
      await monitor(held, 'duckdb', ['calls.parquet']),
    ];
    expect(comparable(columned)).toEqual(comparable(lined));
  });

  it('reads what DuckDB takes for no JSON as the engine of Node does, and tells the lines of what is broken', async () => {
    const record = (n: number, more: object = {}) =>
      JSON.stringify({ time: `2026-11-0${1 + (n % 9)}T09:00:00Z`, input: 'Hi', output: `a${n}`, usd: 0.01, ...more });
    const many = (more: object = {}) => Array.from({ length: 40 }, (_, n) => record(n, n === 5 ? more : {}));
    const held = place({
      'whole.jsonl': many().join('\n'),
      'half.jsonl': many({ output: 'cut \ud83d' }).join('\n'),
      'bytes.jsonl': Buffer.concat([Buffer.from(`${record(1)}\n{"input":"`), Buffer.of(0xff), Buffer.from('"}\n')]),
      'marked.jsonl': `\ufeff${many().join('\n')}`,
      'wide.jsonl': Buffer.from(`\ufeff${record(1)}\n${record(2)}\n`, 'utf16le'),
      'table.csv': 'time,input,output,usd\n2026-11-02,a,b,0.5\n',
      'spread.json': JSON.stringify([JSON.parse(record(1)), JSON.parse(record(2))], null, 2),
      'cut.jsonl': [...many(), '{"input": "cut'].join('\n'),
    });
    const { read, all, broken } = await expectAlike(held);
    expect([read.files, read.broken, all.calls]).toEqual([8, 1, 167]);
    expect(broken.map(({ at }) => at)).toEqual([{ file: './cut.jsonl', line: 41 }]);
  });

  it('counts costs beyond all counting, and fields that are called as its own columns are', async () => {
    const records = Array.from({ length: 20 }, (_, n) =>
      JSON.stringify({ input: 'a', output: 'b', usd: n < 2 ? 1e300 : 1, filename: 'pro', 'log file': 'x' }),
    );
    const held = place({
      'calls.jsonl': records.join('\n'),
      'promptgate.yml': 'logs: { fields: { segment: filename, user: "log file", model: "log file" } }\n',
    });
    const { totals } = await expectAlike(held);
    expect(totals).toMatchObject([{ segment: 'pro', model: 'x', calls: 20 }]);
  });

  it('takes no file name and no name of a field for SQL', async () => {
    const field = `x'] || read_text('/etc/passwd') || ['`;
    const record = JSON.stringify({ input: 'Hi', output: 'Hello.', [field]: 'pro', model: 'm' });
    const name = `a'; ATTACH 'b' AS c; --[1]*?.jsonl`;
    const held = place({
      [name]: `${record}\n${record}\n`,
      'a1.jsonl': `${record}\n`,
      'promptgate.yml': `logs: { fields: { segment: ${JSON.stringify(field)} } }\n`,
    });
    const { all, totals, read } = await expectAlike(held, ['.']);
    expect([all.calls, read.files]).toEqual([3, 2]);
    expect(totals).toMatchObject([{ segment: 'pro', calls: 3 }]);
  });

  it('reads each file by its own name, whatever globs say of it', async () => {
    const record = (segment: string) => `${JSON.stringify({ input: 'Hi', output: 'Hello.', segment })}\n`;
    const held = place({ 'a.jsonl': record('plain'), '[a].jsonl': record('bracketed'), '?.jsonl': record('asked') });
    const { totals } = await expectAlike(held);
    expect(totals.map(({ segment, calls }) => [segment, calls])).toEqual([
      ['asked', 1],
      ['bracketed', 1],
      ['plain', 1],
    ]);
  });

  it.each([
    ['lists.jsonl', '{"level":"info"}\n', /None of its first 100 lines/u],
    ['spans.jsonl', readFileSync(join(fixtures, 'open-telemetry/span-a-line.jsonl')), /does not read OpenTelemetry/u],
  ])('refuses %s, and names the engine that reads it', async (name, text, why) => {
    const held = place({ [name]: text });
    await expect(monitor(held, 'duckdb', [name])).rejects.toThrow(why);
    await expect(monitor(held, 'duckdb', [name])).rejects.toThrow(/--engine node/u);
  });

  it('refuses standard input, a log that is not there, and logs of which too much is broken', async () => {
    const held = place({ 'calls.jsonl': '{"input":"a","output":"b"}\n{"input": cut\n' });
    await expect(monitor(held, 'duckdb', ['-'])).rejects.toThrow(/standard input/u);
    await expect(monitor(held, 'duckdb', ['nowhere.parquet'])).rejects.toThrow(/no log `nowhere.parquet`/u);
    await expect(monitor(held, 'duckdb')).rejects.toThrow(/1 of 2 records are broken/u);
  });
});
