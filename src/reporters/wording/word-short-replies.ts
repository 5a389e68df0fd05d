import type { Report, ReportPrompt, ReportRow } from '../../core/report/report.ts';
import { type Side, sides } from '../../core/side.ts';
import { showCount, showNumberOf } from '../show-quantity.ts';
import { list, own, type Phrase, say } from './say.ts';
import { wordWhere } from './word-where.ts';

type Count = NonNullable<ReportRow['replies']>[Side];
type Found = {
  readonly prompt: ReportPrompt;
  readonly row: ReportRow;
  readonly replies: NonNullable<ReportRow['replies']>;
};

/** Replies that came empty or cut, on either side, with why and how to mend it: nothing that is said of their scores is worth more. */
export function wordShortReplies(report: Report): readonly Phrase[] {
  const rows = report.prompts.flatMap((prompt) =>
    prompt.models.flatMap((row): Found[] => (row.replies === undefined ? [] : [{ prompt, row, replies: row.replies }])),
  );
  return kinds.flatMap(({ count, what, why }) => {
    const found = rows.filter(({ replies }) => sides.some((side) => count(replies[side]) > 0));
    if (found.length === 0) return [];
    const total = (side: Side, of: (one: Count) => number) =>
      found.reduce((sum, { replies }) => sum + of(replies[side]), 0);
    const told = sides
      .filter((side) => total(side, count) > 0)
      .map((side, index) => {
        const all = total(side, ({ of }) => of);
        const noun = index === 0 ? showNumberOf(all, 'reply', 'replies') : showCount(all);
        return own(`${showCount(total(side, count))} of ${noun} on the ${side} side`);
      });
    const where = found.length < rows.length ? say` ${wordWhere(report, found)}` : [];
    const both = (of: (one: Count) => number) => total('old', of) + total('new', of);
    const one = told.length === 1 && both(count) === 1;
    return [say`${list(told, ', ', ' and ')}${where} ${own(`${one ? what.one : what.several}${why(both)}`)}`];
  });
}

type Total = (of: (one: Count) => number) => number;

const raise = 'Raise `max_tokens`.';

/** What may be amiss with a reply, each counted once. */
const kinds: readonly {
  readonly count: (one: Count) => number;
  readonly what: { readonly one: string; readonly several: string };
  readonly why: (total: Total) => string;
}[] = [
  { count: ({ empty }) => empty, what: { one: 'is empty', several: 'are empty' }, why: whyEmpty },
  {
    count: ({ atLimit }) => atLimit.partial,
    what: { one: 'was cut', several: 'were cut' },
    why: () => ` at the model’s token limit. ${raise}`,
  },
  {
    count: ({ byFilter }) => byFilter.partial,
    what: { one: 'was cut', several: 'were cut' },
    why: () => ' by the service’s content filter.',
  },
];

function whyEmpty(total: Total): string {
  const [all, limit, filter] = [
    total(({ empty }) => empty),
    total(({ atLimit }) => atLimit.empty),
    total(({ byFilter }) => byFilter.empty),
  ];
  if (limit === all) return `: the model stopped at its token limit. ${raise}`;
  if (filter === all) return ': the service’s content filter took them.';
  if (limit + filter === 0) return ', though the model ended them itself.';
  const parts = [
    ...(limit > 0 ? [`${limit} at the model’s token limit`] : []),
    ...(filter > 0 ? [`${filter} by the service’s content filter`] : []),
  ];
  return `: ${parts.join(', ')}.${limit > 0 ? ` ${raise}` : ''}`;
}
