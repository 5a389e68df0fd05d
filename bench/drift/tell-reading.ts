import { followRow } from '../../src/core/drift/follow-row.ts';
import { readHistory, rowsOfHistory, writeHistory } from '../../src/core/drift/read-history.ts';
import { seededRandom } from '../../src/core/statistics/random.ts';
import { daysOf } from './simulate.ts';

/** Two years of daily runs of 200 cases, read and followed, beside what `JSON.parse` alone takes on the same lines. */
export function tellReading(seed: number): string {
  const random = seededRandom([seed, 2_000]);
  const runs = daysOf(730, 200, () => random() / 4294967296);
  const lines = writeHistory(runs);
  // The best of some attempts: what else a machine does only adds to them.
  const timed = (work: () => void): number =>
    Math.min(
      ...Array.from({ length: 5 }, () => {
        const started = performance.now();
        work();
        return performance.now() - started;
      }),
    );
  const parsed = timed(() => {
    for (const line of lines.trimEnd().split('\n')) JSON.parse(line);
  });
  const read = timed(() => {
    followRow(rowsOfHistory(readHistory(lines, 'history').lines).values().next().value ?? []);
  });
  const ratio = read / parsed;
  const seconds = (read / 1000).toFixed(1);
  return `Two years of daily runs of 200 cases: ${(lines.length / 1e6).toFixed(0)} MB, read and followed in ${seconds} s, ${ratio.toFixed(1)} times what \`JSON.parse\` alone takes on the same lines.`;
}
