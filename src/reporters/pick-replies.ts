import { pickedSkills } from '../core/agents/skills.ts';
import type { ReportCase, ReportReply } from '../core/report/report.ts';
import { clip } from '../core/text/clip.ts';

/** The pair of replies that tells a case's story: of one trial where the old one passes and the new one does not, else the first. */
export function pickReplies(one: ReportCase): {
  readonly old: ReportReply | undefined;
  readonly new: ReportReply | undefined;
} {
  const answered = one.replies.filter((reply) => reply.text !== undefined);
  const old = answered.filter(({ side }) => side === 'old');
  const now = answered.filter(({ side }) => side === 'new');
  const broken = now.toSorted((a, b) => goodness(a) - goodness(b))[0];
  const good = old.toSorted((a, b) => goodness(b) - goodness(a))[0];
  return one.state === 'improved'
    ? {
        old: old.toSorted((a, b) => goodness(a) - goodness(b))[0],
        new: now.toSorted((a, b) => goodness(b) - goodness(a))[0],
      }
    : { old: good, new: broken };
}

/** Names of the checks that tell against a case now: graded ones that fell, then those that its new replies fail, most often first. */
export function failedChecks({ falls = [], replies }: Pick<ReportCase, 'falls' | 'replies'>): readonly string[] {
  const counts = new Map<string, number>();
  for (const check of replies.flatMap((reply) => (reply.side === 'new' ? reply.checks : []))) {
    if (check.kind === 'scored' && check.passed === false) counts.set(check.check, (counts.get(check.check) ?? 0) + 1);
  }
  const failed = [...counts].toSorted(([, a], [, b]) => b - a).map(([name]) => name);
  return [...new Set([...falls.flatMap(({ check }) => check ?? []), ...failed])];
}

function goodness(reply: ReportReply): number {
  return (reply.passes === true ? 2 : 0) + (reply.score ?? 0);
}

/** What a reply says, or in brackets why there is nothing to read; undefined where it failed. */
export function replyText({ text, toolCalls = [], finishReason = 'stop' }: ReportReply): string | undefined {
  if (text === undefined || text.trim() !== '') return text;
  const picked = pickedSkills(toolCalls);
  if (picked.length > 0) return `(no text; it picks ${clip(picked.join(', '), 80)})`;
  if (toolCalls.length > 0) return `(no text; it calls ${toolCalls.map(({ name }) => name).join(', ')})`;
  return finishReason === 'stop' ? '(empty)' : `(empty; ended by ${finishReason})`;
}
