import { expect, it } from 'vitest';
import { knownRetirements } from '../../src/core/retirement/known-retirements.ts';
import { suggestSuccessors } from '../../src/providers/suggest-successors.ts';

const ending = knownRetirements.flatMap(({ models }) => models);

it('successors are newer models of the family that do not end themselves', async () => {
  const suggested = await suggestSuccessors('gpt-5.6-terra');
  expect(suggested.length).toBeLessThanOrEqual(4);
  for (const name of suggested) expect(name).toMatch(/^gpt-(?:5\.[7-9]|[6-9])/u);
  const [first] = ending.filter((name) => name.startsWith('gpt-5'));
  const others = await suggestSuccessors(first ?? '');
  expect(others.length).toBeGreaterThan(0);
  for (const name of others) expect(ending).not.toContain(name);
  expect(await suggestSuccessors(`openai/${first}`)).toEqual(others);
});

it('nothing is suggested for a model that no list knows', async () => {
  expect(await suggestSuccessors('my-own')).toEqual([]);
  expect(await suggestSuccessors('')).toEqual([]);
});
