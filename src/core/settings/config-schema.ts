import { z } from 'zod';
import { defaultPromptGlobs } from '../detect/prompt-globs.ts';
import { logFieldNames } from '../logs/logged-call.ts';
import { departures } from '../verdict.ts';
import { alertsSchema } from './alert-schema.ts';
import { assembledPrompt } from './assembled-prompt.ts';
import { checkKeysTogether } from './check-keys-together.ts';
import { driftSchema } from './drift-schema.ts';
import { gateSchema } from './gate-schema.ts';
import { monitorSchema } from './monitor-schema.ts';
import { overridesOn } from './override-schema.ts';
import { listOf, roleRule, templateRule, watchRule } from './prompt-rules.ts';
import { command, endpoint, provider } from './provider-schema.ts';
import { repositoryPath } from './repository-path.ts';
import { duration, traffic } from './written-values.ts';

/** Parameters that a request sets itself, so that a config cannot. */
const ownParameters = ['model', 'messages', 'stream', 'n'] as const;

const text = z.string().trim().min(1);
const modelName = text.max(200);
const params = z.record(z.string(), z.json()).superRefine((written, context) => {
  for (const name of ownParameters.filter((own) => Object.hasOwn(written, own))) {
    context.addIssue({
      code: 'custom',
      path: [name],
      input: written[name],
      message: 'must be left out: every request sets it itself',
    });
  }
});

const model = z.union([
  modelName,
  z.strictObject({ provider: text.optional(), model: modelName, params: params.default({}) }),
]);
const judge = z.union([
  modelName,
  z.strictObject({
    provider: text.optional(),
    model: modelName,
    params: params.default({}),
    votes: z.int().min(1).max(25).default(1).describe('Independent gradings of each reply, averaged.'),
  }),
]);

const providerName = z.string().regex(/^[A-Za-z][\w-]*$/u, {
  error: 'must be a name of letters, digits, `-` and `_`',
});

const scorer = z.union([
  z.strictObject({
    command,
    serve: z
      .boolean()
      .optional()
      .describe('Start it once a run: it reads a line of JSON for each reply and answers each with a line.'),
  }),
  z.strictObject({ url: endpoint({ query: true }) }),
]);

const dollars = z.number().min(0);

/** How much of replies a run publishes. */
export const publishedReplies = ['full', 'excerpt', 'none'] as const;

const failing = ['regressed', 'invalid', 'failing', 'inconclusive', 'unreviewed'] as const;
const failOn = listOf(z.enum([...failing, ...departures, 'drifted', 'moved', 'unknown', 'alert', 'never'])).superRefine(
  (listed, context) => {
    if (listed.length === 0) context.addIssue({ code: 'custom', message: 'must name a verdict, or `never`' });
    if (listed.includes('never') && listed.length > 1) {
      context.addIssue({ code: 'custom', message: 'must be `never` alone or verdicts, not both' });
    }
  },
);

/** Where the provider `default` is, unless something else is said. */
export const defaultEndpoint = 'https://api.openai.com/v1';

/** The globs, and files, that `prompts` of an input takes. */
export const promptPaths = listOf(repositoryPath);

