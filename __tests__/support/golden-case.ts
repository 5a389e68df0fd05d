import type { Check, GoldenCase } from '../../src/core/golden-case.ts';

/** A check as a reader of cases would make it, with what a test does not care about filled in. */
export function aCheck(check: Partial<Check> & { readonly kind: string }): Check {
  return {
    name: check.kind,
    argument: null,
    options: {},
    weight: 1,
    required: false,
    at: { file: 'shop.cases.yml', line: 1 },
    ...check,
  };
}

/** A case with what a test does not care about filled in. */
export function aCase(golden: Partial<GoldenCase> = {}): GoldenCase {
  return {
    id: 'refund-window',
    tags: [],
    weight: 1,
    vars: { question: 'Can I return it after 40 days?' },
    context: [],
    history: [],
    checks: [],
    notRun: [],
    at: { file: 'shop.cases.yml', line: 1 },
    ...golden,
  };
}
