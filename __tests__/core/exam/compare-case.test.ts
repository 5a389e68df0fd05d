import { describe, expect, it } from 'vitest';
import { asksTheSame, compareCase, isJudgedAlike } from '../../../src/core/exam/compare-case.ts';
import type { GoldenCase } from '../../../src/core/golden-case.ts';
import { aCase, aCheck } from '../../support/golden-case.ts';

const at = { file: 'shop.cases.yml', line: 1 };
const script = { name: 's.js', source: 'a', form: 'file' } as const;
const full = aCase({
  min: 0.5,
  user: 'Hello',
  wrap: { prefix: 'a', suffix: 'b' },
  history: [{ role: 'user', content: 'Hi' }],
  context: ['a passage'],
  reference: 'Yes.',
  label: 7,
  segment: 'returns',
  tags: ['slow'],
  earlier: [{ question: 'Before?' }],
  tools: { look: [{ returns: 'x' }] },
  maxSteps: 4,
  callsAsText: true,
  checks: [aCheck({ kind: 'answers' })],
  scoring: { script, metrics: [] },
  notRun: [{ name: 'javascript', at }],
});
const without = (key: keyof GoldenCase): GoldenCase => {
  const { [key]: _, ...rest } = full;
  return { ...full, ...Object.fromEntries([[key, undefined]]), ...rest };
};

describe('what a pull request did to a case, in words', () => {
  it.each<[string, Partial<GoldenCase>, readonly string[], readonly string[]]>([
    ['nothing', {}, [], []],
    ['another place', { at: { file: 'x.yml', line: 9 } }, [], []],
    ['another name', { id: 'returns' }, [], ['renamed from `refund-window`']],
    ['a variable dropped', { vars: {} }, [], ['variable `question` dropped']],
    ['one added', { vars: { ...full.vars, plan: 'pro' } }, [], ['variable `plan` added']],
    ['one changed', { vars: { question: 'Can I?' } }, [], ['variable `question` changed']],
    ['another user', { user: 'Bye' }, [], ['user changed']],
    ['texts around it', { wrap: { prefix: '', suffix: '' } }, [], ['prefix or suffix changed']],
    ['another history', { history: [] }, [], ['history changed']],
    ['other passages', { context: [] }, [], ['context changed']],
    ['another reference', { reference: 'No.' }, [], ['reference changed']],
    ['another label', { label: 1 }, [], ['label changed']],
    ['another segment', { segment: 'other' }, [], ['segment changed']],
    ['other tags', { tags: [] }, [], ['tags changed']],
    ['other turns before it', { earlier: [] }, [], ['turns before it changed']],
    ['another result of a tool', { tools: { look: [{ returns: 'y' }] } }, [], ['results of the tool `look` changed']],
    [
      'results of another tool',
      { tools: { find: [] } },
      [],
      ['results of the tool `look` dropped', 'results of the tool `find` added'],
    ],
    ['fewer steps', { maxSteps: 3 }, [], ['`max-steps` changed']],
    ['a heavier weight', { weight: 2 }, [], ['weight raised from 1 to 2']],
    ['a lighter one', { weight: 0.5 }, ['weight lowered from 1 to 0.5'], []],
    ['a lower mark', { min: 0.4 }, ['`min` lowered from 0.5 to 0.4'], []],
    ['a higher mark', { min: 0.6 }, [], ['`min` raised from 0.5 to 0.6']],
    ['nothing left that is not run', { notRun: [] }, [], ['assertions that are not run dropped']],
    ['more that is not run', { notRun: [...full.notRun, { name: 'python', at }] }, [], []],
    [
      'what keeps it from being run',
      { notRun: [{ name: 'javascript', at, whole: true }] },
      ['made one that cannot be run'],
      [],
    ],
    [
      'another script',
      { scoring: { script: { ...script, source: 'b' }, metrics: [] } },
      ['the script that scores it changed'],
      [],
    ],
    ['other metrics of the same script', { scoring: { script, metrics: [{ name: 'm', checks: [] }] } }, [], []],
  ])('%s', (_, change, weakened, edited) => {
    expect(compareCase(full, { ...full, ...change })).toEqual({ weakened, edited });
  });

  it('says of a case that could not be run before nothing for staying so', () => {
    const silent = { ...full, notRun: [{ name: 'javascript', at, whole: true as const }] };
    expect(compareCase(silent, { ...silent, tags: [] })).toEqual({ weakened: [], edited: ['tags changed'] });
  });

  it.each<[keyof GoldenCase, readonly string[], readonly string[]]>([
    ['user', [], ['user changed']],
    ['wrap', [], ['prefix or suffix changed']],
    ['reference', [], ['reference changed']],
    ['label', [], ['label changed']],
    ['segment', [], ['segment changed']],
    ['earlier', [], ['turns before it changed']],
    ['tools', [], ['results of the tool `look` dropped']],
    ['min', [], ['`min` (0.5) dropped']],
    ['scoring', ['the script that scores it changed'], []],
  ])('%s taken away', (key, weakened, edited) => {
    expect(compareCase(full, without(key))).toEqual({ weakened, edited });
  });

  it('a pass mark set where there was none lets some checks fail', () => {
    expect(compareCase(without('min'), full)).toEqual({ weakened: ['`min` set to 0.5'], edited: [] });
  });
});

