import type { ReportCase } from '../../core/report/report.ts';
import type { Side } from '../../core/side.ts';
import { clip } from '../../core/text/clip.ts';
import { pickReplies } from '../pick-replies.ts';
import { replyText } from '../reply-text.ts';
import { markedPair } from './marked-pair.ts';
import { html, type Markup } from './markup.ts';
import { replyMarkup } from './reply.ts';

/** The telling replies of a case side by side, the words they do not share marked. */
export function casePair(one: ReportCase, longest: number): Markup {
  const { old, new: now } = pickReplies(one);
  const failed = one.replies.filter((reply) => reply.text === undefined);
  if (old?.text === undefined || now?.text === undefined) {
    const all = [old, now].flatMap((reply) => (reply === undefined ? [] : [reply]));
    const shown = [...all, ...failed].slice(0, 2);
    if (shown.length === 0) return html``;
    return html`<div class="pair">${shown.map((reply) => replyMarkup(reply, nameSide(one, reply.side), undefined, longest))}</div>`;
  }
  // Conversations part ways after a turn or two: words marked beyond that would be noise.
  const talks = old.transcript !== undefined || now.transcript !== undefined;
  const marked = talks
    ? undefined
    : markedPair(clip(replyText(old) ?? '', longest), clip(replyText(now) ?? '', longest));
  const turns = Math.max(old.transcript?.length ?? 0, now.transcript?.length ?? 0);
  const rows = talks ? html` style="--turns:${turns}"` : '';
  return html`<div class="pair ${one.state}${talks ? ' talks' : ''}"${rows}>${replyMarkup(old, 'Old', marked?.old, longest)}${replyMarkup(now, 'New', marked?.new, longest)}</div>`;
}

/** Whose reply it is: of the old or the new prompt, of both where they ask the same, or of the only one there is. */
export function nameSide(one: ReportCase, side: Side): string {
  if (one.identical) return 'Both';
  return hasOneSide(one) ? 'Reply' : { old: 'Old', new: 'New' }[side];
}

/** Whether nothing was asked on the old side, and nothing is missing there. */
export function hasOneSide(one: ReportCase): boolean {
  return !one.identical && one.replies.every(({ side }) => side === 'new');
}
