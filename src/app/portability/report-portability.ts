import type { PortabilityReport } from '../../core/portability/portability-report.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { escapeHidden } from '../../core/text/show-hidden.ts';
import type { ReviewPorts } from '../review/review-ports.ts';
import type { Ported } from './ask-candidates.ts';
import type { Retiring } from './ask-successors.ts';
import type { Portable } from './read-portable.ts';

/** A report of what was not asked. */
export function reportOf(
  settings: Settings,
  { tool }: Pick<ReviewPorts, 'tool'>,
  startedAt: string,
): PortabilityReport {
  return {
    version: 1,
    tool,
    startedAt,
    verdict: 'invalid',
    reference: null,
    margin: settings.gate.margin,
    alpha: settings.gate.alpha,
    prompts: [],
    unreviewed: [],
    problems: [],
    notes: [],
    calls: { made: 0, kept: 0, replies: 0, toTheEnd: 0 },
    costUsd: 0,
  };
}

/** What was asked, and what could not be, as a report. */
export function joined(base: PortabilityReport, portable: Portable, asked: Ported | undefined): PortabilityReport {
  const problems = [...portable.problems, ...(asked?.problems ?? [])];
  const prompts = asked?.prompts ?? [];
  const isTold =
    prompts.length > 0 && prompts.every(({ models }) => models.some(({ verdict }) => verdict !== 'unusable'));
  const verdict = problems.length > 0 ? 'invalid' : prompts.length === 0 ? 'unreviewed' : isTold ? 'pass' : 'invalid';
  return {
    ...base,
    ...asked,
    verdict,
    problems,
    unreviewed: portable.unreviewed,
    notes: [...portable.notes, ...(asked?.notes ?? [])],
  };
}

/** The report as JSON, on which nothing hides. */
export function portedJson(report: PortabilityReport): string {
  return `${escapeHidden(JSON.stringify(report, null, 2))}\n`;
}

/** What ends, and the models in use of which that cannot be told. */
export type ToldRetiring = Retiring & { readonly untold: readonly string[] };

/** Where nothing that ends could be asked, it is told that it ends; where nothing ends, all is well. */
export function withRetiring(report: PortabilityReport, { told, untold, questions }: ToldRetiring): PortabilityReport {
  const isDone = questions.length === 0 && report.problems.length === 0;
  const names = untold.map((name) => `\`${name}\``).join(', ');
  const notes = [
    ...(told.length === 0 ? ['No model that is used here is known to end within the time.'] : []),
    ...(untold.length === 0
      ? []
      : [
          `Whether its service ends one earlier than known is not told: the list of models could not be had for ${names}. An issue about such a model stays as it is.`,
        ]),
  ];
  return {
    ...report,
    ...(isDone ? { verdict: 'pass' as const } : {}),
    retiring: told,
    notes: [...notes, ...report.notes],
  };
}
