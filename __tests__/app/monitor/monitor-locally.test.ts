import { expect, test } from 'vitest';
import type { KeptText } from '../../../src/app/alerts/raise-alerts.ts';
import { monitorLocally } from '../../../src/app/monitor/monitor-locally.ts';
import { parseInputs } from '../../../src/core/settings/parse-inputs.ts';
import { wireAlerts } from '../../../src/wire/wire-alerts.ts';

/** A day of calls that take two seconds each. */
const log = Array.from({ length: 60 }, (_, at) => {
  const time = new Date(Date.UTC(2026, 10, 27, 0, at * 24)).toISOString();
  return `${JSON.stringify({ time, input: 'Hi', output: 'Hello.', model: 'gpt-5.6-luna', latency_ms: 2000 })}\n`;
}).join('');

const slow = 'alerts: { rules: [{ metric: latency-p95, above: 1s }] }\n';

/** @param kept whom earlier runs told; absent: nobody is told */
async function run(config: string, given: Readonly<Record<string, string>> = {}, kept?: KeptText) {
  const parsed = parseInputs(new Map(Object.entries({ mode: 'monitor', ...given })));
  if (parsed.kind === 'broken') throw new Error(JSON.stringify(parsed.problems));
  const said: string[] = [];
  const alerts = kept && {
    ...{ ...wireAlerts({ env: {} }), kept, place: {}, signal: new AbortController().signal },
    ...{ warn: () => undefined, say: () => undefined },
  };
  const { open, text } = await monitorLocally(
    { inputs: parsed.inputs, logs: ['a.jsonl'], screen: { colours: false, columns: 120 }, ...(alerts && { alerts }) },
    {
      readFile: (path) => Promise.resolve({ kind: 'text', text: path === 'promptgate.yml' ? config : '' }),
      tool: { name: 'promptgate', version: '0.1.0' },
      openLogs: () =>
        Promise.resolve([
          {
            name: 'a.jsonl',
            text: async function* () {
              yield log;
            },
          },
        ]),
      loadPrices: () => Promise.resolve(() => undefined),
      now: () => Date.UTC(2026, 10, 28),
      bytesOf: (piece) => piece.length,
      openObserving: () => Promise.reject(new Error('No model is asked.')),
      say: (line) => said.push(line),
    },
  );
  return { open, said, text: [...text].join('') };
}

test('an open alert fails `promptgate monitor` where the config or the flag says so, and says why', async () => {
  const failed = { open: false, said: ['This fails (`fail-on: alert`): an alert of a rule is open.'] };
  expect(await run(`fail-on: [alert]\n${slow}`)).toMatchObject(failed);
  expect(await run(slow, { 'fail-on': 'moved, alert' })).toMatchObject(failed);
  const unknown = await run(slow, { 'fail-on': 'unknown' });
  expect([unknown.open, unknown.said]).toEqual([false, [expect.stringContaining('`fail-on: unknown`')]]);
});

test('without such a word `promptgate monitor` tells what is broken and fails nothing', async () => {
  const told = await run(slow);
  expect([told.open, told.said]).toEqual([true, []]);
  expect(told.text).toContain('Alert: The 95th percentile of a call’s time is 2.0 s');
  expect(await run(`fail-on: [alert]\n${slow}`, { 'fail-on': 'never' })).toMatchObject({ open: true });
  expect(await run('fail-on: [alert]\nalerts: { rules: [{ metric: latency-p95, above: 4s }] }\n')).toMatchObject({
    open: true,
  });
});

test('a run that may not pass with an open alert fails where it is not known what earlier runs told', async () => {
  const config = 'fail-on: [alert]\nalerts: { slack: SLACK, rules: [{ metric: latency-p95, above: 4s }] }\n';
  const keptAs = (text: string): KeptText => ({ read: () => Promise.resolve(text), write: () => Promise.resolve() });
  expect(await run(config, {}, keptAs(''))).toMatchObject({ open: true, said: [] });
  const lost: KeptText = { ...keptAs(''), read: () => Promise.reject(new Error('no permission')) };
  for (const kept of [lost, keptAs('{"version":1,')])
    expect(await run(config, {}, kept)).toMatchObject({
      open: false,
      said: [
        expect.stringMatching(/^This fails \(`fail-on: alert`\): whether an alert of a rule is open is not known/u),
      ],
    });
});
