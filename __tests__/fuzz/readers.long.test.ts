import { describe, expect, test } from 'vitest';
import { dailySeed } from '../support/daily-seed.ts';
import { expectHarmless, fuzzReader, harmOf } from '../support/fuzz-reader.ts';
import { fuzzedReaders } from '../support/fuzzed-readers.ts';
import { deepTexts } from '../support/mutate-text.ts';

const seed = dailySeed();
const most = 20_000;
/** Of all inputs of a reader; each day draws others. `PROMPTGATE_FUZZ=1` tries all of a day's. */
const share = Number(process.env['PROMPTGATE_FUZZ'] ?? 0.12);

describe('thousands of inputs made of fixtures and of what has upset readers', () => {
  const told: string[] = [];
  test.each(fuzzedReaders.map((reader) => [reader.name, reader] as const))('%s', async (name, reader) => {
    const done = await fuzzReader(reader, Math.ceil((reader.inputs ?? most) * share), seed);
    told.push(`${name}: ${done.inputs} inputs, the slowest ${Math.ceil(done.slowestMs)} ms`);
    if (reader === fuzzedReaders.at(-1)) console.log(told.join('\n'));
    expectHarmless(done);
    for (const text of deepTexts) expect(await harmOf(reader, text)).toBeUndefined();
  });
});
