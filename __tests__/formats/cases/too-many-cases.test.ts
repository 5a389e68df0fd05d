import { describe, expect, it } from 'vitest';
import { mostCases } from '../../../src/core/cases/too-many-cases.ts';
import { readCases } from '../../../src/formats/cases/read-cases.ts';
import { checkKinds } from '../../../src/scorers/index.ts';

const forms: readonly (readonly [string, (count: number) => string])[] = [
  ['a.cases.yml', (count) => `cases:\n${Array.from({ length: count }, (_, at) => `- id: c${at}\n`).join('')}`],
  ['a.cases.json', (count) => JSON.stringify(Array.from({ length: count }, (_, at) => ({ id: `c${at}` })))],
  ['a.cases.jsonl', (count) => `${Array.from({ length: count }, (_, at) => `{"id":"c${at}"}`).join('\n')}\n\n`],
  ['a.cases.csv', (count) => `id\n${Array.from({ length: count }, (_, at) => `c${at}`).join('\n')}\n`],
];

describe('a file of cases', () => {
  it.each(forms)('holds as many as are read, and not one more: %s', (path, write) => {
    const whole = readCases(path, write(mostCases), checkKinds, []);
    expect(whole.kind === 'cases' && whole.cases.length).toBe(mostCases);
    const over = readCases(path, write(mostCases + 1), checkKinds, []);
    expect(over).toMatchObject({
      kind: 'broken',
      problems: [{ what: 'The file holds 10,001 cases, more than the 10,000 that are read.' }],
    });
  });
});
