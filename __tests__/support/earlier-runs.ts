import { type DriftRun, driftLine } from '../../src/core/drift/drift-line.ts';
import { seededRandom } from '../../src/core/statistics/random.ts';

/**
 * Runs of the hours before a run, as if its service had been asked then: each case passes at `rate`, everything else is as in that run,
 * give or take a tenth.
 * @param line of that run, in a history
 */
export function earlierRuns(line: string, count: number, rate: number): readonly DriftRun[] {
  const read = driftLine.parse(JSON.parse(line));
  if (read.kind !== 'run') throw new Error('the first line of a history is a run');
  const random = seededRandom([count, 3]);
  const draw = (): number => random() / 4294967296;
  return Array.from({ length: count }, (_, run) => ({
    ...read,
    at: new Date(Date.parse(read.at) - (count - run) * 3_600_000).toISOString(),
    run: `earlier-${run}`,
    cases: read.cases.map((one) => {
      const values = Object.entries(one.values).map(([channel, held]) => {
        return [channel, held.map((value) => value * (0.95 + 0.1 * draw()))] as const;
      });
      const pass = (one.values['score'] ?? []).map(() => (draw() < rate ? 1 : 0));
      return { ...one, values: { ...Object.fromEntries(values), score: pass, pass, refusal: pass.map(() => 0) } };
    }),
  }));
}
