import { describe, expect, it } from 'vitest';
import type { GoldenCase } from '../../../src/core/golden-case.ts';
import { checkVariables } from '../../../src/core/golden-set/check-variables.ts';
import type { Prompt } from '../../../src/core/prompt.ts';
import { checkKinds } from '../../../src/scorers/index.ts';
import { aCase, aCheck, aPrompt } from '../../support/golden-case.ts';
import { processorTime } from '../../support/processor-time.ts';

function told(
  content: string,
  cases: readonly GoldenCase[],
  { turn, ...defaults }: { readonly turn?: string } & Prompt['defaults'] = {},
): readonly string[] {
  const prompt: Prompt = { ...aPrompt(content, turn === undefined ? {} : { turn }), defaults };
  const written = new Set(['shop.cases.yml']);
  return checkVariables(prompt, cases, { kinds: checkKinds, written }).map(({ what }) => what);
}

const json = [aCheck({ kind: 'json' })];

describe('variables of a golden set', () => {
  it('fit where each case gives what the prompt uses, be it nested, a default or its passages', () => {
    const golden = aCase({ vars: { user: { name: 'Ada' } }, context: ['Thirty days.'], checks: json });
    expect(told('{{user.name}} {{tone}} {{context}}', [golden], { tone: 'warm' })).toEqual([]);
  });

  it('are not lacking where a case writes the turn of the user itself', () => {
    expect(told('You help.', [aCase({ vars: {}, user: 'Hi', checks: json })], { turn: 'question' })).toEqual([]);
    expect(told('You help.', [aCase({ vars: {}, checks: json })], { turn: 'question' })).toHaveLength(1);
  });

  it('that cases lack are told once, with the cases by name', () => {
    const cases = Array.from({ length: 7 }, (_, nth) => aCase({ id: `c${nth}`, vars: {}, checks: json }));
    expect(told('{{question}}', cases)).toEqual([
      '7 cases (`c0`, `c1`, `c2`, `c3`, `c4` and 2 more) give no value to `{{question}}`: the model would see it as it is written.',
    ]);
  });

  it('that the prompt does not know are told where nobody else reads them', () => {
    const vars = { question: 'x', tone: 'warm' };
    expect(told('{{question}}', [aCase({ vars, checks: json })])).toEqual([
      'The case `refund-window` gives a value to `tone`, which the prompt does not use.',
    ]);
    const judged = [aCheck({ kind: 'judge', argument: 'Is warm.' })];
    expect(told('{{question}}', [aCase({ vars, checks: judged })])).toEqual([]);
    const elsewhere = { file: 'promptfooconfig.yaml', line: 3 };
    expect(told('{{question}}', [aCase({ vars, checks: json, at: elsewhere })])).toEqual([]);
  });

  it('are told of a judged case too where the prompt uses none of them', () => {
    const judged = [aCheck({ kind: 'judge', argument: 'Is warm.' })];
    expect(told('Hello.', [aCase({ checks: judged })])).toHaveLength(1);
  });

  it('are not looked at without end in files that hold nothing but variables', () => {
    const tell = (length: number): void => {
      const content = Array.from({ length }, (_, nth) => `{{v${nth}}}`).join(' ');
      const cases = Array.from({ length }, (_, nth) =>
        aCase({ id: `c${nth}`, vars: { [`x${nth}`]: 1 }, checks: json }),
      );
      expect(told(content, cases)).toHaveLength(201);
    };
    const [some, many] = [processorTime(() => tell(750)), processorTime(() => tell(3000))];
    // In proportion it is four times; by the square, sixteen. Short times are mostly chance.
    expect(many).toBeLessThan(9 * some + 200);
  });
});
