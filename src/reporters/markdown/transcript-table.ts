import { markdownTable } from 'markdown-table';
import type { ReportReply } from '../../core/report/report.ts';
import { clip } from '../../core/text/clip.ts';
import { wordConversationEnd } from '../wording/word-conversation-end.ts';
import { escapeQuote } from './escape.ts';

type Transcript = NonNullable<ReportReply['transcript']>;

/** Two conversations side by side, turn by turn, within about so many characters: the longer they are, the less of each turn is shown. */
export function transcriptTable(old: ReportReply, now: ReportReply, characters: number): string {
  const [before, after] = [old.transcript ?? [], now.transcript ?? []];
  const turns = Math.max(before.length, after.length);
  const longest = Math.max(60, Math.floor(characters / (2 * Math.max(1, turns))));
  const lines = Array.from({ length: turns }, (_, at) => [cell(before, at, longest), cell(after, at, longest)]);
  const ends = [old, now].map((reply) => wordConversationEnd(reply) ?? '');
  return markdownTable([['✅ Before', '❌ Now'], ...lines, ends], { alignDelimiters: false });
}

function cell(transcript: Transcript, at: number, longest: number): string {
  const turn = transcript[at];
  if (turn === undefined) return '';
  return `**${turn.role === 'user' ? 'User' : 'Reply'}:** ${escapeQuote(clip(turn.content, longest))}`;
}
