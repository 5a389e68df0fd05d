import { describe, expect, it } from 'vitest';
import { compileGlob } from '../../../../src/formats/cases/promptfoo/find-files.ts';

describe('a glob', () => {
  it.each([
    ['a/*.txt', 'a/b.txt', true],
    ['a/*.txt', 'a/b/c.txt', false],
    ['a/**/*.txt', 'a/c.txt', true],
    ['a/**/*.txt', 'a/b/c/d.txt', true],
    ['a/**', 'a/b/c', true],
    ['a/?.{txt,md}', 'a/x.md', true],
    ['a/?.{txt,md}', 'a/x.json', false],
    ['[ab]/[!c].txt', 'b/d.txt', true],
    ['[ab]/[!c].txt', 'b/c.txt', false],
    ['a+(b)|c.txt', 'a+(b)|c.txt', true],
    ['a.txt', 'abtxt', false],
  ])('%s on %s: %s', (glob, path, wanted) => {
    expect(compileGlob(glob)?.(path)).toBe(wanted);
  });

  it('with a brace left open names nothing', () => {
    expect(compileGlob('a/{b,c')).toBeUndefined();
  });

  it('of many stars is matched in time linear in the path', () => {
    const matches = compileGlob(`**/${'*a'.repeat(30)}b`);
    expect(matches?.(`${'a'.repeat(20_000)}/x`)).toBe(false);
  });
});
