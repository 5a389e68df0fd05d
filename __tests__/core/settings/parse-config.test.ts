import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { showProblem } from '../../../src/core/problem.ts';
import { type Config, parseConfig } from '../../../src/core/settings/parse-config.ts';

function configOf(text: string): Config {
  const parsed = parseConfig(text, 'promptgate.yml');
  if (parsed.kind === 'broken') throw new Error(parsed.problems.map(showProblem).join('\n'));
  return parsed.config;
}

function problemsOf(text: string): readonly string[] {
  const parsed = parseConfig(text, 'promptgate.yml');
  return parsed.kind === 'broken' ? parsed.problems.map(showProblem) : [];
}

const everyKey = `
version: 1
prompts: ["prompts/**/*.prompt.yml"]
models:
  - gpt-5.6-luna
  - { provider: claude, model: claude-sonnet-5, params: { max_tokens: 400 } }
allowed-models: [gpt-5.6-luna, gpt-5.6-sol]
providers:
  claude: { base-url: https://api.anthropic.com/v1, key: ANTHROPIC_API_KEY }
  router: { base-url: https://router.example/v1, key: ROUTER_API_KEY, fallback: default }
judge: { model: gpt-5.6-sol, votes: 3 }
embeddings: { model: text-embedding-3-small }
simulate: { model: gpt-5.6-luna }
scorers:
  policy: { command: ["python", "eval/policy.py"] }
  tone: { url: "http://127.0.0.1:8000/score" }
cases: "{dir}/{name}.cases.yml"
defaults: { checks: [{ max-words: 200 }] }
sampling: confirm
trials: 20
baseline-age: 2h
concurrency: 4
timeout: 1h30m
comment: changes
fail-on: [regressed]
gate:
  tolerance: 0.03
  alpha: 0.01
  cases: warn
  exam-changes: strict
  margin: 0.2
  min-score: 0.7
  metrics: { faithfulness: { tolerance: 0.05 } }
  cost: { max-increase: 25% }
  latency: { max-increase: 0.5 }
segments: { free: { traffic: 120000/month }, pro: { traffic: 24/day } }
prices: { my-model: { input: 0.25, output: 2.00, cached: 0.1 } }
budget: { calls: 100, usd: 1.5 }
alerts: { slack: SLACK_WEBHOOK_URL }
`;

