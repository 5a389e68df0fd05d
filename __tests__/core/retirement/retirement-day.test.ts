import { describe, expect, it } from 'vitest';
import { knownOn, knownRetirements } from '../../../src/core/retirement/known-retirements.ts';
import { daysUntil, isListMissing, retirementDay } from '../../../src/core/retirement/retirement-day.ts';

const nothingOwn = { own: new Map<string, string>() };
const [known] = knownRetirements;
const name = known?.models[0] ?? '';

describe('the day a model ends', () => {
  const day = (model: string, facts = {}) => retirementDay({ provider: 'default', model }, { ...nothingOwn, ...facts });

  it('is that of the table, also behind a vendor or with a snapshot’s date', () => {
    expect(day(name)).toBe(known?.day);
    expect(day(`openai/${name}`)).toBe(known?.day);
    expect(day(`${name}-2025-08-07`)).toBe(known?.day);
    expect(day(`${name}-20250807`)).toBe(known?.day);
  });

  it('is not told of a model whose name only begins alike', () => {
    expect(day(`${name}.6-luna`)).toBeUndefined();
    expect(day('anyone')).toBeUndefined();
  });

  it('is the service’s own where that says one, of this provider alone', () => {
    const said = new Map([['default', new Map([[name, '2027-03-01']])]]);
    expect(day(name, { said })).toBe('2027-03-01');
    expect(retirementDay({ provider: 'router', model: name }, { ...nothingOwn, said })).toBe(known?.day);
  });

  it('may be known to a service alone whose list is not to be had, unless the config says it', () => {
    const said = new Map([
      ['default', undefined],
      ['router', new Map<string, string>()],
    ]);
    const isMissing = (provider: string, own = new Map<string, string>()) =>
      isListMissing({ provider, model: `openai/${name}` }, { own, said });
    expect([isMissing('default'), isMissing('router'), isMissing('claude')]).toEqual([true, false, false]);
    expect(isMissing('default', new Map([[name, 'never']]))).toBe(false);
    expect(day(name, { said })).toBe(known?.day);
  });

  it('is the config’s before all, which may say that there is none', () => {
    const said = new Map([['default', new Map([[name, '2027-03-01']])]]);
    expect(day(name, { said, own: new Map([[name, '2028-01-01']]) })).toBe('2028-01-01');
    expect(day(name, { said, own: new Map([[name, 'never']]) })).toBeUndefined();
  });
});

it('the table says of each model once a real day, from when it was read, and where', () => {
  const names = knownRetirements.flatMap(({ models }) => models);
  expect(new Set(names).size).toBe(names.length);
  for (const { day, source } of knownRetirements) {
    expect(new Date(day).toISOString().slice(0, 10)).toBe(day);
    expect(source).not.toBe('');
  }
  expect(new Date(knownOn).toISOString().slice(0, 10)).toBe(knownOn);
});

it('days between days are those of the calendar', () => {
  const days = ['1999-12-31', '2000-02-28', '2000-02-29', '2000-03-01', '2026-11-29', '2027-01-14', '2100-03-01'];
  for (const from of days)
    for (const to of days) expect(daysUntil(to, from)).toBe((Date.parse(to) - Date.parse(from)) / 86_400_000);
  expect(daysUntil('2026-12-11', '2026-11-29T23:59:00.000Z')).toBe(12);
});
