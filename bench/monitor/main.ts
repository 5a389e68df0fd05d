import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync, statfsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { monitorLocally } from '../../src/app/monitor/monitor-locally.ts';
import { defaultInputs } from '../../src/app/review/read-settings.ts';
import { wireMonitor } from '../../src/wire/wire-monitor.ts';

/**
 * What `promptgate monitor` takes for a log, beside cutting the same lines and `JSON.parse` alone in the same run, in processor time, and
 * the most memory the process held, at a number of lines and at a quarter of it: memory does not grow with the lines. What is
 * loaded at the start counts. Then the same log by `--engine duckdb`, and by DuckDB alone with the SQL of docs/monitor.md, and by jq. The log lies in the
 * folder of temporary files: 0.8 kB a line, so 10,000,000 lines are 8 GB. Run: npm run bench:monitor -- LINES (1,000,000 where
 * none are given)
 */
const [given = '1000000', measured, by = 'node'] = process.argv.slice(2);
if (measured !== undefined && by === 'node') await measure(measured);
else if (measured !== undefined) await measureDuckDb(measured, by);
else {
  const folder = mkdtempSync(join(tmpdir(), 'bench-monitor-'));
  try {
    const bytes = 900 * Number(given);
    const { bavail, bsize } = statfsSync(folder);
    if (bytes > bavail * bsize) throw new Error(`${(bytes / 1e9).toFixed(0)} GB are needed in ${folder}.`);
    for (const lines of [Number(given) / 4, Number(given)].map(Math.round)) {
      const path = join(folder, 'calls.jsonl');
      await writeLog(path, lines);
      console.log(`${lines} lines, ${(statSync(path).size / 1e6).toFixed(0)} MB`);
      // A process of its own tells its own memory.
      for (const engine of ['node', 'duckdb', 'sql'])
        execFileSync(process.execPath, [import.meta.filename, given, path, engine], { stdio: 'inherit' });
      measureJq(path);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** There is no config here that wants a model asked. */
function asksNothing(): Promise<never> {
  return Promise.reject(new Error('a model is to be asked'));
}

async function measure(path: string): Promise<void> {
  const megabytes = statSync(path).size / 1e6;
  const parse = async () => {
    for await (const line of createInterface({ input: createReadStream(path) })) JSON.parse(line);
  };
  const before = await cpuOf(parse);
  const monitored = await cpuOf(() => monitor(path, 'node'));
  const peak = process.resourceUsage().maxRSS / 1024;
  // Before and after, for a machine is not as fast at all times.
  const parsed = (before + (await cpuOf(parse))) / 2;
  const told = (name: string, seconds: number): string =>
    `  ${name}: ${seconds.toFixed(1)} s of processor time, ${(megabytes / seconds).toFixed(0)} MB/s`;
  console.log(`${told('monitor', monitored)}, ${peak.toFixed(0)} MB of memory at most`);
  console.log(`${told('lines and JSON.parse alone', parsed)}; ratio ${(parsed / monitored).toFixed(2)}`);
}

async function monitor(path: string, engine: 'node' | 'duckdb'): Promise<void> {
  const asked = { inputs: defaultInputs(), logs: [path], json: true, screen: { colours: false } } as const;
  await monitorLocally(asked, { ...wireMonitor('.', undefined, engine), openObserving: asksNothing });
}

/** The same log by DuckDB: what `--engine duckdb` makes of it, or its own answer to the question of docs/monitor.md. */
async function measureDuckDb(path: string, by: string): Promise<void> {
  const seconds = await cpuOf(() => (by === 'sql' ? askInSql(path) : monitor(path, 'duckdb')));
  const name = by === 'sql' ? 'DuckDB alone, the SQL of docs/monitor.md' : '--engine duckdb, all cores together';
  const peak = process.resourceUsage().maxRSS / 1024;
  const speed = statSync(path).size / 1e6 / seconds;
  console.log(
    `  ${name}: ${seconds.toFixed(1)} s of processor time, ${speed.toFixed(0)} MB/s, ${peak.toFixed(0)} MB of memory at most`,
  );
}

/** Sums by day and segment, which are all that jq can tell of a stream; where it is installed. */
function measureJq(path: string): void {
  const sum = `reduce inputs as $one ({}; ($one.time[:10] + $one.segment) as $key
    | .[$key] |= {calls: (.calls + 1), in: (.in + $one.usage.input), out: (.out + $one.usage.output), usd: (.usd + ($one.usd // 0))})`;
  const script = `TIMEFORMAT='%U %S'; time jq -n "$1" "$0" > /dev/null`;
  const { status, stderr } = spawnSync('bash', ['-c', script, path, sum], { encoding: 'utf8' });
  const seconds = stderr
    .trim()
    .split(' ')
    .reduce((all, part) => all + Number(part), 0);
  if (status !== 0 || Number.isNaN(seconds)) return;
  const speed = statSync(path).size / 1e6 / seconds;
  console.log(
    `  jq, calls, tokens and dollars alone: ${seconds.toFixed(1)} s of processor time, ${speed.toFixed(0)} MB/s`,
  );
}

async function askInSql(path: string): Promise<void> {
  const page = readFileSync(join(import.meta.dirname, '../../docs/monitor.md'), 'utf8');
  const sqlAfter = (heading: string): string =>
    page.slice(page.indexOf(`\nDuckDB, ${heading}`)).match(/```sql\n(.*?)```/su)?.[1] ?? '';
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(sqlAfter('records of your own').replace("'logs/*.jsonl'", `'${path}'`));
  await connection.runAndReadAll(sqlAfter('the question'));
  connection.closeSync();
  instance.closeSync();
}

async function cpuOf(work: () => Promise<void>): Promise<number> {
  const from = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1e6;
}

/** Calls over a week, of three segments; two of three are billed by no word of the log. */
async function writeLog(path: string, lines: number): Promise<void> {
  const file = createWriteStream(path);
  const question = 'Can I return shoes after forty days if I never wore them outside? '.repeat(4);
  const answer = 'No, only within thirty days; after that we repair them or offer a voucher. '.repeat(3);
  for (let at = 0; at < lines; at++) {
    const record = {
      time: new Date(Date.UTC(2026, 10, 20) + (at * 604_800_000) / lines).toISOString(),
      input: [
        { role: 'system', content: 'You answer questions about orders. Be brief.' },
        { role: 'user', content: `${question}${at}` },
      ],
      output: `${answer}${at}`,
      model: 'gpt-5.6-luna',
      usage: { input: 200 + (at % 50), output: 50 + (at % 40), cached: at % 2 === 0 ? 0 : 64 },
      latencyMs: 400 + ((at * 7919) % 3000),
      segment: ['free', 'pro', 'team'][at % 3],
      prompt: 'support',
      finishReason: 'stop',
      ...(at % 3 === 0 ? { usd: 0.0004 } : {}),
    };
    if (!file.write(`${JSON.stringify(record)}\n`)) await once(file, 'drain');
  }
  file.end();
  await finished(file);
}
