import type { AlertMessage, PostedMessage } from '../../core/alerts/alert-message.ts';
import { refuseEndpoint } from '../../core/settings/refuse-endpoint.ts';
import { escapeHidden } from '../../core/text/show-hidden.ts';

/** One message: JSON, posted to an address that came out of the environment; what cannot be one is not posted to. */
export function postJson(
  url: string,
  body: unknown,
  more: Partial<Pick<PostedMessage, 'headers' | 'refusal'>> = {},
): readonly AlertMessage[] | { readonly unusable: string } {
  const unusable = unusableAddress(url);
  if (unusable !== undefined) return { unusable };
  const headers = { 'content-type': 'application/json', ...more.headers };
  return [{ kind: 'post', url, body: escapeHidden(JSON.stringify(body)), ...more, headers }];
}

/** Why nothing may be posted to an address, as a clause that does not repeat it. */
export function unusableAddress(url: string): string | undefined {
  const why = refuseEndpoint(url, { query: true });
  return why === undefined ? undefined : `it ${why.replace(/, such as `[^`]*`/u, '').replace(/ such as `[^`]*`/u, '')}`;
}
