import { markdownTable } from 'markdown-table';
import type { Report, ReportCase, ReportReply } from '../../core/report/report.ts';
import { clip } from '../../core/text/clip.ts';
import type { PlacedCase } from '../cases-of.ts';
import { casesBehindFall, mostTellingCase } from '../telling-cases.ts';
import { exampleOnly, tellingPair } from '../telling-pair.ts';
import { wordConversationEnd, wordTurn } from '../wording/reply-words.ts';
import { complaints } from './complaints.ts';
import { escapeName, escapeQuote, toMarkdown } from './escape.ts';

/** As much as is read in a few seconds. */
const most: PairSize = { asked: 200, reply: 400, transcript: 2400 };

/** Where replies may be shown whole. */
const whole = { reply: 4_000, transcript: 12_000 };

/** The most telling case with its two replies. Empty where no case got worse. */
export function shownPair(report: Report): string {
  const placed = mostTellingCase(report);
  if (placed === undefined) return '';
  const size = report.published?.replies === 'full' ? { ...most, ...whole } : most;
  return pairBlock(placed, report, size, noteOn(placed.case, report));
}

/** Why a case is shown that did not break. */
function noteOn({ state, old }: ReportCase, report: Report): string {
  if (casesBehindFall(report).length > 0) return exampleOnly;
  return state === 'failing' && old.of > 0 ? ', fails before and now' : '';
}

/** How much is shown, in characters: of what was asked, of each reply, of a whole conversation. */
export type PairSize = { readonly asked: number; readonly reply: number; readonly transcript: number };

/**
 * A case with what was asked and its two replies, what speaks against the new one underlined.
 * @param note stands behind what it fell by
 */
export function pairBlock(placed: PlacedCase, report: Report, size: PairSize, note = ''): string {
  const { prompt, row, case: one } = placed;
  const pair = tellingPair(placed, size.reply);
  const where = report.prompts.length > 1 ? ` in ${escapeName(prompt.path)}` : '';
  const asked = pair.asked === '' ? '' : `<br>${escapeQuote(clip(pair.asked, size.asked))}`;
  const title = `**${escapeName(one.id)}** on ${escapeName(row.id)}${where}: ${toMarkdown(pair.change)}${note}${asked}`;
  const { old, new: now } = pair.replies;
  const isInTurns =
    old !== undefined && now !== undefined && [old, now].some(({ transcript = [] }) => transcript.length > 1);
  const replies = isInTurns
    ? transcriptTable(old, now, size.transcript)
    : [
        ...(pair.before === undefined
          ? []
          : [`> ${markOf(old)} **Before** · ${escapeQuote(pair.before, size.reply)}`, '>']),
        `> ${markOf(now)} **Now** · ${underlined(pair.now, pair.evidence, size.reply)}`,
      ].join('\n');
  const told = complaints(old, now).join('<br>');
  return [title, replies, told === '' ? '' : `Fails ${told}`].filter((part) => part !== '').join('\n\n');
}

/** Whether a reply is right; one that has no pass mark is shown for what it lost. */
function markOf(reply: ReportReply | undefined): string {
  if (reply?.passes === undefined || reply.passes === null) return reply?.side === 'old' ? '✅' : '❌';
  return reply.passes ? '✅' : '❌';
}

/** A reply with the words underlined that a check quotes against it. */
function underlined(text: string, evidence: readonly string[], most: number): string {
  const found = evidence.filter((piece) => text.includes(piece)).toSorted((one, other) => other.length - one.length)[0];
  if (found === undefined) return escapeQuote(text, most);
  const at = text.indexOf(found);
  const [before, after] = [text.slice(0, at), text.slice(at + found.length)];
  return `${pieceOf(before, most)}<ins>${escapeQuote(found, most)}</ins>${pieceOf(after, most)}`;
}

/** White space at a piece's ends stays: it parts words. */
export function pieceOf(text: string, most: number): string {
  if (text.trim() === '') return text === '' ? '' : ' ';
  return `${/^\s/u.test(text) ? ' ' : ''}${escapeQuote(text.trim(), most)}${/\s$/u.test(text) ? ' ' : ''}`;
}

type Transcript = NonNullable<ReportReply['transcript']>;

/** Two conversations side by side, turn by turn, within about so many characters: the longer they are, the less of each turn is shown. */
function transcriptTable(old: ReportReply, now: ReportReply, characters: number): string {
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
  const { who, said } = wordTurn(turn);
  return `**${escapeQuote(who)}:** ${escapeQuote(clip(said, longest))}`;
}
