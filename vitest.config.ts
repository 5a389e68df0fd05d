import { defineConfig } from 'vitest/config';

/** `vitest run` is the suite; `vitest run --mode long` is what takes longer than a suite may. */
export default defineConfig(({ mode }) => ({
  test: {
    include: mode === 'long' ? ['__tests__/**/*.long.test.ts'] : ['__tests__/**/*.test.ts'],
    exclude: mode === 'long' ? [] : ['__tests__/**/*.long.test.ts'],
    // A test that hangs is to end some day; how long one takes says more of what else the machine does.
    testTimeout: mode === 'long' ? 1_800_000 : 240_000,
    hookTimeout: 240_000,
    // Most of the time of tests that start processes is waiting: all processors are to be kept busy, not all but one.
    maxWorkers: '150%',
    // A test that was left focused, or a suite that found nothing, must not pass.
    allowOnly: false,
    passWithNoTests: false,
  },
}));
