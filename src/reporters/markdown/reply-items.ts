import type { Report } from '../../core/report/report.ts';
import { diffReplies, showDiff } from '../diff-replies.ts';
import { pickReplies } from '../pick-replies.ts';
import { replyText } from '../reply-text.ts';
import { type ShownCase, shownCases } from '../shown-cases.ts';
import { plain } from '../wording/say.ts';
import { wordChange } from '../wording/word-change.ts';
import { complaints } from './complaints.ts';
import { escapeName, escapeQuote } from './escape.ts';
import { type FenceSize, fence } from './fence.ts';
import { transcriptTable } from './transcript-table.ts';

/** Most cases shown: what a reader works through, and what is diffed. */
const most = 60;

/**
 * Each case that is shown for a reason with an old reply that was right and a new one that is not, diffed (conversations side by
 * side), and what the checks say against the new one.
 */
export function replyItems(report: Report, why: ShownCase['why'], size: FenceSize): readonly string[] {
  return shownCases(report)
    .filter((shown) => shown.why === why)
    .slice(0, most)
    .flatMap(({ prompt, row, case: one }) => {
      const { old, new: now } = pickReplies(one);
      const text = now === undefined ? undefined : replyText(now);
      if (now === undefined || text === undefined) return [];
      const where = report.prompts.length > 1 ? ` in ${escapeName(prompt.path)}` : '';
      const title = `**${escapeName(one.id)}** on ${escapeName(row.id)}${where}: ${plain(wordChange(one), escapeName)}`;
      const asked = question(prompt.exam.find(({ id }) => id === one.id)?.vars);
      const said = complaints(old, now);
      const shown = repliesOf(old, now, text, size);
      return [[`${title}${asked}`, shown, ...(said.length === 0 ? [] : [said.join('\n')])].join('\n\n')];
    });
}

type Picked = ReturnType<typeof pickReplies>;

function repliesOf(old: Picked['old'], now: NonNullable<Picked['new']>, text: string, size: FenceSize): string {
  const before = old === undefined ? undefined : replyText(old);
  if (old === undefined || before === undefined) return fence(text, 'text', size);
  return old.transcript === undefined && now.transcript === undefined
    ? fence(showDiff(diffReplies(before, text)), 'diff', size)
    : transcriptTable(old, now, size.characters);
}

function question(vars: Readonly<Record<string, unknown>> | undefined): string {
  const texts = Object.values(vars ?? {}).filter((value) => typeof value === 'string');
  const [only] = texts;
  return only === undefined || texts.length > 1 ? '' : `<br>Asked: ${escapeQuote(only)}`;
}
