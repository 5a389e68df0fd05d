import { expect, it } from 'vitest';
import { nameCases } from '../../../../src/formats/cases/promptfoo/name-cases.ts';
import { aCase } from '../../../support/golden-case.ts';

const turn = (n: number, conversation = 'a') => {
  const { id: _, ...golden } = aCase({ vars: { n } });
  return { ...golden, conversation };
};

it('gives cases of a conversation the turns before them, of the same conversation alone', () => {
  const named = nameCases([turn(1), turn(2, 'b'), turn(3)], [], true);
  expect(named.map(({ earlier }) => earlier)).toEqual([[], [], [{ n: 1 }]]);
  expect(nameCases([turn(1), turn(2)], []).map((one) => 'earlier' in one)).toEqual([false, false]);
});

it('leaves out the cases of a conversation that is too long, by name', () => {
  const named = nameCases(
    Array.from({ length: 22 }, (_, n) => turn(n)),
    [],
    true,
  );
  expect(named.at(20)).toMatchObject({ notRun: [{ name: '_conversation', whole: true, why: expect.any(String) }] });
  expect(named.at(19)?.notRun).toEqual([]);
});
