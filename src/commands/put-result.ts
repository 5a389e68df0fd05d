import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { LocalResult } from '../app/show-locally.ts';
import type { Terminal } from '../wire/wire-terminal.ts';
import { exits } from './exits.ts';

/** Writes the files asked for and prints the result. @returns the exit status */
export async function putResult(
  { files, text, faulty, open }: LocalResult,
  { write }: Pick<Terminal, 'write'>,
): Promise<number> {
  for (const file of files) await pipeline(Readable.from(file.text), createWriteStream(file.path));
  await write(text);
  if (faulty) return exits.input;
  return open ? exits.open : exits.closed;
}
