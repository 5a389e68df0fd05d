import { describe, expect, it } from 'vitest';
import { filesOfChecks, inlineFiles } from '../../../src/core/cases/inline-files.ts';
import { showProblem } from '../../../src/core/problem.ts';
import type { FileText } from '../../../src/core/pull-request.ts';
import { checkKinds } from '../../../src/scorers/index.ts';
import { aCase, aCheck } from '../../support/golden-case.ts';

const at = { file: 'prompts/shop.cases.yml', line: 7, column: 3 };
const check = aCheck({ kind: 'json-schema', argument: 'schemas/reply.json', at });

function inline(text: FileText | undefined, checks = [check]) {
  const texts = new Map(text === undefined ? [] : [['prompts/schemas/reply.json', text]]);
  return inlineFiles([aCase({ checks })], checkKinds, texts);
}

describe('files that checks refer to', () => {
  it('are named from the root of the repository, once', () => {
    const inline = aCheck({ kind: 'json-schema', argument: { type: 'object' }, at });
    expect(filesOfChecks([check, check, inline], checkKinds)).toEqual({
      paths: ['prompts/schemas/reply.json'],
      problems: [],
    });
  });

  it('never lie outside it', () => {
    const outside = aCheck({ kind: 'json-schema', argument: '../../secrets.json', at });
    const { paths, problems } = filesOfChecks([outside, outside], checkKinds);
    expect(paths).toEqual([]);
    expect(problems.map(showProblem)).toEqual([
      'prompts/shop.cases.yml:7:3: `json-schema` cannot read `../../secrets.json`: the path leaves the repository. Paths are relative to the file they are written in.',
    ]);
  });

  it('take the place of their paths', () => {
    const { cases, problems } = inline({ kind: 'text', text: '{"type": "object"}' });
    expect(problems).toEqual([]);
    expect(cases[0]?.checks[0]?.argument).toEqual({ type: 'object' });
  });

  it.each([
    ['is not there', undefined, /which is not there/],
    [
      'is a link',
      { kind: 'refused', why: 'symbolic links are not followed' } as const,
      /symbolic links are not followed/,
    ],
    ['is no schema', { kind: 'text', text: '[1]' } as const, /cannot use `schemas\/reply\.json`/],
  ])('are a problem at the check, told once, where one %s', (_, text, message) => {
    const { problems } = inline(text, [check, { ...check, name: 'again' }]);
    expect(problems.map(showProblem)).toEqual([expect.stringMatching(message)]);
    expect(problems[0]?.at).toEqual(at);
  });
});
