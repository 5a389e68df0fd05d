import { wireDemo } from '../wire/wire-demo.ts';
import type { CommandPlace } from './command-place.ts';
import { exits } from './exits.ts';

/** `promptgate demo`. @returns the exit status: a demo that does not end as it is written is a fault of ours */
export async function showDemo({ terminal, signal }: CommandPlace): Promise<number> {
  const runDemo = wireDemo();
  const asWritten = await runDemo({ print: terminal.print, say: terminal.say, signal });
  return asWritten ? exits.open : exits.ours;
}
