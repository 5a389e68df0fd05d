import type { Report, ReportPrompt, ReportRow } from '../../core/report/report.ts';
import { showChange, showPercent, showPoints } from '../show-quantity.ts';
import { listNames, own, type Phrase, say } from './say.ts';

/** Replies of a row that pick something else than they should: how many before and now, and in which cases. */
type Confusion = {
  readonly prompt: ReportPrompt;
  readonly row: ReportRow;
  /** `null`: no skill. */
  readonly wanted: string | null;
  readonly picked: string | null;
  readonly old: number;
  readonly new: number;
  readonly cases: readonly string[];
};

/** What is picked instead of what should be, those pairs first that came up most. */
export function confusionsOf({ prompts }: Report): readonly Confusion[] {
  const found = prompts.flatMap((prompt) =>
    prompt.models.flatMap((row) =>
      (row.picks ?? []).flatMap(({ case: id, skill, wanted, ...sides }): readonly Confusion[] => {
        const picked = [...new Set([...sides.old, ...sides.new].map((one) => one.skill))];
        // Where no skill of its own is asked for, any other may be picked.
        const wrong = picked.filter((one) => (wanted === null ? one === skill : one !== wanted));
        return wrong.map((one) => {
          const count = (side: 'old' | 'new') => sides[side].find((told) => told.skill === one)?.replies ?? 0;
          return { prompt, row, wanted, picked: one, old: count('old'), new: count('new'), cases: [id] };
        });
      }),
    ),
  );
  const pairs = Map.groupBy(found, ({ prompt, row, wanted, picked }) =>
    JSON.stringify([prompt.path, row.id, wanted, picked]),
  );
  return [...pairs.values()]
    .flatMap(([first, ...more]) => {
      if (first === undefined) return [];
      const sum = (of: 'old' | 'new') => more.reduce((all, one) => all + one[of], first[of]);
      return [{ ...first, old: sum('old'), new: sum('new'), cases: [first, ...more].flatMap(({ cases }) => cases) }];
    })
    .toSorted((one, other) => other.new - other.old - (one.new - one.old));
}

/** Pairs that are told in words. */
const most = 5;

/** Each pair in a line: what should be picked, what is, and how often. */
export function wordConfusions(report: Report): readonly Phrase[] {
  return confusionsOf(report)
    .slice(0, most)
    .map(({ prompt, row, wanted, picked, cases, ...replies }) => {
      const where = report.prompts.length > 1 ? say`${prompt.path} on ${row.id}` : say`${row.id}`;
      const instead = wanted === null ? own('where it should not be') : say`instead of ${wanted}`;
      const times = own(`${showChange(replies.old, replies.new, String)} replies`);
      return say`On ${where} ${picked === null ? own('no skill') : say`${picked}`} is picked ${instead}: ${times} (${listNames(cases, 3)}).`;
    });
}

/** Rows that were asked without their instructions too. */
export function withheldRows({ prompts }: Report) {
  return prompts.flatMap((prompt) =>
    prompt.models.flatMap((row) => (row.withheld === undefined ? [] : [{ prompt, row, withheld: row.withheld }])),
  );
}

/** What instructions add, a line each row. */
export function wordWithheld(report: Report): readonly Phrase[] {
  return withheldRows(report).map(({ prompt, row, withheld }) => {
    const { passRate, cases } = withheld;
    const [adds, how] = wordAdds(withheld);
    const rates =
      passRate.with === null || passRate.without === null
        ? ''
        : `: ${showPercent(passRate.with)} of replies pass with it, ${showPercent(passRate.without)} without`;
    const [verb] = cases.needed.length === 1 ? ['breaks'] : ['break'];
    const needed = cases.needed.length === 0 ? [] : say` Without it ${listNames(cases.needed, 5)} ${own(verb)}.`;
    return say`${prompt.path} ${own(adds)} on ${row.id}${own(`${how === '' ? '' : `, ${how}`}${rates}.`)}${needed}`;
  });
}

/** `adds 67 points` and `beyond chance`. */
export function wordAdds({ score, proven }: NonNullable<ReportRow['withheld']>): readonly [adds: string, how: string] {
  const { adds } = score;
  if (adds === null) return ['could not be compared with nothing', ''];
  if (Math.abs(adds) < 0.005) return ['adds nothing that these cases see', ''];
  if (adds < 0) return [`takes ${showPoints(adds)} away`, ''];
  return [`adds ${showPoints(adds)}`, proven ? 'beyond chance' : 'which may be chance'];
}
