import { describe, expect, it } from 'vitest';
import { showProblem } from '../../../src/core/problem.ts';
import { readCases } from '../../../src/formats/cases/read-cases.ts';
import { checkKinds } from '../../../src/scorers/index.ts';

function read(text: string) {
  return readCases('a.cases.csv', text, checkKinds, []);
}

function faultOf(text: string): string {
  const result = read(text);
  return result.kind === 'broken' ? showProblem(result.problems[0]) : 'read';
}

describe('reading cases from CSV', () => {
  it('takes known columns as themselves, check columns as checks and all others as vars', () => {
    const text = [
      '\u{feff}id,question,segment,weight,tags,reference,context,label,check:contains,check:max-words,check:json,plan',
      '1,"Can I, after',
      '40 days?",free,2,smoke fast,No,"[""p1"",""p2""]",8,"[""30"",""days""]",50,yes,basic',
      '',
      '2,Hi,,,,,one passage,,,,,',
    ].join('\r\n');
    const result = read(text);
    if (result.kind === 'broken') throw new Error(result.problems.map(showProblem).join('\n'));
    const [one, two] = result.cases;
    expect(one).toMatchObject({
      id: '1',
      segment: 'free',
      weight: 2,
      tags: ['smoke', 'fast'],
      reference: 'No',
      context: ['p1', 'p2'],
      label: 8,
      vars: { question: 'Can I, after\n40 days?', plan: 'basic' },
      at: { line: 2 },
    });
    expect(one?.checks.map(({ kind, argument }) => [kind, argument])).toEqual([
      ['contains', ['30', 'days']],
      ['max-words', 50],
      ['json', null],
    ]);
    expect(two).toMatchObject({
      id: '2',
      context: ['one passage'],
      checks: [],
      vars: { question: 'Hi', plan: '' },
      at: { line: 5 },
    });
    expect(two).not.toHaveProperty('segment');
  });

  it('keeps a text that looks like a number a text where the check takes one', () => {
    const result = read('q,check:contains\nx,30');
    expect(result.kind === 'cases' && result.cases[0]?.checks[0]?.argument).toBe('30');
  });

  it.each([
    [
      'an unknown check',
      'q,check:contians\n1,2',
      'a.cases.csv:1: There is no check `contians`. Did you mean `contains`?',
    ],
    ['a row too long', 'q\n1,2', /^a\.cases\.csv:2: This row has 2 cells, the header 1\./],
    ['a row too short', 'q,r\n1,2\n"a\nb"', /^a\.cases\.csv:3: This row has 1 cells, the header 2\./],
    ['a quote left open', 'q\n"x', /^a\.cases\.csv:2: Not readable as CSV/],
    ['a weight that is none', 'q,weight\n1,heavy', /^a\.cases\.csv:2: .*weight/],
    ['two columns of one name', 'q,q\n1,2', /Two columns are named `q`/],
    ['a column without a name', 'q,\n1,2', /A column has no name/],
    ['a prototype as a column', 'q,__proto__\n1,2', /`__proto__`/],
    ['two rows of one id', 'id,q\na,1\na,2', /^a\.cases\.csv:3: The case `a` is there already/],
    [
      'an argument the check refuses',
      'q,check:max-words\n1,many',
      /^a\.cases\.csv:2: The argument of `max-words` is wrong/,
    ],
    ['a file without a header', '', /has no header/],
  ])('refuses %s with its line', (_, text, message) => {
    expect(faultOf(text)).toMatch(message);
  });
});
