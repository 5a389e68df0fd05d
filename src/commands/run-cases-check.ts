import { existsSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { checkCasesLocally } from '../app/cases/check-cases-locally.ts';
import { wireCases } from '../wire/wire-cases.ts';
import type { CommandPlace } from './command-place.ts';
import { putResult } from './put-result.ts';
import { readInputs } from './read-inputs.ts';
import { readSavedReport } from './run-report.ts';

export type CasesCheckOptions = {
  readonly json?: true;
  readonly only?: 'faults';
  readonly store?: string;
  readonly judge?: string | true;
  readonly report?: string;
};

/** `promptgate cases check [files…]`. @returns the exit status; @throws ProblemError */
export async function runCasesCheck(
  named: readonly string[],
  { json, only, store, judge, report }: CasesCheckOptions,
  { given, terminal, signal, heedCancel }: CommandPlace,
): Promise<number> {
  const folder = process.cwd();
  // What follows --judge may be the first of the files as well: then the judge is the config's.
  const isFile = typeof judge === 'string' && (/[*?[\]{}]/u.test(judge) || existsSync(resolve(folder, judge)));
  const files = [...(isFile ? [judge] : []), ...named].map((file) =>
    isAbsolute(file) ? relative(folder, file) : file,
  );
  const last = report === undefined ? undefined : await readSavedReport(report);
  const inputs = readInputs(isFile ? new Map([...given].filter(([input]) => input !== 'judge')) : given);
  const ports = await wireCases(
    inputs,
    { env: process.env, signal, heedCancel },
    { folder, progress: terminal.progress, ...(store === undefined ? {} : { store }) },
  );
  try {
    const asked = { inputs, files, judge: judge !== undefined, screen: terminal.screen };
    const done = await checkCasesLocally(
      {
        ...asked,
        ...(json === undefined ? {} : { json }),
        ...(only === undefined ? {} : { only }),
        ...(last === undefined ? {} : { last }),
      },
      ports,
    );
    return await putResult(done, terminal, {}, ports.breathe);
  } finally {
    await ports.close();
  }
}
