/**
 * Changes the code in small ways, one at a time, and counts how many of the changes the tests notice.
 * Run: npm run mutation -- exam statistics; without names all parts, one after the other, which is too long for CI.
 * `npm run mutation -- gate --files worst-case.ts,compare-rows.ts` does some files of a part, `--concurrency 1` leaves a core to others.
 * What survived stands in `.mutation/<part>.json` too; what did not change since the last run is not run again.
 */
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { mutatedParts } from './mutation/parts.ts';

const { values, positionals: names } = parseArgs({
  allowPositionals: true,
  options: { files: { type: 'string' }, concurrency: { type: 'string', default: '2' } },
});
const files = values.files?.split(',');
const unknown = names.filter((name) => !Object.hasOwn(mutatedParts, name));
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(', ')}. There are ${Object.keys(mutatedParts).join(', ')}.`);
  process.exit(2);
}

const folder = '.mutation';
for (const [name, { mutate, testFiles }] of Object.entries(mutatedParts)) {
  if (names.length > 0 && !names.includes(name)) continue;
  const patterns = files === undefined ? mutate : filesNamed(mutate, files);
  if (patterns.length === 0) {
    console.error(`${name}: none of its files is named ${files?.join(' or ')}.`);
    continue;
  }
  const started = performance.now();
  const results = await new Stryker({
    mutate: [...patterns],
    testFiles: [...testFiles],
    testRunner: 'in-process',
    plugins: [join(import.meta.dirname, 'mutation/in-process-runner.ts')],
    coverageAnalysis: 'perTest',
    concurrency: Number(values.concurrency),
    // What runs while modules are loaded alone (tables, patterns) needs all tests each time: half of the minutes for a twentieth.
    ignoreStatic: true,
    // Most endless loops are noticed by counting. For the others: a part's tests take seven seconds, of which a busy machine makes thirty.
    timeoutMS: 90_000,
    dryRunTimeoutMinutes: 30,
    incremental: true,
    incrementalFile: join(folder, `${name}.incremental.json`),
    reporters: ['clear-text', 'json'],
    clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false, skipFull: true },
    jsonReporter: { fileName: join(folder, `${name}.json`) },
    tempDirName: join(folder, 'work'),
    ignorePatterns: ['dist', 'docs'],
    // Nothing is compiled by it, and what Stryker would rewrite it with TypeScript 7 no longer has.
    tsconfigFile: 'none',
    allowConsoleColors: false,
  }).runMutationTest();
  const count = (...statuses: readonly string[]): number =>
    results.filter(({ status }) => statuses.includes(status)).length;
  const [killed, survived] = [count('Killed', 'Timeout'), count('Survived', 'NoCoverage')];
  const score = ((100 * killed) / (killed + survived)).toFixed(1);
  const minutes = ((performance.now() - started) / 60_000).toFixed(1);
  console.log(`${name}: ${killed} of ${killed + survived} mutants were killed (${score} %) in ${minutes} min.`);
}

/** Of the files of a part, those of these names. */
function filesNamed(mutate: readonly string[], wanted: readonly string[]): readonly string[] {
  const [taken, left] = [mutate.filter((one) => !one.startsWith('!')), mutate.filter((one) => one.startsWith('!'))];
  const leftOut = new Set(left.flatMap((one) => globSync(one.slice(1))));
  return taken.flatMap((one) => globSync(one)).filter((file) => wanted.includes(basename(file)) && !leftOut.has(file));
}
