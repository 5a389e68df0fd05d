import { z } from 'zod';
import { refuseEndpoint } from './refuse-endpoint.ts';
import { environmentName } from './written-values.ts';

/**
 * APIs that a provider may speak, and where a service that speaks one is unless the config says it; `src/providers/adapters.ts`
 * names what speaks each.
 */
export const apiEndpoints = {
  chat: undefined,
  responses: 'https://api.openai.com/v1',
  anthropic: 'https://api.anthropic.com/v1',
  gemini: 'https://generativelanguage.googleapis.com/v1beta',
} as const satisfies Readonly<Record<string, string | undefined>>;

export type Api = keyof typeof apiEndpoints;

const apis = ['chat', 'responses', 'anthropic', 'gemini'] as const satisfies readonly Api[];

/** An address that requests go to. */
export function endpoint(may: { readonly query: boolean }) {
  return z.string().superRefine((url, context) => {
    const why = refuseEndpoint(url, may);
    if (why !== undefined) context.addIssue({ code: 'custom', message: why, params: { secret: true } });
  });
}

/** A model service, as the config names it. */
const service = z
  .strictObject({
    api: z.enum(apis).default('chat').describe('The API that the service speaks.'),
    'base-url': endpoint({ query: false })
      .optional()
      .describe('Its address; left out, that of the vendor whose API it is.'),
    key: environmentName.optional().describe('Name of the environment variable that holds the key.'),
    fallback: z.string().trim().min(1).optional().describe('Provider that takes over when this one is down.'),
  })
  .superRefine(({ api, 'base-url': written }, context) => {
    if (written !== undefined || apiEndpoints[api] !== undefined) return;
    context.addIssue({ code: 'custom', path: ['base-url'], input: undefined, message: 'must be text' });
  });

/** What answers calls: what `providers` of the config holds under each name. */
export const provider = service;
