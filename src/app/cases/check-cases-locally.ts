import type { LocalResult } from '../show-locally.ts';
import type { CasesPorts } from './cases-ports.ts';
import { type CasesToCheck, checkCases } from './check-cases.ts';

/** A check of the golden cases, as the command line shows it. @throws ProblemError where a file asked for is none */
export async function checkCasesLocally(
  asked: CasesToCheck & { readonly json?: true; readonly colours: boolean },
  ports: CasesPorts,
): Promise<LocalResult> {
  const report = await checkCases(asked, ports);
  const { writeGoldenSet } = await import('../../reporters/index.ts');
  const text = asked.json === true ? `${JSON.stringify(report, null, 2)}\n` : writeGoldenSet(report, asked);
  return { text, files: [], faulty: report.wrong > 0, open: report.wrong === 0 };
}
