import { isAbsolute, join, relative } from 'node:path';
import { type ConvertedFile, planConversion } from '../app/convert/plan-conversion.ts';
import { showHidden, showOnOneLine } from '../core/text/show-hidden.ts';
import { wireConversion } from '../wire/wire-tree.ts';
import type { CommandPlace } from './command-place.ts';
import { exits } from './exits.ts';

/** Longest path that is told. */
const longest = 300;

export type ConvertOptions = { readonly dryRun?: true };

/** `promptgate convert CONFIG`. It never overwrites. @returns the exit status; @throws ProblemError */
export async function runConvert(
  named: string,
  { dryRun }: ConvertOptions,
  { terminal }: Pick<CommandPlace, 'terminal'>,
): Promise<number> {
  const folder = process.cwd();
  const place = await wireConversion(folder);
  try {
    const written = (isAbsolute(named) ? relative(folder, named) : named).replaceAll('\\', '/');
    const files = await planConversion(join(place.below, written).replaceAll('\\', '/'), place, place.sandbox);
    if (dryRun === true) {
      terminal.print(
        showHidden(files.map(({ path, text }) => `# ${showOnOneLine(path, longest)}\n${text}`).join('\n')),
      );
      return exits.open;
    }
    const kept: ConvertedFile[] = [];
    for (const file of files) {
      const end = await place.writeNew(file.path, file.text);
      if (end === 'written') terminal.print(`Wrote ${showOnOneLine(file.path, longest)}.\n`);
      else if (end === 'there') kept.push(file);
      else terminal.say(wordUnwritten(file.path));
    }
    for (const { path } of kept) {
      terminal.say(`${path} is there already, and stays as it is: --dry-run prints what it would hold.`);
    }
    return exits.open;
  } finally {
    await place.close();
  }
}

/** What is said of a file that was not written. */
export function wordUnwritten(path: string): string {
  return `${showOnOneLine(path, longest)} is not written: a symbolic link on its way leads out of this repository. Remove the link, then run this again.`;
}
