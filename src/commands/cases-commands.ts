import { type Command, Option } from 'commander';
import { checkFlags, gateFlags } from '../core/settings/check-flags.ts';
import { checkExits } from './command-options.ts';
import type { CommandPlace } from './command-place.ts';
import type { CasesAddOptions } from './run-cases-add.ts';
import type { CasesCheckOptions } from './run-cases-check.ts';
import type { CasesCoverageOptions } from './run-cases-coverage.ts';

/**
 * Adds the commands about golden cases. What each does is loaded when it is called.
 * @param ended told the exit status
 */
export function addCasesCommands(
  program: Command,
  placeOf: (command: Command) => CommandPlace,
  ended: (status: number) => void,
): void {
  const cases = program.command('cases').description('Keep the golden set in order.');
  const checkCases = cases
    .command('check [files...]')
    .description(
      'Tell what is wrong or weak about the golden cases of this git working tree: of all prompts, or of those that files, folders or globs name.',
    )
    .option('--json', 'print the result as JSON and nothing else')
    .addOption(new Option('--only <what>', 'show nothing but what is wrong').choices(['faults']))
    .option(
      '--judge [model]',
      'measure the judge (that of the config, or this model): have replies judged twice, and compare its grades with labels kept with the cases',
    )
    .option('--report <file>', 'count what the replies of a saved review called as exercised')
    .option('--store <file>', 'keep replies in this file; default: in the user’s cache folder')
    .addHelpText('after', checkExits);
  for (const { flags } of checkFlags) checkCases.option(flags);
  checkCases.action(async (files: readonly string[], _, command: Command) => {
    const { runCasesCheck } = await import('./run-cases-check.ts');
    ended(await runCasesCheck(files, command.opts<CasesCheckOptions>(), placeOf(command)));
  });
  const coverage = cases
    .command('coverage [files...]')
    .description(
      'Tell what golden cases do not reach: variables, branches of templates, tools, arguments, segments; which cases never told two versions apart, and which ask nearly the same. Asks no model.',
    )
    .option('--json', 'print the result as JSON and nothing else')
    .option('--report <file>', 'count what the replies of a saved review called as reached')
    .option('--store <file>', 'read kept replies from this file; default: in the user’s cache folder');
  for (const { flags } of gateFlags.filter(({ input }) => input !== 'sampling' && input !== 'trials'))
    coverage.option(flags);
  coverage.action(async (files: readonly string[], _, command: Command) => {
    const { runCasesCoverage } = await import('./run-cases-coverage.ts');
    ended(await runCasesCoverage(files, command.opts<CasesCoverageOptions>(), placeOf(command)));
  });
  const addCases = cases
    .command('add')
    .description(
      'Choose golden cases among the calls of logs, or of a saved report: what failed first, then what resembles no golden case; masked, and tagged `review`.',
    )
    .requiredOption(
      '--from <file...>',
      'logs (OpenTelemetry GenAI, OpenInference, Langfuse, LiteLLM, {input, output} lines; plain or gzip), folders, globs, - for standard input, or a saved report',
    )
    .option('--prompt <path>', 'the prompt that they are for; default: the one that the logs name, or the only one')
    .option('--most <number>', 'choose so many at most', '20')
    .option('--write', 'add them to the cases file; without it they are printed');
  for (const { flags } of checkFlags.filter(({ input }) => input === 'config' || input === 'prompts'))
    addCases.option(flags);
  addCases.action(async (_, command: Command) => {
    const { runCasesAdd } = await import('./run-cases-add.ts');
    ended(await runCasesAdd(command.opts<CasesAddOptions>(), placeOf(command)));
  });
}
