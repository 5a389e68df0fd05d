import type { Report, ReportRow } from '../../core/report/report.ts';
import { countCases, wordUnsteady } from '../wording/count-cases.ts';
import { list, listNames, own, type Phrase, say } from '../wording/say.ts';

/** What became of the cases of these rows that the fact does not tell: `19 others hold, 2 got better, 1 is flaky.` */
export function wordRest(rows: readonly ReportRow[], { fellIsTold = false } = {}): Phrase {
  const counts = countCases(rows);
  const { same, improved, fell } = counts;
  const told = [
    ...(!fellIsTold && fell.length > 0 ? [`${fell.length} more fell`] : []),
    ...(same > 0 ? [same === 1 ? '1 other holds' : `${same} others hold`] : []),
    ...(improved.length > 0 ? [`${improved.length} got better`] : []),
    ...wordUnsteady(counts),
  ];
  return told.length === 0 ? [] : own(`${told.join(', ')}.`);
}

/** Models on which nothing of the kind happened, where they are few. */
export function wordUnaffected({ prompts }: Report, touched: readonly ReportRow[]): Phrase {
  const rows = prompts.flatMap(({ models }) => models);
  const ids = new Set(touched.map(({ id }) => id));
  const free = [...new Set(rows.map(({ id }) => id))].filter((id) => !ids.has(id));
  const holds = free.filter((id) => rows.every((row) => row.id !== id || row.verdict === 'pass'));
  if (holds.length === 0 || holds.length > 2) return [];
  return say`${listNames(holds)} ${own(holds.length === 1 ? 'is' : 'are')} unaffected.`;
}

/** The other prompts under review: `5 prompts hold.`, and the one that nothing checked. */
export function wordOtherPrompts({ prompts, unreviewed }: Report): Phrase {
  const count = (verdict: string) => prompts.filter((prompt) => prompt.verdict === verdict).length;
  const told = [
    [count('pass'), 'holds', 'hold'],
    [count('inconclusive'), 'cannot be told', 'cannot be told'],
    [count('invalid'), 'could not be reviewed', 'could not be reviewed'],
    [unreviewed.length + count('unreviewed'), 'was not checked', 'were not checked'],
  ] as const;
  const phrases = told
    .filter(([number]) => number > 0)
    .map(([number, one, several], at) =>
      own(`${number}${at === 0 ? ` other prompt${number === 1 ? '' : 's'}` : ''} ${number === 1 ? one : several}`),
    );
  return phrases.length === 0 ? [] : say`${list(phrases)}.`;
}
