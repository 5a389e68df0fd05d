import { clip } from '../../core/text/clip.ts';
import { showScore } from '../show-quantity.ts';
import { html, type Markup } from './markup.ts';
import type { PageCheck, PagePart } from './page-data.ts';

const mostParts = 8;

/** What each check made of a reply: its mark or score, why, and of what a judge said the parts. */
export function checksList(all: readonly PageCheck[]): Markup {
  return all.length === 0 ? html`` : html`<ul class="checks">${all.map(line)}</ul>`;
}

function line(check: PageCheck): Markup {
  const required = check.required === true ? html` <span class="soft">required</span>` : '';
  // Why a judge gave a good grade is worth reading too: it is what the bad one is held against.
  const isPlain = check.mark === 'pass' && check.value === undefined;
  const why = isPlain ? '' : html` <span class="soft">${clip(check.reason, 300)}</span>`;
  return html`<li>${markOf(check)} <b>${check.name}</b>${required}${why}${parts(check.parts ?? [])}</li>`;
}

function markOf({ mark, value }: PageCheck): Markup {
  if (mark === 'pass') return html`<span class="yes">✓</span>`;
  if (mark === 'fail') return html`<span class="no">✗</span>`;
  return html`<span class="soft">${mark === 'unscored' || value === undefined ? '?' : showScore(value)}</span>`;
}

function parts(all: readonly PagePart[]): Markup {
  if (all.length === 0) return html``;
  const items = all.slice(0, mostParts).map(({ supported, text, reason }) => {
    const mark =
      supported === undefined ? '' : supported ? html`<span class="yes">✓</span> ` : html`<span class="no">✗</span> `;
    return html`<li>${mark}${clip(text, 300)} <span class="soft">${clip(reason, 300)}</span></li>`;
  });
  const more = all.length - mostParts;
  return html`<ul class="parts">${items}${more > 0 ? html`<li class="soft">… and ${more} more</li>` : ''}</ul>`;
}
