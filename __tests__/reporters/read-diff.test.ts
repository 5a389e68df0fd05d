import { describe, expect, test } from 'vitest';
import { readDiff } from '../../src/reporters/read-diff.ts';

describe('a unified diff', () => {
  test('is read as lines with their numbers in both files', () => {
    const diff =
      '--- a/x\n+++ b/x\n@@ -3,3 +3,4 @@ part\n same\n-old\n+new\n+more\n same too\n\\ No newline at end of file\n';
    expect(readDiff(diff)).toEqual([
      { kind: 'hunk', text: 'part', old: 3, new: 3 },
      { kind: 'same', text: 'same', old: 3, new: 3 },
      { kind: 'old', text: 'old', old: 4 },
      { kind: 'new', text: 'new', new: 4 },
      { kind: 'new', text: 'more', new: 5 },
      { kind: 'same', text: 'same too', old: 5, new: 6 },
      { kind: 'note', text: 'No newline at end of file' },
    ]);
  });

  test('has lines that begin like the name of a file', () => {
    expect(readDiff('@@ -1,2 +1,2 @@\n--- a\n+++ b')).toMatchObject([
      { kind: 'hunk' },
      { kind: 'old', text: '-- a' },
      { kind: 'new', text: '++ b' },
    ]);
  });

  test('of several files names each, also one that is gone', () => {
    const diff = '--- a/x\n+++ b/x\n@@ -1,1 +1,1 @@\n-a\n+b\n--- a/y\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-c\n';
    expect(readDiff(diff).filter(({ kind }) => kind !== 'hunk')).toEqual([
      { kind: 'file', text: 'x' },
      { kind: 'old', text: 'a', old: 1 },
      { kind: 'new', text: 'b', new: 1 },
      { kind: 'file', text: 'y' },
      { kind: 'old', text: 'c', old: 1 },
    ]);
  });

  test('that is none is told as it is', () => {
    expect(readDiff('too large to show')).toEqual([{ kind: 'note', text: 'too large to show' }]);
    expect(readDiff('')).toEqual([]);
  });
});
