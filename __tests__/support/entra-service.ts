import { createServer } from 'node:http';

/** Entra ID and GitHub's OIDC service on loopback, by their public protocols, for one application. */
export type EntraService = {
  /** What AZURE_AUTHORITY_HOST and ACTIONS_ID_TOKEN_REQUEST_URL are. */
  readonly url: string;
  readonly oidcUrl: string;
  /** How many tokens were given. */
  readonly exchanges: () => number;
  readonly close: () => void;
};

export const entra = {
  clientId: '11111111-aaaa-bbbb-cccc-222222222222',
  tenantId: '33333333-aaaa-bbbb-cccc-444444444444',
  requestToken: 'request-token-of-the-job',
  assertion: 'header.assertion-of-the-job.signature',
} as const;

/** @param token what it gives, with the seconds that it holds */
export async function startEntraService(token: string, expiresIn = 3600): Promise<EntraService> {
  let exchanges = 0;
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const url = new URL(request.url ?? '', 'http://127.0.0.1');
    const answer = (status: number, said: object): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said));
    };
    if (url.pathname === '/oidc') {
      const isAsked =
        request.method === 'GET' &&
        url.searchParams.get('api-version') === '2.0' &&
        url.searchParams.get('audience') === 'api://AzureADTokenExchange' &&
        request.headers.authorization === `Bearer ${entra.requestToken}`;
      if (isAsked) answer(200, { value: entra.assertion });
      else answer(401, { message: 'not yours' });
      return;
    }
    const form = new URLSearchParams(body);
    const wanted = {
      grant_type: 'client_credentials',
      client_id: entra.clientId,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: entra.assertion,
      scope: 'https://cognitiveservices.azure.com/.default',
    };
    const isWhole =
      url.pathname === `/${entra.tenantId}/oauth2/v2.0/token` &&
      request.headers['content-type'] === 'application/x-www-form-urlencoded' &&
      Object.entries(wanted).every(([name, value]) => form.get(name) === value);
    if (!isWhole) {
      const error_description = `AADSTS700213: No matching federated identity for ${form.get('client_assertion')}.`;
      answer(401, { error: 'invalid_client', error_description });
      return;
    }
    exchanges += 1;
    answer(200, { token_type: 'Bearer', expires_in: expiresIn, access_token: token });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const url = `http://127.0.0.1:${address.port}`;
  return {
    url,
    oidcUrl: `${url}/oidc?api-version=2.0`,
    exchanges: () => exchanges,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
