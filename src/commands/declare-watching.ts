import type { Command } from 'commander';
import { driftFlags, gateFlags } from '../core/settings/check-flags.ts';

const driftExits = `
Exit status: 0 nothing drifted, or there are too few runs to tell; 1 a drift is confirmed, or no reply came; 2 a flag, config or file is
at fault, 3 we are.`;

/** Inputs that say something else of a drift run than of a review. */
const described: Readonly<Record<string, string>> = {
  models:
    'Models that the golden cases are asked on as well, beside the one that each prompt names itself; comma-separated.',
  'fail-on': 'Verdicts that fail the run: it does where `drifted` or `alert` is among them. Default: drifted.',
};

/** `promptgate drift` with its options and its help. */
export function declareDrift(program: Command): Command {
  const drift = program
    .command('drift [prompts...]')
    .description(
      'Ask the golden cases of this git working tree and hold the replies to those of earlier runs: which models answer, how they count, and whether the answers got worse though nobody changed anything.',
    )
    .option('--history <file>', 'keep what runs saw in this file; default: in the user’s cache folder')
    .option('--canary-only', 'ask no golden case: a few one-token requests tell whether a model moved')
    .option('--json', 'print the result as JSON and nothing else')
    .option('--html <file>', 'write it as one HTML file')
    .option('--comment <file>', 'write it as Markdown')
    .option('--open', 'open the page in the browser')
    .option('--store <file>', 'keep replies in this file; default: in the user’s cache folder')
    .addHelpText('after', driftExits);
  for (const { flags, input } of driftFlags) drift.option(flags, described[input]);
  return drift;
}

/** `promptgate gate` with its options. */
export function declareGate(program: Command): Command {
  const gate = program
    .command('gate')
    .description(
      'Tell what the gate does with the replies that this repository keeps: how often it blocks where nothing changes, which share of single broken cases it sees, and how small a drop. Asks no model.',
    )
    .option('--json', 'print the result as JSON and nothing else')
    .option('--badge <file>', 'write it as the endpoint of a badge (shields.io)')
    .option('--store <file>', 'read kept replies from this file; default: in the user’s cache folder');
  for (const { flags } of gateFlags) gate.option(flags);
  return gate;
}
