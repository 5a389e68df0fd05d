import { Command, CommanderError, Option } from 'commander';
import { stages } from './app/review/stage.ts';
import { addAlertsCommands } from './commands/alerts-commands.ts';
import { addCasesCommands } from './commands/cases-commands.ts';
import {
  describeOption,
  filing,
  givenInputs,
  portabilityExits,
  reporting,
  showExits,
  showing,
} from './commands/command-options.ts';
import type { CommandPlace } from './commands/command-place.ts';
import { declareDrift, declareGate } from './commands/declare-watching.ts';
import { declareConvert, declareSnapshot } from './commands/declare-writing.ts';
import { exits } from './commands/exits.ts';
import { addMonitorCommand } from './commands/monitor-command.ts';
import type { CheckOptions } from './commands/run-check.ts';
import type { ConvertOptions } from './commands/run-convert.ts';
import type { DriftOptions } from './commands/run-drift.ts';
import type { GateOptions } from './commands/run-gate.ts';
import type { InitOptions } from './commands/run-init.ts';
import type { PortabilityOptions } from './commands/run-portability.ts';
import type { ReviewOptions } from './commands/run-review.ts';
import type { SnapshotOptions } from './commands/run-snapshot.ts';
import type { DemoOptions } from './commands/show-demo.ts';
import type { ShowOptions } from './commands/show-options.ts';
import { tellFault } from './commands/tell-fault.ts';
import { compareFlags, portabilityFlags, reviewFlags } from './core/settings/input-flags.ts';
import { flushOutput } from './wire/flush-output.ts';
import { tool } from './wire/tool.ts';
import { wireTerminal } from './wire/wire-terminal.ts';

