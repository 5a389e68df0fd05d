import type { CheckKinds } from '../check-kind.ts';
import type { Check } from '../golden-case.ts';
import type { Json } from '../json.ts';
import type { Position } from '../position.ts';
import type { Problem } from '../problem.ts';
import type { Located } from '../yaml/located.ts';
import type { CheckReading } from './read-check.ts';
import { readChecks } from './read-checks.ts';

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
