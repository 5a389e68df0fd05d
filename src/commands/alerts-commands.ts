import type { Command } from 'commander';
import { monitorFlags } from '../core/settings/check-flags.ts';
import type { CommandPlace } from './command-place.ts';

const testExits = `
Exit status: 0 every target took it; 1 one did not; 2 a flag or the config is at fault, or it names no target; 3 we are.`;

/**
 * Adds the commands about alerts. What each does is loaded when it is called.
 * @param ended told the exit status
 */
export function addAlertsCommands(
  program: Command,
  placeOf: (command: Command) => CommandPlace,
  ended: (status: number) => void,
): void {
  const alerts = program.command('alerts').description('Try where alerts go.');
  const test = alerts
    .command('test')
    .description(
      'Send one test message to each target under `alerts` in the config, and tell what came back. An issue and an incident that it begins are closed at once.',
    )
    .addHelpText('after', testExits);
  for (const { flags } of monitorFlags) test.option(flags);
  test.action(async (_, command: Command) => {
    ended(await testTargets(placeOf(command)));
  });
}

async function testTargets({ given, terminal, signal, heedCancel }: CommandPlace): Promise<number> {
  const { testAlerts } = await import('../app/alerts/test-alerts.ts');
  const { runPlaceOf, wireAlerts } = await import('../wire/wire-alerts.ts');
  const { readFileIn } = await import('../wire/read-file-in.ts');
  const { putResult } = await import('./put-result.ts');
  const { readInputs } = await import('./read-inputs.ts');
  heedCancel();
  const { env } = process;
  const ports = { ...wireAlerts({ env }), readFile: readFileIn(process.cwd(), false), place: runPlaceOf(env) };
  return putResult(await testAlerts(readInputs(given), ports, signal), terminal);
}
