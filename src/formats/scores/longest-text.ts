/** Most characters kept of a reply that a score file shows. */
export const longestText = 20_000;
