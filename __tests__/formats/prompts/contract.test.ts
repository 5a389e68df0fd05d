import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Prompt } from '../../../src/core/prompt.ts';
import { formats, recogniseFormat } from '../../../src/formats/prompts/index.ts';
import type { Format } from '../../../src/formats/prompts/types.ts';
import { checkKinds } from '../../../src/scorers/index.ts';

const root = join(import.meta.dirname, '../../../fixtures/prompt-formats');

/** Files of a format as people write them: `fixtures/prompt-formats/<name>/good` and `broken`. */
function fixturesOf({ name }: Format, kind: 'good' | 'broken') {
  const folder = join(root, name.toLowerCase().replaceAll(' ', '-'), kind);
  if (!existsSync(folder)) return [];
  return globSync('*', { cwd: folder }).map((file) => ({
    path: `prompts/${file}`,
    text: readFileSync(join(folder, file), 'utf8'),
  }));
}

function promptsIn(format: Format, path: string, text: string): readonly Prompt[] {
  const read = format.read(path, text, checkKinds);
  if (read.kind === 'broken') throw new Error(`${path}: ${read.problems[0].what}`);
  return read.kind === 'prompt' ? [read.prompt] : read.prompts.map(({ prompt }) => prompt);
}

test('no two formats have one name', () => {
  expect(new Set(formats.map(({ name }) => name)).size).toBe(formats.length);
});

describe.each(formats.map((format) => [format.name, format] as const))('prompts of the format %s', (_, format) => {
  const good = fixturesOf(format, 'good');
  const broken = fixturesOf(format, 'broken');

  test('have files that are read, and some that cannot be', () => {
    expect([good.length > 0, broken.length > 0]).toEqual([true, true]);
  });

  test.each(good)('are known as such, and as no other: $path', ({ path, text }) => {
    expect(recogniseFormat(path, text)?.name).toBe(format.name);
  });

  test.each(good)('are read the same each time, with a message at least: $path', ({ path, text }) => {
    const prompts = promptsIn(format, path, text);
    expect(prompts.length).toBeGreaterThan(0);
    for (const { messages } of prompts) expect(messages.length).toBeGreaterThan(0);
    expect(promptsIn(format, path, text)).toEqual(prompts);
  });

  test.each(good)('say every variable they are given, and name each that they are not: $path', ({ path, text }) => {
    for (const prompt of promptsIn(format, path, text)) {
      expect(prompt.variables.length).toBeGreaterThan(0);
      const vars = Object.fromEntries(prompt.variables.map((name) => [name, `<${name}>`]));
      const { messages, unknown, failed } = format.render(prompt, vars);
      const said = messages.map(({ content }) => content).join('\n');
      expect([unknown, failed]).toEqual([[], undefined]);
      expect(prompt.variables.filter((name) => !said.includes(`<${name}>`))).toEqual([]);
      expect(said).not.toMatch(/\{\{/u);
      expect(format.render(prompt, {}).unknown.toSorted()).toEqual(prompt.variables.toSorted());
    }
  });

  test.each(good)('have cases named after what is left of the file’s name: $path', ({ path }) => {
    const suffix = format.suffix(path);
    expect(suffix === '' || path.endsWith(suffix)).toBe(true);
  });

  test.each(broken)('that cannot be read say what, where and how to mend it: $path', ({ path, text }) => {
    const read = format.read(path, text, checkKinds);
    expect(read.kind).toBe('broken');
    const [problem] = read.kind === 'broken' ? read.problems : [];
    expect(problem?.what).toMatch(/\w.*[.:]/u);
    expect([problem?.at?.file, typeof problem?.at?.line]).toEqual([path, 'number']);
  });
});
