import { z } from 'zod';
import { lines, text, yesOrNo } from './input-texts.ts';
import { repositoryPath } from './repository-path.ts';
import { columnNames } from './score-columns.ts';
import { successorLines } from './successor-lines.ts';
import { duration } from './written-values.ts';

/** What `action.yml`, the README and the command line say of an input. */
export type InputAbout = {
  readonly description: string;
  /** Where the config sets the same; then the default is the config's, and empty in `action.yml`. */
  readonly config?: readonly [string, ...string[]];
  /** The default as `action.yml` writes it, where the config cannot set it. */
  readonly default?: string;
  /** What stands for the value in the command line's help, where `review` takes the input as a flag. */
  readonly flag?: string;
  /** The only command that takes the flag. */
  readonly only?: 'compare' | 'portability';
  /** The value is a secret: masked in the log, never in a report. */
  readonly secret?: true;
};

/** What is said of each input, by its schema. */
export const abouts = z.registry<InputAbout>();

/** Inputs that one mode alone reads, in the order of the README. */
export const modeInputs = {
  old: repositoryPath.optional().register(abouts, {
    description: 'For `compare`: the report or score file of the old side, a path in the workspace.',
  }),
  new: repositoryPath.optional().register(abouts, {
    description: 'For `compare`: the report or score file of the new side, a path in the workspace.',
  }),
  columns: columnNames.optional().register(abouts, {
    description:
      'For `compare`: which column of a table is which, such as `id=user_input,score=faithfulness`; of `id`, `trial`, `score`, `passes`, `model`, `prompt`, `segment`, `weight`.',
    flag: 'names',
    only: 'compare',
  }),
  logs: lines.optional().register(abouts, {
    description: 'For `monitor`: files, folders and globs of logs in the workspace, one a line (`docs/monitor.md`).',
  }),
  'pull-request': yesOrNo.prefault('false').register(abouts, {
    description:
      'For `monitor` with `monitor.quality`: open a pull request with the inputs of production that it offers as golden cases (`contents: write`, `pull-requests: write`).',
    default: 'false',
  }),
  reference: text.optional().register(abouts, {
    description:
      'For `portability`: the model that the others are held against. Not given: the one that each prompt names itself, else the first of `models`.',
    flag: 'model',
    only: 'portability',
  }),
  retiring: duration.optional().register(abouts, {
    description:
      'For `portability`: instead of `models`, try successors of the models in use that end within this time, such as `60d`; in the action one issue for each (`issues: write`).',
    flag: 'time',
    only: 'portability',
  }),
  successors: successorLines.optional().register(abouts, {
    description:
      'For `portability` with `retiring`: models to try in the place of one that ends, such as `old-model=gpt-5.6-luna|gpt-5.6-terra`, one model a line; over what the config’s `successors` says of that model.',
    flag: 'lines',
    only: 'portability',
  }),
};
