import { describe, expect, it } from 'vitest';
import { findStrays } from '../../../src/core/golden-set/find-strays.ts';

function strays(paths: readonly string[], more: Partial<Parameters<typeof findStrays>[0]> = {}) {
  const found = findStrays({
    paths,
    pattern: '{dir}/{name}.cases.yml',
    owned: new Set(['prompts/a.cases.yml']),
    unguarded: [],
    isExcluded: () => false,
    ...more,
  });
  return found.map(({ at, fix }) => `${at?.file}: ${fix}`);
}

describe('files of cases that belong to no prompt', () => {
  it('are those that are named like one and no prompt owns', () => {
    const paths = ['prompts/a.cases.yml', 'prompts/b.cases.csv', 'prompts/cases.yml', 'node_modules/x/b.cases.yml'];
    expect(strays(paths)).toEqual([
      expect.stringMatching(/^prompts\/b\.cases\.csv: .*`\{dir\}\/\{name\}\.cases\.yml`/),
    ]);
  });

  it('are told the prompt that was most likely meant, if it has no cases', () => {
    const unguarded = ['prompts/support.cases.yml', 'prompts/support.cases.csv', 'other/suport.cases.yml'];
    expect(strays(['prompts/suport.cases.csv'], { unguarded })).toEqual([
      'prompts/suport.cases.csv: Did it mean `prompts/support.cases.csv`?',
    ]);
    expect(strays(['prompts/orders.cases.yml'], { unguarded })).toEqual([expect.not.stringContaining('Did it mean')]);
  });

  it('are not what the globs of prompts exclude', () => {
    expect(strays(['fixtures/b.cases.yml'], { isExcluded: (path) => path.startsWith('fixtures/') })).toEqual([]);
  });

  it('are found by a pattern of one’s own only where it tells them from other files', () => {
    const paths = ['evals/b.yml', 'config.yml'];
    expect(strays(paths, { pattern: 'evals/{name}.yml' })).toEqual([expect.stringMatching(/^evals\/b\.yml/)]);
    expect(strays(paths, { pattern: '{dir}/{name}.yml' })).toEqual([]);
  });
});
