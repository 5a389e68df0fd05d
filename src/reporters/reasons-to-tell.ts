import type { Reason } from '../core/gate/reason.ts';
import type { ReportPrompt } from '../core/report/report.ts';

/**
 * The reasons of a prompt and its rows that the table of broken cases does not tell already. What fell on one model fell
 * over all models together too, most often: that is told only where no model tells it alone.
 */
export function reasonsToTell(prompt: ReportPrompt): readonly Reason[] {
  const ofRows = prompt.models.flatMap((row) => row.reasons);
  const told = new Set(ofRows.map(whatFell));
  return [...prompt.reasons.filter((reason) => !isFall(reason) || !told.has(whatFell(reason))), ...ofRows].filter(
    (reason) => !(reason.kind === 'case' && reason.blocks),
  );
}

function isFall({ kind }: Reason): boolean {
  return kind === 'suite' || kind === 'metric';
}

function whatFell(reason: Reason): string {
  return reason.kind === 'metric' ? `metric ${reason.metric}` : reason.kind;
}
