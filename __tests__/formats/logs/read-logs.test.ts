import { describe, expect, test } from 'vitest';
import { faultsOfLogs } from '../../../src/core/logs/log-tally.ts';
import { showProblem } from '../../../src/core/problem.ts';
import { logFormats } from '../../../src/formats/logs/index.ts';
import { readLogText } from '../../support/logged-calls.ts';
import { deepValues } from '../../support/mutate-text.ts';

const titles = logFormats.map(({ title }) => title);
const lines = (...records: readonly unknown[]) =>
  records.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n');
const call = (n: number) => ({ input: `question ${n}`, output: 'reply' });

describe('a log', () => {
  test('with a broken line in twenty is read, and the line is told', () => {
    const text = lines(...Array.from({ length: 19 }, (_, n) => call(n)), '{"input": "cut', '', ' ');
    const { calls, tally } = readLogText(text, 'a.jsonl');
    expect([calls.length, tally.records, tally.broken]).toEqual([19, 20, 1]);
    expect(tally.faults.map(({ at, what }) => [at, what])).toEqual([
      [{ file: 'a.jsonl', line: 20 }, 'This line is not valid JSON.'],
    ]);
    expect(faultsOfLogs([tally], titles)).toEqual([]);
  });

  test('with more of them is not believed', () => {
    const { tally } = readLogText(lines(...Array.from({ length: 18 }, (_, n) => call(n)), 'x', 'y'), 'a.jsonl');
    expect(faultsOfLogs([tally], titles).map(showProblem)).toEqual([
      'a.jsonl:19: 2 of 20 records are broken, more than 5 %. Mend the logs, or name those that are whole.',
      expect.stringMatching(/^a\.jsonl:19: This line is not valid JSON\./u),
      expect.stringMatching(/^a\.jsonl:20: /u),
    ]);
  });

  test('of no known format is told with what it has and what is read', () => {
    const { tally } = readLogText(lines({ level: 'info', msg: 'started' }, { level: 'warn' }), 'app.log');
    expect(faultsOfLogs([tally], titles).map(showProblem).join()).toMatch(
      /^app\.log:1: None of its 2 records is of a format that is read\. The first: A record of no format that is read, with `level`, `msg`\. Formats that are read: .*OpenInference/u,
    );
  });

  test('that changes its format midway has records that are broken', () => {
    const text = lines(
      { id: '1', trace_id: 't', type: 'GENERATION', start_time: '2026-11-27 09:00:00.1', input: 'a' },
      call(2),
    );
    const { calls, tally } = readLogText(text, 'mixed.jsonl');
    expect([calls.length, tally.broken, tally.format]).toEqual([1, 1, 'Langfuse']);
  });

  test('of maps over several lines tells the line on which each begins', () => {
    const text = `[\n${[1, 2].map((n) => JSON.stringify(call(n), null, 2)).join(',\n')}\n]\n`;
    expect(readLogText(text, 'a.json').calls.map(({ at }) => at.line)).toEqual([2, 6]);
  });

  test('of a table tells the line on which a row begins, and rows that lack cells', () => {
    const text = 'input,output\n"two\nlines",a\nplain,b\nshort\n"last, one",c\n';
    const { calls, tally } = readLogText(text, 'a.csv');
    expect(calls.map(({ at, input }) => [at.line, input[0]?.content])).toEqual([
      [2, 'two\nlines'],
      [4, 'plain'],
      [6, 'last, one'],
    ]);
    expect(tally.faults[0]).toMatchObject({ at: { line: 5 }, what: 'It has 1 cells, and the table 2 columns.' });
  });

  test('with a record that has no end is read on behind it, in bounded memory', () => {
    const long = `{"input":"${'x'.repeat(33 * 1024 * 1024)}`;
    const { calls, tally } = readLogText(`${lines(call(1), long, call(2))}\n`, 'a.jsonl', { piece: 1024 * 1024 });
    expect([calls.length, tally.broken, tally.faults[0]?.at?.line]).toEqual([2, 1, 2]);
  });
});

