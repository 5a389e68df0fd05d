import type { GateQuality, MeasuredShare } from '../../core/report/gate-quality.ts';
import type { Report } from '../../core/report/report.ts';
import { showNumberOf, showPercent } from '../show-quantity.ts';
import { list, own, type Phrase, say } from './say.ts';

/** One prompt's gate in sentences. */
export function wordQuality({ measured, cases, replies }: GateQuality): readonly Phrase[] {
  if (measured === null) {
    return [
      own(
        `Too little is kept to say: ${cases.measured} of ${showNumberOf(cases.of, 'case')} ${cases.measured === 1 ? 'has' : 'have'} four kept replies or more, and half of them must. Every review keeps what it asks.`,
      ),
    ];
  }
  const { falseBlocks, brokenSeen, smallestDrop } = measured;
  return [
    own(`Blocks ${wordShare(falseBlocks)} of reviews in which nothing changes.`),
    own(
      brokenSeen === null
        ? 'No case holds, so that none could break.'
        : `Sees ${wordShare(brokenSeen)} of single cases that break.`,
    ),
    own(
      smallestDrop === null
        ? 'Sees no drop of all cases reliably, not even one of 50 points.'
        : `Sees a drop of all cases by ${Math.round(100 * smallestDrop)} points in four reviews of five.`,
    ),
    own(
      `Drawn at random from ${showNumberOf(replies, 'kept reply', 'kept replies')} of ${cases.measured} of ${showNumberOf(cases.of, 'case')}.`,
    ),
  ];
}

/** `1% (0% to 3%, 400 reviews)` */
function wordShare({ share, low, high, reviews }: MeasuredShare): string {
  return `${showPercent(share)} (${showPercent(low)} to ${showPercent(high)}, ${reviews} reviews drawn)`;
}

/** The same in a line for each prompt of a report of which enough is kept. */
export function wordQualities({ prompts }: Report): readonly Phrase[] {
  const told = prompts.flatMap(({ path, gateQuality }) => (gateQuality === undefined ? [] : [{ path, gateQuality }]));
  return told.map(
    ({ path, gateQuality }) =>
      say`The gate on kept replies${prompts.length > 1 ? say` of ${path}` : []}: ${list(wordQuality(gateQuality), ' ')}`,
  );
}
