import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCases } from '../../../src/formats/cases/read-cases.ts';
import { formats } from '../../../src/formats/prompts/index.ts';
import { checkKinds } from '../../../src/scorers/index.ts';

const pieces = [
  'a:',
  '- ',
  '{',
  '}',
  '[',
  ']',
  '"',
  '\n',
  '  ',
  '&a ',
  '*a',
  '<<:',
  '---\n',
  '\t',
  '|',
  '>',
  '?',
  '!!x',
  '#',
  '\0',
  'role: ',
  'user',
  'content: ',
  'messages:',
  'cases:',
  'checks:',
  'vars:',
  'contains: ',
  'toString: ',
  '__proto__:',
  ',',
];
const text = fc.oneof(
  fc.string(),
  fc.json(),
  fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join('')),
);

describe('a file by a stranger', () => {
  it('as golden cases is read or told to be broken, with a place and a sentence, whatever it holds', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('yml', 'json', 'jsonl', 'csv'), (written, ending) => {
        const read = readCases(`a.cases.${ending}`, written, checkKinds, []);
        const faults = read.kind === 'broken' ? read.problems : [];
        expect(faults.every(({ what, at }) => at?.file === `a.cases.${ending}` && what.endsWith('.'))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('as a prompt is read or told to be broken, whatever it holds', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...formats), (written, format) => {
        const read = format.read('prompts/a.prompt.yml', written, checkKinds);
        expect(read.kind !== 'broken' || read.problems.every(({ at }) => at !== undefined)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('cannot end the reader with maps where texts belong that forge how they turn into text', () => {
    const forged = '{ toString: 1, valueOf: 2 }';
    for (const format of formats) {
      const read = format.read('prompts/a.prompt.yml', `- role: ${forged}\n  content: ${forged}`, checkKinds);
      const prompts = read.kind === 'prompts' ? read.prompts : read.kind === 'prompt' ? [read] : [];
      expect(prompts.every(({ prompt }) => prompt.messages.length > 0)).toBe(true);
    }
    const prompt = `messages: [{ role: ${forged}, content: x }]\nresponseFormat: ${forged}`;
    expect(formats.map((format) => format.read('a.prompt.yml', prompt, checkKinds).kind)).toContain('broken');
  });
});
