import type { Report } from '../../core/report/report.ts';
import { casesOf } from '../cases-of.ts';
import { diffReplies, showDiff } from '../diff-replies.ts';
import { pickReplies } from '../pick-replies.ts';
import { showTally } from '../show-quantity.ts';
import { complaints } from './complaints.ts';
import { escapeName, escapeQuote } from './escape.ts';
import { type FenceSize, fence } from './fence.ts';
import { transcriptTable } from './transcript-table.ts';

/** Most cases shown: what a reader works through, and what is diffed. */
const most = 60;

/** Each broken case with an old reply that was right and a new one that is not, diffed (conversations side by side), and what the checks say against the new one. */
export function replyItems(report: Report, size: FenceSize): readonly string[] {
  return casesOf(report, 'regressed')
    .slice(0, most)
    .flatMap(({ prompt, row, case: one }) => {
      const picked = pickReplies(one);
      if (picked.old?.text === undefined || picked.new?.text === undefined) return [];
      const where = report.prompts.length > 1 ? ` in ${escapeName(prompt.path)}` : '';
      const title = `**${escapeName(one.id)}** on ${escapeName(row.id)}${where}: ${showTally(one.old)} → ${showTally(one.new)}`;
      const asked = question(prompt.exam.find(({ id }) => id === one.id)?.vars);
      const shown =
        picked.old.transcript === undefined && picked.new.transcript === undefined
          ? fence(showDiff(diffReplies(picked.old.text, picked.new.text)), 'diff', size)
          : transcriptTable(picked.old, picked.new, size.characters);
      const said = complaints(picked.old, picked.new);
      return [[`${title}${asked}`, shown, ...(said.length === 0 ? [] : [said.join('\n')])].join('\n\n')];
    });
}

function question(vars: Readonly<Record<string, unknown>> | undefined): string {
  const texts = Object.values(vars ?? {}).filter((value) => typeof value === 'string');
  const [only] = texts;
  return only === undefined || texts.length > 1 ? '' : `<br>Asked: ${escapeQuote(only)}`;
}
