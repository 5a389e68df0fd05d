import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordPlan } from '../../src/app/init/word-plan.ts';
import { coverageReportSchema } from '../../src/core/golden-set/coverage-report.ts';
import { goldenSetReportSchema } from '../../src/core/golden-set/golden-set-report.ts';
import { writeCases } from '../../src/core/init/write-cases.ts';
import { createLog } from '../../src/hosts/log/create-log.ts';
import { createLiveProgress } from '../../src/hosts/progress/live-progress.ts';
import { writeCoverage } from '../../src/reporters/coverage.ts';
import { writeGoldenSet } from '../../src/reporters/golden-set.ts';
import { anyOfSchema } from '../support/any-of-schema.ts';
import { hostileText } from '../support/hostile-grammar.ts';
import { expectOnlyText } from '../support/hostile-targets.ts';

const once = { numRuns: 25, seed: 12 };

describe('hostile text in what the command line prints besides a report', () => {
  test('stays text: a check of the golden cases', async () => {
    await fc.assert(
      fc.asyncProperty(anyOfSchema(goldenSetReportSchema, hostileText), fc.boolean(), async (drawn, colours) => {
        await expectOnlyText(writeGoldenSet(goldenSetReportSchema.parse(drawn), { colours, columns: 100 }));
      }),
      once,
    );
  });

  test('stays text: what the golden cases reach', async () => {
    await fc.assert(
      fc.asyncProperty(anyOfSchema(coverageReportSchema, hostileText), fc.boolean(), async (drawn, colours) => {
        await expectOnlyText(writeCoverage(coverageReportSchema.parse(drawn), { colours, columns: 100 }));
      }),
      once,
    );
  });

  test('stays text: the plan of a first set-up', async () => {
    const file = fc.record({ path: hostileText, text: hostileText, what: hostileText });
    const unread = fc.record({ path: hostileText, why: hostileText, fix: hostileText });
    const few = { minLength: 1, maxLength: 3 };
    const plan = fc.record({
      files: fc.array(file, few),
      kept: fc.array(hostileText, few),
      unread: fc.array(unread, few),
      later: fc.nat(3),
      prompts: fc.nat(3),
      agents: fc.array(hostileText, few),
    });
    await fc.assert(
      fc.asyncProperty(plan, fc.boolean(), async (drawn, done) => expectOnlyText(wordPlan(drawn, done))),
      once,
    );
  });

  test('stays text: progress that is drawn anew, and what is said in between', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        let shown = '';
        const write = (piece: string) => {
          shown += piece;
        };
        const clock = { now: () => 0, monotonic: () => 0, sleep: () => Promise.resolve() };
        const progress = createLiveProgress(write, createLog(write).say, clock, () => 80);
        progress.say(text);
        progress.end();
        await expectOnlyText(shown.replaceAll('\t', ' '));
      }),
      once,
    );
  });

  test('a path with a line break writes nothing of its own into a first cases file', () => {
    const laid = { path: 'a\ndefaults: { checks: [] }\n#', variables: [], isSystem: false };
    const lines = writeCases(laid).split('\n');
    expect(lines.filter((line) => line.startsWith('defaults:'))).toEqual(['defaults:']);
  });
});