/** The config file's keys, with every default of what it can set. `schema/promptgate.schema.json` comes from here. */
export const configSchema = z
  .strictObject({
    version: z.literal(1).default(1),
    prompts: listOf(z.union([repositoryPath, assembledPrompt]))
      .prefault([...defaultPromptGlobs])
      .describe('Globs of prompt files (`!` excludes), and prompts that are made of several files.'),
    agents: listOf(repositoryPath)
      .default([])
      .describe(
        'Globs of agents’ instructions to review: `AGENTS.md`, `CLAUDE.md`, skills (`SKILL.md`), rules, agents. Each is sent as system text; what has no golden cases is shown as changed and not reviewed.',
      ),
    withhold: listOf(repositoryPath)
      .default([])
      .describe(
        'Globs of those of `agents` that are asked once more without, to tell what they add. It decides nothing.',
      ),
    roles: z
      .array(roleRule)
      .default([])
      .describe(
        'Whose message a prompt of plain text is, by path; `turns`: lines such as `SYSTEM:` and `USER:` divide it. The last that fits wins.',
      ),
    templates: z
      .array(templateRule)
      .default([])
      .describe(
        'How the variables of prompts are written, by path; the last that fits wins. Unset: told by the golden cases.',
      ),
    watch: z
      .array(watchRule)
      .default([])
      .describe(
        'Code that renders prompts: globs, or `{ paths, for }` with the snapshots it renders. Where it changes and its `*.rendered.jsonl` does not, that is unreviewed.',
      ),
    models: listOf(model).prefault([]).describe('Models that every changed prompt is reviewed on.'),
    'allowed-models': listOf(modelName)
      .optional()
      .describe(
        'Models a prompt may name as its own. Unset: every one whose price is known, or all where `max-cost` is not set.',
      ),
    'allowed-params': listOf(text)
      .default([])
      .describe(
        'Parameters that a prompt may set beside those that shape a reply, such as `service_tier` or `extra_headers`.',
      ),
    providers: z.record(providerName, provider).default({}),
    judge: judge.optional().describe('Model that grades judged checks.'),
    embeddings: model.optional().describe('Model that turns texts into vectors.'),
    simulate: model.optional().describe('Model that plays the user; unset: the judge.'),
    scorers: z.record(text, scorer).default({}),
    cases: repositoryPath
      .superRefine((pattern, context) => {
        const unknown = [...pattern.matchAll(/\{([^{}]*)\}/gu)].map(([, name = '']) => name);
        for (const name of unknown.filter((found) => found !== 'dir' && found !== 'name')) {
          context.addIssue({ code: 'custom', message: `must use \`{dir}\` and \`{name}\` only, not \`{${name}}\`` });
        }
      })
      .default('{dir}/{name}.cases.yml')
      .describe('Where a prompt’s golden cases are; the same name as .yaml, .json, .jsonl or .csv is found too.'),
    defaults: z
      .strictObject({
        // By its id the JSON Schema for editors puts every kind of check in its place.
        checks: z
          .array(z.union([text, z.record(z.string(), z.json())]))
          .meta({ id: 'checks' })
          .default([]),
      })
      .prefault({}),
    sampling: z.enum(['adaptive', 'confirm', 'fixed']).default('adaptive'),
    trials: z
      .int()
      .min(1)
      .max(1000)
      .optional()
      .describe('Most replies per case, model and side. Unset: 12, with `sampling: fixed` 5.'),
    diagnose: z
      .int()
      .min(0)
      .max(1000)
      .default(10)
      .describe(
        'Cases that are asked 5 more replies a side once a prompt is regressed, where they fell without proof: to name them, outside the tests. 0: none.',
      ),
    'baseline-age': duration.prefault('6h').describe('How old a kept reply of the old side may be; 0 never.'),
    concurrency: z.int().min(1).max(1000).default(16).describe('Calls under way at once, per provider.'),
    timeout: duration
      .refine((ms) => ms > 0, { error: 'must be more than nothing, such as `30m`' })
      // A timer of the runtime holds 24 days; a job of the runner ends long before.
      .refine((ms) => ms <= 604_800_000, { error: 'must be at most `7d`' })
      .prefault('30m')
      .describe('After this time no new call starts.'),
    latency: z
      .strictObject({
        stream: z
          .boolean()
          .default(false)
          .describe(
            'Ask for replies as streams where the API can (chat completions, responses, messages), so that the time to the first token is known. What is answered is the same.',
          ),
      })
      .prefault({}),
    comment: z.enum(['always', 'changes', 'never']).default('always'),
    'publish-replies': z
      .enum(publishedReplies)
      .default('excerpt')
      .describe(
        'How much of replies the action publishes: `excerpt` shows the words that decide in comment, summary, annotations and JUnit XML, and keeps replies whole in the artifact alone; `full` shows them whole as far as there is room; `none` publishes no word of any reply.',
      ),
    mask: z
      .boolean()
      .default(false)
      .describe(
        'Replace e-mail addresses, telephone, card and bank account numbers, IP addresses and keys in all that the action publishes of replies and cases. What is scored and kept stays as it is.',
      ),
    'fail-on': failOn
      .transform((listed) => listed.filter((word) => word !== 'never'))
      .prefault(['regressed', 'invalid'])
      .describe(
        'Verdicts that fail the step, or `removed` and `unrecognised` for prompts with golden cases that leave; `drifted` of a drift run, which it fails where nothing else is said; `moved` of production logs in which something got worse, `unknown` of those of which nothing could be compared; `alert` of either where an alert is open; `never` only reports.',
      ),
    gate: gateSchema.prefault({}),
    overrides: overridesOn(model),
    segments: z
      .record(text, z.strictObject({ traffic }))
      .default({})
      .describe('Replies a month of each segment, from which the report tells what a change costs a month.'),
    prices: z
      .record(text, z.strictObject({ input: dollars, output: dollars, cached: dollars.optional() }))
      .default({})
      .describe('Dollars per million tokens, over the price table’s.'),
    'cache-minimum': z
      .record(text, z.int().min(0))
      .default({})
      .describe('Least tokens of a prompt that the service of a model caches, by model, over what is known of it.'),
    successors: z
      .record(text, listOf(model))
      .default({})
      .describe(
        'Models to try in the place of one that its vendor ends: `portability --retiring`. Unset: those of the same family and price class.',
      ),
    retirements: z
      .record(text, z.union([z.iso.date(), z.literal('never')]))
      .default({})
      .describe(
        'The day a model ends, such as `2027-01-14`, or `never`: over what its service and the bundled table say.',
      ),
    budget: z
      .strictObject({
        calls: z.int().min(1).default(5000).describe('Calls of a run at most, judge included.'),
        usd: dollars.default(5).describe('Dollars of a run at most.'),
      })
      .prefault({}),
    drift: driftSchema.prefault({}).describe('What scheduled runs watch (`mode: drift`).'),
    monitor: monitorSchema.prefault({}).describe('What is asked about logs of production (`promptgate monitor`).'),
    alerts: alertsSchema.prefault({}).describe('Where alerts of `mode: drift` and `mode: monitor` go.'),
    logs: z
      .strictObject({
        fields: z
          .partialRecord(z.enum(logFieldNames), text)
          .default({})
          .describe(
            'Where logs of calls say what, by path: `segment: metadata.plan`. Unset: the names that their format has.',
          ),
      })
      .prefault({}),
  })
  .superRefine(checkKeysTogether);