describe('messages', () => {
  const read = (record: unknown) => readLogText(JSON.stringify(record), 'a.jsonl').calls[0];

  test.each([
    ['text', 'Hi', 'Hi'],
    ['chat', [{ role: 'user', content: 'Hi' }], 'Hi'],
    ['content blocks', [{ role: 'user', content: [{ type: 'text', text: 'Hi' }] }], 'Hi'],
    ['a request', { model: 'm', messages: [{ role: 'user', content: 'Hi' }] }, 'Hi'],
    ['a request of the Responses API', { input: 'Hi' }, 'Hi'],
    ['items of the Responses API', { input: [{ role: 'user', content: [{ type: 'input_text', text: 'Hi' }] }] }, 'Hi'],
    ['contents of Gemini', { contents: [{ role: 'user', parts: [{ text: 'Hi' }] }] }, 'Hi'],
    ['JSON in a text', JSON.stringify([{ role: 'user', content: 'Hi' }]), 'Hi'],
    ['fields of the application', { question: 'Hi' }, '{"question":"Hi"}'],
    [
      'an image beside it',
      [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'Hi' },
            { type: 'image_url', image_url: { url: 'x' } },
          ],
        },
      ],
      'Hi[image_url]',
    ],
  ])('are read from %s', (_, input, said) => {
    expect(read({ input, output: 'x' })?.input.at(-1)).toMatchObject({ role: 'user', content: said });
  });

  test.each([
    ['text', 'Yes', 'Yes', []],
    [
      'a completion',
      { choices: [{ message: { role: 'assistant', content: 'Yes' } }, { message: { content: 'No' } }] },
      'Yes',
      [],
    ],
    [
      'a message of Anthropic',
      {
        role: 'assistant',
        content: [
          { type: 'thinking', thinking: '…' },
          { type: 'text', text: 'Yes' },
          { type: 'tool_use', id: 't', name: 'f', input: { a: 1 } },
        ],
      },
      'Yes',
      [{ id: 't', name: 'f', arguments: '{"a":1}' }],
    ],
    [
      'the Responses API',
      {
        output: [
          { type: 'reasoning', summary: [] },
          { type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'Yes' }] },
          { type: 'function_call', call_id: 'c', name: 'f', arguments: '{}' },
        ],
      },
      'Yes',
      [{ id: 'c', name: 'f', arguments: '{}' }],
    ],
    [
      'candidates of Gemini',
      {
        candidates: [
          { content: { role: 'model', parts: [{ text: 'Yes' }, { functionCall: { name: 'f', args: {} } }] } },
        ],
      },
      'Yes',
      [{ name: 'f', arguments: '{}' }],
    ],
  ])('that came back are read from %s', (_, output, text, toolCalls) => {
    expect(read({ input: 'Hi', output })?.output).toEqual({ text, toolCalls });
  });
});

describe('what is nested deeper than any message', () => {
  test.each(deepValues.map((deep) => [deep.slice(0, 24), deep] as const))('is a text: %s…', (_, deep) => {
    const { calls } = readLogText(lines({ input: deep, output: deep, variables: deep }), 'a.jsonl');
    // Compared as one value: it is too long to be shown.
    expect([calls[0]?.input[0]?.content === deep, calls[0]?.output?.text === deep]).toEqual([true, true]);
    expect(calls[0]?.variables).toBeUndefined();
  });
});

describe('times', () => {
  test.each([
    ['2026-11-27T09:00:00Z', 0],
    ['2026-11-27 09:00:00.250000', 250],
    ['2026-11-27T10:00:00+01:00', 0],
    ['2026-11-27', -9 * 3_600_000],
    [1795770000, 0],
    [1795770000.5, 500],
    [1795770000123, 123],
    ['1795770000123000', 123],
    ['1795770000123456789', 123.457],
  ])('%s is read as UTC where it names no zone', (time, ms) => {
    const text = JSON.stringify({ time, input: 'a' });
    expect(readLogText(text, 'a.jsonl').calls[0]?.time).toBe(Date.UTC(2026, 10, 27, 9) + ms);
  });
});

describe('tokens', () => {
  test('that a service counts apart from those of its cache are added up', () => {
    const usage = { input_tokens: 20, output_tokens: 5, cache_read_input_tokens: 300 };
    expect(readLogText(JSON.stringify({ input: 'a', usage }), 'a.jsonl').calls[0]?.tokens).toMatchObject({
      in: 320,
      cached: 300,
    });
  });
});
