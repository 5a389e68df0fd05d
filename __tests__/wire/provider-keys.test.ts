import { describe, expect, it } from 'vitest';
import { showProblem } from '../../src/core/problem.ts';
import type { Inputs } from '../../src/core/settings/inputs.ts';
import { parseConfig } from '../../src/core/settings/parse-config.ts';
import { parseInputs } from '../../src/core/settings/parse-inputs.ts';
import { resolveSettings } from '../../src/core/settings/resolve-settings.ts';
import type { Settings } from '../../src/core/settings/settings.ts';
import { withoutTrust } from '../../src/core/settings/without-trust.ts';
import { credentialsOf, hasKey, identityOf, keyOf, keysHeld } from '../../src/wire/provider-keys.ts';

const read = parseInputs(new Map());
if (read.kind === 'broken') throw new Error(read.problems.map(showProblem).join('\n'));
const { inputs }: { readonly inputs: Inputs } = read;

function configOf(text: string) {
  const config = parseConfig(text, 'promptgate.yml');
  if (config.kind === 'broken') throw new Error(config.problems.map(showProblem).join('\n'));
  return config.config;
}

function settle(config: ReturnType<typeof configOf>): Settings {
  const result = resolveSettings(inputs, config);
  if (result.kind === 'broken') throw new Error(result.problems.map(showProblem).join('\n'));
  return result.settings;
}

/** An environment that remembers what was read of it. */
function watched(values: Readonly<Record<string, string>>) {
  const names = new Set<string>();
  const env = new Proxy<Readonly<Record<string, string | undefined>>>(values, {
    get: (held, name) => {
      names.add(String(name));
      return Reflect.get(held, name);
    },
  });
  return { env, names };
}

const lasting = { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'a-secret-of-aws' };
const temporary = { ...lasting, AWS_SESSION_TOKEN: 'a-session-of-aws' };
const azure = { AZURE_CLIENT_ID: 'c', AZURE_TENANT_ID: 't' };
const github = { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://oidc.example/?a=b', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'r' };
const text = `version: 1
models: [{ provider: cloud, model: m }]
providers:
  default: { api: bedrock, region: eu-central-1, credentials: ambient }
  cloud: { api: bedrock, region: eu-central-1, credentials: ambient }
  entra: { api: azure, base-url: "https://ours.openai.azure.com", token: ENTRA_TOKEN }
  workload: { api: azure, base-url: "https://ours.openai.azure.com", credentials: workload-identity }
`;

function readAll(settings: Settings, env: Readonly<Record<string, string | undefined>>): unknown {
  return [...settings.providers].map(([name, provider]) => [
    name,
    credentialsOf(provider, env),
    keyOf(provider, inputs, env) ?? identityOf(provider, env),
    hasKey(settings, name, inputs, env),
  ]);
}

describe('credentials of the environment', () => {
  it('are read where the config names them', () => {
    const credentials = {
      accessKeyId: 'AKIDEXAMPLE',
      secretAccessKey: 'a-secret-of-aws',
      sessionToken: 'a-session-of-aws',
    };
    expect(readAll(settle(configOf(text)), { ...temporary, ENTRA_TOKEN: ' token ' })).toEqual([
      ['default', credentials, undefined, true],
      ['cloud', credentials, undefined, true],
      ['entra', undefined, 'token', true],
      ['workload', undefined, undefined, false],
    ]);
    const { AWS_SECRET_ACCESS_KEY: _, ...half } = temporary;
    expect(readAll(settle(configOf(text)), half)).toEqual([
      ['default', undefined, undefined, false],
      ['cloud', undefined, undefined, false],
      ['entra', undefined, undefined, false],
      ['workload', undefined, undefined, false],
    ]);
    const { workload } = Object.fromEntries(settle(configOf(text)).providers);
    const identity = { authority: 'https://login.microsoftonline.com', tenantId: 't', clientId: 'c' };
    expect(workload && identityOf(workload, { ...azure, ...github })).toEqual({
      ...identity,
      assertion: { kind: 'github', url: 'https://oidc.example/?a=b', token: 'r' },
    });
    const file = {
      ...azure,
      AZURE_FEDERATED_TOKEN_FILE: '/var/run/token',
      AZURE_AUTHORITY_HOST: 'https://login.example/',
    };
    expect(workload && identityOf(workload, file)).toEqual({
      ...{ ...identity, authority: 'https://login.example' },
      assertion: { kind: 'file', path: '/var/run/token' },
    });
  });

  it('are not read where the config of the pull request alone names them', () => {
    const { config, leftOut } = withoutTrust(configOf(text), configOf(''));
    expect(leftOut).toContain('providers');
    const { env, names } = watched({ ...temporary, ...azure, ...github, ENTRA_TOKEN: 'token' });
    const settings = settle(config);
    readAll(settings, env);
    expect(keysHeld(settings, inputs, env)).toEqual([]);
    expect([...names]).toEqual(['OPENAI_API_KEY']);
  });

  it('sign for later runs only where those hold the same', () => {
    const settings = settle(configOf(text));
    const held = (env: Readonly<Record<string, string>>) => new Set(keysHeld(settings, inputs, env));
    expect(held({ ...lasting, ENTRA_TOKEN: 'token' })).toEqual(new Set(['a-secret-of-aws']));
    expect(held({ ...temporary, ENTRA_TOKEN: 'token' })).toEqual(new Set());
  });
});
