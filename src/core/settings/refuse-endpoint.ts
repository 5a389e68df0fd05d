/**
 * Why prompts may not be sent to `url`, as a phrase that follows the setting's name, or `undefined` where they may:
 * https to any host, http to this machine only, and nothing in the address that would be a secret.
 * The phrase never repeats the address. Parsed strictly by hand: what a lenient parser would repair
 * (a backslash, a tab, `http:host`) is refused.
 */
export function refuseEndpoint(url: string, may: { readonly query: boolean }): string | undefined {
  const match = /^(https?):\/\/([^/?#]*)(\/[^?#]*)?(\?[^#]*)?(#.*)?$/iu.exec(url);
  if (match === null) return 'must be an address such as `https://api.openai.com/v1`';
  const [, scheme = '', authority = '', path = '', query, fragment] = match;
  if (authority.includes('@')) return 'must not hold a user name or password: name the key in `key` or `api-key`';
  const [, host, port] = /^(\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?)(?::(\d{1,5}))?$/iu.exec(authority) ?? [];
  if (host === undefined) return 'must name a host, such as `https://api.openai.com/v1`';
  if (Number(port ?? 1) > 65_535 || port === '0') return 'must name a port from 1 to 65535';
  if (/[\s\\\p{Cc}]/u.test(path + (query ?? ''))) return 'must not hold white space, backslashes or control characters';
  if (fragment !== undefined || (query !== undefined && !may.query)) {
    return 'must end with its path: no `?…` and no `#…`';
  }
  if (scheme.toLowerCase() === 'http' && !isLoopback(host.toLowerCase())) {
    return 'must be https: plain http is for this machine only (`http://127.0.0.1:…`, `http://localhost:…`)';
  }
  return undefined;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/u.test(host);
}
