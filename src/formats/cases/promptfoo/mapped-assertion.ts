import type { Check } from '../../../core/golden-case.ts';
import type { Json, JsonObject } from '../../../core/json.ts';

/** An assertion of promptfoo as its mapping reads it, its value filled in. */
export type Assertion = {
  /** Without `not-`. */
  readonly type: string;
  /** Written with `not-`. */
  readonly negated: boolean;
  /** `null` where none is written. */
  readonly value: Json;
  readonly threshold?: number;
  /** What the assertion tells its script. */
  readonly config?: JsonObject;
  /** What `meteor` is weighed by, where it is written. */
  readonly weights?: JsonObject;
  /** Names of the team's own scorers. */
  readonly scorers: ReadonlySet<string>;
};

/** A check of ours before it is given a name and a place. `min` as users write it: 1–10 for judges, else 0–1. */
export type MappedCheck = {
  readonly kind: string;
  readonly argument: Json;
  readonly options?: JsonObject;
  readonly min?: number;
  readonly not?: true;
  readonly transforms?: Check['transforms'];
  readonly contextFrom?: Check['contextFrom'];
  /** A reference that the check reads from the case. */
  readonly reference?: string;
};

/** The checks that together ask what an assertion asks, or why there are none. */
export type MappedAssertion =
  | { readonly kind: 'checks'; readonly checks: readonly [MappedCheck, ...MappedCheck[]] }
  | { readonly kind: 'not-run'; readonly why: string };

export type MapAssertion = (assertion: Assertion) => MappedAssertion;

export function asks(first: MappedCheck, ...rest: readonly MappedCheck[]): MappedAssertion {
  return { kind: 'checks', checks: [first, ...rest] };
}

export function notRun(why: string): MappedAssertion {
  return { kind: 'not-run', why };
}

/** Why an assertion with `not-` before it is not run where only the plain one has a counterpart. */
export const noNegation = 'no check asks the opposite';

/** The check turned round, where the assertion is written with `not-`. */
export function turned(negated: boolean): { readonly not?: true } {
  return negated ? { not: true } : {};
}

/** A value that promptfoo turns into a text: texts and numbers. */
export function textIn(value: Json): string | undefined {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
}
