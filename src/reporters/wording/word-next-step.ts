import type { Report } from '../../core/report/report.ts';
import { own, type Phrase, quote, say } from './say.ts';
import { blindestRow, wordHalving, wordWouldSee } from './word-would-see.ts';

/** What the reader can do, or rely on, after the verdict line: one or two sentences; empty where there is nothing to add. */
export function wordNextStep(report: Report): Phrase {
  const row = blindestRow(report);
  switch (report.verdict) {
    case 'regressed':
      return say`${acceptedBy(report) ?? gate(report)}${accept(report)}`;
    case 'inconclusive':
      return say`${gate(report)}${row === undefined || wordHalving(row).length === 0 ? [] : say` It sees ${wordWouldSee(row)}; ${wordHalving(row)}.`}`;
    case 'pass':
      return row === undefined ? [] : say`It would have caught ${wordWouldSee(row)}.`;
    case 'failing':
      return gate(report);
    case 'unreviewed':
      return say`${wordIdleMend(report)}${gate(report)}`;
    case 'invalid':
      return acceptedBy(report) ?? gate(report);
    case 'skipped':
      return [];
  }
}

/** Where nothing passes, the cases are to be mended first. */
function wordIdleMend({ prompts }: Report): Phrase {
  const isIdle = prompts.some(({ models }) =>
    models.some(({ reasons }) => reasons.some(({ kind }) => kind === 'nothing-passes')),
  );
  return own(isIdle ? 'Look at the failing replies, and mend the golden cases or the prompt until some pass. ' : '');
}

function gate(report: Report): Phrase {
  if (!report.gate.open) return own('The gate is closed.');
  const named = report.gate.failOn.includes(report.verdict);
  return own(named ? 'The gate is open.' : `The gate is open: \`fail-on\` does not name \`${report.verdict}\`.`);
}

function acceptedBy(report: Report): Phrase | undefined {
  const [first] = report.accepted;
  if (first === undefined) return undefined;
  const by = say`accepted by ${first.by} on ${quote(first.at)}`;
  return report.gate.open
    ? say`The gate is open: ${by}.`
    : say`The gate stays closed: what regressed was ${by}, what is invalid cannot be.`;
}

function accept(report: Report): Phrase {
  const label = report.gate.acceptLabel;
  return report.gate.open || label === undefined
    ? []
    : say` Mend the prompt, or let someone with write permission set the label ${label}.`;
}
