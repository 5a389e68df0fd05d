import { expect } from 'vitest';
import type { FuzzedReader } from './fuzzed-readers.ts';
import { createRandom, mutateText } from './mutate-text.ts';
import { watchInputs } from './watch-inputs.ts';

/** Processor time of one input that no reader may take, on a machine that is busy with other things too. */
const mostMs = 2_000;

/** What became of the inputs of one reader. */
export type Fuzzed = {
  readonly inputs: number;
  /** Inputs by which it threw, told nothing of the place, changed what every object has, or took too long; at most ten. */
  readonly harmful: readonly { readonly why: string; readonly text: string }[];
  readonly slowestMs: number;
};

/** Gives a reader inputs made of its seeds. The same seed gives the same ones. */
export async function fuzzReader(reader: FuzzedReader, inputs: number, seed: number): Promise<Fuzzed> {
  const random = createRandom(seed);
  const harmful: { readonly why: string; readonly text: string }[] = [];
  let slowestMs = 0;
  const watch = watchInputs();
  for (let left = inputs; left > 0 && harmful.length < 10; left -= 1) {
    const text = mutateText(reader.seeds, random);
    watch.begin(reader.name, text);
    const started = performance.now();
    const why = await harmOf(reader, text);
    const took = performance.now() - started;
    if (why !== undefined) harmful.push({ why, text });
    else if (took > mostMs && (await processorTime(reader, text)) > mostMs)
      harmful.push({ why: 'it takes too long', text });
    slowestMs = Math.max(slowestMs, took);
  }
  watch.end();
  return { inputs, harmful, slowestMs };
}

/** Why a reader may not do what it does with a text; nothing where all is well. */
export async function harmOf(reader: FuzzedReader, text: string): Promise<string | undefined> {
  try {
    const told = await reader.read(text);
    const unplaced = told?.find(({ at, what }) => at === undefined || what === '');
    if (unplaced !== undefined) return `a fault without a place: ${unplaced.what}`;
    return isPolluted() ? 'every object has something more now' : undefined;
  } catch (fault) {
    return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
  }
}

const known = [Object.prototype, Array.prototype, Function.prototype, String.prototype].map((one) => ({
  one,
  keys: Reflect.ownKeys(one).length,
}));

function isPolluted(): boolean {
  return known.some(({ one, keys }) => Reflect.ownKeys(one).length !== keys);
}

/** Whether an input is slow by itself, or the machine was. */
async function processorTime(reader: FuzzedReader, text: string): Promise<number> {
  const before = process.cpuUsage();
  await reader.read(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Asserts that nothing harmful was found, and shows what was. */
export function expectHarmless({ harmful }: Fuzzed): void {
  expect(harmful.map(({ why, text }) => `${why.slice(0, 600)}\n${JSON.stringify(text.slice(0, 2_000))}`)).toEqual([]);
}
