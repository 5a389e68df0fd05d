import { createAsking } from '../../src/app/ask/create-asking.ts';
import { callFor } from '../../src/core/call.ts';
import { memory } from '../../src/providers/memory.ts';
import { createOpenAiProvider } from '../../src/providers/openai/create-openai-provider.ts';
import { systemClock } from '../../src/providers/system-clock.ts';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';

/** A process of its own: asks `count` calls through provider, pool and a store on disk, and prints what it took as JSON. */
const [url = '', path = '', count = '200', concurrency = '64'] = process.argv.slice(2);
memory.ask(Number(count));
const store = openSqliteStore(path, systemClock);
const seat = {
  provider: createOpenAiProvider({ name: 'default', baseUrl: url, keyFrom: 'nowhere', clock: systemClock }),
  endpoint: url,
};
const asking = createAsking({
  providers: new Map([['default', seat]]),
  store,
  clock: systemClock,
  random: Math.random,
  limits: { concurrency: Number(concurrency), maxCalls: 1_000_000, maxCostUsd: 5, timeoutMs: 3_600_000 },
  progress: { say: () => {}, update: () => {}, end: () => {} },
  costOf: () => undefined,
  cancel: new AbortController().signal,
});
const system = 'You answer questions about orders. '.repeat(20);
const calls = Array.from({ length: Number(count) }, (_, index) =>
  callFor(
    {
      kind: 'chat',
      provider: 'default',
      model: 'bench',
      messages: [
        { role: 'system', content: system },
        { role: 'user', content: `question ${index}` },
      ],
      params: {},
    },
    0,
    'reply',
  ),
);
const cpu = process.cpuUsage();
const started = performance.now();
const replies = await Promise.all(calls.map(asking.ask));
const spanMs = performance.now() - started;
const { user, system: kernel } = process.cpuUsage(cpu);
store.close();
const answered = replies.filter(({ kind }) => kind === 'answered').length;
const cpuMs = (user + kernel) / 1000 / calls.length;
// Kilobytes on Linux.
const peakMb = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ spanMs, cpuMs, peakMb, answered }));
