import { createInterface } from 'node:readline/promises';
import { type FirstFile, planInit } from '../app/init/plan-init.ts';
import { wordPlan } from '../app/init/word-plan.ts';
import { wireInit } from '../wire/wire-tree.ts';
import type { CommandPlace } from './command-place.ts';
import { exits } from './exits.ts';
import { readInputs } from './read-inputs.ts';
import { wordUnwritten } from './run-convert.ts';

export type InitOptions = { readonly dryRun?: true; readonly yes?: true };

/**
 * `promptgate init`. It never overwrites, so that it asks first only where a person can answer.
 * @returns the exit status; @throws ProblemError
 */
export async function runInit(
  { dryRun, yes }: InitOptions,
  { given, terminal, signal, heedCancel }: CommandPlace,
): Promise<number> {
  heedCancel();
  const inputs = readInputs(given);
  const place = await wireInit(process.cwd());
  try {
    const plan = await planInit(place, inputs);
    const found = plan.prompts > 0;
    if (dryRun === true || !found || plan.files.length === 0) {
      terminal.print(wordPlan(plan, false));
      return found ? exits.open : exits.input;
    }
    if (yes !== true && process.stdin.isTTY && process.stdout.isTTY) {
      terminal.print(wordPlan(plan, false));
      if (
        !(await agrees(
          `Write ${plan.files.length === 1 ? 'this file' : `these ${plan.files.length} files`}? [Y/n] `,
          signal,
        ))
      )
        return exits.open;
    }
    const files: FirstFile[] = [];
    for (const file of plan.files) {
      const end = await place.writeNew(file.path, file.text);
      if (end === 'written') files.push(file);
      else if (end === 'outside') terminal.say(wordUnwritten(file.path));
      else terminal.say(`${file.path} is there already, though git does not see it: it stays as it is.`);
    }
    terminal.print(wordPlan({ ...plan, files }, true));
    return exits.open;
  } finally {
    await place.close();
  }
}

async function agrees(question: string, signal: AbortSignal): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return !/^\s*n/iu.test(await lines.question(question, { signal }));
  } finally {
    lines.close();
  }
}
