import type { Report } from '../../core/report/report.ts';
import { listNames, own, type Phrase, quote, say } from './say.ts';
import { showDay } from './show-day.ts';

/** What to do, and whether the merge is blocked until then; empty where there is nothing to do. */
export function wordNextStep(report: Report): Phrase {
  switch (report.verdict) {
    case 'regressed':
      return acceptedBy(report) ?? say`Mend the prompt${accept(report)}. ${wordBlock(report)}`;
    case 'failing':
      return say`Mend the prompt or the golden cases. ${wordBlock(report)}`;
    case 'inconclusive':
      return wordBlock(report);
    case 'unreviewed':
      return say`${wordIdleMend(report)}${wordBlock(report)}`;
    case 'invalid':
      return (
        acceptedBy(report) ??
        say`${own(report.ended === 'cancelled' ? 'Run it again.' : 'Mend it and run again.')} ${wordBlock(report)}`
      );
    case 'pass':
    case 'skipped':
      return report.gate.open ? [] : wordBlock(report);
  }
}

/** Where nothing passes, the cases are to be mended first. */
function wordIdleMend({ prompts }: Report): Phrase {
  const isIdle = prompts.some(({ models }) =>
    models.some(({ reasons }) => reasons.some(({ kind }) => kind === 'nothing-passes')),
  );
  return own(isIdle ? 'Look at the failing replies, and mend the golden cases or the prompt until some pass. ' : '');
}

function wordBlock({ gate, verdict, pullRequest }: Report): Phrase {
  if (!gate.open) return own(pullRequest === undefined ? 'This would block the merge.' : 'This blocks the merge.');
  return own(
    gate.failOn.includes(verdict)
      ? 'This does not block the merge.'
      : `This does not block the merge (\`fail-on: ${verdict}\` would).`,
  );
}

function acceptedBy({ accepted, gate }: Report): Phrase | undefined {
  const [first] = accepted;
  if (first === undefined) return undefined;
  const by = say`Accepted by ${listNames([...new Set(accepted.map((one) => one.by))])} on ${quote(showDay(first.at))}`;
  return gate.open
    ? say`${by}: this does not block the merge.`
    : say`${by}. What is invalid cannot be accepted: this blocks the merge.`;
}

function accept({ gate: { acceptLabel } }: Report): Phrase {
  return acceptLabel === undefined ? [] : say`, or let someone with write access set the label ${acceptLabel}`;
}
