import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { recogniseFormat } from '../../../src/formats/prompts/index.ts';
import { checkKinds } from '../../../src/scorers/index.ts';

const root = join(import.meta.dirname, '../../../fixtures/prompt-formats');

/** What the reference of a format makes of its files: `fixtures/prompt-formats/NAME/reference.json`. */
const told = z.object({
  /** What made it. */
  reference: z.string(),
  cases: z.array(
    z.object({
      file: z.string(),
      /** Of several prompts in a file. */
      key: z.string().optional(),
      vars: z.record(z.string(), z.json()),
      model: z.string().optional(),
      params: z.record(z.string(), z.json()).optional(),
      messages: z.array(z.object({ role: z.string(), content: z.string() })),
    }),
  ),
});

const references = globSync('*/reference.json', { cwd: root }).toSorted();

/** A file of a fixture, read as one of a repository is. */
function readFixture(folder: string, file: string, key: string | undefined) {
  const text = readFileSync(join(root, folder, file), 'utf8');
  const path = file.replace(/^(?:good|reference)\//u, '');
  const format = recogniseFormat(path, text);
  if (format === undefined) throw new Error(`${file} is not known`);
  const read = format.read(path, text, checkKinds);
  if (read.kind === 'broken') throw new Error(`${file} is not read: ${read.problems[0].what}`);
  const prompts = read.kind === 'prompt' ? [{ key: undefined, prompt: read.prompt }] : read.prompts;
  const found = prompts.find((one) => one.key === key);
  if (found === undefined) throw new Error(`${file} has no prompt ${key ?? ''}`);
  return { format, prompt: found.prompt };
}

describe.each(references)('%s', (reference) => {
  const folder = dirname(reference);
  const { cases } = told.parse(JSON.parse(readFileSync(join(root, reference), 'utf8')));

  it('holds several files', () => {
    expect(new Set(cases.map(({ file }) => file)).size).toBeGreaterThanOrEqual(5);
  });

  it.each(cases.map((one) => [`${one.file}${one.key === undefined ? '' : `#${one.key}`}`, one] as const))(
    'the messages of %s are those of the reference',
    (_, { file, key, vars, model, params, messages }) => {
      const { format, prompt } = readFixture(folder, file, key);
      const rendered = format.render(prompt, vars);
      expect(rendered.failed).toBeUndefined();
      expect(rendered.messages).toEqual(messages);
      expect(prompt.model).toBe(model);
      if (params !== undefined) expect(prompt.params).toEqual(params);
    },
  );
});
