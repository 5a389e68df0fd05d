import { writeFileSync } from 'node:fs';
import { coverages, type Property, properties } from './properties.ts';
import { runTasks } from './run-tasks.ts';
import { brokenTargets, type Measured, showCoverage, showTable } from './show-table.ts';
import { noCounts } from './simulate-reviews.ts';
import type { Task } from './worker.ts';

// Simulates whole reviews through the gate's own modules and prints what it attains beside what it promises.
// node bench/calibration/main.ts [seed] [share of the reviews, 0–1] [file to write the table to]
const seed = Number(process.argv[2] ?? 20261124);
const part = Number(process.argv[3] ?? 1);
const file = process.argv[4];
const chunk = 1_000;

const all = [...properties, ...coverages];
const tasks = all.flatMap((property, index) => tasksOf(property, index));
const start = performance.now();
const counts = await runTasks(tasks.toSorted((a, b) => b.scenario.cases - a.scenario.cases));
const measured = all.map((property, index): Measured => ({ property, counts: counts.get(index) ?? noCounts() }));
const promises = measured.slice(0, properties.length);
const bounds = measured.slice(properties.length);
const broken = brokenTargets(measured);
const minutes = ((performance.now() - start) / 60_000).toFixed(1);
const command = `npm run bench:calibration -- ${seed}${part === 1 ? '' : ` ${part}`}`;
const date = new Date().toISOString().slice(0, 10);
const text = [
  `Simulated on ${date} with \`${command}\` (seed ${seed}; ${minutes} minutes). "± " is one standard error.`,
  '',
  showTable(promises),
  '',
  showCoverage(bounds),
  '',
  broken.length === 0 ? 'Every target is attained.' : `Not attained: ${broken.join('; ')}.`,
  '',
].join('\n');
process.stdout.write(text);
if (file !== undefined) writeFileSync(file, text);
process.exitCode = broken.length === 0 ? 0 : 1;

function tasksOf({ scenario, reviews }: Property, property: number): readonly Task[] {
  const wanted = Math.max(1, Math.round(reviews * part));
  const several = Math.ceil(wanted / chunk);
  return Array.from({ length: several }, (_, i) => ({
    property,
    scenario,
    reviews: i < several - 1 ? chunk : wanted - chunk * (several - 1),
    seed: [seed, property * 10_000 + i],
  }));
}
