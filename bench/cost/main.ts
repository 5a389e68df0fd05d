import { readFileSync, writeFileSync } from 'node:fs';
import { costGate } from './cost-gate.ts';
import { latencyGate } from './latency-gate.ts';
import type { Measured, Part } from './part.ts';

// Simulates what the gate on cost attains, through the product's own modules, and writes its tables between their markers.
// node bench/cost/main.ts [seed] [share of the reviews, 0–1] [write: into the docs]
const parts: readonly Part[] = [costGate, latencyGate];
const seed = Number(process.argv[2] ?? 20261129);
const share = Number(process.argv[3] ?? 1);
const isWritten = process.argv[4] === 'write';

const start = performance.now();
const measured = parts.map(({ name, doc, measure }) => ({ name, doc, ...measure(seed, share) }));
const broken = measured.flatMap((one) => one.broken);
const minutes = ((performance.now() - start) / 60_000).toFixed(1);
const date = new Date().toISOString().slice(0, 10);
const command = `npm run bench:cost -- ${seed}${share === 1 ? '' : ` ${share}`}`;
const said = `Simulated on ${date} with \`${command}\` (${minutes} minutes). "± " is one standard error.`;
const end = broken.length === 0 ? 'Every target is attained.' : `Not attained: ${broken.join('; ')}.`;
for (const { table } of measured) process.stdout.write(`${table}\n\n`);
process.stdout.write(`${said} ${end}\n`);
if (isWritten) for (const part of measured) writeFileSync(part.doc, putIn(readFileSync(part.doc, 'utf8'), part));
process.exitCode = broken.length === 0 ? 0 : 1;

function putIn(text: string, { name, doc, table }: Pick<Part, 'name' | 'doc'> & Pick<Measured, 'table'>): string {
  const [from, to] = [`<!-- bench:${name}:start -->`, `<!-- bench:${name}:end -->`];
  const [at, until] = [text.indexOf(from), text.indexOf(to)];
  if (at === -1 || until < at) throw new Error(`${doc} has no ${from} … ${to}`);
  return `${text.slice(0, at + from.length)}\n\n${said} ${end}\n\n${table}\n\n${text.slice(until)}`;
}
