import { isAbsolute, relative } from 'node:path';
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

type CheckOptions = { readonly json?: true; readonly store?: string };

const exits = `
Exit status: 0 where nothing is wrong (weaknesses are shown and pass), 2 where a review would be invalid: a config, a
prompt or cases that cannot be read, a check that cannot be run.`;

/** Adds \`promptgate cases …\`, the upkeep of the golden set. */
export function addCasesCommand(program: Command, place: CommandPlace): void {
  const cases = program.command('cases').description('Keep the golden set in order.');
  const check = cases
    .command('check [files...]')
    .description(
      'Tell what is wrong or weak about the golden cases of this git working tree: of all prompts, or of those that files, folders or globs name.',
    )
    .option('--json', 'print the result as JSON and nothing else')
    .addHelpText('after', exits);
  for (const { flags, description } of checkFlags) check.option(flags, description);
  check.action(async (named: readonly string[], _, command: Command) => {
    const { terminal, surroundings } = place;
    const folder = process.cwd();
    const files = named.map((file) => (isAbsolute(file) ? relative(folder, file) : file));
    const { json, store } = command.opts<CheckOptions>();
    const inputs = place.readInputs(command);
    const ports = await wireCases(inputs, surroundings, {
      folder,
      progress: terminal.progress,
      ...(store === undefined ? {} : { store }),
    });
    try {
      const asked = { inputs, files, colours: terminal.colours, ...(json === undefined ? {} : { json }) };
      await place.finish(await checkCasesLocally(asked, ports));
    } finally {
      await ports.close();
    }
  });
}
