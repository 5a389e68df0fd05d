import { nameCheck } from '../../../core/cases/read-check.ts';
import type { Check, CheckSet } from '../../../core/golden-case.ts';
import type { Position } from '../../../core/problem.ts';
import type { MappedCheck } from './mapped-assertion.ts';
import type { SuiteReading } from './suite-reading.ts';

/** A check, the reference that it reads from its case, and the metric that it is written to be of. */
export type ReadCheck = Check & { readonly reference?: string; readonly metric?: string };

export type CheckMade =
  | { readonly kind: 'check'; readonly check: ReadCheck }
  | { readonly kind: 'not-run'; readonly why: string };

/** A mapped check with its name, weight and place, if its kind is there and takes the argument. */
export function toCheck(
  { kind: name, argument, options = {}, min, not, transforms, contextFrom, reference }: MappedCheck,
  {
    metric,
    description,
    weight,
    at,
    set,
  }: {
    readonly metric: string | undefined;
    /** promptfoo reads none, yet people write there what the assertion is for: better to read than its code. */
    readonly description: string | undefined;
    readonly weight: number;
    readonly at: Position;
    readonly set: CheckSet | undefined;
  },
  { kinds, share }: SuiteReading,
): CheckMade {
  const kind = kinds.get(name);
  if (kind === undefined) return { kind: 'not-run', why: `there is no check \`${name}\`` };
  // Shared before it is parsed: a schema is then compiled once for all cases.
  const held = share(argument);
  const parsed = kind.argument.safeParse(held);
  const issue = parsed.success ? kind.options.safeParse(options).error?.issues[0] : parsed.error.issues[0];
  if (issue !== undefined) return { kind: 'not-run', why: issue.message.replace(/\.$/u, '') };
  const [low, high] = kind.minRange;
  if (min !== undefined && (min < low || min > high)) return { kind: 'not-run', why: 'its threshold is out of range' };
  return {
    kind: 'check',
    check: {
      kind: name,
      name: metric ?? description ?? nameCheck(not === true ? `not ${name}` : name, argument),
      argument: held,
      options,
      weight,
      required: false,
      ...(not === true && { not }),
      ...(transforms && { transforms }),
      ...(contextFrom && { contextFrom }),
      ...(min !== undefined && { min }),
      ...(set && { set }),
      at,
      ...(reference !== undefined && { reference }),
      ...(metric !== undefined && { metric }),
    },
  };
}
