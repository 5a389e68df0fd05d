import type { ReportReply } from '../../core/report/report.ts';
import { clip } from '../../core/text/clip.ts';
import { replyText } from '../reply-text.ts';
import { showDuration, showMoney, showNumberOf } from '../show-quantity.ts';
import { wordConversationEnd } from '../wording/word-conversation-end.ts';
import { checksMarkup } from './checks.ts';
import { html, type Markup } from './markup.ts';

/** One reply: its text (or why there is none), its checks, what it took. */
export function replyMarkup(reply: ReportReply, label: string, text: Markup | undefined, longest: number): Markup {
  const said = reply.transcript === undefined ? undefined : talk(reply.transcript, longest);
  const shown = said ?? html`<p class="text">${text ?? clip(replyText(reply) ?? '', longest)}</p>`;
  const body =
    reply.text === undefined
      ? html`<p class="no">${reply.error?.message ?? 'No reply.'}</p>`
      : html`${shown}${reply.error === undefined ? '' : html`<p class="no small">${reply.error.message}</p>`}`;
  return html`<div class="${reply.side}"><p class="label">${label}${facts(reply)}</p>${body}${checksMarkup(reply.checks)}</div>`;
}

/** A conversation turn by turn; the longer it is, the less of each turn is shown. */
function talk(transcript: NonNullable<ReportReply['transcript']>, longest: number): Markup {
  const each = Math.max(200, Math.floor(longest / Math.max(1, transcript.length)));
  const turns = transcript.map(
    ({ role, content }) =>
      html`<li class="${role}"><span class="label">${role === 'user' ? 'User' : 'Reply'}</span><p class="text">${clip(content, each)}</p></li>`,
  );
  return html`<ul class="talk">${turns}</ul>`;
}

function facts(reply: ReportReply): string {
  const tokens = reply.usage?.outputTokens;
  const end = wordConversationEnd(reply);
  const parts = [
    ...(reply.latencyMs === undefined
      ? []
      : [`${showDuration(reply.latencyMs)}${reply.transcript === undefined ? '' : ' a turn'}`]),
    ...(tokens === undefined ? [] : [showNumberOf(tokens, 'token')]),
    ...(reply.costUsd === undefined ? [] : [showMoney(reply.costUsd)]),
    ...(reply.finishReason === undefined || reply.finishReason === 'stop' ? [] : [`ended by ${reply.finishReason}`]),
    ...(end === undefined ? [] : [end]),
    ...(reply.kept === true ? ['kept'] : []),
  ];
  return parts.length === 0 ? '' : ` · ${parts.join(' · ')}`;
}
