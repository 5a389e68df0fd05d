import { describe, expect, it } from 'vitest';
import { gateOf } from '../../../src/app/review/gate-of.ts';
import { inputsSchema } from '../../../src/core/settings/inputs.ts';
import { hasOwnModels, ownBudgetOf, ownersOf, settingsFor } from '../../../src/core/settings/override-settings.ts';
import { parseConfig } from '../../../src/core/settings/parse-config.ts';
import { resolveSettings } from '../../../src/core/settings/resolve-settings.ts';
import type { Settings } from '../../../src/core/settings/settings.ts';

function settingsOf(text: string, inputs: object = {}): Settings {
  const parsed = parseConfig(text, 'promptgate.yml');
  if (parsed.kind === 'broken') throw new Error(parsed.problems[0].what);
  const resolved = resolveSettings(inputsSchema.parse(inputs), parsed.config);
  if (resolved.kind === 'broken') throw new Error(resolved.problems[0].what);
  return resolved.settings;
}

const config = `
models: [common]
gate: { tolerance: 0.02, min-score: 0.5, cost: { max-increase: 25% } }
overrides:
  - paths: ["prompts/**", "!prompts/drafts/**"]
    gate: { tolerance: 0.01, cost: { max-output-tokens: 100 } }
    owners: ["@ada"]
  - { paths: ["prompts/legal/**"], gate: { alpha: 0.01, exam-changes: strict }, models: [careful], owners: ["@shop/legal"] }
  - { paths: ["prompts/legal/new.txt"], gate: { tolerance: 0 } }
`;

