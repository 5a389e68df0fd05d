import { describe, expect, it } from 'vitest';
import { diffPrompt } from '../../../src/core/detect/diff-prompt.ts';

describe("a prompt's own diff", () => {
  it('is unified, under both paths of a renamed prompt', () => {
    const diff = diffPrompt({ path: 'a.txt', text: 'x\ny\n' }, { path: 'b.txt', text: 'x\nz\n' });
    expect(diff).toBe('--- a/a.txt\n+++ b/b.txt\n@@ -1,2 +1,2 @@\n x\n-y\n+z\n');
  });

  it('is empty where nothing changed and names nothing where a side is missing', () => {
    expect(diffPrompt({ path: 'a.txt', text: 'x' }, { path: 'b.txt', text: 'x' })).toBe('');
    expect(diffPrompt(undefined, { path: 'b.txt', text: 'x\n' })).toContain('--- /dev/null\n+++ b/b.txt\n');
    expect(diffPrompt({ path: 'a.txt', text: 'x\n' }, undefined)).toContain('-x');
  });

  it('gives up on a text in which everything changed', () => {
    const lines = (word: string): string => Array.from({ length: 20_000 }, (_, i) => `${word}${i}`).join('\n');
    const diff = diffPrompt({ path: 'a.txt', text: lines('a') }, { path: 'a.txt', text: lines('b') });
    expect(diff).toBe('--- a/a.txt\n+++ b/a.txt\nToo much changed to show it line by line.\n');
  });
});
