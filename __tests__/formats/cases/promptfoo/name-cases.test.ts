import { describe, expect, it } from 'vitest';
import { nameCases } from '../../../../src/formats/cases/promptfoo/name-cases.ts';
import { aCase } from '../../../support/golden-case.ts';

const takes = (name: string): boolean => name === '_conversation';
const turn = (n: number, conversation = 'a') => {
  const { id: _, ...golden } = aCase({ vars: { n } });
  return { ...golden, conversation, written: '' };
};

it('gives cases of a conversation the turns before them, of the same conversation alone', () => {
  const named = nameCases([turn(1), turn(2, 'b'), turn(3)], [], takes);
  expect(named.map(({ earlier }) => earlier)).toEqual([[], [], [{ n: 1 }]]);
  expect(nameCases([turn(1), turn(2)], []).map((one) => 'earlier' in one)).toEqual([false, false]);
});

it('leaves out the cases of a conversation that is too long, by name', () => {
  const named = nameCases(
    Array.from({ length: 22 }, (_, n) => turn(n)),
    [],
    takes,
  );
  expect(named.at(20)).toMatchObject({ notRun: [{ name: '_conversation', whole: true, why: expect.any(String) }] });
  expect(named.at(19)?.notRun).toEqual([]);
});

describe('a reply that a test stores', () => {
  const summary = (name: string): boolean => name === 'summary';

  it('is what later tests take in whose prompt has it, each by asking that test first', () => {
    const [first, second, third] = nameCases([turn(1), { ...turn(2), storesAs: 'summary' }, turn(3)], [], summary);
    expect([first?.earlier, second?.earlier]).toEqual([undefined, undefined]);
    expect(third).toMatchObject({ earlier: [{ n: 2 }], stored: [{ name: 'summary', turn: 0 }], notRun: [] });
    expect(nameCases([{ ...turn(1), storesAs: 'other' }, turn(2)], [], summary)[1]?.earlier).toBeUndefined();
  });

  it.each([
    ['a value of the test', { written: '[["{{ summary }}"]]' }, {}],
    ['a script of an assertion', { written: 'output.includes(context.vars.summary)' }, {}],
    ['a reply that a script makes over', {}, { isRemade: true as const }],
  ])('sets a test aside where %s needs it', (_, reading, storing) => {
    const named = nameCases(
      [
        { ...turn(1), storesAs: 'summary', ...storing },
        { ...turn(2), ...reading },
      ],
      [],
      summary,
    );
    expect(named[1]?.notRun).toMatchObject([{ name: 'options.storeOutputAs', whole: true }]);
    expect(named[0]?.notRun).toEqual([]);
  });
});
