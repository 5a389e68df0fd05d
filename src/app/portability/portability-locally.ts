import type { PortabilityReport } from '../../core/portability/portability-report.ts';
import { isOfInput, ProblemError } from '../../core/problem.ts';
import { defaultSettings } from '../review/read-settings.ts';
import type { LocalResult, Showing } from '../show-locally.ts';
import { type PortabilityPorts, type PortabilityRequest, type PortabilityResult, portability } from './portability.ts';
import { portedJson, reportOf } from './report-portability.ts';

export type PortabilityAsked = PortabilityRequest & Omit<Showing, 'accept'>;

/** On which models the prompts of a working tree are safe, as the command line shows it. */
export async function portabilityLocally(asked: PortabilityAsked, ports: PortabilityPorts): Promise<LocalResult> {
  const { report } = await portabilityOrProblems(asked, ports);
  const faulty = report.problems.some(isOfInput);
  return {
    text: [await textOf(report, asked)],
    files: await filesOf(report, asked),
    faulty,
    open: report.verdict !== 'invalid',
  };
}

/** What cannot be read is told as the result. */
export async function portabilityOrProblems(
  request: PortabilityRequest,
  ports: PortabilityPorts,
): Promise<PortabilityResult> {
  const startedAt = new Date(ports.clock.now()).toISOString();
  try {
    return await portability(request, ports);
  } catch (fault) {
    if (!(fault instanceof ProblemError)) throw fault;
    const settings = defaultSettings(request.inputs);
    return { settings, report: { ...reportOf(settings, ports, startedAt), problems: fault.problems } };
  }
}

async function textOf(report: PortabilityReport, { json, screen }: PortabilityAsked): Promise<string> {
  if (json === true) return portedJson(report);
  const { writePortedTerminal } = await import('../../reporters/portability.ts');
  return writePortedTerminal(report, screen);
}

async function filesOf(
  report: PortabilityReport,
  { html, comment, loadPage }: PortabilityAsked,
): Promise<LocalResult['files']> {
  if (html === undefined && comment === undefined) return [];
  const { writePortedHtml, writePortedMarkdown } = await import('../../reporters/portability.ts');
  const page = html === undefined ? undefined : writePortedHtml(report, (await loadPage()).hash);
  return [
    ...(html === undefined || page === undefined ? [] : [{ path: html, text: [page] }]),
    ...(comment === undefined ? [] : [{ path: comment, text: [writePortedMarkdown(report)] }]),
  ];
}
