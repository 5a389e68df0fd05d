import { describe, expect, it } from 'vitest';
import { readConfigGroups } from '../../../src/app/review/config-groups.ts';
import { defaultSettings } from '../../../src/app/review/read-settings.ts';
import type { ChangedFile, FileText, Tree } from '../../../src/core/pull-request.ts';
import { inputsSchema } from '../../../src/core/settings/inputs.ts';
import { settingsFor } from '../../../src/core/settings/override-settings.ts';

const at = (sha: string) => ({ sha, ref: sha });
const pull = { tip: at('tip'), base: at('base'), head: at('head'), fork: false };
const files = {
  'a/promptgate.yml':
    'gate: { min-score: 0.9, tolerance: 0.3 }\nbudget: { calls: 100, usd: 9 }\nmodels: [m]\nmask: true\n',
  'a/b/promptgate.yml':
    'gate: { min-score: 0.5, tolerance: 0.1 }\noverrides: [{ paths: ["strict/**"], gate: { tolerance: 0.01, exam-changes: strict } }]\n',
};

function groupsOf(changed: readonly ChangedFile[], inputs: object = {}, head: Readonly<Record<string, string>> = {}) {
  const tree: Tree = new Map(
    Object.keys(files).map((path) => [path, { path, mode: 'file', id: path, bytes: 1 } as const]),
  );
  const host = {
    tree: async () => tree,
    texts: async ({ sha }: { readonly sha: string }, paths: readonly string[]) => {
      const held: Readonly<Record<string, string>> = sha === 'head' ? { ...files, ...head } : files;
      return new Map(
        paths.map((path): [string, FileText] => {
          const text = held[path];
          return [path, text === undefined ? { kind: 'absent' } : { kind: 'text', text }];
        }),
      );
    },
  };
  const read = inputsSchema.parse(inputs);
  return readConfigGroups({ host, pull, changed, inputs: read, settings: defaultSettings(read) });
}
const modified = (path: string): ChangedFile => ({ path, status: 'modified' });

describe('the configs of a run', () => {
  it('hold for what lies below them, with what is the run’s own from the root', async () => {
    const { root, folders } = await groupsOf([modified('a/prompts/x.txt')], { 'max-calls': '50', 'max-cost': '20' });
    expect(folders.map(({ settings }) => settings.configFile)).toEqual(['a/promptgate.yml', 'a/b/promptgate.yml']);
    const owners = ['a/x.txt', 'a/b/c/x.txt', 'x.txt'].map((path) => [
      root.owns({ path }),
      ...folders.map(({ owns }) => owns({ path })),
    ]);
    expect(owners).toEqual([
      [false, true, false],
      [false, false, true],
      [true, false, false],
    ]);
    const [first] = folders;
    expect(first?.settings).toMatchObject({ mask: false, maxCalls: 50, maxCostUsd: 9, limitsCost: true });
    expect(first?.notes).toEqual([
      "Of `a/promptgate.yml` `mask` is not used: the root's config says it for the whole run.",
    ]);
  });

  it('have budgets within that of the root, be it its own or that of the inputs', async () => {
    const { folders } = await groupsOf([modified('a/b/x.txt')]);
    expect(folders.map(({ settings }) => [settings.maxCalls, settings.maxCostUsd])).toEqual([
      [100, 5],
      [5000, 5],
    ]);
  });

  it('keep a prompt that is moved away; a successor goes by where it lies', async () => {
    const moved = { path: 'a/b/x.prompt', previousPath: 'a/x.prompt', status: 'renamed' } as const;
    const { folders } = await groupsOf([moved]);
    const [from, to] = folders;
    expect([from?.owns({ path: moved.path }), to?.owns({ path: moved.path })]).toEqual([true, false]);
    expect(to?.owns({ path: 'a/b/new.prompt', previousPath: 'a/old.prompt', succeeds: true })).toBe(true);
  });

  it('hold a prompt that is moved, or succeeds another, to the gates of both places, with their overrides', async () => {
    // GitHub's list tells of no move: that it is one, or a successor, is found later.
    const { root, folders } = await groupsOf([modified('a/b/x.txt')]);
    const [from, to] = folders;
    const own = defaultSettings(inputsSchema.parse({}));
    const gateOf = (prompt: { readonly path: string; readonly previousPath: string }, group: typeof from) => {
      const settings = group?.settings ?? own;
      const across = (group ?? root).elsewhere(prompt);
      return settingsFor(prompt, { ...settings, overrides: [...settings.overrides, ...across] });
    };
    const down = { path: 'a/b/x.prompt', previousPath: 'a/x.prompt' };
    for (const group of [from, to])
      expect(gateOf(down, group).gate).toMatchObject({ minScore: 0.9, tolerance: 0.1, margin: own.gate.margin });
    const strict = { path: 'a/b/strict/x.prompt', previousPath: 'a/x.prompt' };
    for (const group of [from, to])
      expect(gateOf(strict, group)).toMatchObject({ gate: { tolerance: 0.01 }, examChanges: 'strict' });
    const out = { path: 'x.prompt', previousPath: 'a/b/strict/x.prompt' };
    expect(gateOf(out, undefined)).toMatchObject({ gate: { tolerance: 0.01, minScore: 0.5 }, examChanges: 'strict' });
    expect(root.elsewhere({ path: 'x.prompt', previousPath: 'y.prompt' })).toEqual([]);
  });

  it('that come with the pull request are told, and must be readable', async () => {
    const head = { 'c/promptgate.yml': 'models: [m]', 'd/promptgate.yml': 'models: {' };
    const { folders, newcomers } = await groupsOf(Object.keys(head).map(modified), {}, head);
    expect(folders).toHaveLength(2);
    expect(newcomers.told).toEqual([
      '`c/promptgate.yml` is new: once it is merged, it holds for the prompts in `c/`. This was reviewed by the config of the base branch.',
    ]);
    expect(newcomers.problems[0]?.at?.file).toBe('d/promptgate.yml');
  });

  it('is one where it is chosen by name', async () => {
    const { root, folders } = await groupsOf([modified('a/x.prompt')], { config: './promptgate.yml' });
    expect([folders, root.owns({ path: 'a/x.prompt' })]).toEqual([[], true]);
  });
});
