import { readFile, writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { parseReport } from '../core/report/parse-report.ts';
import { writeTerminal } from '../reporters/terminal.ts';
import { wireDemo } from '../wire/wire-demo.ts';
import { checkTargets } from './check-targets.ts';
import type { CommandPlace } from './command-place.ts';
import { exits } from './exits.ts';

export type DemoOptions = { readonly comment?: string };

/** `promptgate demo`. @returns the exit status: a demo that does not end as it is written is a fault of ours */
export async function showDemo(
  { comment }: DemoOptions,
  { terminal, signal, heedCancel }: CommandPlace,
): Promise<number> {
  heedCancel();
  checkTargets({ ...(comment === undefined ? {} : { comment }) });
  const runDemo = wireDemo();
  const done = await runDemo({ say: terminal.say, signal });
  if (done === undefined) return exits.ours;
  if (comment !== undefined) await writeFile(comment, done.comment);
  const report = parseReport(await readFile(done.json, 'utf8'), done.json);
  terminal.print(writeTerminal(report, terminal.screen, { html: here(done.html), comment, json: here(done.json) }));
  return exits.open;
}

function here(path: string): string {
  return relative(process.cwd(), path);
}
