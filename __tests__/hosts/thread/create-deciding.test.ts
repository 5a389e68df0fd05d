import { describe, expect, it } from 'vitest';
import { CancelledError } from '../../../src/core/breathe.ts';
import { compareRows } from '../../../src/core/gate/compare-rows.ts';
import { planRound } from '../../../src/core/gate/replay-looks.ts';
import { measureGate } from '../../../src/core/gate-quality/measure-gate.ts';
import { createDeciding } from '../../../src/hosts/thread/create-deciding.ts';
import { fixedCells, gateSettings } from '../../support/gate-cells.ts';

const settings = gateSettings();
const few = fixedCells([
  ['1111', '0000'],
  ['1101', '1011'],
]);
const many = fixedCells(
  Array.from({ length: 300 }, (_, at) => [at % 7 === 0 ? '1011' : '1111', at % 5 === 0 ? '0010' : '1111']),
);
const kept = few.map((cell) => ({
  ...cell,
  scores: Array.from({ length: 120 }, (_, at) => (at % 9 === 0 ? 0 : 1)),
  passes: true,
}));

describe('the gate at work', () => {
  it.each([
    ['few', few],
    ['many', many],
  ])('decides of %s replies as it does without a thread', async (_, cells) => {
    const { planRound: plan, compareRows: compare } = createDeciding(new AbortController().signal);
    expect(await plan(cells, settings)).toEqual(planRound(cells, settings));
    expect(await compare(cells, settings)).toEqual(compareRows(cells, settings));
  });

  it('measures itself as it does without a thread', async () => {
    const { measureGate: measure } = createDeciding(new AbortController().signal);
    expect(await measure(kept, settings, 0.1)).toEqual(measureGate(kept, settings, 0.1));
  });

  it('gives up where the run is cancelled meanwhile, or was before', async () => {
    const stop = new AbortController();
    const deciding = createDeciding(stop.signal);
    const asked = deciding.compareRows(many, settings);
    stop.abort();
    await expect(asked).rejects.toBeInstanceOf(CancelledError);
    await expect(deciding.compareRows(many, settings)).rejects.toBeInstanceOf(CancelledError);
    // What takes no time is decided all the same: it is what a cancelled review shows.
    expect(await deciding.compareRows(few, settings)).toEqual(compareRows(few, settings));
  });
});
