import fc from 'fast-check';
import { test } from 'vitest';
import { dailySeed } from './daily-seed.ts';
import { anyFilled, textsOfAReport } from './filled-report.ts';
import { targets } from './hostile-targets.ts';

const texts = 20_000;
/** Milliseconds of the processor for a target: what is not tried by then is a failure, not something left out. */
const longest = 180_000;

/** A test for each target: 20,000 hostile texts in reports of every shape stay text, from the day's seed. */
export function tryHostileTexts(...names: readonly string[]): void {
  const seed = dailySeed();
  const drawn = fc.sample(anyFilled, { numRuns: texts / textsOfAReport, seed });
  test.each(names)('stay text: %s', async (name) => {
    const before = process.cpuUsage();
    for (const [at, { hostile, harmless }] of drawn.entries()) {
      const { user, system } = process.cpuUsage(before);
      if (user + system > longest * 1000)
        throw new Error(`${longest} ms were enough for ${at} of ${drawn.length} reports.`);
      try {
        await targets[name]?.(hostile, harmless);
      } catch (error) {
        throw new Error(`Report ${at} of seed ${seed}: ${String(error)}`, { cause: error });
      }
    }
  });
}
