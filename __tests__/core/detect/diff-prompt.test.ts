import { describe, expect, it } from 'vitest';
import { diffPrompt } from '../../../src/core/detect/diff-prompt.ts';

describe("a prompt's own diff", () => {
  it('is unified, under both paths of a renamed prompt', () => {
    const diff = diffPrompt([{ path: 'a.txt', text: 'x\ny\n' }], [{ path: 'b.txt', text: 'x\nz\n' }]);
    expect(diff).toBe('--- a/a.txt\n+++ b/b.txt\n@@ -1,2 +1,2 @@\n x\n-y\n+z\n');
  });

  it('is empty where nothing changed and names nothing where a side is missing', () => {
    expect(diffPrompt([{ path: 'a.txt', text: 'x' }], [{ path: 'b.txt', text: 'x' }])).toBe('');
    expect(diffPrompt([], [{ path: 'b.txt', text: 'x\n' }])).toContain('--- /dev/null\n+++ b/b.txt\n');
    expect(diffPrompt([{ path: 'a.txt', text: 'x\n' }], [])).toContain('-x');
  });

  it('names the file in which a prompt of several changed, and each of them', () => {
    const side = (system: string, user: string) => [
      { path: 'system.md', text: system },
      { path: 'user.md', text: user },
    ];
    const one = diffPrompt(side('a\n', 'b\n'), side('a\n', 'c\n'));
    expect(one).toBe('--- a/user.md\n+++ b/user.md\n@@ -1,1 +1,1 @@\n-b\n+c\n');
    const both = diffPrompt(side('a\n', 'b\n'), side('d\n', 'c\n'));
    expect(both).toContain('+++ b/system.md');
    expect(both).toContain('+++ b/user.md');
    const grown = diffPrompt([{ path: 'system.md', text: 'a\n' }], side('a\n', 'b\n'));
    expect(grown).toContain('--- /dev/null\n+++ b/user.md');
  });

  it('gives up on a text in which everything changed', () => {
    const lines = (word: string): string => Array.from({ length: 20_000 }, (_, i) => `${word}${i}`).join('\n');
    const diff = diffPrompt([{ path: 'a.txt', text: lines('a') }], [{ path: 'a.txt', text: lines('b') }]);
    expect(diff).toBe('--- a/a.txt\n+++ b/a.txt\nToo much changed to show it line by line.\n');
  });
});
