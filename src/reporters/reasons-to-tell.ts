import type { Reason } from '../core/gate/reason.ts';
import type { ReportPrompt } from '../core/report/report.ts';
import { type Side, sides } from '../core/side.ts';

/**
 * The reasons of a prompt and its rows that the table of broken, fallen or failing cases does not tell already. What fell on one model fell
 * over all models together too, most often: that is told only where no model tells it alone. Where no reply of a side came
 * at all, that is told once instead of for each case.
 */
export function reasonsToTell(prompt: ReportPrompt): readonly Reason[] {
  const ofRows = prompt.models.flatMap((row) => row.reasons);
  const told = new Set(ofRows.map(whatFell));
  const fell = new Set(
    prompt.models.flatMap(({ cases }) => cases.flatMap(({ state, id }) => (state === 'fell' ? [id] : []))),
  );
  const silent = new Set(
    ofRows.flatMap((reason) => (reason.kind === 'missing' && reason.missing === reason.of ? [sideAsked(reason)] : [])),
  );
  return [...prompt.reasons.filter((reason) => !isFall(reason) || !told.has(whatFell(reason))), ...ofRows].filter(
    (reason) =>
      !(reason.kind === 'case' && reason.blocks) &&
      !(reason.kind === 'leaning-case' && !reason.confirmed && fell.has(reason.case)) &&
      reason.kind !== 'failing-case' &&
      !(reason.kind === 'unanswered-case' && silent.has(sideAsked(reason))) &&
      !(reason.kind === 'missing-decides' && sides.some((side) => silent.has(sideAsked({ row: reason.row, side })))),
  );
}

function sideAsked({ row, side }: { readonly row: string; readonly side: Side }): string {
  return JSON.stringify([row, side]);
}

function isFall({ kind }: Reason): boolean {
  return kind === 'suite' || kind === 'metric';
}

function whatFell(reason: Reason): string {
  return reason.kind === 'metric' ? `metric ${reason.metric}` : reason.kind;
}
