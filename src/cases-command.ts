import { existsSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { checkCasesLocally } from './app/cases/check-cases-locally.ts';
import type { LocalResult } from './app/show-locally.ts';
import { checkFlags } from './core/settings/check-flags.ts';
import type { Inputs } from './core/settings/inputs.ts';
import type { Surroundings, wireTerminal } from './wire.ts';
import { wireCases } from './wire-cases.ts';

/** What the command line lends to a command of its own. */
export type CommandPlace = {
  readonly terminal: ReturnType<typeof wireTerminal>;
  readonly surroundings: Surroundings;
  /** Reads the inputs given as flags. @throws ProblemError */
  readonly readInputs: (command: Command) => Inputs;
  /** Shows what came of it, and sets the exit status by it. */
  readonly finish: (result: LocalResult) => Promise<void>;
};

type CheckOptions = { readonly json?: true; readonly store?: string; readonly judge?: string | true };

const exits = `
Exit status: 0 where nothing is wrong (weaknesses are shown and pass), 2 where a review would be invalid: a config, a
prompt or cases that cannot be read, a check that cannot be run. With --judge: 1 where the judge only advises, or too
little could be measured to say.`;

/** Adds \`promptgate cases …\`, the upkeep of the golden set. */
export function addCasesCommand(program: Command, place: CommandPlace): void {
  const cases = program.command('cases').description('Keep the golden set in order.');
  const check = cases
    .command('check [files...]')
    .description(
      'Tell what is wrong or weak about the golden cases of this git working tree: of all prompts, or of those that files, folders or globs name.',
    )
    .option('--json', 'print the result as JSON and nothing else')
    .option(
      '--judge [model]',
      'measure the judge (that of the config, or this model): have replies judged twice, and compare its grades with labels kept with the cases',
    )
    .option('--store <file>', 'keep replies in this file; default: in the user’s cache folder')
    .addHelpText('after', exits);
  for (const { flags, description } of checkFlags) check.option(flags, description);
  check.action(async (named: readonly string[], _, command: Command) => {
    const { terminal, surroundings } = place;
    const folder = process.cwd();
    const { json, store, judge } = command.opts<CheckOptions>();
    // What follows --judge may be the first of the files as well.
    const isFile = typeof judge === 'string' && (/[*?[\]{}]/u.test(judge) || existsSync(resolve(folder, judge)));
    if (isFile) command.setOptionValue('judge', true);
    const files = [...(isFile ? [judge] : []), ...named].map((file) =>
      isAbsolute(file) ? relative(folder, file) : file,
    );
    const inputs = place.readInputs(command);
    const ports = await wireCases(inputs, surroundings, {
      folder,
      progress: terminal.progress,
      ...(store === undefined ? {} : { store }),
    });
    try {
      const asked = {
        inputs,
        files,
        judge: judge !== undefined,
        colours: terminal.colours,
        ...(json === undefined ? {} : { json }),
      };
      await place.finish(await checkCasesLocally(asked, ports));
    } finally {
      await ports.close();
    }
  });
}
