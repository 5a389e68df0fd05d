import type { DriftRow } from '../../core/drift/drift-report.ts';
import { escapeName, escapeQuote } from '../markdown/escape.ts';
import { pieceOf } from '../markdown/shown-pair.ts';
import { tellingWords } from '../paired-lines.ts';
import { differingParts, quotedIn } from '../telling-pair.ts';
import { wordCheckReason } from '../wording/reply-words.ts';
import { quote, say } from '../wording/say.ts';
import { showDay } from '../wording/show-day.ts';

/** Characters of a reply: as much as is read in a few seconds. */
const most = 400;

/** Why there is nothing to hold a reply to. */
export const unknownBefore =
  'Earlier replies to these cases are unknown: the history has none. `drift: { history-texts: true }` in the config keeps some, masked and shortened.';

/** Cases that fell, each with the reply from before and the one of now, the words that differ underlined. None where none fell. */
export function repliesMarkdown({ replies = [] }: DriftRow): readonly string[] {
  const shown = replies.map((one) => {
    const asked = one.asked === '' ? '' : `<br>${escapeQuote(one.asked)}`;
    const fails = one.fails.map(({ check, reason }) => `${escapeName(check)}: ${escapeQuote(wordCheckReason(reason))}`);
    return [
      `**${escapeName(one.case)}**${asked}`,
      pairOf(one).join('\n>\n'),
      ...(fails.length === 0 ? [] : [`Fails ${fails.join('<br>')}`]),
    ].join('\n\n');
  });
  return replies.some(({ before }) => before === undefined) ? [...shown, unknownBefore] : shown;
}

/** The same for a terminal, a line each, without the marks. */
export function repliesToTell({ replies = [] }: DriftRow): readonly ReturnType<typeof say>[] {
  return replies.flatMap((one) => {
    const { old, new: now } = differingParts(one.before?.text ?? '', one.now, { most, evidence: [] });
    return [
      one.before === undefined
        ? say`${one.case} expected: ${quote(one.reference ?? 'not said')}`
        : say`${one.case} before: ${quote(old)}`,
      say`${one.case} now: ${quote(now)}`,
    ];
  });
}

function pairOf({ before, reference, now: said, fails }: NonNullable<DriftRow['replies']>[number]): readonly string[] {
  const evidence = fails.flatMap(({ reason }) => quotedIn(reason));
  if (before === undefined) {
    const expected = reference === undefined ? [] : [`> **Expected** · ${escapeQuote(reference, most)}`];
    const { new: now } = differingParts('', said, { most, evidence });
    return [...expected, `> **Now** · ${escapeQuote(now, most)}`];
  }
  const parts = differingParts(before.text, said, { most, evidence });
  const spans = tellingWords(parts.old, parts.new);
  const side = (of: 'old' | 'new'): string =>
    spans === undefined
      ? escapeQuote(parts[of], most)
      : spans.map((span) => (span.same ? pieceOf(span[of], most) : underlined(span[of]))).join('');
  return [`> **Before** (${escapeQuote(showDay(before.at))}) · ${side('old')}`, `> **Now** · ${side('new')}`];
}

/** White space around what is underlined stays outside. */
function underlined(text: string): string {
  const inner = text.trim();
  if (inner === '') return pieceOf(text, most);
  const [before = '', after = ''] = [/^\s*/u, /\s*$/u].map((form) => (form.exec(text)?.[0] === '' ? '' : ' '));
  return `${before}<ins>${escapeQuote(inner, most)}</ins>${after}`;
}
