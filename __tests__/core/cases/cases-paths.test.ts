import { describe, expect, it } from 'vitest';
import { casesPaths, couldHoldCases } from '../../../src/core/cases/cases-paths.ts';

const standard = '{dir}/{name}.cases.yml';

describe('where golden cases lie', () => {
  it('names the pattern and its kin beside the prompt, without the suffix of its format', () => {
    expect(casesPaths(standard, 'prompts/shop.prompt.yml', '.prompt.yml')).toEqual([
      'prompts/shop.cases.yml',
      'prompts/shop.cases.yaml',
      'prompts/shop.cases.json',
      'prompts/shop.cases.jsonl',
      'prompts/shop.cases.csv',
    ]);
    expect(casesPaths(standard, 'shop.txt', '.txt')[0]).toBe('shop.cases.yml');
    expect(casesPaths('evals/{name}.csv', 'a/b/c.md', '.md')).toContain('evals/c.jsonl');
    expect(casesPaths('{dir}/../evals/{name}.yml', 'a/b/c.md', '.md')[0]).toBe('a/evals/c.yml');
  });

  it('names nothing outside the repository', () => {
    expect(casesPaths('{dir}/../../{name}.yml', 'a/b.md', '.md')).toEqual([]);
  });

  it.each([
    [standard, 'prompts/shop.cases.csv', true],
    [standard, 'shop.cases.yml', true],
    [standard, 'prompts/shop.cases.txt', false],
    [standard, 'src/app.ts', false],
    ['evals/{name}.yml', 'evals/shop.json', true],
    ['evals/{name}.yml', 'evals/x/shop.yml', false],
    ['{dir}/evals/{name}.yml', 'a/b/evals/shop.yml', true],
    ['{dir}/evals/{name}.yml', 'evals/shop.yml', true],
  ])('by %s, %s: %s', (pattern, path, could) => {
    expect(couldHoldCases(pattern, path)).toBe(could);
  });
});
