import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { couldBeReferredTo } from '../../../src/core/detect/file-names.ts';
import { resolvePath } from '../../../src/core/paths/resolve-path.ts';
import type { Prompt } from '../../../src/core/prompt.ts';
import { formats, recogniseFormat } from '../../../src/formats/prompts/index.ts';
import type { Format, UsedFiles } from '../../../src/formats/prompts/types.ts';
import { createSandbox } from '../../../src/sandbox/create-sandbox.ts';
import { checkKinds } from '../../../src/scorers/index.ts';
import { longestReading, outsizedTexts } from '../../support/outsized-texts.ts';

const sandbox = createSandbox();
afterAll(sandbox.close);

const root = join(import.meta.dirname, '../../../fixtures/prompt-formats');

function folderOf({ name }: Format): string {
  return name.toLowerCase().replaceAll(' ', '-');
}

/** Files of a format as people write them: `fixtures/prompt-formats/<name>/good` and `broken`. */
function fixturesOf(format: Format, kind: 'good' | 'broken') {
  const folder = join(root, folderOf(format), kind);
  if (!existsSync(folder)) return [];
  return globSync('**/*.*', { cwd: folder }).map((file) => ({
    path: `prompts/${file}`,
    text: readFileSync(join(folder, file), 'utf8'),
  }));
}

/**
 * What the format's own library makes of files, as it was asked once: `reference/<file>.json` holds renderings of
 * `good/<file>`, or of `more/<file>` where texts alone do not fill it, each of `vars` and the `messages` that came of them.
 */
function madeBy(format: Format) {
  const folder = join(root, folderOf(format));
  return globSync('**/*.json', { cwd: join(folder, 'reference') }).map((json) => {
    const file = json.slice(0, -'.json'.length);
    const [place = ''] = ['good', 'more'].map((one) => join(folder, one, file)).filter((one) => existsSync(one));
    const made = referenceSchema.parse(JSON.parse(readFileSync(join(folder, 'reference', json), 'utf8')));
    const used = (from: string, name: string) => {
      const at = (path: string): string => join(place.slice(0, -file.length), path.replace(/^prompts\//u, ''));
      const other = [name, `_${name}.prompt`].map((one) => join(dirname(from), one)).find((one) => existsSync(at(one)));
      return other === undefined ? undefined : { path: other, text: readFileSync(at(other), 'utf8') };
    };
    return { path: `prompts/${file}`, text: readFileSync(place, 'utf8'), used, renders: made.renders };
  });
}

const referenceSchema = z.object({
  /** Library and version that made the messages. */
  madeBy: z.string(),
  renders: z
    .array(
      z.object({
        /** Of several prompts in a file; absent: the first. */
        key: z.string().optional(),
        vars: z.record(z.string(), z.json()),
        model: z.string().optional(),
        params: z.record(z.string(), z.json()).optional(),
        messages: z.array(z.json()),
      }),
    )
    .min(1),
});

function promptsIn(format: Format, path: string, text: string, used?: UsedFiles): readonly Prompt[] {
  const read = format.read(path, text, checkKinds, used);
  if (read.kind === 'broken') throw new Error(`${path}: ${read.problems[0].what}`);
  return read.kind === 'prompt' ? [read.prompt] : read.prompts.map(({ prompt }) => prompt);
}

test('no two formats have one name', () => {
  expect(new Set(formats.map(({ name }) => name)).size).toBe(formats.length);
});

describe.each(formats.map((format) => [format.name, format] as const))('prompts of the format %s', (_, format) => {
  const { example, notRead, reference } = format.about;
  const good = [...fixturesOf(format, 'good'), example];
  const broken = fixturesOf(format, 'broken');

  test('have files that are read, and some that cannot be', () => {
    expect([good.length > 1, broken.length > 0]).toEqual([true, true]);
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
      if (prompt.rendered !== undefined) {
        // What code rendered has no variables: it is asked as it is, whatever stands in it.
        expect(format.render(prompt, { shop: '<shop>' })).toEqual({ messages: prompt.messages, unknown: [] });
        continue;
      }
      expect(prompt.variables.length).toBeGreaterThan(0);
      const vars = Object.fromEntries(prompt.variables.map((name) => [name, `«${name}»`]));
      const { messages, unknown, failed } = format.render(prompt, vars, sandbox);
      const said = messages.map(({ content }) => content).join('\n');
      expect([unknown, failed]).toEqual([[], undefined]);
      expect(prompt.variables.filter((name) => !said.includes(`«${name}»`))).toEqual([]);
      expect(said).not.toMatch(/\{\{/u);
      expect(format.render(prompt, {}, sandbox).unknown.toSorted()).toEqual(
        prompt.variables.filter((name) => !Object.hasOwn(prompt.defaults, name)).toSorted(),
      );
    }
  });

  test.each(madeBy(format))(
    'make the messages that the format’s own library makes: $path',
    ({ path, text, used, renders }) => {
      expect(recogniseFormat(path, text)?.name).toBe(format.name);
      const prompts = promptsIn(format, path, text, used);
      for (const { key, vars, model, params, messages } of renders) {
        const prompt = prompts.find((one) => key === undefined || one.path === `${path}#${key}`);
        expect(prompt && format.render(prompt, vars, sandbox)).toMatchObject({ messages });
        if (model !== undefined) expect(prompt?.model).toBe(model);
        if (params !== undefined) expect(prompt?.params).toEqual(params);
      }
    },
  );

  test.each(good)('have cases named after what is left of the file’s name: $path', ({ path }) => {
    const suffix = format.suffix(path);
    expect(suffix === '' || path.endsWith(suffix)).toBe(true);
  });

  test.each(good)('say of each file that they use, by its path, that they may: $path', ({ path, text }) => {
    const named =
      format.uses?.list(path, text).flatMap(({ paths }) => paths.map((one) => resolvePath(path, one))) ?? [];
    const unknown = named.flatMap((one) =>
      one.kind === 'path' && !(format.uses?.mayUse(path, one.path) && couldBeReferredTo(one.path)) ? [one.path] : [],
    );
    expect(unknown).toEqual([]);
  });

  test.each(broken)('that cannot be read say what, where and how to mend it: $path', ({ path, text }) => {
    const read = format.read(path, text, checkKinds);
    expect(read.kind).toBe('broken');
    const [problem] = read.kind === 'broken' ? read.problems : [];
    expect(problem?.what).toMatch(/\w.*[.:]/u);
    expect([problem?.at?.file, typeof problem?.at?.line]).toEqual([path, 'number']);
  });

  test.each(outsizedTexts(example.text))('are read or refused at once, however large: %s', (_, text) => {
    const before = performance.now();
    if (format.recognises(example.path, text)) {
      const read = format.read(example.path, text, checkKinds);
      if (read.kind === 'broken') expect(read.problems.every(({ what }) => what.length < 1_000)).toBe(true);
    }
    expect(performance.now() - before).toBeLessThan(longestReading);
  });

  test('are told in clauses, and no conformance suite counts more than it has', () => {
    for (const clause of notRead) expect(clause).not.toMatch(/\n|[.;]$/u);
    const { passed = 0, of = 0, on = '2026-11-29', leftOut = 'none' } = reference?.suite ?? {};
    expect([passed <= of, passed === of || leftOut !== 'none']).toEqual([true, true]);
    expect(on).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
  });
});
