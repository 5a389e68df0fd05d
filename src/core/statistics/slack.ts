/** Slack of comparisons of p-values with thresholds: exact probabilities carry the rounding of their sums. */
export const probabilitySlack = 1e-12;

/** Slack of comparisons of scores and their sums, whose decimals are rounded on the way (0.1 + 0.2). */
export const scoreSlack = 1e-9;
