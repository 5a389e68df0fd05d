import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPromptfoo } from '../../../support/read-promptfoo.ts';

const root = join(import.meta.dirname, '../../../../fixtures/promptfoo/shop');
const files = Object.fromEntries(
  globSync('**/*.*', { cwd: root }).map((path) => [
    `eval/${path.replaceAll('\\', '/')}`,
    readFileSync(join(root, path), 'utf8'),
  ]),
);

describe('the promptfoo config of a shop', () => {
  it('becomes golden cases: matrices, defaults, templates, files and a CSV', async () => {
    const { cases, faults } = await readPromptfoo({ ...files, 'eval/tests/generate.py': '' }, 'eval/prompts/plain.txt');
    expect(faults).toEqual([]);
    expect(cases.map(({ id, checks }) => [id, checks.map(({ name }) => name)])).toEqual([
      [
        'refund window',
        [
          'not-contains: whatever',
          'contains: ["30 days","receipt"]',
          'policy',
          'faithfulness',
          expect.stringContaining('json-schema: '),
        ],
      ],
      ...['Ada in English', 'Ada in German', 'Bo in English', 'Bo in German'].map((who) => [
        `greets ${who}`,
        ['not-contains: whatever', `contains: ${who.split(' ')[0]}`, expect.stringContaining('word-count: ')],
      ]),
      [
        expect.stringMatching(/^[0-9a-f]{10}$/u),
        ['not-contains: whatever', 'javascript: output.length > 3', 'max-latency: 4000'],
      ],
      ['where is it', ['not-contains: whatever', 'delivery', 'delivery']],
      [expect.stringMatching(/^[0-9a-f]{10}$/u), ['not-contains: whatever', 'equals: equals me']],
    ]);
    expect(cases[0]).toMatchObject({
      context: ['Returns within 30 days, with the receipt.'],
      at: { file: 'eval/promptfooconfig.yaml', line: 15 },
    });
    expect(cases[0]?.checks[2]).toMatchObject({
      kind: 'judge',
      argument: 'Answers for Dot & Co from the policy.',
      min: 8.2,
      weight: 2,
    });
    expect(cases[6]).toMatchObject({ tags: ['area=orders'], at: { file: 'eval/tests/more.csv', line: 2 } });
    expect(cases[6]?.checks[2]).toMatchObject({ kind: 'similar', min: 0.7 });
  });

  it('lists by name and line what is not run', async () => {
    const { cases, notes } = await readPromptfoo(files, 'eval/prompts/plain.txt');
    expect(cases.flatMap(({ notRun }) => notRun)).toMatchObject([
      { name: 'contains', at: { line: 30 }, why: expect.stringContaining('empty text') },
    ]);
    expect(notes).toEqual([
      expect.stringMatching(/^`providers` is not used.*:6:1\)$/u),
      expect.stringMatching(
        /^The tests of `file:\/\/tests\/generate\.py` are not run: scripts are not run\. \(.*:36:5\)$/u,
      ),
      expect.stringMatching(/`options\.provider` is not used: .*:13:24\)$/u),
    ]);
  });

  it('gives a prompt only the tests that select it by its label', async () => {
    const questions = async (prompt: string) =>
      (await readPromptfoo(files, prompt)).cases.map(({ vars }) => vars['question']);
    expect(await questions('eval/prompts/formal.md')).toContain('formally only');
    expect(await questions('eval/prompts/plain.txt')).not.toContain('formally only');
    expect(await questions('eval/prompts/other.md')).toEqual([]);
  });
});
