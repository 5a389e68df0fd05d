import { describe, expect, it } from 'vitest';
import type { Check, GoldenCase } from '../../../src/core/golden-case.ts';
import { showProblem } from '../../../src/core/problem.ts';
import { readCases } from '../../../src/formats/cases/read-cases.ts';
import { checkKinds } from '../../../src/scorers/index.ts';
import { aCheck } from '../../support/golden-case.ts';

function casesOf(path: string, text: string, outer: readonly Check[] = []): readonly GoldenCase[] {
  const read = readCases(path, text, checkKinds, outer);
  if (read.kind === 'broken') throw new Error(read.problems.map(showProblem).join('\n'));
  return read.cases;
}

function faultsOf(path: string, text: string): readonly string[] {
  const read = readCases(path, text, checkKinds, []);
  return read.kind === 'broken' ? read.problems.map(showProblem) : [];
}

const shop = `defaults:
  checks: [{ not-contains: "As an AI" }]
cases:
  - id: refund-window
    segment: free
    tags: [smoke]
    weight: 2
    vars: { question: "Can I return it after 40 days?" }
    context: ["Returns are accepted within 30 days."]
    reference: "No, only within 30 days."
    history: [{ role: user, content: "Hi" }, { role: assistant, content: "Hello" }]
    checks:
      - contains: "30 days"
      - { regex: "\\\\b30\\\\b", required: true }
      - json
`;