describe('overrides', () => {
  const settings = settingsOf(config);
  const at = (path: string, previousPath?: string) => settingsFor({ path, previousPath }, settings);

  it('win over the config key by key, the last that fits over those before it', () => {
    expect(at('src/a.txt')).toEqual(settings);
    expect(at('prompts/a.txt').gate).toEqual({ ...settings.gate, tolerance: 0.01, outputCap: 100 });
    const { gate, examChanges, models } = at('prompts/legal/new.txt');
    expect(gate).toMatchObject({ tolerance: 0, alpha: 0.01, minScore: 0.5, costLimit: 0.25, outputCap: 100 });
    expect([examChanges, models.map(({ model }) => model)]).toEqual(['strict', ['careful']]);
    expect(at('prompts/drafts/a.txt')).toEqual(settings);
    expect(at('prompts/legal/all.json#greeting').gate.alpha).toBe(0.01);
  });

  it('of where a prompt was, and of where it is now, hold where it is moved or succeeds another: the stricter of each key', () => {
    const lax = settingsOf(`
models: [common]
gate: { tolerance: 0.02, min-score: 0.5, cost: { max-increase: 25% }, metrics: { tone: { tolerance: 0.1 } } }
overrides:
  - paths: ["drafts/**"]
    gate: { tolerance: 1, alpha: 0.001, cases: warn, exam-changes: allow, repeats: chance, margin: 0.5, min-score: 0.1, metrics: {}, cost: { max-increase: 900%, max-output-tokens: 9 }, latency: { max-increase: 50%, of: p95 } }
    models: [cheap]
    owners: ["@ada"]
  - { paths: ["legal/**"], gate: { min-score: 0.9, metrics: { tone: { tolerance: 0 }, law: { tolerance: 0.2 } }, latency: { max-increase: 90% } }, owners: ["@shop/legal"] }
`);
    const strictest = {
      ...{ tolerance: 0.02, alpha: 0.05, cases: 'block', margin: lax.gate.margin, minScore: 0.9, costLimit: 0.25 },
      ...{ outputCap: 9, latencyLimit: 0.5, latencyOf: 'p95' },
      metrics: { tone: { tolerance: 0 }, law: { tolerance: 0.2 } },
    };
    for (const [path, previousPath] of [
      ['drafts/a.txt', 'legal/a.txt'],
      ['legal/a.txt', 'drafts/a.txt'],
    ] as const) {
      const { gate, examChanges, models } = settingsFor({ path, previousPath }, lax);
      expect([gate, examChanges]).toEqual([strictest, 'ratchet']);
      expect(models.map(({ model }) => model).toSorted()).toEqual(['cheap', 'common']);
      expect(ownersOf({ path, previousPath }, lax).toSorted()).toEqual(['ada', 'shop/legal']);
      expect(hasOwnModels({ path, previousPath }, lax)).toBe(false);
    }
    // One that is nowhere chooses nothing.
    expect(settingsFor({ path: 'src/a.txt', previousPath: 'drafts/none.txt' }, lax).gate).toMatchObject({
      tolerance: 0.02,
      cases: 'block',
    });
    expect(settingsFor({ path: 'drafts/a.txt', previousPath: 'drafts/b.txt' }, lax).gate).toEqual(
      settingsFor({ path: 'drafts/a.txt' }, lax).gate,
    );
  });

  it('name owners without being asked who they are, and models where no input does', () => {
    expect(ownersOf({ path: 'prompts/legal/a.txt' }, settings)).toEqual(['shop/legal']);
    expect(ownersOf({ path: 'prompts/a.txt' }, settings)).toEqual(['ada']);
    expect(hasOwnModels({ path: 'prompts/legal/a.txt' }, settings)).toBe(true);
    const asked = settingsOf(config, { models: 'given' });
    expect(settingsFor({ path: 'prompts/legal/a.txt' }, asked).models.map(({ model }) => model)).toEqual(['given']);
  });

  it('take their part of alpha: all parts together are the largest alpha at most', () => {
    const change = (path: string) => ({ path, change: 'modified', old: {}, new: {} });
    const cells = [{ identical: false }];
    const prompts = [change('prompts/legal/a.txt'), change('prompts/b.txt')].map((one) => ({ change: one, cells }));
    // Only which prompts are compared is read of a design here.
    const gate = gateOf(JSON.parse(JSON.stringify({ prompts, problems: [] })), settings);
    expect([gate({ path: 'prompts/legal/a.txt' }).alpha, gate({ path: 'prompts/b.txt' }).alpha]).toEqual([
      0.005, 0.025,
    ]);
  });

  it.each([
    ['overrides: [{ paths: [a], gate: { served-model: block } }]', 'served-model'],
    ['overrides: [{ paths: [a], gate: { tolerence: 0 } }]', 'tolerance'],
    ['overrides: [{ paths: [a], owners: ["@a @b"] }]', 'account or a team'],
    ['overrides: [{ paths: [a], models: [{ provider: nowhere, model: m }] }]', 'nowhere'],
    ['overrides: [{ gate: {} }]', 'paths'],
  ])('%s is told', (text, what) => {
    const parsed = parseConfig(text, 'promptgate.yml');
    const told = parsed.kind === 'broken' ? parsed.problems.map((one) => `${one.what} ${one.fix ?? ''}`).join() : '';
    expect(told).toContain(what);
  });
});

describe('a budget of overrides', () => {
  const settings = settingsOf(`
overrides:
  - { paths: ["prompts/**"], budget: { calls: 100, usd: 1 } }
  - { paths: ["prompts/legal/**"], budget: { usd: 2 } }
  - { paths: ["prompts/legal/**"], owners: ["@ada"] }
`);

  it('is that of the last entry that fits and has one, the roomier of two places', () => {
    expect(ownBudgetOf({ path: 'prompts/a.txt' }, settings)).toMatchObject({ at: 0, calls: 100, usd: 1 });
    expect(ownBudgetOf({ path: 'prompts/legal/a.txt' }, settings)).toEqual({
      at: 1,
      paths: ['prompts/legal/**'],
      usd: 2,
    });
    for (const [path, previousPath] of [
      ['prompts/legal/a.txt', 'prompts/a.txt'],
      ['prompts/a.txt', 'prompts/legal/a.txt'],
    ] as const)
      expect(ownBudgetOf({ path, previousPath }, settings)?.at).toBe(1);
    expect(ownBudgetOf({ path: 'src/a.txt', previousPath: 'prompts/a.txt' }, settings)).toBeUndefined();
  });

  it('that limits nothing is refused', () => {
    const parsed = parseConfig('overrides: [{ paths: ["a"], budget: {} }]', 'promptgate.yml');
    expect(parsed.kind === 'broken' && parsed.problems[0].what).toContain('must say `calls`, `usd` or both');
  });
});
