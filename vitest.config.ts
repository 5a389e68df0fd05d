import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tests of modules that hold no state: nothing one file does can be seen by another, so that they share their workers. */
const stateless = '__tests__/{app,core,embedded,formats,fuzz,hostile,reporters,scorers}/**';

/**
 * Files that take longest, longest first. Vitest begins with the largest texts where it has seen none of them run, and a
 * fresh clone has not: the longest would run last, with all other processors idle.
 */
const longest = [
  'fuzz/readers',
  'long/whole-runs',
  'e2e/cancel-amid-work',
  'long/github-faults',
  'e2e/attack-hangs',
  'e2e/check',
  'e2e/attack-crash',
  'e2e/documents',
  'long/asking',
  'e2e/gate',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = longest.findIndex((name) => moduleId.endsWith(`/${name}.long.test.ts`));
      return at < 0 ? longest.length : at;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

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
    sequence: { sequencer: LongestFirst },
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
                // It imports JSON as bundlers take it and Node does not.
                server: { deps: { inline: [/@actions\/(?:workflow-parser|expressions)/u] } },
                include: ['__tests__/**/*.test.ts'],
                exclude: ['**/*.long.test.ts', stateless],
              },
            },
          ],
  },
}));
