import { describe, expect, test } from 'vitest';
import { showProblem } from '../../../src/core/problem.ts';
import { parseConfig } from '../../../src/core/settings/parse-config.ts';
import { parseInputs } from '../../../src/core/settings/parse-inputs.ts';
import { type ResolvedSettings, resolveSettings } from '../../../src/core/settings/resolve-settings.ts';
import { modelNamed, type Settings } from '../../../src/core/settings/settings.ts';
import { withoutTrust } from '../../../src/core/settings/without-trust.ts';

function resolved(given: Readonly<Record<string, string>>, text: string): ResolvedSettings {
  const inputs = parseInputs(new Map(Object.entries(given)));
  const config = parseConfig(text, 'promptgate.yml');
  if (inputs.kind === 'broken') throw new Error(inputs.problems.map(showProblem).join('\n'));
  if (config.kind === 'broken') throw new Error(config.problems.map(showProblem).join('\n'));
  return resolveSettings(inputs.inputs, config.config);
}

function settingsOf(given: Readonly<Record<string, string>>, text = ''): Settings {
  const result = resolved(given, text);
  if (result.kind === 'broken') throw new Error(result.problems.map(showProblem).join('\n'));
  return result.settings;
}

describe('resolveSettings', () => {
  test('has the documented defaults where nothing is said', () => {
    expect(settingsOf({})).toMatchObject({
      mode: 'review',
      sampling: 'adaptive',
      trials: 12,
      diagnose: 10,
      baselineAgeMs: 21_600_000,
      concurrency: 16,
      maxCalls: 5000,
      maxCostUsd: 5,
      timeoutMs: 1_800_000,
      failOn: ['regressed', 'invalid'],
      acceptLabel: 'promptgate:accept',
      comment: 'always',
      cache: true,
      artifact: 'promptgate',
      allowForks: false,
      examChanges: 'ratchet',
      casesPattern: '{dir}/{name}.cases.yml',
      gate: { tolerance: 0.02, alpha: 0.05, margin: 0.1, cases: 'block' },
      models: [],
      tags: [],
    });
  });

  test('prefers the input to the config, and the config to the default', () => {
    const config = 'concurrency: 4\nsampling: confirm\nbudget: {calls: 7}\nfail-on: never';
    const settings = settingsOf({ concurrency: '2', 'max-cost': '1' }, config);
    expect(settings).toMatchObject({ concurrency: 2, sampling: 'confirm', maxCalls: 7, maxCostUsd: 1, failOn: [] });
  });

  test('asks five times a side where every case is asked alike', () => {
    expect(settingsOf({ sampling: 'fixed' }).trials).toBe(5);
    expect(settingsOf({ sampling: 'fixed', trials: '9' }).trials).toBe(9);
    expect(settingsOf({}, 'sampling: fixed').trials).toBe(5);
  });

  const providers = 'providers: {claude: {base-url: https://api.anthropic.com/v1/, key: CLAUDE_KEY}}\n';

  test('reads a provider off a model only where it is configured', () => {
    expect(settingsOf({ models: 'llama3:8b, claude:sonnet' }, providers).models).toEqual([
      { provider: 'default', model: 'llama3:8b', params: {} },
      { provider: 'claude', model: 'sonnet', params: {} },
    ]);
    expect(modelNamed('claude:', { has: () => true })).toEqual({ provider: 'default', model: 'claude:' });
  });

  test('keeps the parameters the config gives a model that an input names', () => {
    const config = `${providers}models: [{provider: claude, model: sonnet, params: {max_tokens: 9}}]`;
    expect(settingsOf({ models: 'claude:sonnet, other' }, config).models).toEqual([
      { provider: 'claude', model: 'sonnet', params: { max_tokens: 9 } },
      { provider: 'default', model: 'other', params: {} },
    ]);
  });

  test('knows where each key comes from and holds none', () => {
    const settings = settingsOf({ 'api-key': 'sk-SECRET', 'github-token': 'ghs_SECRET' }, providers);
    expect(settings.providers.get('default')).toEqual({
      api: 'chat',
      baseUrl: 'https://api.openai.com/v1',
      key: { kind: 'input' },
    });
    expect(settings.providers.get('claude')).toEqual({
      api: 'chat',
      baseUrl: 'https://api.anthropic.com/v1',
      key: { kind: 'environment', name: 'CLAUDE_KEY', optional: false },
    });
    expect(JSON.stringify([settings, ...settings.providers])).not.toContain('SECRET');
  });

  test('lets a service on this machine do without a key', () => {
    const settings = settingsOf({ 'base-url': 'http://localhost:11434/v1' });
    expect(settings.providers.get('default')?.key).toEqual({
      kind: 'environment',
      name: 'OPENAI_API_KEY',
      optional: true,
    });
  });

  test('finds a vendor by its API, and hands no vendor the key of another', () => {
    const config = `providers: {default: {api: anthropic}, g: {api: gemini, key: G_KEY}, r: {api: responses}}`;
    const { providers } = settingsOf({}, config);
    expect(
      [...providers.values()].map(({ api, baseUrl, key }) => [api, baseUrl, 'name' in key ? key.name : key.kind]),
    ).toEqual([
      ['anthropic', 'https://api.anthropic.com/v1', 'ANTHROPIC_API_KEY'],
      ['gemini', 'https://generativelanguage.googleapis.com/v1beta', 'G_KEY'],
      ['responses', 'https://api.openai.com/v1', 'none'],
    ]);
  });

  test('finds a cloud by its region, and what lets it in', () => {
    const config = `providers:
  default: { api: bedrock, region: eu-central-1, credentials: ambient }
  b: { api: bedrock, region: us-east-1, key: B_KEY }
  a: { api: azure, base-url: "https://ours.openai.azure.com/", token: A_TOKEN, api-version: 2024-10-21 }
`;
    const { providers } = settingsOf({ 'api-key': 'sk-of-another-service' }, config);
    expect(Object.fromEntries(providers)).toEqual({
      default: {
        api: 'bedrock',
        baseUrl: 'https://bedrock-runtime.eu-central-1.amazonaws.com',
        key: { kind: 'ambient' },
        region: 'eu-central-1',
      },
      b: {
        api: 'bedrock',
        baseUrl: 'https://bedrock-runtime.us-east-1.amazonaws.com',
        key: { kind: 'environment', name: 'B_KEY', optional: false },
        region: 'us-east-1',
      },
      a: {
        api: 'azure',
        baseUrl: 'https://ours.openai.azure.com',
        key: { kind: 'token', name: 'A_TOKEN' },
        apiVersion: '2024-10-21',
      },
    });
  });

  test('lets the judge play the user unless someone else is named', () => {
    const judged = settingsOf({ judge: 'big' }, 'judge: {model: small, votes: 3, params: {temperature: 0}}');
    expect(judged.judge).toEqual({ provider: 'default', model: 'big', params: {}, votes: 3 });
    expect(judged.simulate).toEqual({ provider: 'default', model: 'big', params: {} });
    expect(settingsOf({ judge: 'big' }, 'simulate: actor').simulate?.model).toBe('actor');
    expect(settingsOf({}).judge).toBeUndefined();
  });

  test('compares files only in that mode, and only two', () => {
    expect(resolved({ old: 'a.json' }, '')).toMatchObject({ kind: 'broken' });
    expect(resolved({ mode: 'compare', old: 'a.json' }, '')).toMatchObject({ kind: 'broken' });
    expect(settingsOf({ mode: 'compare', old: 'a.json', new: 'b.json' }).compared).toEqual({
      old: 'a.json',
      new: 'b.json',
    });
  });
});

