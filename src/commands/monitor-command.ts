import { type Command, Option } from 'commander';
import { logEngines } from '../core/logs/log-database.ts';
import { monitorFlags } from '../core/settings/check-flags.ts';
import type { CommandPlace } from './command-place.ts';
import type { MonitorOptions } from './run-monitor.ts';

const monitorExits = `
Exit status: 0 the logs were read; 1 they say what --fail-on, or the config's fail-on, names (moved, unknown, alert); 2 a flag,
the config or a log is at fault, also where more than 5 % of all records are broken, none is a call, or nothing of what was to be
judged has a grade; 3 we are.`;

/**
 * Adds `promptgate monitor`. What it does is loaded when it is called.
 * @param ended told the exit status
 */
export function addMonitorCommand(
  program: Command,
  placeOf: (command: Command) => CommandPlace,
  ended: (status: number) => void,
): void {
  const monitor = program
    .command('monitor <logs...>')
    .description(
      'Tell what logs of production say by day, segment, model and prompt: calls, tokens, cost, latency, errors, refusals and replies that were cut. Files, folders, globs in quotes, or `-` for standard input. Asks no model, unless `monitor.quality` of the config has a sample judged.',
    )
    .option('--history <file>', 'compare with the days whose sums this file keeps, and add those of the logs')
    .addOption(
      new Option(
        '--engine <name>',
        'what reads the logs: `duckdb` takes Parquet, object stores and all cores, and needs `npm install @duckdb/node-api`; it judges no sample',
      )
        .choices(logEngines)
        .default('node'),
    )
    .option('--json', 'print the result as JSON and nothing else')
    .option('--html <file>', 'write it as one HTML file')
    .option('--comment <file>', 'write it as Markdown')
    .option('--open', 'open the page in the browser')
    .option('--write', 'add the inputs that are offered as golden cases to their cases files; without it they are told')
    .option(
      '--pull-request',
      'open a pull request with them, on GITHUB_REPOSITORY with GITHUB_TOKEN, from a branch of its own',
    )
    .option('--store <file>', 'keep what models said of the sample in this file; default: it is forgotten')
    .addHelpText('after', monitorExits);
  for (const { flags } of monitorFlags) monitor.option(flags);
  monitor.action(async (logs: readonly string[], _, command: Command) => {
    const { runMonitor } = await import('./run-monitor.ts');
    ended(await runMonitor(logs, command.opts<MonitorOptions>(), placeOf(command)));
  });
}
