import type { GoldenSetReport } from '../../core/golden-set/golden-set-report.ts';
import { isOfInput } from '../../core/problem.ts';
import type { Screen } from '../../core/screen.ts';
import { escapeHidden } from '../../core/text/escape-hidden.ts';
import type { LocalResult } from '../show-locally.ts';
import type { CasesPorts } from './cases-ports.ts';
import { type CasesToCheck, checkCases } from './check-cases.ts';

/** A check of the golden cases, as the command line shows it. @throws ProblemError where a file asked for is none */
export async function checkCasesLocally(
  asked: CasesToCheck & { readonly json?: true; readonly only?: 'faults'; readonly screen: Screen },
  ports: CasesPorts,
): Promise<LocalResult> {
  const report = await checkCases(asked, ports);
  const text =
    asked.json === true
      ? `${escapeHidden(JSON.stringify(pick(report, asked.only), null, 2))}
`
      : await wordReport(report, asked);
  const faulty = report.wrong > 0 || report.judge?.problems.some(isOfInput) === true;
  return { text: [text], files: [], faulty, open: !faulty && isTrusted(report.judge) };
}

/** The report with faults alone, where only they are asked for. */
function pick(report: GoldenSetReport, only: 'faults' | undefined): GoldenSetReport {
  if (only === undefined) return report;
  const faults = <One extends { readonly findings: GoldenSetReport['findings'] }>(one: One): One => ({
    ...one,
    findings: one.findings.filter(({ severity }) => severity === 'wrong'),
  });
  return { ...faults(report), prompts: report.prompts.map(faults).filter(({ findings }) => findings.length > 0) };
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