describe('withoutTrust', () => {
  const configOf = (text: string) => {
    const parsed = parseConfig(text, 'promptgate.yml');
    if (parsed.kind === 'broken') throw new Error(parsed.problems.map(showProblem).join('\n'));
    return parsed.config;
  };
  const usual = configOf('');

  test('takes what can only add, and says what it leaves out', () => {
    const { config, used, leftOut } = withoutTrust(
      configOf(`providers: {evil: {base-url: https://evil.example/v1, key: GITHUB_TOKEN}}
models: [gpt-5.6-luna, evil:m, {provider: evil, model: m}, {model: n, params: {max_tokens: 1}}]
judge: evil:m
embeddings: text-embedding-3-small
scorers: {s: {command: [sh, x.sh]}}
alerts: {slack: GITHUB_TOKEN}
gate: {tolerance: 0.1, min-score: 0.7, metrics: {rag: {tolerance: 0}}, exam-changes: strict}`),
      usual,
    );
    expect(used).toEqual(['models', 'embeddings', 'gate']);
    expect(leftOut).toEqual(['models', 'providers', 'judge', 'scorers', 'gate', 'alerts']);
    expect(config).toMatchObject({
      models: ['gpt-5.6-luna', 'n'],
      embeddings: 'text-embedding-3-small',
      gate: { ...usual.gate, 'min-score': 0.7, 'exam-changes': 'strict' },
    });
    expect(config.judge).toBeUndefined();
    expect(JSON.stringify(config)).not.toMatch(/evil|GITHUB_TOKEN/u);
  });

  test('does not let the default provider be moved, the gate be opened, prompts be hidden or more be spent', () => {
    const { config } = withoutTrust(
      configOf(`providers: {default: {base-url: https://evil.example/v1}}
models: [m]
fail-on: never
comment: never
prompts: ["nothing/**"]
cases: "{dir}/{name}.none.yml"
budget: {calls: 100000, usd: 1000}
prices: {m: {input: 0, output: 0}}
baseline-age: 30d
gate: {tolerance: 1, cases: warn, exam-changes: allow, alpha: 0.001}
defaults: {checks: [{equals: never}]}`),
      usual,
    );
    expect(config).toEqual({ ...usual, models: ['m'] });
  });
});
