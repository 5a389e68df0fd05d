import type { ReportCase } from '../../core/report/report.ts';
import { showTally } from '../show-quantity.ts';
import { html, type Markup } from './markup.ts';

/** A side of a case as a count with a square for each reply: filled where it passed, open where it did not, half where it is between. */
export function tallyMarkup(side: ReportCase['old']): Markup {
  const squares = side.scores
    .slice(0, 24)
    .map((score) => html`<i${score >= 1 ? '' : score <= 0 ? html` class="f"` : html` class="g"`}></i>`);
  return html`<span class="squares" aria-hidden="true">${squares}</span> ${showTally(side)}${side.missing > 0 ? html` <span class="no">${side.missing} missing</span>` : ''}`;
}
