import type { CaseComparison, Comparison, Fall, Rejection, RowComparison } from '../../src/core/gate/comparison.ts';

/** A case of which both sides passed all of five replies. */
export function comparedCase(name: string, changed: Partial<CaseComparison> = {}): CaseComparison {
  const all = { scores: [1, 1, 1, 1, 1], passes: 5, of: 5, missing: 0 };
  return {
    case: name,
    family: 'base',
    weight: 1,
    identical: false,
    canFall: true,
    old: all,
    new: all,
    delta: 0,
    p: 1,
    better: 1,
    method: { kind: 'exact' },
    confirmed: null,
    falls: [],
    state: 'same',
    ...changed,
  };
}

/** A row of one such case, in which nothing happened. */
export function comparedRow(changed: Partial<RowComparison> = {}): RowComparison {
  const came = { of: 5, empty: 0, atLimit: { empty: 0, partial: 0 }, byFilter: { empty: 0, partial: 0 } };
  return {
    row: 'm',
    score: { old: 1, new: 1, delta: 0, low: -0.05, high: 0.05, p: 1 },
    test: null,
    rejection: null,
    looks: [],
    passRate: { old: 1, new: 1 },
    metrics: {},
    answered: null,
    missing: { old: { missing: 0, of: 5 }, new: { missing: 0, of: 5 } },
    replies: { old: came, new: came },
    cost: { old: 0.01, new: 0.01, increase: 0, test: null, rejection: null },
    outputTokens: 100,
    latency: { old: 100, new: 100, increase: 0, test: null, rejection: null },
    wouldSee: { case: true, drop: 0.2, halvedBy: null },
    repeats: 0,
    copies: [],
    history: null,
    worstCaseFails: false,
    cases: [comparedCase('a')],
    ...changed,
  };
}

export function comparedPrompt(rows: readonly RowComparison[], changed: Partial<Comparison> = {}): Comparison {
  return {
    kind: 'both',
    rows,
    pooled: null,
    leaning: 0.02,
    rounds: 1,
    finished: true,
    level: 0.95,
    needsFresh: [],
    ...changed,
  };
}

/** The test over all rows together, in which nothing happened. */
export function comparedTogether(changed: Partial<NonNullable<Comparison['pooled']>> = {}): Comparison['pooled'] {
  const test = { p: 1, better: 1, method: { kind: 'exact' as const }, alpha: 0.025 };
  return { p: 1, delta: 0, test, rejection: null, metrics: {}, ...changed };
}

export function rejected(delta: number): Rejection {
  return { round: 1, p: 0.001, alpha: 0.02, delta };
}

export function fallOf(delta: number, changed: Partial<Fall> = {}): Fall {
  return { check: 'tone', old: 1, new: 1 + delta, delta, p: 0.5, confirmed: null, ...changed };
}
