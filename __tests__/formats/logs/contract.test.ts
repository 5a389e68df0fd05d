import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { LogFields } from '../../../src/core/logs/logged-call.ts';
import { logFormats } from '../../../src/formats/logs/index.ts';
import { loggedCalls, type ReadCall, readLogText } from '../../support/logged-calls.ts';
import { deepValues } from '../../support/mutate-text.ts';

const root = join(import.meta.dirname, '../../../fixtures/logs');

/** What an application calls its fields, where they have names of its own. */
const ownNames: LogFields = {
  time: 'when',
  input: 'ask.messages',
  output: 'said',
  model: 'llm',
  served: 'answered_by',
  usage: 'tok',
  usd: 'price',
  latencyMs: 'ms',
  firstTokenMs: 'first_ms',
  finishReason: 'why',
  error: 'failed',
  segment: 'customer.plan',
  user: 'customer.id',
  session: 'chat',
  prompt: 'template',
  variables: 'filled',
};

/** What a format has no place for, or says in a way of its own. */
const differing: Readonly<Record<string, readonly (keyof ReadCall)[]>> = {
  'open-telemetry': ['variables'],
  // The request that failed is counted as 0 tokens, answered by the model that was asked for.
  litellm: [],
};

const files = logFormats.flatMap(({ name, title }) =>
  readdirSync(join(root, name)).map((file) => ({
    path: `${name}/${file}`,
    name,
    title,
    text: readFileSync(join(root, name, file), 'utf8'),
    fields: file.startsWith('own-names') ? ownNames : {},
  })),
);

describe.each(logFormats.map((format) => [format.name, format] as const))(
  'logs of the format %s',
  (name, { title, about }) => {
    const own = files.filter((file) => file.name === name);

    test('have files that are read as such', () => {
      expect(own.length).toBeGreaterThan(0);
    });

    test('have an example for the docs that is one', () => {
      const { calls, tally } = readLogText(about.example.text, about.example.path);
      expect(tally).toMatchObject({ format: title, broken: 0, calls: 1 });
      expect(calls[0]).toMatchObject({ asked: 'gpt-5.6-luna', latencyMs: 1200, tokens: { in: 120 } });
      expect(calls[0]?.input.at(-1)).toMatchObject({ role: 'user', content: 'Are you open?' });
    });

    test.each(own)('hold the same four calls as those of all others: $path', ({ path, title, text, fields }) => {
      const { calls, tally } = readLogText(text, path, { fields });
      expect(tally).toMatchObject({ format: title, broken: 0, faults: [], calls: 4 });
      const without = new Set<string>(differing[name] ?? []);
      const pick = (call: Omit<ReadCall, 'at'>) =>
        Object.fromEntries(Object.entries(call).filter(([key]) => !without.has(key)));
      const told = loggedCalls.map((call) => (name === 'litellm' ? asLitellm(call, path) : call));
      expect(calls.map(({ at: _, ...call }) => pick(call))).toEqual(told.map(pick));
      for (const { at } of calls) expect([at.file, Number(at.line) > 0]).toEqual([path, true]);
    });

    test.each(deepValues.map((deep) => [deep.slice(0, 24), deep] as const))(
      'are read with values that are nested too deep, held as text or not: %s…',
      (_, deep) => {
        const record: object = JSON.parse(about.example.text);
        const marked = JSON.stringify(record, (_key, value) => (value === 'Are you open?' ? '@' : value));
        for (const value of [JSON.stringify(deep), deep]) {
          const { calls, tally } = readLogText(
            `${about.example.text.trim()}\n${marked.replaceAll('"@"', value)}\n`,
            'a',
          );
          expect([calls.length, tally.broken]).toEqual([2, 0]);
        }
      },
    );

    test.each(own)('are read alike in pieces of any size: $path', ({ path, text, fields }) => {
      const whole = readLogText(text, path, { fields });
      for (const piece of [1, 7, 501]) expect(readLogText(text, path, { fields, piece })).toEqual(whole);
    });

    test.each(own)(
      'that end too early keep what was whole, and tell the line of the rest: $path',
      ({ path, text, fields }) => {
        const whole = readLogText(text, path, { fields });
        const { calls, tally } = readLogText(text.slice(0, Math.floor(text.length * 0.7)), path, { fields });
        expect(whole.calls.slice(0, calls.length)).toEqual(calls);
        expect(calls.length).toBeLessThan(4);
        expect(tally.broken).toBe(1);
        expect(tally.faults[0]).toMatchObject({
          at: { file: path, line: expect.any(Number) },
          what: expect.stringMatching(/\w/u),
        });
      },
    );
  },
);

/** A failed request counts 0 tokens there; without texts kept, nothing says how the reply ended. */
function asLitellm(call: Omit<ReadCall, 'at'>, path: string): Omit<ReadCall, 'at'> {
  if (call.error === undefined) return call;
  const tokens = { ...call.tokens, in: 0, out: 0 };
  return { ...call, tokens, served: call.asked, ...(path.includes('spend') ? {} : {}) };
}
