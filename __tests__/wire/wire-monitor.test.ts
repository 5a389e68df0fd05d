import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CallSum } from '../../src/core/monitor/call-sum.ts';
import { keepDay } from '../../src/core/monitor/kept-day.ts';
import { historyInFile } from '../../src/wire/drift-history.ts';
import { wireMonitor } from '../../src/wire/wire-monitor.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'promptgate-'));
  await mkdir(join(folder, 'logs'));
  await writeFile(join(folder, 'logs', 'calls.jsonl'), '{"model":"m"}\n{"model":"m"}\n');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const names = { segment: null, model: null, prompt: null, others: [] };
const kept = `${JSON.stringify(keepDay({ by: [], names, day: 20_780, tally: new CallSum().tally }, '2026-11-23'))}\n`;

const logsOf = async (history: string, ...named: string[]) =>
  (await wireMonitor(folder, history).openLogs(named)).map(({ name }) => name);

test('a history that lies beside the logs is none of them, nor is the file of who was told', async () => {
  await writeFile(join(folder, 'logs', 'days.ndjson'), kept);
  await writeFile(join(folder, 'logs', 'days.ndjson.alerts.json'), '{}');
  for (const named of ['logs', 'logs/*', '.'])
    expect(await logsOf('logs/days.ndjson', named)).toEqual(['logs/calls.jsonl']);
  expect(await logsOf('other.ndjson', 'logs')).toHaveLength(3);
  await expect(logsOf('logs/days.ndjson', 'logs/days.ndjson')).rejects.toThrow('as a log and as what this run keeps');
});

test('a file that holds something else is refused as the history before anything is read of the logs or written to it', async () => {
  const refused = '`logs/calls.jsonl` is named as the history, and holds something else';
  await expect(logsOf('logs/calls.jsonl', 'logs')).rejects.toThrow(refused);
  const { history } = wireMonitor(folder, 'logs/calls.jsonl');
  await expect(history?.read()).rejects.toThrow(refused);
  const path = join(folder, 'logs', 'calls.jsonl');
  await expect(historyInFile(path, 'logs/calls.jsonl').read()).rejects.toThrow(refused);
  expect(await readFile(path, 'utf8')).toBe('{"model":"m"}\n{"model":"m"}\n');
});

test('a history is read though a killed run or a later version left lines in it', async () => {
  const path = join(folder, 'days.ndjson');
  for (const text of ['', '{"version":1,"da', `${kept}{"version":1,"da`, '{"version":9}\n{"version":9}\n']) {
    await writeFile(path, text);
    await expect(wireMonitor(folder, 'days.ndjson').history?.read()).resolves.toBeDefined();
    expect(await logsOf('days.ndjson', 'logs')).toHaveLength(1);
  }
});
