import type { DriftCase, DriftLine, DriftRun } from './drift-line.ts';
import { angleBetween, type Direction, meanDirection, readSketch, writeSketch } from './sketch.ts';

/** Runs that make what a case's later replies are held to. */
const referenceRuns = 3;
/** How far the same text may be from itself, as a share of a right angle, before it is the embedding model that is another. */
const sameModel = 0.03;

/**
 * A run with how far each reply is from what the case's first replies meant: the angle of its embedding to their mean. Of the first
 * runs the mean itself is kept, as a sketch; so it is anew where people took another usual, or the embedding model moved.
 * @param embedded directions of a case's replies in their order; nothing where one of them has none
 * @param same direction of a text that is the same in each run @param earlier the row's own lines, in order of time
 */
export function withDistances(
  line: DriftRun,
  embedded: (one: DriftCase) => readonly Direction[],
  same: Direction,
  earlier: readonly DriftLine[],
): DriftRun {
  const since = earlier.findLastIndex(({ kind }) => kind === 'accepted');
  const references = Map.groupBy(
    earlier.slice(since + 1).flatMap((run) => (run.kind === 'run' && isOf(run, same) ? run.cases : [])),
    ({ key }) => key,
  );
  let sketched = false;
  const cases = line.cases.map((one): DriftCase => {
    const directions = embedded(one);
    if (directions.length === 0) return one;
    const held = (references.get(one.key) ?? []).flatMap(({ sketch }) => readSketch(sketch ?? '') ?? []);
    const reference = held.length < referenceRuns ? undefined : meanDirection(held.slice(0, referenceRuns));
    if (reference !== undefined) {
      const distance = directions.map((own) => Math.round(1_000 * angleBetween(own, reference)) / 1_000);
      return { ...one, values: { ...one.values, distance } };
    }
    const mean = meanDirection(directions);
    if (mean === undefined) return one;
    sketched = true;
    return { ...one, sketch: writeSketch(mean) };
  });
  return { ...line, cases, ...(sketched ? { embedder: writeSketch(same) } : {}) };
}

/** Whether a run's sketches are of the embedding model of now. */
function isOf({ embedder = '' }: DriftRun, same: Direction): boolean {
  const was = readSketch(embedder);
  return was !== undefined && angleBetween(was, same) <= sameModel;
}
