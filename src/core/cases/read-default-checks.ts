import type { CheckKinds } from '../check-kind.ts';
import type { Check } from '../golden-case.ts';
import type { Json } from '../json.ts';
import { type Position, type Problem, showPosition } from '../problem.ts';
import type { Located, Path } from '../yaml/located.ts';
import { type CheckReading, readCheck } from './read-check.ts';

/** Reads the checks under the config's `defaults`, which every case of every prompt gets. */
export function readDefaultChecks(
  written: readonly { readonly value: Json; readonly at: Position }[],
  kinds: CheckKinds,
): { readonly checks: readonly Check[]; readonly problems: readonly Problem[] } {
  const value = written.map((one) => one.value);
  const at: Located['at'] = ([index]) => written[Number(index)]?.at ?? { file: '' };
  const problems: Problem[] = [];
  const reading: CheckReading = { located: { value, at }, kinds, reason: 'config', shared: new Map() };
  return { checks: readChecks(value, [], reading, problems), problems };
}

/** Reads a list of checks as it was written at `path`; what is wrong with them is added to `problems`. */
export function readChecks(
  written: readonly Json[],
  path: Path,
  reading: CheckReading,
  problems: Problem[],
): readonly Check[] {
  const named = new Map<string, Check>();
  for (const [index, entry] of written.entries()) {
    const read = readCheck(entry, [...path, index], reading);
    if (read.kind === 'broken') {
      problems.push(...read.problems);
      continue;
    }
    const { check } = read;
    const key = JSON.stringify([check.kind, check.name]);
    const other = named.get(key);
    if (other === undefined) named.set(key, check);
    else {
      const what = `The check \`${check.name}\` is there already, at ${showPosition(other.at)}.`;
      problems.push({ reason: reading.reason, what, at: check.at, fix: 'Drop one, or give one a `name`.' });
    }
  }
  return [...named.values()];
}
