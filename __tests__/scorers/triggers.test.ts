import { describe, expect, it } from 'vitest';
import { offeredSkills, offerSkills, pickedSkills } from '../../src/core/agents/skills.ts';
import { anInput, scoreWith } from '../support/score-with.ts';

const call = (skill: unknown, name = 'Skill') => ({ name, arguments: JSON.stringify({ skill }) });

function scored(wanted: boolean | string, ...calls: readonly ReturnType<typeof call>[]) {
  const { answer } = anInput();
  const result = scoreWith('triggers', wanted, { skill: 'refunds', answer: { ...answer, toolCalls: calls } });
  return result.kind === 'scored' ? [result.value, result.reason] : [result.kind];
}

describe('the check triggers', () => {
  it.each([
    ['true', true, [call('refunds')], 1, 'picked it'],
    ['true, beside another', true, [call('shipping'), call('refunds')], 1, 'picked it'],
    ['true, another', true, [call('shipping')], 0, 'picked "shipping" instead'],
    ['true, none', true, [], 0, 'picked no skill'],
    ['true, another tool', true, [call('refunds', 'search')], 0, 'picked no skill'],
    ['false', false, [call('shipping')], 1, 'picked "shipping"'],
    ['false, none', false, [], 1, 'picked no skill'],
    ['false, picked', false, [call('refunds')], 0, 'picked it'],
    ['a name', 'shipping', [call('shipping')], 1, 'picked "shipping"'],
    ['a name, this one', 'shipping', [call('refunds')], 0, 'picked it instead of "shipping"'],
    ['a name, both', 'shipping', [call('shipping'), call('refunds')], 0, 'picked it instead of "shipping"'],
    ['a name, none', 'shipping', [], 0, 'picked no skill'],
  ] as const)('scores a pick: %s', (_, wanted, calls, value, reason) => {
    expect(scored(wanted, ...calls)).toEqual([value, reason]);
  });

  it('reads no pick out of arguments of another shape', () => {
    const calls = [
      call(7),
      call(['refunds']),
      { name: 'Skill', arguments: '"refunds"' },
      { name: 'Skill', arguments: '{' },
    ];
    expect(pickedSkills(calls)).toEqual([]);
  });
});

describe('the catalogue of skills', () => {
  it('offers a line a skill, as much of its description as the specification allows, and no hidden one', () => {
    const { system, params } = offerSkills([
      { name: 'a', description: 'Does\n  this.' },
      { name: 'b', description: 'x'.repeat(2_000) },
      { name: 'c', description: 'Secret.', hidden: true },
    ]);
    expect(system).toContain(`<available_skills>\n- a: Does this.\n- b: ${'x'.repeat(1_024)}\n</available_skills>`);
    expect([...offeredSkills(params)]).toEqual(['a', 'b']);
  });

  it('asks for no function where there is no skill', () => {
    expect(offerSkills([{ name: 'a', description: '', hidden: true }]).params).toEqual({});
    expect([...offeredSkills({})]).toEqual([]);
  });
});
