import { describe, expect, it } from 'vitest';
import { showProblem } from '../../../src/core/problem.ts';
import { mostTokens, readYaml } from '../../../src/core/yaml/read-yaml.ts';
import { processorTime } from '../../support/processor-time.ts';

function contentOf(text: string): unknown {
  const read = readYaml(text, 'a.yml');
  return read.kind === 'read' ? read.located.value : read.problems.map(showProblem);
}

function faultOf(text: string, file = 'a.yml'): string {
  const read = readYaml(text, file);
  return read.kind === 'broken' ? showProblem(read.problems[0]) : 'read';
}

describe('reading YAML of a stranger', () => {
  it('reads YAML and JSON, with a byte order mark, Windows line ends and tabs inside JSON', () => {
    expect(contentOf('\u{feff}a: 1\r\nb:\r\n  - x\r\n')).toEqual({ a: 1, b: ['x'] });
    expect(contentOf('{\n\t"a": "\\ud83d\\ude00",\n\t"b": [true, null]\n}')).toEqual({ a: '😀', b: [true, null] });
  });

  it('says of a quote that is never closed which one it is', () => {
    expect(faultOf('a: "never')).toContain('Not readable as YAML: a quote (") is opened and never closed.');
  });

  it('follows aliases and merges, the first and the own key winning', () => {
    const text = 'a: &a { x: 1, y: 1 }\nb: &b { x: 2, z: 2 }\nc: { <<: [*a, *b], y: 3 }\nd: *a';
    expect(contentOf(text)).toMatchObject({ c: { x: 1, y: 3, z: 2 }, d: { x: 1, y: 1 } });
  });

  it('takes one anchor used by thousands of cases', () => {
    const text = `std: &std [contains]\ncases:\n${'- { checks: *std }\n'.repeat(5000)}`;
    expect(readYaml(text, 'a.yml').kind).toBe('read');
  });

  it('keeps keys that objects inherit as plain keys', () => {
    expect(contentOf('constructor: 1\ntoString: { valueOf: 2 }')).toEqual(
      Object.fromEntries([
        ['constructor', 1],
        ['toString', { valueOf: 2 }],
      ]),
    );
  });

  it.each([
    ['a bomb of aliases', bomb(), /^a\.yml:\d+:\d+: The file holds more than 2000000 values/],
    ['an alias inside its own anchor', 'a: &a [*a]', /nested more than 100 levels/],
    ['a merge inside its own anchor', 'a: &a { <<: *a }', /nested more than 100 levels/],
    ['brackets without end', '['.repeat(100_000), /nested too deep/],
    ['dashes without end', `${'- '.repeat(5000)}x`, /nested too deep/],
    ['an honest but deep nesting', `${'['.repeat(150)}${']'.repeat(150)}`, /nested more than 100 levels/],
    ['a prototype as a key', 'vars:\n  __proto__: { admin: true }', /^a\.yml:2:3: The key `__proto__` is not taken/],
    ['a key written twice', 'a: 1\nb: 2\na: 3', /^a\.yml:3:1: A key is written twice/],
    ['two documents', 'a: 1\n---\nb: 2', /several YAML documents/],
    ['a number JSON has not', 'a:\n  - .nan', /^a\.yml:2:5: JSON has no such number/],
    ['an alias of nothing', 'a: *nobody', /^a\.yml:1:4: This alias has no anchor/],
    ['a NUL character', 'a: "x\0y"', /NUL/],
    ['a text too long', `a: ${'x'.repeat(5_000_001)}`, /more than the 5000000/],
    ['a template that was not quoted', 'content: {{name}}', /^a\.yml:1:/],
    ['a quote left open', 'a: "b\nc: d', /^a\.yml:\d+:\d+: Not readable as YAML/],
  ])('refuses %s with its place', (_, text, message) => {
    expect(faultOf(text)).toMatch(message);
  });

  it('speaks of JSON where the file is one', () => {
    expect(faultOf('{"a": 1', 'a.json')).toMatch(/^a\.json:1:\d+: Not readable as JSON/);
  });

  it('knows where every part was written, and the nearest part around what was not', () => {
    const read = readYaml('cases:\n  - id: a\n    vars: { q: x }\n', 'c.yml');
    if (read.kind === 'broken') throw new Error('not read');
    const { at } = read.located;
    expect(at(['cases', 0])).toEqual({ file: 'c.yml', line: 2, column: 5 });
    expect(at(['cases', 0, 'vars', 'q'])).toEqual({ file: 'c.yml', line: 3, column: 16 });
    expect(at(['cases', 0, 'vars', 'q'], 'key')).toEqual({ file: 'c.yml', line: 3, column: 13 });
    expect(at(['cases', 0, 'checks', 3])).toEqual({ file: 'c.yml', line: 2, column: 5 });
  });
});

function bomb(): string {
  const lines = ['a: &a [x, x, x, x, x, x, x, x, x]'];
  for (const [before, name] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg', 'gh', 'hi'].map((pair) => pair.split(''))) {
    lines.push(`${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`);
  }
  return lines.join('\n');
}

describe('what is too much to read', () => {
  const map = (keys: number): string => Array.from({ length: keys }, (_, at) => `k${at}: 1\n`).join('');

  it('is a map of more than 20,000 keys, in YAML and in JSON', () => {
    expect(faultOf(map(20_000))).toBe('read');
    expect(faultOf(map(20_001))).toMatch(/^a\.yml:1:1: This map has 20,001 keys, more than the 20,000 that are read/);
    expect(faultOf(JSON.stringify(contentOf(map(20_000))), 'a.json')).toBe('read');
  });

  it('is a file of more marks than are parsed, told within moments', () => {
    expect(faultOf('- a\n'.repeat(mostTokens / 5 - 1))).toBe('read');
    expect(faultOf('- a\n'.repeat(mostTokens / 5))).toMatch(/more than 1,000,000 marks and texts/);
    for (const text of ['['.repeat(4_900_000), '{a: '.repeat(1_000_000)])
      expect(processorTime(() => faultOf(text))).toBeLessThan(processorTime(() => faultOf(map(20_000))));
  });

  it('takes time in proportion to its keys', () => {
    const quarter = processorTime(() => faultOf(map(5_000)));
    const whole = processorTime(() => faultOf(map(20_000)));
    expect(whole).toBeLessThan(12 * Math.max(quarter, 20));
  });
});
