import type { Comparison } from '../gate/comparison.ts';
import type { Settings } from '../settings/settings.ts';

/** That a service repeats itself, and what that makes of a case that changed, and which near copies count as one, for each model. */
export function wordRepeats({ rows }: Comparison, { gate }: Settings): readonly string[] {
  return rows.flatMap(({ row, repeats, copies }) => {
    const told = copies.map((group) => wordCopies(row, group));
    if (repeats === 0) return told;
    const cases = repeats === 1 ? 'the one case that was' : `all ${repeats} cases that were`;
    const meaning =
      gate.repeats === 'chance'
        ? 'each case counts as one reply (`gate.repeats: chance`)'
        : 'a case that passed and now fails does so every time, which counts as broken (`gate.repeats: fact`)';
    return [
      `${row} repeats itself: ${cases} asked again got the same reply byte for byte, so the others were not asked again; ${meaning}.`,
      ...told,
    ];
  });
}

const mostNamed = 5;

function wordCopies(row: string, group: readonly string[]): string {
  const named = group.slice(0, mostNamed).join(', ');
  const more = group.length > mostNamed ? ` and ${group.length - mostNamed} more` : '';
  return `${named}${more} ask nearly the same and got the same replies byte for byte on ${row}: they count as one case.`;
}
