import type { Report } from '../../core/report/report.ts';
import { listNames, own, type Phrase, quote, say } from './say.ts';
import { showDay } from './show-day.ts';
import { explodingRows } from './word-cost.ts';

/** What to do, and whether the merge is blocked until then; empty where there is nothing to do. */
export function wordNextStep(report: Report): Phrase {
  switch (report.verdict) {
    case 'regressed':
      return acceptedBy(report) ?? say`${own(wordMend(report))}${accept(report)}. ${wordBlock(report)}`;
    case 'failing':
      return say`Fix the prompt or the golden cases. ${wordBlock(report)}`;
    case 'inconclusive':
      return wordBlock(report);
    case 'unreviewed':
      return say`${wordIdleMend(report)}${wordBlock(report)}`;
    case 'invalid':
      return (
        acceptedBy(report) ??
        say`${own(report.ended === 'cancelled' ? 'Run it again.' : 'Fix this and run again.')} ${wordBlock(report)}`
      );
    case 'pass':
      if (report.gate.open && explodingRows(report).length > 0)
        return own('This does not block the merge; a limit of `gate.cost` would.');
      return report.gate.open && !hasFailures(report) ? [] : wordBlock(report);
    case 'skipped':
      return report.gate.open ? [] : wordBlock(report);
  }
}

/** Where nothing passes, the cases are to be mended first. */
function wordIdleMend({ prompts }: Report): Phrase {
  const isIdle = prompts.some(({ models }) =>
    models.some(({ reasons }) => reasons.some(({ kind }) => kind === 'nothing-passes')),
  );
  return own(isIdle ? 'Look at the failing replies, and fix the golden cases or the prompt until some pass. ' : '');
}

/** Whether a case fell or fails now, so that a reader of a pass would ask. */
function hasFailures({ prompts }: Report): boolean {
  return prompts.some(({ change, models }) =>
    models.some(({ cases }) =>
      cases.some(({ state, old }) => state === 'fell' || (state === 'failing' && (change === 'added' || old.of === 0))),
    ),
  );
}

/** What to mend; of a rule that broke alone, which of its settings would let it pass. */
function wordMend({ prompts }: Report): string {
  const reasons = prompts.flatMap((prompt) => [...prompt.reasons, ...prompt.models.flatMap((row) => row.reasons)]);
  const has = (kind: (typeof reasons)[number]['kind']) => reasons.some((reason) => reason.kind === kind);
  // A score that is too low may have been so before: the prompt alone need not be at fault.
  if (has('min-score')) return 'Fix the prompt, or lower `min-score`';
  if (has('suite') || has('case') || has('metric')) return 'Fix the prompt';
  if (has('cost') || has('cap')) return 'Have the prompt ask for less, or raise `gate.cost`';
  return has('latency') ? 'Have the prompt ask for less, or raise `gate.latency`' : 'Fix the prompt';
}

function wordBlock({ gate, verdict, pullRequest }: Report): Phrase {
  if (!gate.open) return own(pullRequest === undefined ? 'This would block the merge.' : 'This blocks the merge.');
  return own(
    gate.failOn.includes(verdict) || verdict === 'pass'
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
