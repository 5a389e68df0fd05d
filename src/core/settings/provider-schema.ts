import { z } from 'zod';
import { refuseEndpoint } from './refuse-endpoint.ts';
import { duration, environmentName } from './written-values.ts';

/**
 * APIs that a provider may speak, and where a service that speaks one is unless the config says it; `src/providers/adapters.ts`
 * names what speaks each.
 */
export const apiEndpoints = {
  chat: undefined,
  responses: 'https://api.openai.com/v1',
  anthropic: 'https://api.anthropic.com/v1',
  gemini: 'https://generativelanguage.googleapis.com/v1beta',
  // Where it is, its region says.
  bedrock: undefined,
  azure: undefined,
} as const satisfies Readonly<Record<string, string | undefined>>;

export type Api = keyof typeof apiEndpoints;

const apis = ['chat', 'responses', 'anthropic', 'gemini', 'bedrock', 'azure'] as const satisfies readonly Api[];

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
    token: environmentName
      .optional()
      .describe('Of `api: azure`: name of the environment variable that holds an Entra ID token, instead of a key.'),
    credentials: z
      .enum(['ambient', 'workload-identity'])
      .optional()
      .describe(
        'Instead of a key: `ambient` signs by the AWS credentials of the environment, `workload-identity` gets tokens of Entra ID for Azure.',
      ),
    region: z
      .string()
      .regex(/^[a-z]{2}(?:-[a-z]+)+-\d{1,2}$/u, { error: 'must be a region of AWS, such as `eu-central-1`' })
      .optional()
      .describe('Of `api: bedrock`: the region of AWS that is asked.'),
    'api-version': z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}(?:-preview)?$/u, { error: 'must be a version of the API, such as `2024-10-21`' })
      .optional()
      .describe('Of `api: azure`: version of the dated API; left out, the v1 API is asked.'),
    fallback: z.string().trim().min(1).optional().describe('Provider that takes over when this one is down.'),
  })
  .superRefine((written, context) => {
    const refuse = (key: string, message: string): void => {
      context.addIssue({ code: 'custom', path: [key], input: undefined, message });
    };
    const { api, 'base-url': url, key, token, credentials, region } = written;
    for (const [name, of] of Object.entries(keysOfOne)) {
      if (api !== of && Object.hasOwn(written, name)) refuse(name, `must stand beside \`api: ${of}\` alone`);
    }
    const cloud = credentials === 'ambient' ? 'bedrock' : 'azure';
    if (credentials !== undefined && api !== cloud)
      refuse('credentials', `must stand beside \`api: ${cloud}\` alone where it is \`${credentials}\``);
    if (token !== undefined && credentials !== undefined)
      refuse('credentials', 'must not stand beside `token`: name one of them');
    if (key !== undefined && token !== undefined) refuse('token', 'must not stand beside `key`: name one of them');
    if (key !== undefined && credentials !== undefined)
      refuse('credentials', 'must not stand beside `key`: name one of them');
    if (api === 'bedrock') {
      // Its key alone needs no region where the address is written; a signature is of one region.
      if (region === undefined && (url === undefined || credentials !== undefined))
        refuse('region', 'must be a region of AWS, such as `eu-central-1`');
    } else if (url === undefined && apiEndpoints[api] === undefined) refuse('base-url', 'must be text');
  });

/** Keys that one API alone has. */
const keysOfOne = { token: 'azure', 'api-version': 'azure', region: 'bedrock' } as const;

/** Program and arguments. */
export const command = z
  .tuple([z.string().min(1)], z.string().min(1))
  .describe('Program and arguments; no shell is involved.');

const ofApplication = {
  timeout: duration
    .refine((ms) => ms >= 1000, { error: 'must be at least `1s`' })
    .refine((ms) => ms <= 1_800_000, { error: 'must be at most `30m`' })
    .prefault('2m')
    .describe('Longest that it may take over a reply.'),
  concurrency: z
    .int()
    .min(1)
    .max(1000)
    .optional()
    .describe('Replies under way at once, as far as the `concurrency` of the run goes. Unset: 4 of a command.'),
};

/** The team's own application, as a program or a service. */
const application = [
  z.strictObject({
    command,
    serve: z
      .boolean()
      .optional()
      .describe('Start it once: it reads a line of JSON for each reply and answers each with a line.'),
    env: z
      .array(environmentName)
      .max(100)
      .default([])
      .describe('Names of environment variables that it gets, such as that of its key; no other key reaches it.'),
    ...ofApplication,
  }),
  z.strictObject({
    url: endpoint({ query: true }).describe('Where it takes a POST for each reply.'),
    key: environmentName
      .optional()
      .describe('Name of the environment variable whose value is sent as `Authorization: Bearer …`.'),
    ...ofApplication,
  }),
] as const;

/** What answers calls: what `providers` of the config holds under each name. */
export const provider = z.union([service, ...application]);
