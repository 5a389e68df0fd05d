import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const [before = '', promised = '', after = ''] = read('SECURITY.md').split(
  /^## (?:What is promised|What it does not protect against)\n/mu,
);
const rows = promised.split('\n').flatMap((line) => {
  const [, promise, held] = /^\| (.+?) \| (.+) \|$/u.exec(line) ?? [];
  return promise === undefined || held === undefined || promise === 'Promise' || promise === '---'
    ? []
    : [{ promise, held }];
});

/** `[name](file) “title”`, of which a row has one or more. */
const reference = /\[[^\]]+\]\(([^)]+)\) “([^”]*(?:“[^”]*”[^”]*)*)”/gu;

describe('SECURITY.md', () => {
  test('promises in rows alone: around them stand headings and what a reader should know', () => {
    const [lead = '', ...parts] = promised.split(/^### /mu);
    expect(rows.length).toBeGreaterThan(40);
    expect(lead.trim().split(/\n{2,}/u)).toHaveLength(1);
    for (const part of parts) {
      const [, ...lines] = part.split('\n').filter((line) => line !== '');
      expect(lines.slice(0, 2)).toEqual(['| Promise | Held by |', '| --- | --- |']);
      expect(lines.filter((line) => !/^\| .+ \| .+ \|$/u.test(line))).toEqual([]);
    }
    // What is not the program's to hold: who answers, what gets fixes, and what is not promised at all.
    expect(before.match(/^## .+$/gmu)).toEqual(['## Reporting', '## Supported versions']);
    expect(after).not.toMatch(/^##/mu);
  });

  test.each(rows.map(({ promise, held }) => [promise, held]))('%s: is held by tests that are there', (_, held) => {
    const named = [...held.matchAll(reference)];
    expect(named.map(([text]) => text).join('<br>')).toBe(held);
    for (const [, file = '', title = ''] of named) {
      expect(existsSync(new URL(file, root)), file).toBe(true);
      const titles = [...read(file).matchAll(/(?:\b(?:it|test)|\))\(\s*(['"`])((?:(?!\1).)+)\1/gsu)].map(
        ([, , one]) => one,
      );
      expect(titles, file).toContain(title);
    }
  });
});