describe('parseConfig', () => {
  test('reads every key', () => {
    const config = configOf(everyKey);
    expect(config).toMatchObject({
      judge: { model: 'gpt-5.6-sol', votes: 3 },
      'baseline-age': 7_200_000,
      timeout: 5_400_000,
      'fail-on': ['regressed'],
      gate: { cost: { 'max-increase': 0.25 }, latency: { 'max-increase': 0.5 }, 'exam-changes': 'strict' },
      segments: { free: { traffic: 120_000 }, pro: { traffic: 730 } },
      alerts: { slack: 'SLACK_WEBHOOK_URL' },
    });
    expect(config.defaultChecks).toEqual([
      { value: { 'max-words': 200 }, at: { file: 'promptgate.yml', line: 18, column: 22 } },
    ]);
  });

  test('takes an empty file, a comment and JSON for what they are', () => {
    expect(configOf('')).toMatchObject({ version: 1, sampling: 'adaptive', concurrency: 16, timeout: 1_800_000 });
    expect(configOf('# nothing yet\n').gate).toMatchObject({ tolerance: 0.02, alpha: 0.05, margin: 0.1 });
    expect(configOf('{"judge": "gpt-5.6-sol"}').judge).toBe('gpt-5.6-sol');
  });

  test('reads a list from text as well, commas in braces aside', () => {
    expect(configOf('models: a, b').models).toEqual(['a', 'b']);
    expect(configOf('prompts: |\n  **/*.{md,txt}\n\n  !docs/**, x.md\n').prompts).toEqual([
      '**/*.{md,txt}',
      '!docs/**',
      'x.md',
    ]);
    expect(configOf('fail-on: never')['fail-on']).toEqual([]);
  });

  test.each([
    ['gate:\n  tolerence: 0.1', ':2:3: unknown key `tolerence` in `gate`. Did you mean `tolerance`?'],
    ['modls: x', ':1:1: unknown key `modls`. Did you mean `models`?'],
    ['models:\n  - {model: x, parms: {}}', ':2:16: unknown key `parms` in `models[0]`. Did you mean `params`?'],
    ['gate: {alpha: 2}', ':1:15: `gate.alpha` is `2`: it must be at most 0.5.'],
    ['gate:\n  cases: blok', ':2:10: `gate.cases` is `blok`: it must be one of `block`, `warn`. Did you mean `block`?'],
    ['models: [3]', ':1:10: `models[0]` is `3`: it must be text or a mapping.'],
    ['models: [{provider: claud, model: m}]', 'must name a provider of `providers`: the providers are `default`.'],
    ['judge:', ':1:7: `judge` is empty: it must be text or a mapping.'],
    ['timeout: 30', 'it must be a span of time with its unit'],
    ['timeout: 0', 'it must be more than nothing'],
    ['timeout: 25d', 'it must be at most `7d`'],
    ['fail-on: pass', '`fail-on[0]` is `pass`: it must be one of `regressed`, `invalid`'],
    ['fail-on: [never, regressed]', 'not both'],
    ['version: 2', '`version` is `2`: it must be `1`.'],
    ['- a', ':1:1: the file is a list: it must be a mapping.'],
    ['a: 1\na: 2', ':2:1: A key is written twice'],
    ['a: [1', 'Not readable as YAML'],
    ['cases: ../x.yml', 'must not lead out'],
    ['cases: "{dir}/{nam}.yml"', 'not `{nam}`'],
    ['prompts: [/etc/**]', 'must be a path inside the repository'],
    ['models: [{model: x, params: {stream: true}}]', '`models[0].params.stream` is `true`: it must be left out'],
    ['providers: {r: {base-url: https://x.example, fallback: r}}', 'must be another provider'],
    ['providers: {b: {api: bedrock}}', '`providers.b.region` is missing: it must be a region of AWS'],
    ['providers: {b: {api: bedrock, region: evil.example/}}', 'must be a region of AWS, such as `eu-central-1`'],
    ['providers: {b: {api: bedrock, region: eu-west-1, key: K, credentials: ambient}}', 'name one of them'],
    [
      'providers: {b: {api: bedrock, base-url: https://x.example, credentials: ambient}}',
      '`providers.b.region` is missing',
    ],
    [
      'gate: {served-model: block}\nproviders: {b: {api: bedrock, region: eu-west-1}}',
      ':1:22: `gate.served-model` is `block`: it must be `warn` or `allow`, since `b` (`api: bedrock`) does not say',
    ],
    ['providers: {b: {api: azure}}', '`providers.b.base-url` is missing: it must be text.'],
    ['providers: {b: {api: azure, base-url: https://x.example, key: K, token: T}}', 'name one of them'],
    ['providers: {b: {api: azure, base-url: https://x.example, api-version: "1&x=y"}}', 'must be a version of the API'],
    ['providers: {b: {api: gemini, credentials: ambient}}', 'must stand beside `api: bedrock` alone'],
    [
      'providers: {b: {api: bedrock, region: eu-west-1, credentials: workload-identity}}',
      'must stand beside `api: azure` alone',
    ],
    ['providers: {"a:b": {base-url: https://x.example}}', '`providers.a:b` is misnamed'],
    ['prices: {m: {input: 1}}', '`prices.m.output` is missing: it must be a number.'],
    ['gate: {cost: {max-increase: 25}}', 'must be a share such as `25%`'],
    ['segments: {free: {traffic: 10/year}}', 'must be replies in a time'],
    ['params: &a {x: *a}', 'levels deep'],
    ['['.repeat(5000), 'nested too deep'],
  ])('says what is wrong with %j', (text, words) => {
    expect(problemsOf(text).join('\n')).toContain(words);
  });

  test('refuses a text longer than any config', () => {
    expect(problemsOf(' '.repeat(100_001))).toEqual(['promptgate.yml: the config is longer than 100000 characters.']);
  });

  test('names a mistyped key once, not as missing too', () => {
    expect(problemsOf('scorers: {p: {comand: [x]}}')).toHaveLength(1);
  });

  test.each([
    'providers: {p: {base-url: https://x.example, key: sk-ant-SECRETSECRET}}',
    'providers: {p: {base-url: https://x.example, key: "SECRET SECRET"}}',
    'providers: {p: {base-url: https://u:SECRET@x.example}}',
    'providers: {p: {base-url: https://x.example/v1?key=SECRET}}',
    'alerts: {slack: https://hooks.slack.com/services/SECRET}',
    'sampling: sk-SECRETSECRETSECRETSECRET1',
    'sampling: aB3SECRETSECRETSECRETSECRET1',
    'judge: 5\nsampling: ghp_SECRETSECRETSECRETSECRET1',
  ])('never repeats what looks like a secret: %s', (text) => {
    const words = problemsOf(text).join('\n');
    expect(words).not.toBe('');
    expect(words).not.toContain('SECRET');
  });

  test('stops listing after a screenful of faults', () => {
    const keys = Array.from({ length: 3000 }, (_, index) => `k${index}: 1`).join('\n');
    const entries = Array.from({ length: 3000 }, () => '  - {modle: x}').join('\n');
    expect(problemsOf(`${keys}\nmodels:\n${entries}`).length).toBeLessThanOrEqual(40);
  });

  test('whatever is written ends as a config or as problems with a place', () => {
    const keys = fc.constantFrom('gate', 'models', 'providers', 'judge', '__proto__', 'constructor', 'budget', 'x');
    const value = fc.letrec((tie) => ({
      node: fc.oneof({ depthSize: 'small' }, fc.jsonValue(), fc.dictionary(keys, tie('node')), fc.array(tie('node'))),
    })).node;
    fc.assert(
      fc.property(
        fc.oneof(
          value.map((held) => JSON.stringify(held)),
          fc.string({ unit: 'binary' }),
        ),
        (text) => {
          const parsed = parseConfig(text, 'promptgate.yml');
          if (parsed.kind === 'config') return;
          for (const problem of parsed.problems) {
            expect(problem.at?.file).toBe('promptgate.yml');
            expect(problem.what).not.toMatch(/undefined|\[object/u);
          }
        },
      ),
    );
  });
});
