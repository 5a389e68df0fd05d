import { z } from 'zod';
import { configSchema, promptPaths } from './config-schema.ts';
import { dollars, endpoint, gitReference, name, text, wholeNumber, yesOrNo } from './input-texts.ts';
import { abouts, type InputAbout, modeInputs } from './mode-inputs.ts';
import { repositoryPath } from './repository-path.ts';

const keys = configSchema.shape;
const budget = keys.budget.unwrap().shape;

/** What the artifact is named where no name is chosen. */
export const defaultArtifact = 'promptgate';

/**
 * Every input with how its text is read, in the order of the README. `action.yml`, the README's table and the command
 * line's flags are made from it. A text that is empty or white space is no value; what the config can set has its
 * default there.
 */
export const inputsSchema = z.object({
  'github-token': text.optional().register(abouts, {
    description: 'Reads the repository and writes the comment.',
    default: '${{ github.token }}',
    secret: true,
  }),
  config: repositoryPath.default('promptgate.yml').register(abouts, {
    description:
      'Path of the config: of the base branch in the action, of the working tree on the command line. Where there is none at the default path, `.github/promptgate.yml` is looked for, and configs of folders hold for the prompts below them; no config is fine.',
    default: 'promptgate.yml',
    flag: 'path',
  }),
  name: name.optional().register(abouts, {
    description: 'Tells several uses in one repository apart: each has its own comment and artifact.',
    flag: 'name',
  }),
  prompts: promptPaths.optional().register(abouts, {
    description: 'Globs of prompt files, one a line; `!` excludes. What is no prompt by its content is passed over.',
    config: ['prompts'],
    flag: 'globs',
  }),
  models: keys['allowed-models']
    .unwrap()
    .optional()
    .register(abouts, {
      description:
        'Models that every changed prompt is reviewed on, beside the one it names itself; one a line or comma-separated; `provider:model` only where that provider is configured.',
      config: ['models'],
      flag: 'models',
    }),
  'base-url': endpoint.optional().register(abouts, {
    description: 'Endpoint of the provider `default`: any service that speaks the chat-completions API.',
    config: ['providers', 'default', 'base-url'],
    flag: 'url',
  }),
  'api-key': text.optional().register(abouts, {
    description: 'Key of the provider `default`. Masked in the log.',
    secret: true,
  }),
  judge: text.optional().register(abouts, {
    description: 'Model that grades. Without one, judged checks are an error that names them.',
    config: ['judge'],
    flag: 'model',
  }),
  tags: keys['allowed-models'].unwrap().optional().register(abouts, {
    description: 'Only cases with one of these tags, one a line or comma-separated.',
    flag: 'tags',
  }),
  sampling: keys.sampling
    .unwrap()
    .optional()
    .register(abouts, {
      description:
        '`adaptive` asks again where replies disagree, `confirm` until it is proven either way, `fixed` asks `trials` everywhere.',
      config: ['sampling'],
      flag: 'way',
    }),
  trials: wholeNumber
    .pipe(keys.trials.unwrap())
    .optional()
    .register(abouts, {
      description: 'Most replies per case, model and side.',
      config: ['trials'],
      flag: 'number',
    }),
  'baseline-age': keys['baseline-age']
    .unwrap()
    .optional()
    .register(abouts, {
      description: 'How old a kept reply of the old side may be, such as `6h` or `2d`; `0` never.',
      config: ['baseline-age'],
      flag: 'time',
    }),
  concurrency: wholeNumber
    .pipe(keys.concurrency.unwrap())
    .optional()
    .register(abouts, {
      description: 'Calls under way at once, per provider.',
      config: ['concurrency'],
      flag: 'number',
    }),
  'max-calls': wholeNumber
    .pipe(budget.calls.unwrap())
    .optional()
    .register(abouts, {
      description:
        'Calls of a run at most, judge included. Refused up front only where the first round alone exceeds it; reached later, asking ends at a whole round.',
      config: ['budget', 'calls'],
      flag: 'number',
    }),
  'max-cost': dollars
    .pipe(budget.usd.unwrap())
    .optional()
    .register(abouts, {
      description: 'Dollars of a run at most, likewise; estimated before the first call and counted as it goes.',
      config: ['budget', 'usd'],
      flag: 'dollars',
    }),
  timeout: keys.timeout
    .unwrap()
    .optional()
    .register(abouts, {
      description: 'After this time no new call starts, such as `90s`, `30m` or `2h`.',
      config: ['timeout'],
      flag: 'time',
    }),
  'fail-on': keys['fail-on']
    .unwrap()
    .optional()
    .register(abouts, {
      description:
        'Verdicts that fail the step, asked of every row: of `regressed`, `invalid`, `inconclusive`, `unreviewed`, of a check `failing`, of a drift run `drifted` (its default), of `monitor` `moved` and `unknown`, of both `alert`, and of prompts with golden cases that leave `removed` and `unrecognised`; or `never`, which only reports.',
      config: ['fail-on'],
      flag: 'verdicts',
    }),
  'accept-label': text.default('promptgate:accept').register(abouts, {
    description:
      'By this label someone with write permission accepts the regressions shown. It holds for what was judged when it was set and never opens `invalid`.',
    default: 'promptgate:accept',
  }),
  comment: keys.comment
    .unwrap()
    .optional()
    .register(abouts, {
      description: '`always` (where a prompt changed), `changes` (only where a verdict is not `pass`), `never`.',
      config: ['comment'],
    }),
  cache: yesOrNo.prefault('true').register(abouts, {
    description: 'Keep replies between runs of the workflow in the Actions cache.',
    default: 'true',
  }),
  artifact: text.default(defaultArtifact).register(abouts, {
    description:
      'Name of the artifact with the HTML and JSON report, beside which the page alone is kept as `<name>.html`; empty: none. Not given, it ends in `name`.',
    default: defaultArtifact,
  }),
  'report-junit': repositoryPath.optional().register(abouts, {
    description: 'Where to write the cases as JUnit XML, a path in the workspace, for actions that show test results.',
  }),
  'allow-forks': yesOrNo.prefault('false').register(abouts, {
    description: 'Review pull requests from forks under `pull_request_target` and `workflow_run` (`docs/forks.md`).',
    default: 'false',
  }),
  'base-ref': gitReference.optional().register(abouts, {
    description: 'What to compare with outside pull requests and merge groups: a branch, a tag or a commit.',
  }),
  mode: z.enum(['review', 'compare', 'check', 'portability', 'drift', 'monitor']).default('review').register(abouts, {
    description:
      '`review`; `compare`: the same statistics and gate on two score files, `old` and `new`; `check`, which asks whether the golden cases pass today, without any change; `portability`, which asks on which models the prompts are safe; `drift`, which holds them to the history of earlier runs, on a schedule; or `monitor`, which tells what `logs` of production say and what moved in them.',
    default: 'review',
  }),
  history: repositoryPath.optional().register(abouts, {
    description:
      'For `drift`: a file in the workspace that keeps what runs saw, in place of the branch `promptgate-history`; `artifact`: an artifact of each run. For `monitor`: the file that keeps the days’ sums; without one, days of the logs alone are compared.',
  }),
  'rendered-old': repositoryPath.optional().register(abouts, {
    description:
      'Folder in the workspace with the snapshots of the old side that a job rendered by `promptgate snapshot --into` (`docs/prompts-in-code.md`).',
  }),
  'rendered-new': repositoryPath.optional().register(abouts, {
    description: 'Likewise of the new side.',
  }),
  ...modeInputs,
});

/** The inputs as they are read. */
export type Inputs = z.output<typeof inputsSchema>;

/** The inputs by name, as the documents show them. */
export const inputs: readonly (InputAbout & { readonly name: string })[] = Object.entries(inputsSchema.shape).map(
  ([input, schema]) => ({ name: input, description: '', ...abouts.get(schema) }),
);
