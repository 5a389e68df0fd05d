import type { Report } from '../../core/report/report.ts';
import { showPoints } from '../show-quantity.ts';
import { own, type Phrase, say } from './say.ts';
import { blindestRow, wordHalving } from './word-would-see.ts';

/** Whether this blocks, and what to do next; of a pass what it rests on. Empty where there is nothing to add. */
export function nextMove(report: Report): Phrase {
  const { verdict, mode, gate, accepted } = report;
  const label = gate.acceptLabel;
  const row = blindestRow(report);
  switch (verdict) {
    case 'regressed': {
      if (accepted.length > 0 && gate.open) return own('This does not block any more.');
      const accept =
        label === undefined ? own('.') : say`, or let someone with write permission set the label ${label}.`;
      return gate.open ? wordOpen(report) : say`${wordShut(report)} Mend the prompt${accept}`;
    }
    case 'inconclusive': {
      const more = row === undefined ? [] : wordHalving(row);
      return say`${wordBlock(report)}${more.length === 0 ? [] : say` To see half as small a drop: ${withoutEnd(more)}.`}`;
    }
    case 'unreviewed':
    case 'failing':
      return wordBlock(report);
    case 'invalid':
      return gate.open
        ? wordOpen(report)
        : own(`This blocks the merge until a ${mode === 'check' ? 'check' : 'review'} succeeds.`);
    case 'pass': {
      if (row?.wouldSee === undefined || row.wouldSee === null) return [];
      const { case: one, drop } = row.wouldSee;
      const seen = one ? 'A case that breaks would have been seen' : 'Too few replies came to see a single case break';
      return own(
        drop === null || drop >= 0.5
          ? `${seen}.`
          : `${seen}; a drop below ${showPoints(drop)} spread over all cases would not.`,
      );
    }
    case 'skipped':
      return [];
  }
}

function wordBlock(report: Report): Phrase {
  return report.gate.open ? wordOpen(report) : wordShut(report);
}

function wordShut({ mode }: Report): Phrase {
  return own(mode === 'check' ? 'The check fails.' : 'This blocks the merge.');
}

function wordOpen({ verdict, gate }: Report): Phrase {
  return gate.failOn.includes(verdict)
    ? own('This does not block.')
    : own(`This does not block; \`fail-on: ${verdict}\` would.`);
}

function withoutEnd(phrase: Phrase): Phrase {
  return phrase.map((part) => ({ ...part, text: part.text.replace(/, would halve that$/u, '') }));
}
