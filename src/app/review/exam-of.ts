import type { Exam } from '../../core/exam.ts';
import type { GoldenCase } from '../../core/golden-case.ts';

/** Golden cases as an exam in which nothing changed. */
export function examOf(cases: readonly GoldenCase[]): Exam {
  return {
    cases: cases.map((golden) => ({ key: golden.id, golden, family: 'base', version: 'head', weight: golden.weight })),
    unchecked: [],
    changed: { added: [], removed: [], edited: [], weakened: [] },
  };
}
