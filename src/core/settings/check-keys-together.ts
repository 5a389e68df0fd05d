import type { z } from 'zod';
import { suggestNearest } from '../suggest-nearest.ts';
import type { AlertRule } from './alert-rule-schema.ts';
import { checkRuleMetrics } from './check-rule-metrics.ts';
import type { gateSchema } from './gate-schema.ts';
import type { provider } from './provider-schema.ts';

/** A model by its name, or with the provider that has it. */
type Named = string | { readonly provider?: string | undefined; readonly model: string };

/** The keys of a config that are held against one another. */
type KeysTogether = {
  readonly providers: Readonly<Record<string, z.output<typeof provider>>>;
  readonly models: readonly Named[];
  readonly overrides: readonly { readonly models?: readonly Named[] | undefined }[];
  readonly judge?: Named | undefined;
  readonly embeddings?: Named | undefined;
  readonly simulate?: Named | undefined;
  readonly gate: z.output<typeof gateSchema>;
  readonly latency: { readonly stream: boolean };
  readonly alerts: { readonly rules: readonly AlertRule[] };
  readonly monitor: { readonly quality?: { readonly metrics: readonly string[] } | undefined };
};

/** Whether keys that are right on their own are so beside each other: providers that are named exist, and each can do what it is named for. */
export function checkKeysTogether(config: KeysTogether, context: z.core.$RefinementCtx<KeysTogether>): void {
  const known = ['default', ...Object.keys(config.providers)];
  const refer = (name: string | undefined, path: readonly (string | number)[]): void => {
    if (name === undefined || known.includes(name)) return;
    const nearest = suggestNearest(name, known);
    const listed = known.map((entry) => `\`${entry}\``).join(', ');
    const hint = nearest === undefined ? `the providers are ${listed}` : `did you mean \`${nearest}\`?`;
    context.addIssue({
      code: 'custom',
      path: [...path],
      input: name,
      message: `must name a provider of \`providers\`: ${hint}`,
    });
  };
  const refuse = (path: readonly (string | number)[], input: unknown, message: string): void => {
    context.addIssue({ code: 'custom', path: [...path], input, message });
  };
  const isApplication = (name: string | undefined): boolean => {
    const written = name === undefined || !Object.hasOwn(config.providers, name) ? undefined : config.providers[name];
    return written !== undefined && ('command' in written || 'url' in written);
  };
  config.models.forEach((entry, index) => {
    if (typeof entry !== 'string') refer(entry.provider, ['models', index, 'provider']);
  });
  config.overrides.forEach(({ models = [] }, at) => {
    models.forEach((entry, index) => {
      if (typeof entry !== 'string') refer(entry.provider, ['overrides', at, 'models', index, 'provider']);
    });
  });
  for (const role of ['judge', 'embeddings', 'simulate'] as const) {
    const entry = config[role];
    if (typeof entry === 'object') refer(entry.provider, [role, 'provider']);
    const { provider: named, model: of } = typeof entry === 'object' ? entry : { model: entry, provider: undefined };
    if (isApplication(named ?? of?.split(':', 1)[0]))
      refuse([role], named ?? of, 'must be of a model service: an application answers prompts alone');
  }
  if (isApplication('default'))
    refuse(['providers', 'default'], 'default', 'must be a model service: name the application something else');
  if (config.gate.latency?.of === 'first-token' && !config.latency.stream)
    refuse(
      ['gate', 'latency', 'of'],
      'first-token',
      'must stand beside `latency: { stream: true }`: only a stream tells it',
    );
  checkRuleMetrics(config, context);
  for (const [name, written] of Object.entries(config.providers)) {
    const fallback = 'fallback' in written ? written.fallback : undefined;
    refer(fallback, ['providers', name, 'fallback']);
    if (isApplication(fallback))
      refuse(['providers', name, 'fallback'], fallback, 'must be a model service, not an application');
    if ('api' in written && written.api === 'bedrock' && config.gate['served-model'] === 'block') {
      const why = `\`${name}\` (\`api: bedrock\`) does not say which model answered`;
      refuse(['gate', 'served-model'], 'block', `must be \`warn\` or \`allow\`, since ${why}`);
    }
    if (fallback === name) {
      refuse(['providers', name, 'fallback'], name, 'must be another provider');
    }
  }
}
