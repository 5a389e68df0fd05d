import type { ReportCase } from '../../core/report/report.ts';
import type { Side } from '../../core/side.ts';
import { showTally } from '../show-quantity.ts';
import { html, type Markup } from './markup.ts';

/** A side of a case as a count with a square for each reply: filled where it passed, open where it did not, half where it is between. */
export function tallyMarkup(one: ReportCase, side: Side): Markup {
  const tally = one[side];
  const squares = marksOf(one, side)
    .slice(0, 24)
    .map((mark) => html`<i${mark >= 1 ? '' : mark <= 0 ? html` class="f"` : html` class="g"`}></i>`);
  return html`<span class="squares" aria-hidden="true">${squares}</span> ${showTally(tally)}${tally.missing > 0 ? html` <span class="no">${tally.missing} missing</span>` : ''}`;
}

/** What each reply came to: whether it passed, where that is known of all of them, as the count beside tells it too; else its score. */
function marksOf(one: ReportCase, side: Side): readonly number[] {
  const { scores, of } = one[side];
  const asked = one.identical ? 'new' : side;
  const passed = one.replies.flatMap((reply) =>
    reply.side === asked && reply.score !== undefined && reply.passes !== undefined ? [reply.passes ? 1 : 0] : [],
  );
  return passed.length === of ? passed : scores;
}
