import { writeFile } from 'node:fs/promises';
import type { LocalResult } from '../app/show-locally.ts';
import { exits } from './exits.ts';

/** Writes the files asked for and prints the result. @returns the exit status */
export async function putResult(
  { files, text, faulty, open }: LocalResult,
  print: (text: string) => void,
): Promise<number> {
  for (const file of files) await writeFile(file.path, file.text);
  print(text);
  if (faulty) return exits.input;
  return open ? exits.open : exits.closed;
}
