import { existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { floors } from '../scripts/floors.ts';
import { readImports, type SourceImport } from './support/read-imports.ts';

/** The floor of each part of `src/`. */
const rules = new Map(floors.flatMap((floor) => floor.parts.map((part) => [part, floor] as const)));

const root = join(import.meta.dirname, '..');
const files = readImports(root, 'src');
const imports = files.flatMap((file) => file.imports);
const builtin = new Set(builtinModules);

function partOf(path: string): string {
  return path.split('/')[1] ?? '';
}

function breaks({ file, specifier, target }: SourceImport): boolean {
  const part = partOf(file);
  const rule = rules.get(part);
  if (rule === undefined) return true;
  if (target === undefined) {
    return !rule.node && (specifier.startsWith('node:') || builtin.has(specifier.split('/')[0] ?? ''));
  }
  const to = partOf(target);
  if (!target.startsWith('src/') || (to !== part && !rule.imports.includes(to))) return true;
  return rule.only !== undefined && to !== 'core' && to !== part && !rule.only.test(target);
}

/** The first way round in a graph, as a list of nodes, or none. */
function findCycle(graph: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const done = new Set<string>();
  const walk = (node: string, path: readonly string[]): readonly string[] => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (done.has(node)) return [];
    for (const next of graph.get(node) ?? []) {
      const cycle = walk(next, [...path, node]);
      if (cycle.length > 0) return cycle;
    }
    done.add(node);
    return [];
  };
  for (const node of graph.keys()) {
    const cycle = walk(node, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}

function graphOf(edges: Iterable<readonly [string, string]>): ReadonlyMap<string, ReadonlySet<string>> {
  const graph = new Map<string, Set<string>>();
  for (const [from, to] of edges) if (from !== to) graph.set(from, (graph.get(from) ?? new Set()).add(to));
  return graph;
}

describe('the import rules', () => {
  test('saw the sources: every line that names a module is an import that was read', () => {
    expect(files.length).toBeGreaterThan(80);
    expect(imports.length).toBeGreaterThan(250);
    expect(new Set(imports.map(({ kind }) => kind))).toContain('type');
    for (const { path, text, imports: read } of files) {
      const lines = text
        .split('\n')
        .filter((line) => /^(?:import|export|\}).*\sfrom '[^']+';?$|^import '[^']+';?$/u.test(line));
      expect(read.filter(({ kind }) => kind !== 'dynamic').length, path).toBe(lines.length);
      expect(text, `${path} loads a module by a name that is not written out`).not.toMatch(
        /\bimport\((?!\s*')|\brequire\(/u,
      );
    }
  });

  test('catch an import that breaks them', () => {
    const wrong: readonly (readonly [file: string, specifier: string, target?: string])[] = [
      ['src/core/a.ts', '../app/b.ts', 'src/app/b.ts'],
      ['src/core/a.ts', 'node:fs'],
      ['src/core/a.ts', 'fs/promises'],
      ['src/formats/a.ts', '../scorers/index.ts', 'src/scorers/index.ts'],
      ['src/app/a.ts', '../formats/prompts/plain.ts', 'src/formats/prompts/plain.ts'],
      ['src/app/a.ts', '../hosts/b.ts', 'src/hosts/b.ts'],
      ['src/page/a.tsx', '../app/b.ts', 'src/app/b.ts'],
      ['src/page/a.tsx', '../reporters/html.ts', 'src/reporters/html.ts'],
      ['src/page/a.tsx', 'node:fs'],
      ['src/reporters/a.ts', '../page/b.tsx', 'src/page/b.tsx'],
      ['src/hosts/a.ts', '../store/b.ts', 'src/store/b.ts'],
      ['src/action.ts', './hosts/b.ts', 'src/hosts/b.ts'],
      ['src/wire/a.ts', '../cli.ts', 'src/cli.ts'],
      ['src/commands/a.ts', '../hosts/b.ts', 'src/hosts/b.ts'],
      ['src/core/a.ts', '../../scripts/b.ts', 'scripts/b.ts'],
      ['src/extra/a.ts', 'zod'],
    ];
    for (const [file, specifier, target] of wrong) {
      expect(
        breaks({ file, specifier, kind: 'value', ...(target === undefined ? {} : { target }) }),
        `${file} ${specifier}`,
      ).toBe(true);
    }
  });

  test('hold for every import', () => {
    expect(imports.filter(breaks).map(({ file, specifier }) => `${file} imports ${specifier}`)).toEqual([]);
  });

  test('every imported file exists', () => {
    const missing = imports.filter(({ target }) => target !== undefined && !existsSync(join(root, target)));
    expect(missing.map(({ file, specifier }) => `${file} imports ${specifier}`)).toEqual([]);
  });

  test('no folder imports its way back to itself', () => {
    const edges = imports.flatMap(({ file, target }): readonly (readonly [string, string])[] =>
      target === undefined ? [] : [[posix.dirname(file), posix.dirname(target)]],
    );
    expect(edges.length).toBeGreaterThan(150);
    // The index of a room loads what is in its folders, and those know the types of the room.
    const rooms = ['prompts', 'cases', 'scores', 'logs'].map((room) => `src/formats/${room}`);
    const roots = new Set([...[...rules.keys()].map((part) => `src/${part}`), ...rooms, 'src']);
    expect(findCycle(graphOf(edges.filter(([from, to]) => !roots.has(from) && !roots.has(to))))).toEqual([]);
  });

  test('no file is loaded in a circle', () => {
    const edges = imports.flatMap(({ file, target, kind }): readonly (readonly [string, string])[] =>
      target === undefined || kind !== 'value' ? [] : [[file, target]],
    );
    expect(findCycle(graphOf(edges))).toEqual([]);
    expect(
      findCycle(
        graphOf([
          ['a', 'b'],
          ['b', 'c'],
          ['c', 'a'],
        ]),
      ),
    ).toEqual(['a', 'b', 'c', 'a']);
  });
});

describe('the sources', () => {
  test('have kebab-case names that say what is in them', () => {
    const vague = /(?:^|[-/])(?:utils?|helpers?|manager|common|misc|shared)(?:[-./]|$)/u;
    const paths = files.map(({ path }) => path.slice('src/'.length));
    expect(
      paths.filter((path) => !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)*\.tsx?$/u.test(path)),
    ).toEqual([]);
    expect(paths.filter((path) => vague.test(path))).toEqual([]);
    expect('core/string-utils.ts').toMatch(vague);
  });

  test('take time and chance as parameters in core', () => {
    // A date made of a given time reads no clock.
    const impure = /\bMath\.random\b|\bDate\.now\b|\bnew Date\b(?!\([^)])|\bcrypto\b\.|\bperformance\./u;
    const pure = files.filter(({ path }) => /^src\/(?:core|formats|scorers|reporters)\//u.test(path));
    expect(pure.length).toBeGreaterThan(60);
    expect(pure.filter(({ text }) => impure.test(text)).map(({ path }) => path)).toEqual([]);
  });

  test('are few doors: what one file or two need in a few lines stands with them', () => {
    const lines = new Map(files.map(({ path, text }) => [path, text.split('\n').length - 1]));
    const users = Map.groupBy(
      imports.filter(({ file, target }) => target !== undefined && target !== file),
      ({ target }) => target,
    );
    // Forms and engines that are plugged in, entries, lists, and what is loaded or built apart.
    const apart =
      /^src\/(?:scorers|formats)\/|\/(?:index|types)\.ts$|^src\/(?:cli|post|action)\.ts$|^src\/wire\/|^src\/page\/main|\/load-[\w-]+\.ts$|^src\/core\/template\/percent\.ts$/u;
    const small = [...lines].filter(
      ([path, count]) => count < 20 && !apart.test(path) && new Set(users.get(path)?.map(({ file }) => file)).size < 3,
    );
    expect(small.map(([path]) => path)).toEqual([
      'src/embedded/github/paginate.ts',
      'src/hosts/scorer/lay-out-files.ts',
    ]);
    const sizes = [...lines.values()].toSorted((a, b) => a - b);
    expect(sizes[sizes.length >> 1]).toBeGreaterThanOrEqual(50);
    expect(sizes[sizes.length >> 1]).toBeLessThanOrEqual(80);
  });

  test('are short, but for one schema and one interpreter', () => {
    const long = files.filter(({ text }) => text.split('\n').length - 1 > 230).map(({ path }) => path);
    expect(long).toEqual(['src/core/settings/config-schema.ts', 'src/core/template/jinja/render.ts']);
  });

  test('have no line that silences a check', () => {
    const silencer = /biome-ignore|@ts-(?:ignore|expect-error|nocheck)|eslint-disable/u;
    expect(files.filter(({ text }) => silencer.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

describe('the picture of the house', () => {
  const picture = readFileSync(join(root, 'docs/architecture.md'), 'utf8');

  test('names files and folders that are there', () => {
    const named = [...picture.matchAll(/\b(?:src|scripts|schema|__tests__)\/[\w./-]*\w\/?/gu)].map(([path]) => path);
    expect(named.length).toBeGreaterThan(25);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test('says of every room of core and app what comes in, what goes out and what never happens there', () => {
    const there = new Set(files.flatMap(({ path }) => /^src\/((?:core|app)\/[^/]+)\//u.exec(path)?.[1] ?? []));
    const told = [...picture.matchAll(/^\| `((?:core|app)\/[\w-]+)` \| [^|]+ \| [^|]+ \| [^|]+ \|$/gmu)].map(
      ([, room]) => room,
    );
    expect(told.toSorted()).toEqual([...there].toSorted());
  });
});
