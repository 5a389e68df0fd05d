import { describe, expect, test } from 'vitest';
import type { Observed, QualityRow } from '../../src/core/monitor/observed.ts';
import { observedBlocks } from '../../src/reporters/monitor-observed.ts';
import { penFor } from '../../src/reporters/terminal/pen.ts';

const row: QualityRow = {
  ...{ metric: 'sentiment', by: ['segment'], segment: 'pro', model: null, prompt: null },
  ...{ n: 0, unknown: 4, scale: { low: -1, high: 1 }, mean: null, interval: null, covers: 0 },
};
const bad = '\u001b[31mred\u202e';
const observed: Observed = {
  sample: { seed: 1, wanted: 200, of: 40, taken: 4, strata: [{ segment: 'pro', others: false, calls: 40, taken: 4 }] },
  quality: [row, { ...row, n: 4, unknown: 0, mean: -0.25, interval: { low: -0.5, high: 0.125 }, segment: bad }],
  unknown: [{ metric: bad, why: `no ${bad}`, calls: 4 }],
  golden: [
    {
      ...{
        prompt: bad,
        cases: 12,
        uncovered: { n: 4, share: 0.25, interval: { low: 0, high: 0.5 }, beyond: 0.1, expected: 0.05 },
      },
      inputs: {
        ...{ kind: 'tested', method: 'mmd-permutation', logged: 40, golden: 12, mmd: 0.1, p: 0.2, draws: 999 },
        ...{ alpha: 0.025, detectable: null, shifted: false },
      },
      replies: { kind: 'left-out', why: bad },
    },
  ],
  candidates: [
    {
      prompt: bad,
      file: 'a.cases.yml',
      reason: 'poor',
      notes: [],
      vars: { question: bad },
      history: [],
      at: { file: bad },
    },
  ],
  ...{ calls: 8, usd: null, notes: [bad] },
};

describe('grades of production, on a terminal', () => {
  const text = observedBlocks(observed, penFor({ colours: false, columns: 160 }))
    .flat()
    .join('\n');

  test('say unknown where nothing is known, and never 0', () => {
    expect(text).toMatch(/^sentiment \(−1 to 1\) +pro +unknown +– +0 +4 \(100%\)$/mu);
    expect(text).toMatch(/−0\.25 +−0\.50 to 0\.13/u);
    expect(text).toContain('Too few to find any shift.');
  });

  test('let no text from outside speak to the terminal', () => {
    for (const hidden of ['\u001b', '\u202e']) expect(text).not.toContain(hidden);
  });
});
