/** What two lists have in common by name, and what is on one side only. */
export type PairedByName<Named> = {
  readonly pairs: readonly { readonly old: Named; readonly new: Named }[];
  readonly onlyOld: readonly Named[];
  readonly onlyNew: readonly Named[];
};

/** Pairs by name. Where that leaves one on each side these are a pair too: a thing that was renamed. */
export function pairByName<Named>(
  old: readonly Named[],
  next: readonly Named[],
  nameOf: (one: Named) => string,
): PairedByName<Named> {
  const byName = new Map(old.map((one) => [nameOf(one), one]));
  const names = new Set(next.map(nameOf));
  const pairs = next.flatMap((one) => {
    const partner = byName.get(nameOf(one));
    return partner === undefined ? [] : [{ old: partner, new: one }];
  });
  const onlyOld = old.filter((one) => !names.has(nameOf(one)));
  const onlyNew = next.filter((one) => !byName.has(nameOf(one)));
  const [before, moreBefore] = onlyOld;
  const [after, moreAfter] = onlyNew;
  if (before === undefined || after === undefined || moreBefore !== undefined || moreAfter !== undefined) {
    return { pairs, onlyOld, onlyNew };
  }
  return { pairs: [...pairs, { old: before, new: after }], onlyOld: [], onlyNew: [] };
}
