import { isAbsolute, relative } from 'node:path';
import { measureCoverageLocally } from '../app/cases/measure-coverage-locally.ts';
import { wireCases } from '../wire/wire-cases.ts';
import type { CommandPlace } from './command-place.ts';
import { putResult } from './put-result.ts';
import { readInputs } from './read-inputs.ts';
import { readSavedReport } from './run-report.ts';

export type CasesCoverageOptions = { readonly json?: true; readonly report?: string; readonly store?: string };

/** `promptgate cases coverage [files…]`. @returns the exit status; @throws ProblemError */
export async function runCasesCoverage(
  named: readonly string[],
  { json, report, store }: CasesCoverageOptions,
  { given, terminal, signal, heedCancel }: CommandPlace,
): Promise<number> {
  const folder = process.cwd();
  const files = named.map((file) => (isAbsolute(file) ? relative(folder, file) : file));
  const last = report === undefined ? undefined : await readSavedReport(report);
  const inputs = readInputs(given);
  const place = { folder, progress: terminal.progress, ...(store === undefined ? {} : { store }) };
  const ports = await wireCases(inputs, { env: process.env, signal, heedCancel }, place);
  try {
    const asked = { inputs, files, screen: terminal.screen, ...(json && { json }), ...(last && { last }) };
    return await putResult(await measureCoverageLocally(asked, ports), terminal, {}, ports.breathe);
  } finally {
    await ports.close();
  }
}
