import { describe, expect, test } from 'vitest';
import { monitorLocally } from '../../../src/app/monitor/monitor-locally.ts';
import { createObserver } from '../../../src/app/monitor/observe-calls.ts';
import { defaultInputs } from '../../../src/app/review/read-settings.ts';
import type { AskingSession } from '../../../src/app/review/review-ports.ts';
import type { CountedCall } from '../../../src/core/monitor/call-sum.ts';
import { parseConfig } from '../../../src/core/settings/parse-config.ts';
import { resolveSettings } from '../../../src/core/settings/resolve-settings.ts';
import { LogFileReader } from '../../../src/formats/logs/index.ts';
import { createSandbox } from '../../../src/sandbox/create-sandbox.ts';
import { judgingSession } from '../../support/judging-session.ts';

const counted: CountedCall = {
  tokens: { in: undefined, out: undefined, cached: undefined, reasoning: undefined },
  ...{ cost: { kind: 'unknown' }, latencyMs: undefined, served: undefined, promptCharacters: () => 0 },
  ...{ replyCharacters: 4, isError: false, isRefusal: false, isTruncated: false },
};

function observe(config: string, session: AskingSession, record: object = { input: 'Hi', output: 'Good' }) {
  const read = parseConfig(`judge: strict\nmonitor: { quality: ${config} }\n`, 'promptgate.yml');
  if (read.kind === 'broken') throw new Error(read.problems[0].what);
  const resolved = resolveSettings(defaultInputs(), read.config);
  if (resolved.kind === 'broken' || resolved.settings.quality === undefined) throw new Error('no settings');
  const observer = createObserver(resolved.settings.quality, resolved.settings, {
    ...{ openAsking: async () => session, hasKey: () => true, loadPrices: async () => () => undefined },
    progress: { say: () => undefined, update: () => undefined, end: () => undefined },
    ...{ breathe: () => undefined, sandbox: createSandbox(), files: undefined },
  });
  const reader = new LogFileReader('a.jsonl', {});
  for (const call of reader.push(`${JSON.stringify(record)}\n`.repeat(60))) observer.offer(call, counted);
  return observer.observe();
}

describe('a sample that is judged', () => {
  test('is cut to what the budget has room for, and says so', async () => {
    const done = await observe(
      '{ sample: 40, metrics: helpfulness, budget: { calls: 30 } }',
      judgingSession({ grade: 7 }),
    );
    expect(done.sample).toMatchObject({ wanted: 40, of: 60, taken: 30 });
    expect(done.calls).toBe(30);
    expect(done.notes[0]).toBe('10 of 40 calls of the sample do not fit the budget; 30 are judged.');
    expect(done.quality[0]).toMatchObject({ metric: 'helpfulness', n: 30, unknown: 0 });
  });

  test('is unknown where no judge answers, and is not taken for anything else', async () => {
    const done = await observe('{ sample: 20 }', judgingSession({ fails: 'The quota is used up.' }));
    for (const row of done.quality) expect(row).toMatchObject({ n: 0, unknown: 20, mean: null, interval: null });
    expect(done.unknown).toContainEqual({ metric: 'helpfulness', why: 'The quota is used up.', calls: 20 });
  });

  test('has no helpfulness where the log does not say what was asked, and a tone all the same', async () => {
    const done = await observe('{ sample: 20 }', judgingSession({ grade: 1 }), { output: 'Good', model: 'luna' });
    expect(done.unknown).toEqual([{ metric: 'helpfulness', why: 'the log does not say what was asked', calls: 20 }]);
    expect(done.quality.find(({ metric }) => metric === 'sentiment')).toMatchObject({ n: 20, mean: 1 });
  });

  test('is not asked for where a limit of dollars cannot hold, as nobody knows the price', async () => {
    const done = await observe('{ sample: 20, budget: { usd: 0.5 } }', judgingSession({ grade: 7 }));
    expect(done).toMatchObject({ calls: 0, quality: [], sample: { of: 60, taken: 0 } });
    expect(done.notes).toEqual([
      expect.stringMatching(/^Nothing is judged: the price of `strict` is unknown, so `monitor.quality.budget.usd`/u),
    ]);
  });
});

test('a quality that was asked for ends as unknown where no log says what was replied', async () => {
  const session = judgingSession({ grade: 7 });
  const line = JSON.stringify({ time: '2026-11-20T00:00:00Z', input: 'Hi', model: 'm' });
  const opened = await monitorLocally(
    { inputs: defaultInputs(), logs: ['a'], json: true, screen: { colours: false } },
    {
      ...{
        tool: { name: 'promptgate', version: '0' },
        now: () => Date.UTC(2026, 10, 28),
        bytesOf: (text) => text.length,
      },
      openLogs: async () => [
        {
          name: 'a.jsonl',
          async *text() {
            yield `${line}\n`.repeat(30);
          },
        },
      ],
      loadPrices: async () => () => undefined,
      readFile: async () => ({ kind: 'text', text: 'judge: strict\nmonitor: { quality: {} }\n' }),
      openObserving: async () => ({
        ...{ openAsking: async () => session, hasKey: () => true, loadPrices: async () => () => undefined },
        progress: { say: () => undefined, update: () => undefined, end: () => undefined },
        ...{ breathe: () => undefined, sandbox: createSandbox(), files: undefined, close: async () => undefined },
      }),
    },
  );
  expect(opened.faulty).toBe(true);
});

test('cases that are to be written outside of any repository are refused before anything is read', () => {
  const read = parseConfig('judge: strict\nmonitor: { quality: {} }\n', 'promptgate.yml');
  const resolved = read.kind === 'broken' ? read : resolveSettings(defaultInputs(), read.config);
  if (resolved.kind === 'broken') throw new Error('no settings');
  const { settings } = resolved;
  const { quality = never() } = settings;
  const ports = {
    ...{ openAsking: async () => judgingSession({ grade: 7 }), hasKey: () => true },
    loadPrices: async () => () => undefined,
    progress: { say: () => undefined, update: () => undefined, end: () => undefined },
    ...{ breathe: () => undefined, sandbox: createSandbox(), files: undefined, takers: [async () => []] },
  };
  expect(() => createObserver(quality, settings, ports)).toThrow('not in a git repository');
});

function never(): never {
  throw new Error('no quality');
}

test('cases that nobody judges for are not offered, and that is said before anything is read', async () => {
  const unread = (): never => {
    throw new Error('it was read');
  };
  const asked = { inputs: defaultInputs(), logs: ['a'], isTaken: true, screen: { colours: false } } as const;
  const ports = {
    tool: { name: 'promptgate', version: '0' },
    openLogs: unread,
    loadPrices: unread,
    bytesOf: () => 0,
    now: unread,
  };
  const readFile = async () => ({ kind: 'absent' }) as const;
  await expect(monitorLocally(asked, { ...ports, readFile, openObserving: unread })).rejects.toThrow(
    'No case is offered',
  );
});
