import type { ReportCase } from '../../core/report/report.ts';
import { clip } from '../../core/text/clip.ts';
import { html, type Markup } from './markup.ts';

const most = 48;

/** What the judge said of a case's pairs of replies, trial by trial. Empty where it was not asked. */
export function preferencesMarkup({ prefer = [] }: ReportCase): Markup {
  if (prefer.length === 0) return html``;
  const items = prefer.slice(0, most).map((pair) => {
    const said = pair.kind === 'unscored' ? html`not judged: ${clip(pair.why, 400)}` : clip(pair.reason, 400);
    const mark = pair.kind === 'unscored' ? '?' : words[pair.outcome];
    return html`<li>${pair.trial + 1}: ${mark} <code>${pair.check}</code> <span class="soft">${said}</span></li>`;
  });
  const more = prefer.length - items.length;
  return html`<details><summary>Side by side</summary><ul class="checks in">${items}${more > 0 ? html`<li class="soft">… and ${more} more</li>` : ''}</ul></details>`;
}

const words = { win: 'new is better', tie: 'tie', loss: 'old is better' } as const;
