import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { showProblem } from '../../../src/core/problem.ts';
import { type Inputs, inputs } from '../../../src/core/settings/inputs.ts';
import { parseInputs } from '../../../src/core/settings/parse-inputs.ts';

function inputsOf(given: Readonly<Record<string, string>>): Inputs {
  const parsed = parseInputs(new Map(Object.entries(given)));
  if (parsed.kind === 'broken') throw new Error(parsed.problems.map(showProblem).join('\n'));
  return parsed.inputs;
}

function problemsOf(given: Readonly<Record<string, string>>): string {
  const parsed = parseInputs(new Map(Object.entries(given)));
  return parsed.kind === 'broken' ? parsed.problems.map(showProblem).join('\n') : '';
}

describe('parseInputs', () => {
  test('takes an empty or blank text for no value', () => {
    const none = inputsOf({});
    expect(inputsOf({ models: '', trials: '  ', cache: '', 'accept-label': '\n', mode: '' })).toEqual(none);
    expect(none).toEqual({
      config: 'promptgate.yml',
      'accept-label': 'promptgate:accept',
      cache: true,
      artifact: 'promptgate',
      'allow-forks': false,
      'pull-request': false,
      mode: 'review',
    });
  });

  test('an artifact that is given empty means none', () => {
    expect(inputsOf({ artifact: '' }).artifact).toBe('');
  });

  test('reads lists one a line or comma-separated, and drops what is empty', () => {
    expect(inputsOf({ models: 'a, b:c\r\n\n  d ,' }).models).toEqual(['a', 'b:c', 'd']);
    expect(inputsOf({ prompts: '**/*.{md,txt}\n!x/**' }).prompts).toEqual(['**/*.{md,txt}', '!x/**']);
  });

  test('reads successors a line each, and says which line is none', () => {
    expect([...(inputsOf({ successors: ' old = a | b:c \r\n\nolder=a|a' }).successors ?? [])]).toEqual([
      ['old', ['a', 'b:c']],
      ['older', ['a']],
    ]);
    const problems = problemsOf({ successors: 'old\nold=a|\n=a\nold=old|b\nnext=a\nnext=b' });
    for (const line of [1, 2, 3]) expect(problems).toMatch(new RegExp(`must name a model .*\\(line ${line}\\)`, 'u'));
    expect(problems).toContain('names a model as its own successor (line 4)');
    expect(problems).toMatch(/a line above names too.*\(line 6\)/u);
    expect(problems).not.toContain('(line 5)');
  });

  test('splits a list of any length in a moment', () => {
    const commas = ','.repeat(2_000_000);
    expect(inputsOf({ models: `a${commas}b` }).models).toEqual(['a', 'b']);
  });

  test('reads numbers, times, switches and verdicts', () => {
    const read = inputsOf({
      trials: '7',
      'max-cost': '$0.50',
      timeout: '90s',
      'baseline-age': '0',
      cache: 'No',
      'allow-forks': 'TRUE',
      'fail-on': 'regressed, invalid, inconclusive',
    });
    expect(read).toMatchObject({
      trials: 7,
      'max-cost': 0.5,
      timeout: 90_000,
      'baseline-age': 0,
      cache: false,
      'allow-forks': true,
      'fail-on': ['regressed', 'invalid', 'inconclusive'],
    });
    expect(inputsOf({ 'fail-on': 'never' })['fail-on']).toEqual([]);
  });

  test.each([
    [
      { sampling: 'fixd' },
      'the input `sampling` is `fixd`: it must be one of `adaptive`, `confirm`, `fixed`. Did you mean `fixed`?',
    ],
    [{ cache: 'maybe' }, 'the input `cache` is `maybe`: it must be `true` or `false`.'],
    [{ trials: '1e3' }, 'the input `trials` is `1e3`: it must be a whole number.'],
    [{ trials: '0' }, 'the input `trials` is `0`: it must be at least 1.'],
    [{ timeout: '30' }, 'must be a span of time with its unit'],
    [{ mode: 'drifting' }, 'must be one of `review`, `compare`'],
    [{ modles: 'x' }, 'unknown input `modles`. Did you mean `models`?'],
    [{ 'base-ref': '--upload-pack=x' }, 'must be a branch, a tag or a commit'],
    [{ config: '../x.yml' }, 'must not lead out'],
    [{ 'base-url': 'http://models.example/v1' }, 'it must be https'],
    [{ name: 'a b -->' }, 'must be at most 60 letters'],
  ])('says what is wrong with %j', (given, words) => {
    expect(problemsOf(given)).toContain(words);
  });

  test('whatever is given ends as inputs or as problems in words', () => {
    const names = fc.oneof(
      fc.constantFrom(...inputs.map((input) => input.name), '__proto__', 'constructor'),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(names, fc.string({ unit: 'binary' }))), (given) => {
        const parsed = parseInputs(new Map(given));
        if (parsed.kind === 'inputs') return;
        for (const problem of parsed.problems) expect(showProblem(problem)).not.toMatch(/undefined|\[object|[\r\n]/u);
      }),
    );
  });

  test('never repeats an address with a password in it', () => {
    const words = problemsOf({ 'base-url': 'https://me:hunter2@models.example/v1' });
    expect(words).toContain('must not hold a user name or password');
    expect(words).not.toContain('hunter2');
  });
});
