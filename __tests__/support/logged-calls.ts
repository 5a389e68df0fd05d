import type { LogFields, LoggedCall, LoggedTexts } from '../../src/core/logs/logged-call.ts';
import { LogFileReader } from '../../src/formats/logs/index.ts';

/** A call with its texts read, to be compared. */
export type ReadCall = Omit<LoggedCall, 'texts' | 'output'> & LoggedTexts;

/** Reads a log handed over in pieces. */
export function readLogText(text: string, file: string, { fields = {}, piece = text.length }: LogReading = {}) {
  const reader = new LogFileReader(file, fields);
  const calls: LoggedCall[] = [];
  for (let at = 0; at < text.length; at += Math.max(1, piece)) calls.push(...reader.push(text.slice(at, at + piece)));
  calls.push(...reader.end());
  return { calls: calls.map(withTexts), tally: reader.tally };
}

type LogReading = { readonly fields?: LogFields; readonly piece?: number };

function withTexts({ texts, output, ...call }: LoggedCall): ReadCall {
  const all = texts();
  // One way to read the reply tells what the other does.
  return { ...call, ...all, output: output() === undefined ? undefined : all.output };
}

const start = Date.UTC(2026, 10, 27, 9);
const system = { role: 'system', content: 'You answer questions about orders. Be brief.', toolCalls: [] };
const common = {
  prompt: { name: 'support', version: '3' },
  asked: 'gpt-5.6-luna',
  served: 'gpt-5.6-luna-2026-09-10',
  error: undefined,
};

/** The calls that the files of `fixtures/logs` tell, each in its own format. */
export const loggedCalls: readonly Omit<ReadCall, 'at'>[] = [
  {
    ...common,
    time: start + 125,
    segment: 'free',
    user: 'u-17',
    session: 's-1',
    tokens: { in: 120, out: 30, cached: 64, reasoning: 12 },
    usd: 0.00042,
    latencyMs: 1200,
    firstTokenMs: 300,
    finishReason: 'stop',
    ...saying('Can I return shoes after 40 days?', 'No, only within 30 days.'),
  },
  {
    ...common,
    time: start + 61_500,
    segment: 'pro',
    user: 'u-4',
    session: 's-2',
    tokens: { in: 131, out: 18, cached: 64, reasoning: 0 },
    usd: 0.00035,
    latencyMs: 2500,
    firstTokenMs: 500,
    finishReason: 'tool_calls',
    ...saying('Where is order 4711?', ''),
    output: { text: '', toolCalls: [{ id: 'call_1', name: 'find_order', arguments: '{"id":"4711"}' }] },
  },
  {
    ...common,
    time: start + 122_000,
    segment: 'pro',
    user: 'u-4',
    session: 's-2',
    served: undefined,
    tokens: { in: undefined, out: undefined, cached: undefined, reasoning: undefined },
    usd: 0,
    latencyMs: 30_000,
    firstTokenMs: undefined,
    finishReason: undefined,
    ...saying('And order 4712, with “quotes” and\na second line?', undefined),
    error: 'The service timed out.',
  },
  {
    ...common,
    time: start + 183_750,
    segment: 'free',
    user: 'u-18',
    session: 's-3',
    served: 'gpt-5.6-terra-2026-10-01',
    tokens: { in: 118, out: 512, cached: 0, reasoning: 0 },
    usd: 0.0051,
    latencyMs: 4000,
    firstTokenMs: 250,
    finishReason: 'length',
    ...saying('List every rule of your return policy.', '1. Shoes: 30 days. 2. Books: 14'),
  },
];

function saying(question: string, text: string | undefined): LoggedTexts {
  return {
    input: [system, { role: 'user', content: question, toolCalls: [] }],
    output: text === undefined ? undefined : { text, toolCalls: [] },
    variables: { question },
  };
}
