/** The two versions of a prompt that a review compares: `old` at the merge base, `new` at the head. */
export const sides = ['old', 'new'] as const;
export type Side = (typeof sides)[number];

/** One value for each side. */
export type BothSides<T> = { readonly old: T; readonly new: T };
