/** Stages of a review that can be shown, in their order. */
export const stages = ['plan', 'replies', 'scores', 'comparison', 'verdict'] as const;
export type Stage = (typeof stages)[number];
