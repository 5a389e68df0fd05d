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

  it('of where a prompt was hold where it is moved: nobody moves one out of its gate', () => {
    expect(at('elsewhere/a.txt', 'prompts/legal/a.txt').gate.alpha).toBe(0.01);
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

  it('is that of the last entry that fits and has one, by where a prompt was', () => {
    expect(ownBudgetOf({ path: 'prompts/a.txt' }, settings)).toMatchObject({ at: 0, calls: 100, usd: 1 });
    expect(ownBudgetOf({ path: 'prompts/legal/a.txt' }, settings)).toEqual({
      at: 1,
      paths: ['prompts/legal/**'],
      usd: 2,
    });
    expect(ownBudgetOf({ path: 'src/a.txt', previousPath: 'prompts/a.txt' }, settings)?.at).toBe(0);
    expect(ownBudgetOf({ path: 'src/a.txt' }, settings)).toBeUndefined();
  });

  it('that limits nothing is refused', () => {
    const parsed = parseConfig('overrides: [{ paths: ["a"], budget: {} }]', 'promptgate.yml');
    expect(parsed.kind === 'broken' && parsed.problems[0].what).toContain('must say `calls`, `usd` or both');
  });
});
