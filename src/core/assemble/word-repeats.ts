import type { Comparison } from '../gate/comparison.ts';
import type { Settings } from '../settings/settings.ts';

/** That a service repeats itself, and what that makes of a case that changed, for each model that does. */
export function wordRepeats({ rows }: Comparison, { gate }: Settings): readonly string[] {
  return rows.flatMap(({ row, repeats }) => {
    if (repeats === 0) return [];
    const cases = repeats === 1 ? 'the one case that was' : `all ${repeats} cases that were`;
    const meaning =
      gate.repeats === 'chance'
        ? 'each case counts as one reply (`gate.repeats: chance`)'
        : 'a case that passed and now fails does so every time, which counts as broken (`gate.repeats: fact`)';
    return [
      `${row} repeats itself: ${cases} asked again got the same reply byte for byte, so the others were not asked again; ${meaning}.`,
    ];
  });
}
