import type { DriftRow } from '../../core/drift/drift-report.ts';
import { clip } from '../../core/text/clip.ts';
import { html, type Markup, toHtml } from '../html/markup.ts';
import { tellingWords } from '../paired-lines.ts';
import { differingParts, quotedIn } from '../telling-pair.ts';
import { wordCheckReason } from '../wording/reply-words.ts';
import { own } from '../wording/say.ts';
import { showDay } from '../wording/show-day.ts';
import { unknownBefore } from './shown-replies.ts';

type Told = NonNullable<DriftRow['replies']>[number];

/** Cases, characters of a reply and of what was asked. */
const most = { cases: 12, reply: 1200, asked: 400, reason: 300 } as const;

/** Cases that fell, each with what was said before it began, or is expected, and what is said now; the words that differ are marked. */
export function replyCards({ replies = [] }: DriftRow): Markup {
  if (replies.length === 0) return html``;
  const more = replies.length - most.cases;
  return html`<h3>Replies before and now</h3>${replies.slice(0, most.cases).map(card)}${more > 0 ? html`<p class="soft">${more} more are in the JSON report.</p>` : ''}${replies.some(({ before }) => before === undefined) ? html`<p class="soft">${toHtml(own(unknownBefore))}</p>` : ''}`;
}

function card(one: Told): Markup {
  const { before, reference, now, asked, fails } = one;
  const evidence = fails.flatMap(({ reason }) => quotedIn(reason));
  const parts = differingParts(before?.text ?? '', now, { most: most.reply, evidence });
  const spans = before === undefined ? undefined : tellingWords(parts.old, parts.new);
  const side = (of: 'old' | 'new'): Markup =>
    spans === undefined
      ? html`${clip(parts[of], most.reply)}`
      : html`${spans.map((span) => (span.same || span[of].trim() === '' ? span[of] : html`<mark>${span[of]}</mark>`))}`;
  const left =
    before !== undefined
      ? { label: `Before, ${showDay(before.at)}`, text: side('old') }
      : reference === undefined
        ? undefined
        : { label: 'Expected', text: clip(reference, most.reply) };
  const why = fails.map(
    ({ check, reason }) =>
      html`<li><span class="no">✗</span> <b>${check}</b> <span class="soft">${clip(wordCheckReason(reason), most.reason)}</span></li>`,
  );
  return html`<article class="card"><header><h3>${one.case}</h3>${asked === '' ? '' : html`<p class="asked" dir="auto">${clip(asked, most.asked)}</p>`}</header><div class="pair${left === undefined ? ' single' : ''}">${left === undefined ? '' : html`<div class="old"><p class="label">${left.label}</p><p class="text" dir="auto">${left.text}</p></div>`}<div class="new"><p class="label">Now</p><p class="text" dir="auto">${side('new')}</p>${why.length === 0 ? '' : html`<ul class="checks">${why}</ul>`}</div></div></article>
`;
}
