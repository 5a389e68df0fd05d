import { describe, expect, it } from 'vitest';
import type { ScorerInput } from '../../src/core/check-kind.ts';
import { inlineScript } from '../../src/core/scoring/score-by-script.ts';
import { scoreReply } from '../../src/core/scoring/score-reply.ts';
import { checkKinds } from '../../src/scorers/index.ts';
import { aCase, aCheck } from '../support/golden-case.ts';
import { anInput, scoreWith } from '../support/score-with.ts';

const run = (argument: unknown, about: Partial<ScorerInput<unknown>> = {}) => scoreWith('javascript', argument, about);

describe('a script that scores', () => {
  it.each<[string, object]>([
    ['output.includes("30 days")', { value: 1, passed: true }],
    ['output.length > 500;', { value: 0, passed: false }],
    ['const words = output.split(" "); words.length > 3', { passed: true }],
    ['const a = ";"; a === ";"', { passed: true }],
    [
      'let found = false;\nfor (const word of output.split(" ")) found ||= word === "only";\nreturn found;',
      { passed: true },
    ],
    ['0.25', { value: 0.25, passed: true }],
    ['output.length', { value: 1, passed: true, reason: 'returned 24' }],
    ['({ pass: false, score: 0.7, reason: "too short" })', { value: 0.7, passed: false, reason: 'too short' }],
    ['Promise.resolve(true)', { passed: true }],
    ['"text"', { value: 0, passed: false, reason: expect.stringContaining('returned "text"') }],
    ['nothing.at.all', { value: 0, passed: false, reason: expect.stringMatching(/^threw: .*not defined/u) }],
    ['return (', { value: 0, passed: false, reason: expect.stringMatching(/^threw: /u) }],
    ['context.vars.question.length > 3 && context.prompt.includes("40 days")', { passed: true }],
    ['context.test.vars.question === context.vars.question', { passed: true }],
    ['context.providerResponse.finishReason === "stop"', { passed: true }],
    ['typeof require + typeof fetch + Object.keys(process.env).length === "undefinedundefined0"', { passed: true }],
  ])('%s', (code, result) => {
    expect(run(code)).toMatchObject({ kind: 'scored', ...result });
  });

  it('passes a number from its threshold on', () => {
    expect(run('output.length', { options: { threshold: 30 } })).toMatchObject({ passed: false });
    expect(run('output.length', { options: { threshold: 20 } })).toMatchObject({ passed: true });
  });

  it('is told its config, and comes from a file', () => {
    expect(run({ code: 'context.config.least < output.length', config: { least: 3 } })).toMatchObject({ passed: true });
    const source = 'export const fits = (output) => output.startsWith("No");';
    expect(run({ file: 'c.mjs', export: 'fits', source })).toMatchObject({ passed: true });
  });

  it('that takes too long, or too much, is unscored', () => {
    expect(run('(() => { for (;;); })()')).toMatchObject({
      kind: 'unscored',
      why: expect.stringContaining('a second'),
    });
  });

  it('that throws fails, and so does its opposite', () => {
    const check = aCheck({ kind: 'javascript', argument: 'nothing.here', not: true });
    const scoring = scoreReply({ ...anInput({ golden: aCase({ checks: [check] }) }), kinds: checkKinds });
    expect(scoring).toMatchObject({ score: { value: 0, passes: false } });
  });

  it('makes what other checks read, and the passages of context', () => {
    const transforms = [inlineScript('transform', 'JSON.parse(output)'), inlineScript('transform', 'output.a')];
    const scored = (text: string) => {
      const check = aCheck({ kind: 'contains', argument: 'days', transforms });
      const scoring = scoreReply({ ...anInput({ golden: aCase({ checks: [check] }), text }), kinds: checkKinds });
      return scoring.kind === 'score' ? scoring.score.checks[0] : undefined;
    };
    expect(scored('{"a": "30 days"}')).toMatchObject({ passed: true });
    expect(scored('30 days')).toMatchObject({ passed: false, reason: expect.stringMatching(/`transform` threw: /u) });
    const contextFrom = inlineScript('context', 'output.split(", ")');
    const relevance = aCheck({ kind: 'context-relevance', contextFrom });
    const asked = scoreReply({ ...anInput({ golden: aCase({ checks: [relevance] }) }), kinds: checkKinds });
    expect(JSON.stringify(asked)).toContain('only within 30 days.');
  });
});
