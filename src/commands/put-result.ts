import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { LocalResult } from '../app/show-locally.ts';
import { openInBrowser } from '../wire/open-in-browser.ts';
import type { Terminal } from '../wire/wire-terminal.ts';
import { exits } from './exits.ts';
import type { ShowOptions } from './show-options.ts';

/** Writes the files asked for, prints the result, and opens the page where that was asked for. @returns the exit status */
export async function putResult(
  { files, text, faulty, open }: LocalResult,
  { write, say }: Pick<Terminal, 'write' | 'say'>,
  asked: Pick<ShowOptions, 'html' | 'open'> = {},
): Promise<number> {
  for (const file of files) await pipeline(Readable.from(file.text), createWriteStream(file.path));
  await write(text);
  if (asked.open === true) {
    const page = files.find(({ path }) => path === asked.html);
    if (page !== undefined) await openInBrowser(page.path, say);
  }
  if (faulty) return exits.input;
  return open ? exits.open : exits.closed;
}
