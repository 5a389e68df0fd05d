import { describe, expect, it } from 'vitest';
import { resolvePath } from '../../../src/core/paths/resolve-path.ts';

describe('resolving a path written in a file', () => {
  it.each([
    ['prompts/a.cases.yml', 'schemas/reply.json', 'prompts/schemas/reply.json'],
    ['prompts/a.cases.yml', './../schemas//reply.json', 'schemas/reply.json'],
    ['a.yml', 'b.json', 'b.json'],
    ['a/b.yml', 'x/../..x/..y', 'a/..x/..y'],
  ])('beside %s, %s is %s', (from, written, path) => {
    expect(resolvePath(from, written)).toEqual({ kind: 'path', path });
  });

  it.each([
    ['/etc/passwd'],
    ['../../etc/passwd'],
    ['x/../../../y'],
    ['C:\\x'],
    ['C:/x'],
    ['..\\x'],
    ['file:///etc/passwd'],
    ['https://example.com/x.json'],
    ['a\0b'],
    [''],
    ['.'],
    ['..'],
  ])('refuses %j', (written) => {
    expect(resolvePath('prompts/a.cases.yml', written).kind).toBe('refused');
  });
});