describe('whether two versions of a case ask the same', () => {
  it.each<[string, Partial<GoldenCase>]>([
    ['vars', { vars: { question: 'Can I?' } }],
    ['history', { history: [] }],
    ['context', { context: [] }],
    ['user', { user: 'Bye' }],
    ['texts around', { wrap: { prefix: 'x', suffix: 'b' } }],
    ['turns before', { earlier: [] }],
    ['results of tools', { tools: { look: [] } }],
    ['most steps', { maxSteps: 9 }],
    ['a simulated user', { checks: [aCheck({ kind: 'simulate', argument: { persona: 'p' } })] }],
  ])('other %s do not', (_, change) => {
    expect(asksTheSame(full, { ...full, ...change })).toBe(false);
    expect(isJudgedAlike(full, { ...full, ...change })).toBe(false);
  });

  it('no user, text around or turn before is another question than one', () => {
    for (const key of ['user', 'wrap', 'earlier'] as const) expect(asksTheSame(full, without(key)), key).toBe(false);
    expect(asksTheSame(without('earlier'), { ...full, earlier: [] })).toBe(true);
  });

  it('another argument or option of the simulated user does not, another check does', () => {
    const user = (persona: string, options = {}) => aCheck({ kind: 'simulate', argument: { persona }, options });
    const of = (...checks: GoldenCase['checks']) => ({ ...full, checks });
    expect(asksTheSame(of(user('a')), of(user('b')))).toBe(false);
    expect(asksTheSame(of(user('a')), of(user('a', { turns: 2 })))).toBe(false);
    expect(asksTheSame(of(user('a')), of(user('a'), aCheck({ kind: 'answers' })))).toBe(true);
  });
});

describe('whether two versions of a case judge alike', () => {
  it.each<[string, Partial<GoldenCase>, boolean]>([
    ['nothing', {}, true],
    ['what it is called and where it stands', { id: 'x', label: 1, tags: [], at: { file: 'x' } }, true],
    [
      'where a check stands and is called',
      { checks: [aCheck({ kind: 'answers', name: 'x', at: { file: 'x' } })] },
      true,
    ],
    ['another check', { checks: [aCheck({ kind: 'refuses' })] }, false],
    ['no check', { checks: [] }, false],
    ['another mark', { min: 0.6 }, false],
    ['another reference', { reference: 'No.' }, false],
    ['something else that is not run', { notRun: [{ name: 'python', at }] }, false],
    ['the same elsewhere', { notRun: [{ name: 'javascript', at: { file: 'x' } }] }, true],
    ['another script', { scoring: { script: { ...script, source: 'b' }, metrics: [] } }, false],
  ])('%s', (_, change, alike) => {
    expect(isJudgedAlike(full, { ...full, ...change })).toBe(alike);
  });

  it.each(['min', 'reference', 'callsAsText', 'scoring'] as const)('with and without %s they do not', (key) => {
    expect(isJudgedAlike(full, without(key))).toBe(false);
    expect(isJudgedAlike(without(key), without(key))).toBe(true);
  });
});
