import { type Command, Help, type Option } from 'commander';
import { inputFlags } from '../core/settings/input-flags.ts';
import { tables } from '../reporters/tables.ts';

export const showExits = `
Exit status: 0 the gate is open, 1 a verdict closed it, 2 a flag, config or file is at fault, 3 we are. The key of a
review comes from OPENAI_API_KEY, or from the variables that the config names.`;

export const checkExits = `
Exit status: 0 where nothing is wrong (weaknesses are shown and pass), 2 where a review would be invalid: a config, a
prompt or cases that cannot be read, a check that cannot be run. With --judge: 1 where the judge only advises, or too
little could be measured to say.`;

export const portabilityExits = `
Exit status: 0 it was told on which models the prompts are safe, on however few; 1 nothing could be told, 2 a flag, config
or file is at fault, 3 we are.`;

/** Adds the flags of a command that shows a report. */
export function reporting(command: Command): Command {
  return filing(command.option('--json', 'print the report as JSON and nothing else'));
}

/** Adds the flags of files that a report is written to. */
export function filing(command: Command): Command {
  command
    .option('--html <file>', 'write the report as one HTML file')
    .option('--comment <file>', 'write what the pull request’s comment would say');
  for (const { name, about } of tables) command.option(`--${name} <file>`, `write ${about}`);
  return command.option('--open', 'open the report in the browser');
}

/** Adds those of a command whose regressions can be accepted. */
export function showing(command: Command): Command {
  return reporting(command)
    .option('--accept', 'accept the regressions: the report shows them, and the gate opens unless something is invalid')
    .addHelpText('after', showExits);
}

/** Inputs are described where help is asked for: their defaults come from the config's schema, which takes a while. */
export function describeOption(option: Option): string {
  const flag = inputFlags.find(({ input }) => option.long === `--${input}`);
  return flag === undefined || option.description !== '' ? new Help().optionDescription(option) : flag.describe();
}

export function givenInputs(command: Command): ReadonlyMap<string, string> {
  const given = inputFlags.flatMap(({ input }): [string, string][] => {
    const option = command.options.find((known) => known.long === `--${input}`);
    const value: unknown = option === undefined ? undefined : command.getOptionValue(option.attributeName());
    return typeof value === 'string' ? [[input, value]] : [];
  });
  return new Map(given);
}
