import type { Inputs } from '../core/settings/inputs.ts';
import type { ProviderSettings, Settings } from '../core/settings/settings.ts';
import type { AwsCredentials, WorkloadIdentity } from '../providers/service/create-service-provider.ts';
import type { Surroundings } from './surroundings.ts';

/** Where a key comes from, in words for messages. */
export function nameKeySource(provider: ProviderSettings): string {
  switch (provider.key.kind) {
    case 'input':
      return 'the input `api-key`';
    case 'environment':
    case 'token':
      return `the environment variable ${provider.key.name}`;
    case 'ambient':
      return `the environment variables ${ambientNames.keyId} and ${ambientNames.secret}`;
    case 'workload-identity':
      return 'the workload identity of AZURE_CLIENT_ID';
    case 'none':
      return 'no key';
  }
}

const ambientNames = {
  keyId: 'AWS_ACCESS_KEY_ID',
  secret: 'AWS_SECRET_ACCESS_KEY',
  session: 'AWS_SESSION_TOKEN',
} as const;

/** The credentials of AWS that the environment holds, where the provider's settings say that they are to be read. */
export function credentialsOf(provider: ProviderSettings, env: Surroundings['env']): AwsCredentials | undefined {
  if (provider.key.kind !== 'ambient') return undefined;
  const [accessKeyId = '', secretAccessKey = '', sessionToken = ''] = Object.values(ambientNames).map((name) =>
    env[name]?.trim(),
  );
  if (accessKeyId === '' || secretAccessKey === '') return undefined;
  return { accessKeyId, secretAccessKey, ...(sessionToken === '' ? {} : { sessionToken }) };
}

/** The workload identity that the environment tells, where the provider's settings say that it is to be read. */
export function identityOf(provider: ProviderSettings, env: Surroundings['env']): WorkloadIdentity | undefined {
  if (provider.key.kind !== 'workload-identity') return undefined;
  const read = (name: string): string => env[name]?.trim() ?? '';
  const [clientId, tenantId] = [read('AZURE_CLIENT_ID'), read('AZURE_TENANT_ID')];
  const authority = (read('AZURE_AUTHORITY_HOST') || 'https://login.microsoftonline.com').replace(/\/+$/u, '');
  const path = read('AZURE_FEDERATED_TOKEN_FILE');
  const [url, token] = [read('ACTIONS_ID_TOKEN_REQUEST_URL'), read('ACTIONS_ID_TOKEN_REQUEST_TOKEN')];
  if (clientId === '' || tenantId === '') return undefined;
  if (path !== '') return { authority, tenantId, clientId, assertion: { kind: 'file', path } };
  if (url === '' || token === '') return undefined;
  return { authority, tenantId, clientId, assertion: { kind: 'github', url, token } };
}

export function keyOf(provider: ProviderSettings, inputs: Inputs, env: Surroundings['env']): string | undefined {
  switch (provider.key.kind) {
    case 'input':
      return inputs['api-key'];
    case 'environment':
    case 'token':
      return env[provider.key.name]?.trim() || undefined;
    case 'ambient':
    case 'workload-identity':
    case 'none':
      return undefined;
  }
}

/**
 * All keys that this run holds: what it signs with for later runs, which hold the same. Tokens and temporary credentials are left
 * out, since the next run has others.
 */
export function keysHeld(settings: Settings, inputs: Inputs, env: Surroundings['env']): readonly string[] {
  return [...settings.providers.values()].flatMap((provider) => {
    if (provider.key.kind === 'token' || provider.key.kind === 'workload-identity') return [];
    const credentials = credentialsOf(provider, env);
    if (credentials !== undefined) return credentials.sessionToken === undefined ? [credentials.secretAccessKey] : [];
    return keyOf(provider, inputs, env) ?? [];
  });
}

/** A provider can be asked when it has its key, or needs none. */
export function hasKey(settings: Settings, name: string, inputs: Inputs, env: Surroundings['env']): boolean {
  const application = settings.applications.get(name);
  if (application !== undefined) {
    // What a program needs of its variables, it says itself.
    if (application.kind === 'command' || application.key === undefined) return true;
    return (env[application.key]?.trim() ?? '') !== '';
  }
  const provider = settings.providers.get(name);
  if (provider === undefined) return false;
  if (provider.key.kind === 'none') return true;
  if (provider.key.kind === 'ambient') return credentialsOf(provider, env) !== undefined;
  if (provider.key.kind === 'workload-identity') return identityOf(provider, env) !== undefined;
  return keyOf(provider, inputs, env) !== undefined || (provider.key.kind === 'environment' && provider.key.optional);
}
