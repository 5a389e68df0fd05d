import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { LocalResult } from '../app/show-locally.ts';
import { type Breathe, CancelledError, inBreaths } from '../core/breathe.ts';
import { openInBrowser } from '../wire/open-in-browser.ts';
import type { Terminal } from '../wire/wire-terminal.ts';
import { exits } from './exits.ts';
import type { ShowOptions } from './show-options.ts';

/** Writes the files asked for, prints the result, and opens the page where that was asked for; until it is cancelled. @returns the exit status */
export async function putResult(
  { files, text, faulty, open }: LocalResult,
  { write, say }: Pick<Terminal, 'write' | 'say'>,
  asked: Pick<ShowOptions, 'html' | 'open'> = {},
  breathe: Breathe = () => undefined,
): Promise<number> {
  try {
    for (const file of files) await putFile(file, breathe);
    await write(inBreaths(text, breathe));
  } catch (fault) {
    if (!(fault instanceof CancelledError)) throw fault;
    return exits.closed;
  }
  if (asked.open === true) {
    const page = files.find(({ path }) => path === asked.html);
    if (page !== undefined) await openInBrowser(page.path, say);
  }
  if (faulty) return exits.input;
  return open ? exits.open : exits.closed;
}

/** Half a file would pass for a whole one. */
async function putFile({ path, text }: LocalResult['files'][number], breathe: Breathe): Promise<void> {
  try {
    await pipeline(Readable.from(inBreaths(text, breathe)), createWriteStream(path));
  } catch (fault) {
    if (fault instanceof CancelledError) await rm(path, { force: true });
    throw fault;
  }
}
