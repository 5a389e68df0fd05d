import type { GoldenCase } from '../../../core/golden-case.ts';

/** Something of promptfoo's that is not run here. */
export type NotRun = GoldenCase['notRun'][number];
