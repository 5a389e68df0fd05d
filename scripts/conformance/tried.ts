import type { Json } from '../../src/core/json.ts';

/** One test of a suite, as it came out here. */
export type Tried = {
  readonly test: string;
  readonly passed: boolean;
  readonly expected: Json;
  readonly got: Json;
};
