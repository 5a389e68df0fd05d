import { join } from 'node:path';
import { addCases } from '../app/cases/add-cases.ts';
import { ProblemError } from '../core/problem.ts';
import type { Report } from '../core/report/report.ts';
import { showHidden, showOnOneLine } from '../core/text/show-hidden.ts';
import { wireCasesAdd } from '../wire/wire-tree.ts';
import type { CommandPlace } from './command-place.ts';
import { exits } from './exits.ts';
import { readInputs } from './read-inputs.ts';
import { wordUnwritten } from './run-convert.ts';
import { readSavedReport } from './run-report.ts';

export type CasesAddOptions = {
  readonly from: readonly string[];
  readonly prompt?: string;
  readonly most?: string;
  readonly write?: true;
};

/** Longest path that is told. */
const longest = 300;

/** `promptgate cases add --from FILE`. It never overwrites. @returns the exit status; @throws ProblemError */
export async function runCasesAdd(
  { from, prompt, most = '20', write }: CasesAddOptions,
  { given, terminal }: Pick<CommandPlace, 'given' | 'terminal'>,
): Promise<number> {
  if (!/^[1-9]\d{0,3}$/u.test(most)) {
    const what = `\`--most\` must be a number from 1 to 9999, not \`${showOnOneLine(most, 40)}\`.`;
    throw new ProblemError({ reason: 'config', what });
  }
  const folder = process.cwd();
  const place = await wireCasesAdd(folder);
  try {
    const reports: Report[] = [];
    const logs: string[] = [];
    for (const name of from) {
      const report = await reportAt(name);
      if (report === undefined) logs.push(name);
      else reports.push(report);
    }
    const added = await addCases(
      {
        inputs: readInputs(given),
        logs: await place.openLogs(logs),
        reports,
        most: Number(most),
        ...(prompt === undefined ? {} : { prompt: join(place.below, prompt).replaceAll('\\', '/') }),
      },
      place,
    );
    for (const note of added.notes) terminal.say(note);
    const { file } = added;
    if (file === undefined) return exits.open;
    const count = added.cases === 1 ? '1 case' : `${added.cases} cases`;
    if (write !== true) {
      terminal.print(showHidden(added.yaml));
      terminal.say(`${count} for ${showOnOneLine(file.path, longest)}: --write adds them.`);
      return exits.open;
    }
    const { path, text, old } = file;
    const end = old === undefined ? await place.writeNew(path, text) : await place.rewrite(path, { old, next: text });
    if (end === 'outside') terminal.say(wordUnwritten(file.path));
    else if (end === 'there' || end === 'changed')
      terminal.say(
        `${showOnOneLine(path, longest)} ${end === 'there' ? 'came' : 'changed'} in the meantime, and stays as it is. Run it again.`,
      );
    else terminal.print(`Added ${count} to ${showOnOneLine(file.path, longest)}, tagged \`review\`.\n`);
    return end === 'written' ? exits.open : exits.input;
  } finally {
    await place.close();
  }
}

/** A saved report, where a file is one. */
async function reportAt(name: string): Promise<Report | undefined> {
  if (!name.endsWith('.json')) return undefined;
  try {
    return await readSavedReport(name);
  } catch (fault) {
    if (fault instanceof ProblemError) return undefined;
    throw fault;
  }
}
