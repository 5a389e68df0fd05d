import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { GoldenSetReport } from '../../src/core/golden-set/golden-set-report.ts';
import { writeGoldenSet } from '../../src/reporters/golden-set.ts';
import { anyHostileText } from '../support/hostile-text.ts';

function report(text: string): GoldenSetReport {
  const finding = { severity: 'wrong' as const, what: text, at: { file: text, line: 1 }, fix: text };
  return {
    version: 1,
    tool: { name: 'promptgate', version: '0' },
    wrong: 2,
    weak: 0,
    prompts: [{ path: text, files: [text], cases: 1, labelled: 0, checks: { [`x${text}`]: 1 }, findings: [finding] }],
    findings: [finding],
    judge: {
      model: text,
      votes: 3,
      problems: [{ reason: 'provider', what: text, fix: text }],
      metrics: [
        {
          metric: text,
          scale: [1, 10],
          trust: 'doubted',
          why: text,
          replies: 0,
          judgements: 2,
          labels: 0,
          unscored: [{ why: text, judgements: 3 }],
        },
      ],
      replies: { kept: 0, asked: 0, failed: [{ why: text, replies: 2 }], conversations: 1 },
      calls: 0,
    },
  };
}

describe('the golden set on a terminal', () => {
  it('stays within 100 columns and acts on nothing, whatever texts say', () => {
    fc.assert(
      fc.property(anyHostileText, (text) => {
        const shown = writeGoldenSet(report(text), { colours: false });
        expect(shown).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069\u200b]/u);
        expect(shown.split('\n').filter((line) => stringWidth(line) > 100)).toEqual([]);
      }),
    );
  });

  it('shows at most twenty findings of a prompt, and how many more there are', () => {
    const many = report('x');
    const [prompt] = many.prompts;
    if (prompt === undefined) throw new Error('there is a prompt');
    const findings = Array.from({ length: 25 }, (_, nth) => ({ severity: 'weak' as const, what: `finding ${nth}` }));
    const shown = writeGoldenSet({ ...many, prompts: [{ ...prompt, findings }] }, { colours: false });
    expect(shown).toContain('finding 19');
    expect(shown).not.toContain('finding 20');
    expect(shown).toContain('… and 5 more');
  });

  it('never shows what is not known as 0', () => {
    const shown = writeGoldenSet(report('x'), { colours: false });
    expect(shown).toMatch(/x +only advises +– +– +– +– +– +–/);
  });
});
