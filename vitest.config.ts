import { defineConfig } from 'vitest/config';

/** Tests of modules that hold no state: nothing one file does can be seen by another, so that they share their workers. */
const stateless = '__tests__/{core,formats,reporters,scorers}/**';

/** `vitest run` is the suite; `vitest run --mode long` is what takes longer than a suite may. */
export default defineConfig(({ mode }) => ({
  test: {
    // A test that hangs is to end some day; how long one takes says more of what else the machine does.
    testTimeout: mode === 'long' ? 1_800_000 : 240_000,
    hookTimeout: 240_000,
    // Most of the time of tests that start processes is waiting: all processors are to be kept busy, not all but one.
    maxWorkers: '150%',
    // A test that was left focused, or a suite that found nothing, must not pass.
    allowOnly: false,
    passWithNoTests: false,
    projects:
      mode === 'long'
        ? [
            {
              extends: true,
              // Packages as they are used, not as they are debugged: micromark's own checks take half of its time.
              ssr: { resolve: { conditions: ['module', 'node'] } },
              test: { name: 'long', include: ['__tests__/**/*.long.test.ts'] },
            },
          ]
        : [
            {
              extends: true,
              // A worker a file would load the same modules a hundred times: half of what these tests take.
              test: {
                name: 'stateless',
                isolate: false,
                include: [`${stateless}/*.test.ts`],
                exclude: ['**/*.long.test.ts'],
              },
            },
            {
              extends: true,
              test: {
                name: 'processes',
                include: ['__tests__/**/*.test.ts'],
                exclude: ['**/*.long.test.ts', stateless],
              },
            },
          ],
  },
}));