describe('reading golden cases', () => {
  it('reads a case with everything it can say, each check with its place', () => {
    const [golden] = casesOf('shop.cases.yml', shop);
    expect(golden).toMatchObject({
      id: 'refund-window',
      segment: 'free',
      tags: ['smoke'],
      weight: 2,
      vars: { question: 'Can I return it after 40 days?' },
      context: ['Returns are accepted within 30 days.'],
      reference: 'No, only within 30 days.',
      at: { file: 'shop.cases.yml', line: 4, column: 5 },
    });
    expect(golden?.history).toHaveLength(2);
    expect(golden?.checks.map(({ name, required, at }) => [name, required, at.line])).toEqual([
      ['not-contains: As an AI', false, 2],
      ['contains: 30 days', false, 13],
      ['regex: \\b30\\b', true, 14],
      ['json', false, 15],
    ]);
  });

  it('has a tool answered by the case that names it alone, and by the defaults else', () => {
    const text = `defaults:
  max-steps: 3
  tools: { a: [{ returns: outer }], b: [{ when: { x: 1 }, returns: null }] }
cases:
  - { id: own, tools: { a: [{ returns: 1 }], c: [] } }
  - { id: other, max-steps: 5 }
`;
    const [own, other] = casesOf('a.cases.yml', text);
    expect(own).toMatchObject({ maxSteps: 3 });
    expect(own?.tools).toEqual({ a: [{ returns: 1 }], b: [{ when: { x: 1 }, returns: null }], c: [] });
    expect(other).toMatchObject({ maxSteps: 5, tools: { a: [{ returns: 'outer' }] } });
    expect(casesOf('b.cases.yml', '- { id: none }')[0]).not.toHaveProperty('tools');
  });

  it.each([
    ['tools: { a: { returns: 1 } }', /list/],
    ['tools: { a: [{ return: 1 }] }', /returns/],
    ['tools: { a: [{ when: id, returns: 1 }] }', /map|object/],
    ['max-steps: 0', /max-steps/],
    ['tool: {}', /tools/],
  ])('tells what is wrong with %s', (written, told) => {
    const faults = faultsOf('a.cases.yml', `- id: a\n  ${written}\n`);
    expect(faults.join('\n')).toMatch(told);
    expect(faults[0]).toContain('a.cases.yml:2');
  });

  it('reads the same cases from YAML, JSON and JSON Lines', () => {
    const one = { id: 'a', vars: { q: 'x' }, checks: [{ contains: 'y', 'ignore-case': true }] };
    const two = { vars: { q: 2 }, checks: ['json'] };
    const withoutPlaces = (cases: readonly GoldenCase[]): unknown =>
      cases.map(({ at: _, checks, ...rest }) => ({ ...rest, checks: checks.map(({ at: __, ...check }) => check) }));
    const json = withoutPlaces(casesOf('a.cases.json', JSON.stringify([one, two], null, 2)));
    expect(
      withoutPlaces(casesOf('a.cases.jsonl', `\u{feff}${JSON.stringify(one)}\r\n\r\n${JSON.stringify(two)}\r\n`)),
    ).toEqual(json);
    expect(withoutPlaces(casesOf('a.cases.json', JSON.stringify({ cases: [one, two] })))).toEqual(json);
    expect(
      withoutPlaces(
        casesOf(
          'a.cases.yaml',
          '- { id: a, vars: { q: x }, checks: [{ contains: y, ignore-case: true }] }\n- { vars: { q: 2 }, checks: [json] }',
        ),
      ),
    ).toEqual(json);
  });

  it('gives a case without an id the hash of its vars, whatever else changes', () => {
    const [one] = casesOf('a.cases.yml', '- { vars: { a: 1, b: 2 } }');
    const [other] = casesOf('b.cases.yml', '- { vars: { b: 2, a: 1 }, tags: x, checks: [json] }');
    expect(one?.id).toBe(other?.id);
    expect(one?.id).toMatch(/^[0-9a-f]{10}$/);
  });

  it('adds up checks of config, file and case, the inner of the same kind and name replacing the outer', () => {
    const outer = [
      aCheck({ kind: 'max-words', name: 'length', argument: 200 }),
      aCheck({ kind: 'json', name: 'json' }),
    ];
    const text = `defaults: { checks: [{ max-words: 100, name: length }, { contains: a }] }
cases:
  - { id: x, checks: [{ contains: b }, { max-words: 50, name: length }] }
  - { id: y }`;
    const [x, y] = casesOf('a.cases.yml', text, outer);
    expect(x?.checks.map(({ kind, argument }) => [kind, argument])).toEqual([
      ['max-words', 50],
      ['json', null],
      ['contains', 'a'],
      ['contains', 'b'],
    ]);
    expect(y?.checks.find(({ name }) => name === 'length')?.argument).toBe(100);
  });

  it('tells every fault with its place and how to mend it', () => {
    expect(
      faultsOf(
        'a.cases.yml',
        `cases:
  - checks:
      - contians: "30 days"
      - { contains: a, ignore-cas: true }
      - { contains: a, min: 3 }
      - equals
      - { contains: a, json: null }
      - { weight: 2 }
      - { contains: b, weight: heavy, required: maybe }
`,
      ),
    ).toEqual([
      'a.cases.yml:3:9: There is no check `contians`. Did you mean `contains`?',
      'a.cases.yml:4:24: `contains` takes no `ignore-cas`. Did you mean `ignore-case`?',
      'a.cases.yml:5:29: `contains` passes or fails: it takes no `min`. Leave it out.',
      expect.stringMatching(/^a\.cases\.yml:6:9: `equals` needs an argument: /),
      'a.cases.yml:7:24: `contains` and `json` are two checks. Give each its own entry in the list.',
      expect.stringMatching(/^a\.cases\.yml:8:9: This check names no kind\./),
      'a.cases.yml:9:32: `weight` must be a number from 0 to 1000000.',
      'a.cases.yml:9:49: `required` must be true or false.',
    ]);
  });

  it.each([
    [
      'an unknown key',
      'cases: [{ segmnt: free }]',
      /^a\.cases\.yml:1:11: unknown key `segmnt`.*Did you mean `segment`\?/,
    ],
    ['an unknown key of the file', 'caes: []', /^a\.cases\.yml:1:1: unknown key `caes`.*Did you mean `cases`\?/],
    ['a weight of nothing', '- { id: a, weight: 0 }', /^a\.cases\.yml:1:20: .*weight/],
    ['a role that is none', '- { history: [{ role: usr, content: x }] }', /^a\.cases\.yml:1:23: .*`user`/],
    [
      'two cases of one id',
      '- id: a\n- id: b\n- id: a',
      /^a\.cases\.yml:3:3: The case `a` is there already, at a\.cases\.yml:1:3/,
    ],
    ['two cases of the same vars', '- vars: { q: 1 }\n- vars: { q: 1 }', /^a\.cases\.yml:2:3: /],
    [
      'two checks of one name',
      '- checks: [{ contains: a }, { contains: a }]',
      /is there already, at a\.cases\.yml:1:12/,
    ],
    ['a prototype among vars', '- vars: { __proto__: 1 }', /^a\.cases\.yml:1:11: The key `__proto__` is not taken/],
    ['checks that all weigh nothing', '- checks: [{ contains: a, weight: 0 }]', /weigh 0/],
    ['a text instead of cases', 'hello', /^a\.cases\.yml:1:1: /],
  ])('refuses %s', (_, text, message) => {
    expect(faultsOf('a.cases.yml', text)[0]).toMatch(message);
  });

  it('takes an empty file for one without cases', () => {
    expect(casesOf('a.cases.yml', '')).toEqual([]);
    expect(casesOf('a.cases.yml', '# soon\n')).toEqual([]);
  });

  it('keeps ids and vars by names that objects inherit', () => {
    const [golden] = casesOf('a.cases.yml', '- { id: constructor, vars: { toString: x, hasOwnProperty: y } }');
    expect(golden?.id).toBe('constructor');
    expect(Object.entries(golden?.vars ?? {})).toEqual([
      ['toString', 'x'],
      ['hasOwnProperty', 'y'],
    ]);
  });

  it('tells the line of a fault in JSON Lines', () => {
    expect(faultsOf('a.cases.jsonl', '{"id":"a"}\n\n{"id":"b","vrs":{}}')[0]).toMatch(
      /^a\.cases\.jsonl:3:11: unknown key `vrs`/,
    );
    expect(faultsOf('a.cases.jsonl', '{"id":"a"}\n{"id":')[0]).toMatch(/^a\.cases\.jsonl:2:\d+: Not readable as JSON/);
    expect(faultsOf('a.cases.jsonl', '[1]')[0]).toMatch(/^a\.cases\.jsonl:1:1: This line is no JSON object/);
  });

  it('gives equal arguments one object, so that a schema a thousand cases repeat is compiled once', () => {
    const golden = (i: number) => ({ vars: { i }, checks: [{ 'json-schema': { type: 'object', required: ['a'] } }] });
    const cases = casesOf('a.cases.json', JSON.stringify(Array.from({ length: 1000 }, (_, i) => golden(i))));
    expect(new Set(cases.map(({ checks }) => checks[0]?.argument)).size).toBe(1);
  });

  it('reads 10,000 cases well within the patience of a review', () => {
    const text = Array.from({ length: 10_000 }, (_, i) =>
      JSON.stringify({ id: `c${i}`, vars: { q: `v${i}` }, checks: [{ contains: 'x' }] }),
    ).join('\n');
    expect(casesOf('a.cases.jsonl', text)).toHaveLength(10_000);
  });
});
