import { describe, expect, test } from 'vitest';
import { checkDeclared } from '../../../src/core/golden-set/check-declared.ts';
import type { JsonObject } from '../../../src/core/json.ts';
import { dotprompt } from '../../../src/formats/prompts/dotprompt/dotprompt.ts';
import { aCase } from '../../support/golden-case.ts';

const file = `---
input:
  schema: { age?: integer, names(array): string, kind(enum): [a, b], anything: any }
---
{{role "user"}}{{age}}`;

function found(...vars: readonly JsonObject[]): readonly string[] {
  const read = dotprompt.read('a.prompt', file, new Map());
  if (read.kind === 'broken') throw new Error(read.problems[0].what);
  const cases = vars.map((one, index) => aCase({ id: `c${index}`, vars: one }));
  return checkDeclared(read.prompt, cases).map(({ what }) => what);
}

describe('values of variables that a prompt declares', () => {
  test('pass where they are such', () => {
    expect(found({ age: 3, names: ['x'], kind: 'a', anything: [1] }, { age: null, names: [] }, {})).toEqual([]);
  });

  test('are told by case where they are not', () => {
    expect(found({ age: '3', names: 'x' }, { age: '4', kind: 'c' })).toEqual([
      '2 cases (`c0`, `c1`) give `age` a text, and a.prompt declares `integer` or `null`.',
      'The case `c0` gives `names` a text, and a.prompt declares `array`.',
      'The case `c1` gives `kind` a text, and a.prompt declares one of `"a"`, `"b"`.',
    ]);
  });
});
