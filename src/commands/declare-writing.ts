import type { Command } from 'commander';

const snapshotExits = `
Exit status: 0 the file is what the code renders, or was written; 1 with --check: it is not; 2 the command or a file is at
fault.`;

/** `promptgate snapshot` with its options and its help. */
export function declareSnapshot(program: Command): Command {
  return program
    .command('snapshot')
    .argument('<command...>', 'what renders the requests, behind `--`: it prints a line of JSON a case')
    .description(
      'Have your own code render the requests of its golden cases, and keep them as `*.rendered.jsonl`, which a review compares without rendering. The command runs without keys.',
    )
    .option('--check', 'write nothing; tell whether the file is still what the code renders')
    .option('--file <file>', 'the snapshot; default: the only one in this git working tree')
    .option('--into <folder>', 'write it there for another job, with the commit it was rendered at')
    .option('--env <names>', 'environment variables that the command gets beside the usual ones, comma-separated')
    .addHelpText('after', snapshotExits);
}

/** `promptgate convert` with its options. */
export function declareConvert(program: Command): Command {
  return program
    .command('convert')
    .argument('<config>', 'a promptfoo config')
    .description(
      'Write the golden cases of a promptfoo config in our own form, with what it could not carry as comments. What is there stays as it is.',
    )
    .option('--dry-run', 'print what would be written, and write nothing');
}
