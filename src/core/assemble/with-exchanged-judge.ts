import type { Report } from '../report/report.ts';
import { gateWordsOf, problemsOf } from '../report/report-outcome.ts';
import { worst } from '../verdict.ts';
import { addCalls, addCosts } from './add-spent.ts';
import { isOpen, type Spent } from './assemble-report.ts';
import type { ExchangedJudge } from './compare-judges.ts';

/** What came of comparing two judges: nothing where they could not be, which a note tells. */
export type JudgesCompared = {
  readonly exchange?: ExchangedJudge;
  readonly notes: readonly string[];
  readonly spent: Pick<Spent, 'calls' | 'costUsd' | 'served' | 'adapted'>;
};

/** The report with what exchanging the judge would do: where the two differ, nothing passes without a look. */
export function withExchangedJudge(report: Report, { exchange, notes, spent }: JudgesCompared): Report {
  const told = exchange === undefined ? notes : [...wordExchangedJudge(exchange), ...notes];
  const more: Report = {
    ...report,
    notes: [...report.notes, ...told],
    calls: addCalls(report.calls, spent.calls),
    costUsd: addCosts(report.costUsd, spent.costUsd),
    served: [
      ...report.served,
      ...spent.served.filter(({ asked }) => report.served.every((one) => one.asked !== asked)),
    ],
    adapted: [
      ...report.adapted,
      ...spent.adapted.filter(({ model }) => report.adapted.every((one) => one.model !== model)),
    ],
  };
  if (exchange === undefined) return more;
  const { skipped: _, ...judged } = more;
  const whole: Report = { ...judged, exchangedJudge: exchange };
  const words = gateWordsOf(whole);
  const problems = problemsOf(whole).map(({ problem }) => problem);
  const open = isOpen(words, problems, whole.gate.failOn, whole.accepted.length > 0);
  return { ...whole, verdict: worst(words), gate: { ...whole.gate, open } };
}

/** What the two judges made of the same replies, in sentences. */
function wordExchangedJudge(exchange: ExchangedJudge): readonly string[] {
  const { old, new: next, replies, of, judgements, alike, mean, flips, differs } = exchange;
  const isAlike = nameOf(old) === nameOf(next);
  const [before, after] = isAlike ? ['the judge as it was', 'the changed one'] : [nameOf(old), nameOf(next)];
  const count = replies === of ? `${replies}` : `${replies} of ${of}`;
  const shown = (score: number) => score.toFixed(2);
  const cases = (side: 'old' | 'new') => {
    const named = flips.filter(({ passes }) => passes === side).map((one) => `\`${one.case}\` (${one.prompt})`);
    const more = named.length - mostNamed;
    return `${named.slice(0, mostNamed).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  };
  const lines = [
    `Both judges graded the same replies, one of each golden case and model (${count}): ${alike} of ${judgements} judgements are alike, and the mean is ${shown(mean.old)} by ${before}, ${shown(mean.new)} by ${after}.`,
    ...(flips.some(({ passes }) => passes === 'old') ? [`Pass by ${before}, fail by ${after}: ${cases('old')}.`] : []),
    ...(flips.some(({ passes }) => passes === 'new') ? [`Fail by ${before}, pass by ${after}: ${cases('new')}.`] : []),
  ];
  if (!differs) return [...lines, 'So the exam stays as hard as it was, as far as these replies tell.'];
  return [
    ...lines,
    'That is another exam, and no regression of a prompt: look at the `min` of judged checks and at `min-score` again, or keep the judge.',
  ];
}

const mostNamed = 10;

/** A judge with its votes, in code. */
function nameOf({ model, votes }: ExchangedJudge['old']): string {
  return `\`${model}\`${votes === 1 ? '' : ` with ${votes} votes`}`;
}
