import { artifactEndpoints } from './artifact-endpoints.ts';
import { comparisonEndpoints } from './comparison-endpoints.ts';
import { conversationEndpoints } from './conversation-endpoints.ts';
import type { Endpoint } from './endpoint.ts';
import { issueEndpoints } from './issue-endpoints.ts';
import { objectEndpoints } from './object-endpoints.ts';
import { writingEndpoints } from './writing-endpoints.ts';

const endpoints: readonly Endpoint[] = [
  ...comparisonEndpoints,
  ...objectEndpoints,
  ...writingEndpoints,
  ...conversationEndpoints,
  ...issueEndpoints,
  ...artifactEndpoints,
];
const routes = endpoints.map((endpoint) => ({ endpoint, pattern: patternOf(endpoint.path) }));

export type Route = { readonly endpoint: Endpoint; readonly parameters: Readonly<Record<string, string>> };

/** The endpoint that serves a request, with the parameters of its path decoded. */
export function findRoute(method: string, pathname: string): Route | undefined {
  for (const { endpoint, pattern } of routes) {
    const found = endpoint.method === method ? pattern.exec(pathname) : null;
    if (found === null) continue;
    const parameters = Object.entries(found.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]);
    return { endpoint, parameters: Object.fromEntries(parameters) };
  }
  return undefined;
}

/** `{basehead}` and `{ref}` may hold slashes. */
function patternOf(template: string): RegExp {
  const source = template.replace(/\{(\w+)\}/g, (_, name: string) =>
    name === 'basehead' || name === 'ref' ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`,
  );
  return new RegExp(`^${source}$`);
}
