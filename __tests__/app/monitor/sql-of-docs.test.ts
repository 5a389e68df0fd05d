import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { monitorLocally } from '../../../src/app/monitor/monitor-locally.ts';
import { defaultInputs } from '../../../src/app/review/read-settings.ts';
import { type MonitorReport, monitorReportSchema } from '../../../src/core/monitor/monitor-report.ts';
import { wireMonitor } from '../../../src/wire/wire-monitor.ts';

const root = new URL('../../../', import.meta.url).pathname;
const page = readFileSync(join(root, 'docs/monitor.md'), 'utf8');

/** The SQL that follows a heading of the page. */
function sqlAfter(heading: string): string {
  const block = page.slice(page.indexOf(`\nDuckDB, ${heading}`)).match(/```sql\n(.*?)```/su);
  if (block?.[1] === undefined) throw new Error(`docs/monitor.md has no SQL for «DuckDB, ${heading}».`);
  return block[1];
}

const text = z.string().nullable();
const number = z.number().nullable();
const rows = z.array(
  z.object({
    ...{ day: text, segment: text, model: text, prompt: text },
    ...{ calls: z.coerce.number(), tokens_in: number, tokens_out: number, tokens_cached: number },
    ...{ tokens_reasoning: number, usd: number, billed: z.coerce.number(), p50: number, p95: number },
    ...{
      errors: z.coerce.number(),
      filtered: z.coerce.number(),
      truncated: z.coerce.number(),
      reply_characters: number,
    },
  }),
);
type Rows = z.infer<typeof rows>;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'promptgate-sql-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function ask(view: string, place: string): Promise<Rows> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run(`SET file_search_path = '${place}'`);
    await connection.run(sqlAfter(view));
    const reader = await connection.runAndReadAll(sqlAfter('the question'));
    return rows.parse(reader.getRowObjectsJson());
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function monitor(place: string): Promise<MonitorReport> {
  const { text: parts } = await monitorLocally(
    { inputs: defaultInputs(), logs: ['logs'], json: true, screen: { colours: false } },
    { ...wireMonitor(place), openObserving: () => Promise.reject(new Error('no model is asked')) },
  );
  return monitorReportSchema.parse(JSON.parse([...parts].join('')));
}

/** A row of each, as both tell it; what is within 1 % by a sketch is left to the caller. */
function tableOf(table: Rows) {
  return table.map(({ p50: _, p95: __, filtered: ___, billed, usd, ...row }) => ({
    ...row,
    usd: billed === 0 ? null : Number(usd?.toFixed(9)),
  }));
}

function tableOfReport({ groups }: MonitorReport) {
  return groups.map(({ day, segment, model, prompt, calls, tokens, usd, errors, truncated, replyCharacters }) => ({
    ...{ day, segment, model, prompt, calls, errors, truncated },
    ...{
      tokens_in: tokens.in,
      tokens_out: tokens.out,
      tokens_cached: tokens.cached,
      tokens_reasoning: tokens.reasoning,
    },
    usd: usd === null ? null : Number(usd.toFixed(9)),
    reply_characters: replyCharacters,
  }));
}

const sorted = (table: readonly { readonly day: string | null; readonly segment: string | null }[]) =>
  table.toSorted((a, b) => `${a.day} ${a.segment}`.localeCompare(`${b.day} ${b.segment}`));

describe('the SQL of docs/monitor.md', () => {
  it('tells of plain records what promptgate tells, and quantiles within the 1 % of the sketch', async () => {
    const place = join(folder, 'plain');
    mkdirSync(join(place, 'logs'), { recursive: true });
    const lines = Array.from({ length: 6000 }, (_, at) => {
      const failed = at % 40 === 7;
      const served = failed ? { error: 'timed out' } : { output: 'word '.repeat(3 + (at % 30)) };
      return JSON.stringify({
        time: new Date(Date.UTC(2026, 10, 20) + at * 30_000).toISOString(),
        ...{
          input: 'Are you open?',
          model: at % 2 === 0 ? 'gpt-5.6-luna' : 'gpt-5.6-terra',
          segment: ['free', 'pro'][at % 2],
        },
        ...{ prompt: at % 2 === 0 ? { name: 'support', version: '3' } : 'support', usd: 0.0001 + (at % 90) / 1e6 },
        usage: { input: 100 + (at % 70), output: 20 + (at % 50), cached: at % 64, reasoning: at % 5 },
        latencyMs: 300 + ((at * 7919) % 2500),
        finishReason: ['stop', 'length', 'content_filter', 'stop', 'stop'][at % 5],
        ...served,
      });
    });
    writeFileSync(join(place, 'logs/calls.jsonl'), `${lines.join('\n')}\n{"time": "cut`);
    const [table, report] = await Promise.all([ask('records of your own', place), monitor(place)]);
    expect(sorted(tableOf(table))).toEqual(sorted(tableOfReport(report)));
    expect(report.groups.length).toBeGreaterThan(4);
    for (const { day, segment, p50, p95, filtered } of table) {
      const group = report.groups.find((one) => one.day === day && one.segment === segment);
      expect(Math.abs((group?.latencyMs.p50 ?? 0) / (p50 ?? 1) - 1)).toBeLessThan(0.011);
      expect(Math.abs((group?.latencyMs.p95 ?? 0) / (p95 ?? 1) - 1)).toBeLessThan(0.011);
      expect(filtered).toBe(group?.refusals);
    }
  });

  it.each([
    ['what LiteLLM logs', 'litellm/payload.jsonl', true],
    ['OpenTelemetry', 'open-telemetry/span-a-line.jsonl', false],
  ] as const)('tells of %s what promptgate tells', async (view, file, hasReplies) => {
    const place = join(folder, file.replaceAll(/\W/gu, '-'));
    mkdirSync(join(place, 'logs'), { recursive: true });
    copyFileSync(join(root, 'fixtures/logs', file), join(place, 'logs/calls.jsonl'));
    const [table, report] = await Promise.all([ask(view, place), monitor(place)]);
    const known = (one: ReturnType<typeof tableOf>[number]) => ({
      ...one,
      ...(!hasReplies && { reply_characters: null }),
    });
    expect(sorted(tableOf(table).map(known))).toEqual(sorted(tableOfReport(report).map(known)));
  });
});
