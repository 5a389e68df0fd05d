import type { Comparison } from '../gate/comparison.ts';

/** That kept replies told which cases hold steadily, and what that changed, for each model. */
export function wordHistory({ rows }: Pick<Comparison, 'rows'>): readonly string[] {
  return rows.flatMap(({ row, history }) => {
    if (history === null) return [];
    const { cases, steady, of, replies } = history;
    const known = `${row}: ${replies} kept replies of other reviews show how steady ${cases === of ? 'the' : `${cases} of the`} ${of} cases are`;
    if (steady === 0 || steady === of) return [`${known}.`];
    return [`${known}; a fall of the ${steady} that hardly ever changed weighs more.`];
  });
}
