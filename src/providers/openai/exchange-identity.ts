import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { type Clock, ProviderError } from '../../core/ports.ts';
import { refuseEndpoint } from '../../core/settings/refuse-endpoint.ts';
import { quoteService } from '../quote-service.ts';
import type { TokenSource, WorkloadIdentity } from '../service/create-service-provider.ts';
import { limitFetch } from '../service/http-fetch.ts';
import { parseBody } from '../service/read-body.ts';

const scope = 'https://cognitiveservices.azure.com/.default';
const audience = 'api://AzureADTokenExchange';
/** Longest that one of the two services may take. */
const LONGEST_MS = 15_000;
/** By how much a token is renewed before its end. */
const EARLY_MS = 300_000;

const token = z.looseObject({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });
const given = z.looseObject({ value: z.string().min(1) });
const refusal = z.looseObject({ error_description: z.string() });

/**
 * Access tokens of Entra ID for what a runner or a pod can prove of itself, without a secret (client credentials with a federated
 * assertion). One is fetched for all calls, and another before it ends.
 * @param hide told each token before it is used
 */
export function createTokenSource(
  identity: WorkloadIdentity,
  clock: Clock,
  hide: (secret: string) => void = () => undefined,
): TokenSource {
  const secrets = new Set(identity.assertion.kind === 'github' ? [identity.assertion.token] : []);
  const keep = (secret: string): string => {
    hide(secret);
    secrets.add(secret);
    return secret;
  };
  const quote = (text: string): string => quoteService(text, ...secrets);
  let held: { readonly until: number; readonly token: Promise<string> } | undefined;
  const exchange = async (): Promise<string> => {
    const assertion = keep(await assert(identity, quote));
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: identity.clientId,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
      scope,
    });
    const url = `${identity.authority}/${encodeURIComponent(identity.tenantId)}/oauth2/v2.0/token`;
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const read = token.parse(await call({ url, method: 'POST', headers, body: form.toString(), quote }, token));
    held = { until: clock.now() + read.expires_in * 1000 - EARLY_MS, token: Promise.resolve(read.access_token) };
    return keep(read.access_token);
  };
  return {
    secrets: () => [...secrets],
    get: () => {
      if (held !== undefined && clock.now() < held.until) return held.token;
      const asked = exchange();
      // Calls that come meanwhile wait for the same; what failed is asked anew.
      held = { until: Number.POSITIVE_INFINITY, token: asked };
      asked.catch(() => {
        held = undefined;
      });
      return asked;
    },
  };
}

/** What says who this is: a file that the platform writes, or what GitHub gives a job with `id-token: write`. */
async function assert({ assertion }: WorkloadIdentity, quote: (text: string) => string): Promise<string> {
  if (assertion.kind === 'file') {
    try {
      return (await readFile(assertion.path, 'utf8')).trim();
    } catch {
      throw noToken(`cannot read the file that AZURE_FEDERATED_TOKEN_FILE names (${assertion.path})`);
    }
  }
  const url = new URL(assertion.url);
  url.searchParams.set('audience', audience);
  const headers = { authorization: `Bearer ${assertion.token}` };
  return given.parse(await call({ url: url.href, method: 'GET', headers, body: '', quote }, given)).value;
}

type Sent = {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly quote: (text: string) => string;
};

/** The body of an answer that has `shape`. @throws ProviderError */
async function call({ url, method, headers, body, quote }: Sent, shape: z.ZodType): Promise<unknown> {
  const { host } = new URL(url);
  const why = refuseEndpoint(url, { query: true });
  if (why !== undefined) throw noToken(`got no token of Entra ID: the address of ${host} ${why}`);
  const response = await limitFetch(headers)(url, { method, body, signal: AbortSignal.timeout(LONGEST_MS) });
  const text = await response.text();
  if (response.ok) {
    const parsed = parseBody(text, quote);
    if (shape.safeParse(parsed).success) return parsed;
    throw noToken(`got no token from ${host}: its answer holds none`);
  }
  const { status } = response;
  const said = quote(refusal.safeParse(jsonOf(text)).data?.error_description ?? text);
  if (status === 429 || status >= 500)
    throw new ProviderError(`got no token from ${host} (${status}: ${said}).`, { reason: 'server', retryable: true });
  throw noToken(`got no token from ${host} (${status}: ${said})`);
}

function jsonOf(text: string): unknown {
  try {
    return parseBody(text, () => '');
  } catch {
    return undefined;
  }
}

function noToken(message: string): ProviderError {
  const fix =
    'Check AZURE_CLIENT_ID, AZURE_TENANT_ID and the federated credential of that application; in GitHub Actions the job needs `id-token: write`.';
  return new ProviderError(`${message}.`, { reason: 'key', stopsProvider: true, fix });
}
