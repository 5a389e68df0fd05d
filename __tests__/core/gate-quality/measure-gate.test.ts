import { describe, expect, it } from 'vitest';
import { type KeptCase, mostTold } from '../../../src/core/gate-quality/kept-case.ts';
import { measureGate } from '../../../src/core/gate-quality/measure-gate.ts';
import { gateSettings } from '../../support/gate-cells.ts';

function kept(count: number, scores: readonly number[]): readonly KeptCase[] {
  return Array.from({ length: count }, (_, at) => ({ row: 'm', case: `c${at}`, weight: 1, scores, passes: true }));
}

describe('a gate measured on kept replies', () => {
  it('of steady cases never blocks by itself and sees every case that breaks', () => {
    const { measured } = measureGate(kept(10, [1, 1, 1, 1, 1]), gateSettings(), 1 / 4);
    expect(measured?.falseBlocks.share).toBe(0);
    expect(measured?.falseBlocks.high).toBeGreaterThan(0);
    expect(measured?.brokenSeen?.share).toBe(1);
    expect(measured?.smallestDrop).not.toBeNull();
  });

  it('of flaky cases blocks in few reviews, as it promises', () => {
    const { measured } = measureGate(kept(10, [1, 0, 1, 1, 0, 1]), gateSettings(), 1 / 2);
    expect(measured?.falseBlocks.low).toBeLessThan(0.05);
  });

  it('says nothing where too few replies are kept', () => {
    const quality = measureGate([...kept(4, [1, 1]), ...kept(2, [1, 1, 1, 1])], gateSettings());
    expect(quality).toEqual({ cases: { measured: 2, of: 6 }, replies: 8, measured: null });
  });

  it('draws from the replies of one request, so that a prompt that broke a case stays apart', () => {
    expect(mostTold([[1], [0, 0, 0], [1], [1], [1]])).toEqual([1, 1, 1, 1]);
    expect(mostTold([])).toEqual([]);
  });
});
