import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { monitorLocally } from '../../src/app/monitor/monitor-locally.ts';
import { defaultInputs } from '../../src/app/review/read-settings.ts';
import { wireMonitor } from '../../src/wire/wire-monitor.ts';

/**
 * What `promptgate monitor` takes for a log, beside `JSON.parse` alone on the same lines in the same run, in processor time, and
 * the most memory the process held. Run: npm run bench:monitor -- LINES (200,000 where none are given)
 */
const lines = Number(process.argv[2] ?? 200_000);
/** There is no config here that wants a model asked. */
const asksNothing = (): Promise<never> => Promise.reject(new Error('a model is to be asked'));
const folder = mkdtempSync(join(tmpdir(), 'bench-monitor-'));
try {
  const path = join(folder, 'calls.jsonl');
  await writeLog(path);
  const megabytes = statSync(path).size / 1e6;
  const monitored = await cpuOf(async () => {
    const asked = { inputs: defaultInputs(), logs: [path], json: true, screen: { colours: false } } as const;
    await monitorLocally(asked, { ...wireMonitor(folder), openObserving: asksNothing });
  });
  // Before the other way is measured: memory that it takes is not ours.
  const peak = process.resourceUsage().maxRSS / 1024;
  const parsed = await cpuOf(async () => {
    for await (const line of createInterface({ input: createReadStream(path) })) JSON.parse(line);
  });
  console.log(`${lines} lines, ${megabytes.toFixed(0)} MB`);
  console.log(
    `monitor: ${monitored.toFixed(1)} s of processor time, ${(megabytes / monitored).toFixed(0)} MB/s, ${peak.toFixed(0)} MB of memory at most`,
  );
  console.log(
    `lines and JSON.parse alone: ${parsed.toFixed(1)} s, ${(megabytes / parsed).toFixed(0)} MB/s; ratio ${(parsed / monitored).toFixed(2)}`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function cpuOf(work: () => Promise<void>): Promise<number> {
  const from = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1e6;
}

/** Calls over a week, of three segments; two of three are billed by no word of the log. */
async function writeLog(path: string): Promise<void> {
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
