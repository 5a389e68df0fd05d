import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { type ConvertedFile, planConversion } from '../app/convert/plan-conversion.ts';
import { showHidden } from '../core/text/show-hidden.ts';
import { showOnOneLine } from '../core/text/show-on-one-line.ts';
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
      if (await writeNew(join(place.root, file.path), file.text))
        terminal.print(`Wrote ${showOnOneLine(file.path, longest)}.\n`);
      else kept.push(file);
    }
    for (const { path } of kept) {
      terminal.say(`${path} is there already, and stays as it is: --dry-run prints what it would hold.`);
    }
    return exits.open;
  } finally {
    await place.close();
  }
}

/** Writes a file that is not there yet. @returns whether it was not */
export async function writeNew(path: string, text: string): Promise<boolean> {
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(path, text, { flag: 'wx' });
    return true;
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'EEXIST') return false;
    throw fault;
  }
}
