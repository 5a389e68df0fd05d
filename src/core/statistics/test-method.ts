/**
 * How a permutation p-value was found. The switch to Monte Carlo is named, so that a report can say it:
 * `graded` scores are not 0/1, the integer `grid` of the statistic is too long, or there are too many `labellings`.
 */
export type TestMethod =
  | { readonly kind: 'exact' }
  | {
      readonly kind: 'monte-carlo';
      readonly draws: number;
      readonly because: 'graded' | 'grid' | 'labellings';
    };
