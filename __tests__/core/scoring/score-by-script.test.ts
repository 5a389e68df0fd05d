import { describe, expect, it } from 'vitest';
import { scoreReply } from '../../../src/core/scoring/score-reply.ts';
import { checkKinds } from '../../../src/scorers/index.ts';
import { aCase, aCheck } from '../../support/golden-case.ts';
import { anInput } from '../../support/score-with.ts';

const checks = [
  aCheck({ kind: 'contains', name: 'tone', argument: 'kind', weight: 3 }),
  aCheck({ kind: 'contains', name: 'tone (2)', argument: 'sir' }),
  aCheck({ kind: 'contains', name: 'facts', argument: '30' }),
];
const metrics = [
  { name: 'tone', checks: ['tone', 'tone (2)'] },
  { name: 'facts', checks: ['facts'] },
];

function scoredBy(source: string, text: string, min?: number) {
  const script = { name: 'score.js', source, form: 'file' as const };
  const golden = aCase({ checks, scoring: { script, metrics }, ...(min !== undefined && { min }) });
  const scoring = scoreReply({ ...anInput({ golden, text }), kinds: checkKinds });
  return scoring.kind === 'score' ? scoring.score : undefined;
}

describe('a case that a script scores', () => {
  it('gives it the weighted mean of each metric, the mark and what each check said', () => {
    const source = `module.exports = (metrics, { threshold, componentResults }) => ({
      pass: metrics.tone === 0.75 && threshold === 0.9 && componentResults.map(({ pass }) => pass).join() === 'true,false,true',
      score: metrics.facts / 2, reason: 'weighed' });`;
    expect(scoredBy(source, 'kind, 30 days', 0.9)).toMatchObject({ kind: 'scored', value: 0.5, passes: true });
  });

  it('fails where the script throws or says nothing that is a verdict', () => {
    for (const [source, why] of [
      ['module.exports = () => { throw new Error("no") }', /threw: no/u],
      ['module.exports = () => 0.7', /returned no \{ pass, score, reason \}/u],
    ] as const) {
      const score = scoredBy(source, 'kind');
      expect(score).toMatchObject({ kind: 'scored', value: 0, passes: false });
      expect(score?.checks.at(-1)).toMatchObject({ passed: false, reason: expect.stringMatching(why) });
    }
  });

  it('has no score where the script takes too long', () => {
    expect(scoredBy('module.exports = () => { for (;;) {} }', 'kind')).toMatchObject({
      kind: 'unscored',
      why: expect.stringContaining('longer than a second'),
    });
  });
});
