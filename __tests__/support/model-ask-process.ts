import { createAsking } from '../../src/app/ask/create-asking.ts';
import { callFor } from '../../src/core/call.ts';
import { createOpenAiProvider } from '../../src/providers/openai/create-openai-provider.ts';
import { systemClock } from '../../src/providers/system-clock.ts';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import { requestOf } from './model-answers.ts';

/** Run as a process of its own, to be killed: asks `count` questions of `url`, keeping answers in `path`. */
const [url = '', path = '', count = '0', concurrency = '8'] = process.argv.slice(2);
// Whoever started it may be gone first.
process.stdout.on('error', () => process.exit(1));
const store = openSqliteStore(path, systemClock);
const asking = createAsking({
  providers: new Map([
    [
      'default',
      {
        provider: createOpenAiProvider({ name: 'default', baseUrl: url, keyFrom: 'nowhere', clock: systemClock }),
        endpoint: url,
      },
    ],
  ]),
  store,
  clock: systemClock,
  random: Math.random,
  limits: { concurrency: Number(concurrency), maxCalls: 100_000, maxCostUsd: 5, timeoutMs: 600_000 },
  progress: { say: () => {}, update: () => {}, end: () => {} },
  costOf: () => undefined,
  cancel: new AbortController().signal,
});
const calls = Array.from({ length: Number(count) }, (_, index) => callFor(requestOf(`q${index}`), 0, 'reply'));
const replies = await Promise.all(calls.map(asking.ask));
store.close();
process.stdout.write(
  JSON.stringify({ notes: store.notes, failed: replies.filter(({ kind }) => kind === 'failed').length }),
);
