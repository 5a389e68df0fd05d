import { wrong } from '../../core/golden-set/finding.ts';
import type { GoldenSetReport } from '../../core/golden-set/golden-set-report.ts';
import { selectFiles } from '../../core/golden-set/select-files.ts';
import { isOfInput, ProblemError } from '../../core/problem.ts';
import type { Report } from '../../core/report/report.ts';
import type { Screen } from '../../core/screen.ts';
import type { Inputs } from '../../core/settings/inputs.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { escapeHidden } from '../../core/text/show-hidden.ts';
import { formats } from '../../formats/prompts/index.ts';
import { checkKinds } from '../../scorers/index.ts';
import { filesOf } from '../reading/revision-files.ts';
import { readSettings } from '../review/read-settings.ts';
import type { LocalResult } from '../show-locally.ts';
import type { CasesPorts } from './cases-ports.ts';
import { type Checked, checkGoldenSet } from './check-golden-set.ts';
import { readGoldenSet } from './read-golden-set.ts';

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

type CasesToCheck = {
  readonly inputs: Inputs;
  /** Prompts, case files, folders or globs that the check is narrowed down to; none: all. */
  readonly files: readonly string[];
  /** Ask models to find out how far the judge can be trusted. */
  readonly judge: boolean;
  /** A saved review, whose replies exercised tools. */
  readonly last?: Report;
};

/**
 * Checks the golden cases of a working tree.
 * @throws ProblemError where a file that was asked for is none
 */
async function checkCases({ inputs, files, judge, last }: CasesToCheck, ports: CasesPorts): Promise<GoldenSetReport> {
  const { tree, tool } = ports;
  const settings = await settingsOrProblems(tree, inputs);
  if (settings instanceof ProblemError) return reportOf({ prompts: [], findings: settings.problems.map(wrong) }, tool);
  const entries = await tree.tree(tree.now);
  const set = await readGoldenSet({
    files: filesOf(tree, tree.now, entries),
    settings,
    kinds: checkKinds,
    formats,
    sandbox: ports.sandbox,
    held: ports.held,
  });
  const checked = await checkGoldenSet(
    set,
    [...entries.keys()],
    settings,
    selectFiles(files, tree.folder),
    ports,
    last,
  );
  const report = reportOf(checked, tool);
  if (!judge) return report;
  const { measureGoldenJudge } = await import('./measure-golden-judge.ts');
  return { ...report, judge: await measureGoldenJudge(checked.selected, settings, ports, report.wrong === 0) };
}

/** A config that cannot be read is what the check is there to tell. */
async function settingsOrProblems(tree: CasesPorts['tree'], inputs: Inputs): Promise<Settings | ProblemError> {
  const { now } = tree;
  try {
    return (await readSettings(tree, { tip: now, base: now, head: now, fork: false }, inputs)).settings;
  } catch (fault) {
    if (fault instanceof ProblemError) return fault;
    throw fault;
  }
}

function reportOf(
  { prompts, findings: others }: Pick<Checked, 'prompts' | 'findings'>,
  tool: CasesPorts['tool'],
): GoldenSetReport {
  const findings = [...others, ...prompts.flatMap((prompt) => prompt.findings)];
  const count = (severity: 'wrong' | 'weak') => findings.filter((one) => one.severity === severity).length;
  return { version: 1, tool, wrong: count('wrong'), weak: count('weak'), prompts, findings: others };
}
