import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hash } from '../../src/core/hash.ts';
import type { PortabilityReport, PortedModel, PortedPrompt } from '../../src/core/portability/portability-report.ts';
import { writePortedHtml, writePortedMarkdown, writePortedTerminal } from '../../src/reporters/portability.ts';
import { anyHostileText } from '../support/hostile-text.ts';
import { differencesOf, skeletonOf } from '../support/markup-skeleton.ts';
import { renderMarkdown } from '../support/render-markdown.ts';

const figures = {
  provider: 'default',
  usdPer1000: 0.4,
  usdMonth: 40,
  latencyMs: { p50: 300, p95: 900 },
  retires: null,
};

function model(name: string, changed: Partial<PortedModel> = {}): PortedModel {
  return {
    ...{ ...figures, model: name, score: 0.97, verdict: 'safe', delta: -0.01, low: -0.07, failing: [], cases: [] },
    ...{ formatErrors: { failed: 0, of: 20 }, refused: [], ignored: [], replies: 40 },
    ...changed,
  };
}

function promptOf(text: string): PortedPrompt {
  const cases = [{ id: text, old: { passes: 2, of: 2 }, new: { passes: 0, of: 2 }, checks: [text] }];
  const models = [
    model(text),
    model('worse', {
      verdict: 'unsafe',
      score: 0.5,
      delta: -0.48,
      failing: [text],
      cases,
      refused: [text],
      ignored: [text],
    }),
    model('silent', { verdict: 'unusable', why: text, score: null, usdPer1000: null, delta: null, low: null }),
  ];
  const chosen = { cheapestSafe: text, fastestSafe: text, best: text };
  return { path: text, reference: { ...figures, model: text, score: 0.98 }, models, ...chosen };
}

function report(text: string, changed: Partial<PortabilityReport> = {}): PortabilityReport {
  return {
    ...{
      version: 1,
      tool: { name: 'promptgate', version: '1.0.0' },
      startedAt: '2026-11-29T05:00:00.000Z',
      verdict: 'pass',
    },
    ...{
      reference: null,
      margin: 0.1,
      alpha: 0.05,
      unreviewed: [{ path: text, why: text }],
      problems: [],
      notes: [text],
    },
    prompts: [promptOf(text)],
    calls: { made: 120, kept: 0, replies: 120, toTheEnd: 960 },
    costUsd: 0.05,
    ...changed,
  };
}

const screen = { colours: false, columns: 100 };

describe('what others wrote stays text', () => {
  it('in the comment, where it makes no node of its own', () => {
    const harmless = skeletonOf(renderMarkdown(writePortedMarkdown(report('order'))), 'code');
    fc.assert(
      fc.property(anyHostileText, (text) => {
        const found = skeletonOf(renderMarkdown(writePortedMarkdown(report(text))), 'code');
        expect(differencesOf(found, harmless)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('on the page, and on the terminal', () => {
    const harmless = skeletonOf(writePortedHtml(report('order'), hash), 'code');
    fc.assert(
      fc.property(anyHostileText, (text) => {
        expect(differencesOf(skeletonOf(writePortedHtml(report(text), hash), 'code'), harmless)).toEqual([]);
        expect(writePortedTerminal(report(text), screen)).not.toMatch(/\p{Bidi_Control}|(?!\n)\p{Cc}/u);
      }),
      { numRuns: 12 },
    );
  });
});

describe('the matrix', () => {
  const written = (changed: Partial<PortabilityReport> = {}) => writePortedTerminal(report('order', changed), screen);

  it('says what a safe model may be worse by, why one is not safe, and why one is of no use', () => {
    const text = written().replaceAll(/\s+/gu, ' ');
    expect(text).toContain('order is safe on 1 of 3 models');
    expect(text).toContain('1 point under the reference; at most 7 points worse');
    expect(text).toContain('order fails; 48 points under the reference');
    expect(text).toContain('cheapest safe: order at $0.40 per 1,000');
    expect(text).toContain('88% fewer than asking all to the end');
  });

  it('tells a model’s end once it is near', () => {
    const ending = (retires: string) =>
      written({ prompts: [{ ...promptOf('order'), models: [model('soon', { retires })] }] });
    expect(ending('2026-12-11')).toContain('ends in 12 days');
    expect(ending('2026-11-01')).toContain('has ended');
    expect(ending('2027-11-01')).not.toMatch(/ends in|has ended/u);
    expect(ending('2027-11-01')).toContain('2027-11-01');
  });

  it('leaves columns out that nobody knows anything of', () => {
    expect(written()).not.toContain('Ends');
    expect(written()).toContain('A month');
  });

  it.each([
    [{ verdict: 'unreviewed', prompts: [] }, 'no prompt here has golden cases'],
    [{ verdict: 'invalid', prompts: [] }, 'no model could be used'],
    [{ verdict: 'skipped', prompts: [], notes: ['no commit'] }, 'Nothing to ask: no commit'],
    [{ verdict: 'invalid', problems: [{ reason: 'config', what: 'no model.', fix: 'Name one.' }] }, 'Name one.'],
  ] satisfies readonly (readonly [Partial<PortabilityReport>, string])[])(
    'says where nothing can be told (%j)',
    (changed, told) => {
      expect(written(changed)).toContain(told);
    },
  );

  it('keeps a comment within what GitHub takes, and names what it leaves out', () => {
    const many = Array.from({ length: 400 }, (_, at) => ({ ...promptOf('order'), path: `prompts/order-${at}.txt` }));
    const text = writePortedMarkdown(report('order', { prompts: many }), { marker: '<!-- marker -->' });
    expect(text.length).toBeLessThanOrEqual(65_536);
    expect(text).toMatch(/… and \d+ prompts more in the report\./u);
    expect(text.endsWith('<!-- marker -->')).toBe(true);
  });
});