/**
 * Runs `promptgate` with these arguments. Results go to stdout, all else to stderr. What a command does is loaded when it
 * is called: the others must not slow it down.
 * @returns the exit status
 */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const terminal = wireTerminal();
  const stop = new AbortController();
  let isHeeding = false;
  const heedCancel = (): void => {
    if (isHeeding) return;
    isHeeding = true;
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort(new Error('cancelled')));
  };
  const placeOf = (command: Command): CommandPlace => ({
    given: givenInputs(command),
    terminal,
    signal: stop.signal,
    heedCancel,
  });
  let status: number = exits.open;
  let isWatching = false;
  const program = new Command('promptgate')
    .description('Prompt regression tests that gate pull requests.')
    .version(tool.version)
    .exitOverride()
    .configureOutput({ writeErr: (text) => terminal.say(text.trimEnd()) })
    .configureHelp({ optionDescription: describeOption });
  const review = showing(
    program
      .command('review')
      .description('Review the prompts changed in this git working tree against its merge base.')
      .option(
        '--base <ref>',
        'compare with the merge base of this branch, tag or commit; default: origin/HEAD, main, master',
      ),
  )
    .option('--store <file>', 'keep replies in this file; default: in the user’s cache folder')
    .option(
      '--from-run <file or url>',
      'take the replies of a saved report (promptgate.json, or its https address) and ask nothing',
    )
    .option('--watch', 'review again at every save; only what changed is asked')
    .addOption(new Option('--show <stage>', 'stop after this stage and print it as JSON').choices(stages));
  for (const { flags } of reviewFlags) review.option(flags);
  review.action(async (_, command: Command) => {
    const { runReview } = await import('./commands/run-review.ts');
    const options = command.opts<ReviewOptions>();
    // A cancel is how watching ends: what was seen last is its result.
    isWatching = options.watch === true;
    status = await runReview(options, placeOf(command));
  });
  const check = reporting(
    program
      .command('check [prompts...]')
      .description(
        'Tell whether the golden cases of this git working tree pass today, without any change: of all prompts, or of those that files, folders or globs name. Several models stand side by side.',
      ),
  )
    .option('--store <file>', 'keep replies in this file; default: in the user’s cache folder')
    .addOption(new Option('--show <stage>', 'stop after this stage and print it as JSON').choices(stages))
    .addHelpText('after', showExits);
  for (const { flags } of reviewFlags) check.option(flags);
  check.action(async (prompts: readonly string[], _, command: Command) => {
    const { runCheck } = await import('./commands/run-check.ts');
    status = await runCheck(prompts, command.opts<CheckOptions>(), placeOf(command));
  });
  const portability = program
    .command('portability [prompts...]')
    .description(
      'Tell on which models the prompts of this git working tree are safe, unchanged: each model against the one they run on now, until it is proven either way.',
    )
    .option('--json', 'print the result as JSON and nothing else')
    .option('--html <file>', 'write it as one HTML file')
    .option('--comment <file>', 'write it as Markdown')
    .option('--open', 'open the page in the browser')
    .option('--store <file>', 'keep replies in this file; default: in the user’s cache folder')
    .addHelpText('after', portabilityExits);
  for (const { flags } of portabilityFlags) portability.option(flags);
  portability.action(async (prompts: readonly string[], _, command: Command) => {
    const { runPortability } = await import('./commands/run-portability.ts');
    status = await runPortability(prompts, command.opts<PortabilityOptions>(), placeOf(command));
  });
  addMonitorCommand(program, placeOf, (ended) => {
    status = ended;
  });
  addAlertsCommands(program, placeOf, (ended) => {
    status = ended;
  });
  declareDrift(program).action(async (prompts: readonly string[], _, command: Command) => {
    const { runDrift } = await import('./commands/run-drift.ts');
    status = await runDrift(prompts, command.opts<DriftOptions>(), placeOf(command));
  });
  const compare = showing(
    program
      .command('compare <old> <new>')
      .description(
        'Compare two score files by the same statistics and gate: saved reports, {case: [scores]} as JSON, a table (CSV or JSON Lines) with case, trial and score, or results of promptfoo or inspect_ai.',
      ),
  );
  for (const { flags } of compareFlags) compare.option(flags);
  compare.action(async (old: string, next: string, _, command: Command) => {
    const { runCompare } = await import('./commands/run-compare.ts');
    status = await runCompare({ old, new: next }, command.opts<ShowOptions>(), placeOf(command));
  });
  filing(
    program
      .command('report <file>')
      .description(
        'Show a saved report (promptgate.json) again, and write it in other forms. Asks nothing, judges nothing.',
      ),
  ).action(async (file: string, _, command: Command) => {
    const { runReport } = await import('./commands/run-report.ts');
    status = await runReport(file, command.opts<ShowOptions>(), placeOf(command));
  });
  addCasesCommands(program, placeOf, (ended) => {
    status = ended;
  });
  declareGate(program).action(async (_, command: Command) => {
    const { runGate } = await import('./commands/run-gate.ts');
    status = await runGate(command.opts<GateOptions>(), placeOf(command));
  });
  const init = program
    .command('init')
    .description(
      'Write what a first review of this repository needs: a config, golden cases for the prompts it finds, and a workflow. What is there stays as it is.',
    )
    .option('--dry-run', 'tell what would be written, and write nothing')
    .option('--yes', 'do not ask before writing');
  for (const { flags } of reviewFlags.filter(({ input }) => input === 'prompts' || input === 'models'))
    init.option(flags);
  init.action(async (_, command: Command) => {
    const { runInit } = await import('./commands/run-init.ts');
    status = await runInit(command.opts<InitOptions>(), placeOf(command));
  });
  declareSnapshot(program).action(async (rendering: readonly string[], _, command: Command) => {
    const { runSnapshot } = await import('./commands/run-snapshot.ts');
    status = await runSnapshot(rendering, command.opts<SnapshotOptions>(), placeOf(command));
  });
  declareConvert(program).action(async (config: string, _, command: Command) => {
    const { runConvert } = await import('./commands/run-convert.ts');
    status = await runConvert(config, command.opts<ConvertOptions>(), placeOf(command));
  });
  program
    .command('demo')
    .description('Show a whole review on an example, offline: repository, model service and GitHub are embedded.')
    .option('--comment <file>', 'write the comment that the pull request gets')
    .action(async (_, command: Command) => {
      const { showDemo } = await import('./commands/show-demo.ts');
      status = await showDemo(command.opts<DemoOptions>(), placeOf(command));
    });
  try {
    await program.parseAsync(args, { from: 'user' });
    return stop.signal.aborted && !isWatching ? exits.closed : status;
  } catch (fault) {
    if (fault instanceof CommanderError) return fault.exitCode === 0 ? exits.open : exits.input;
    return tellFault(fault, terminal.say);
  } finally {
    await flushOutput();
  }
}
