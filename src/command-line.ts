import { writeFile } from 'node:fs/promises';
import { Command, CommanderError, Option } from 'commander';
import { compareLocally } from './app/compare-locally.ts';
import { stages } from './app/review/stage.ts';
import { reviewLocally } from './app/review-locally.ts';
import type { LocalResult } from './app/show-locally.ts';
import { addCasesCommand } from './cases-command.ts';
import { type Problem, ProblemError, showProblem } from './core/problem.ts';
import { compareFlags } from './core/settings/compare-flags.ts';
import type { Inputs } from './core/settings/inputs.ts';
import { parseInputs } from './core/settings/parse-inputs.ts';
import { reviewFlags } from './core/settings/review-flags.ts';
import { flushOutput, tool, wireComparison, wireDemo, wireLocal, wireTerminal } from './wire.ts';

/** Exit statuses: the gate is open, a verdict failed it, the input is at fault, or we are. */
const exits = { open: 0, closed: 1, input: 2, ours: 3 } as const;

type ShowOptions = {
  readonly json?: true;
  readonly html?: string;
  readonly comment?: string;
  readonly accept?: true;
};

type ReviewOptions = ShowOptions & {
  readonly base?: string;
  readonly store?: string;
  readonly show?: (typeof stages)[number];
};

/** Runs `promptgate` with these arguments. Results go to stdout, all else to stderr. @returns the exit status */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const terminal = wireTerminal();
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort(new Error('cancelled')));
  const surroundings = { env: process.env, signal: stop.signal };
  let status: number = exits.open;
  const program = new Command('promptgate')
    .description('Prompt regression tests that gate pull requests.')
    .version(tool.version)
    .exitOverride()
    .configureOutput({ writeErr: (text) => terminal.say(text.trimEnd()) });
  const review = program
    .command('review')
    .description('Review the prompts changed in this git working tree against its merge base.')
    .option(
      '--base <ref>',
      'compare with the merge base of this branch, tag or commit; default: origin/HEAD, main, master',
    )
    .option('--json', 'print the report as JSON and nothing else')
    .option('--html <file>', 'write the report as one HTML file')
    .option('--comment <file>', 'write what the pull request’s comment would say')
    .option('--accept', 'accept the regressions: the report shows them, and the exit status is 0')
    .option('--store <file>', 'keep replies in this file; default: in the user’s cache folder')
    .addOption(new Option('--show <stage>', 'stop after this stage and print it as JSON').choices(stages));
  for (const { flags, description } of reviewFlags) review.option(flags, description);
  review.action(async (_, command: Command) => {
    const options = command.opts<ReviewOptions>();
    const { base, store } = options;
    const inputs = readInputs(command);
    const place = {
      folder: process.cwd(),
      progress: terminal.progress,
      ...(base === undefined ? {} : { base }),
      ...(store === undefined ? {} : { store }),
    };
    const ports = await wireLocal(inputs, surroundings, place);
    try {
      const { colours } = terminal;
      const done = await reviewLocally({ ...options, inputs, colours, signal: stop.signal }, ports);
      status = await put(done, terminal.print);
    } finally {
      await ports.close();
    }
  });
  const compare = program
    .command('compare <old> <new>')
    .description(
      'Compare two score files by the same statistics and gate: saved reports, {case: [scores]} as JSON, a CSV with case, trial and score, or the JSON results of promptfoo or inspect_ai.',
    )
    .option('--json', 'print the report as JSON and nothing else')
    .option('--html <file>', 'write the report as one HTML file')
    .option('--comment <file>', 'write what the pull request’s comment would say')
    .option('--accept', 'accept the regressions: the report shows them, and the exit status is 0');
  for (const { flags, description } of compareFlags) compare.option(flags, description);
  compare.action(async (old: string, next: string, _, command: Command) => {
    const { colours } = terminal;
    const asked = { ...command.opts<ShowOptions>(), inputs: readInputs(command), paths: { old, new: next }, colours };
    status = await put(await compareLocally(asked, wireComparison(process.cwd())), terminal.print);
  });
  addCasesCommand(program, {
    terminal,
    surroundings,
    readInputs,
    finish: async (done) => {
      status = await put(done, terminal.print);
    },
  });
  program
    .command('demo')
    .description('Show a whole review on an example, offline: repository, model service and GitHub are embedded.')
    .action(async () => {
      const runDemo = await wireDemo();
      status = (await runDemo({ print: terminal.print, say: terminal.say, signal: stop.signal }))
        ? exits.open
        : exits.ours;
    });
  try {
    await program.parseAsync(args, { from: 'user' });
    return stop.signal.aborted ? exits.closed : status;
  } catch (fault) {
    if (fault instanceof CommanderError) return fault.exitCode === 0 ? exits.open : exits.input;
    if (fault instanceof ProblemError) {
      tell(fault.problems, terminal.say);
      return exits.input;
    }
    const told = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
    terminal.say(`A fault of Promptgate's own. Please report it:\n${told}`);
    return exits.ours;
  } finally {
    await flushOutput();
  }
}

/** Writes the files asked for and prints the result. @returns the exit status */
async function put({ files, text, faulty, open }: LocalResult, print: (text: string) => void): Promise<number> {
  for (const file of files) await writeFile(file.path, file.text);
  print(text);
  if (faulty) return exits.input;
  return open ? exits.open : exits.closed;
}

/** The inputs that a command was given as flags. @throws ProblemError */
function readInputs(command: Command): Inputs {
  const given = reviewFlags.flatMap(({ input }): [string, string][] => {
    const option = command.options.find((known) => known.long === `--${input}`);
    const value: unknown = option === undefined ? undefined : command.getOptionValue(option.attributeName());
    return typeof value === 'string' ? [[input, value]] : [];
  });
  const inputs = parseInputs(new Map(given));
  if (inputs.kind === 'broken') throw new ProblemError(...inputs.problems);
  return inputs.inputs;
}

function tell(problems: readonly Problem[], say: (line: string) => void): void {
  for (const problem of problems) say(showProblem(problem));
}
