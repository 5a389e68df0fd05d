import type { GoldenSetReport } from '../../core/golden-set/golden-set-report.ts';
import { isOfInput } from '../../core/problem.ts';
import type { Screen } from '../../core/screen.ts';
import type { LocalResult } from '../show-locally.ts';
import type { CasesPorts } from './cases-ports.ts';
import { type CasesToCheck, checkCases } from './check-cases.ts';

/** A check of the golden cases, as the command line shows it. @throws ProblemError where a file asked for is none */
export async function checkCasesLocally(
  asked: CasesToCheck & { readonly json?: true; readonly only?: 'faults'; readonly screen: Screen },
  ports: CasesPorts,
): Promise<LocalResult> {
  const report = await checkCases(asked, ports);
  const text = asked.json === true ? `${JSON.stringify(report, null, 2)}\n` : await wordReport(report, asked);
  const faulty = report.wrong > 0 || report.judge?.problems.some(isOfInput) === true;
  return { text: [text], files: [], faulty, open: !faulty && isTrusted(report.judge) };
}

type Shown = { readonly only?: 'faults'; readonly screen: Screen };

async function wordReport(report: GoldenSetReport, { screen, only }: Shown): Promise<string> {
  const { writeGoldenSet } = await import('../../reporters/golden-set.ts');
  return writeGoldenSet(report, screen, only);
}

/** What was asked to be measured and is not known is not trusted: nobody is to rest on it unaware. */
function isTrusted(judge: GoldenSetReport['judge']): boolean {
  if (judge === undefined) return true;
  const { problems, metrics } = judge;
  return problems.length === 0 && metrics.length > 0 && metrics.every(({ trust }) => trust === 'trusted');
}
