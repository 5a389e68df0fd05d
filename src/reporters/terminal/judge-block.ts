import type { GoldenSetReport, MeasuredJudge } from '../../core/golden-set/golden-set-report.ts';
import { showPosition } from '../../core/problem.ts';
import { showMoney, showNumberOf, showPercent, showScore } from '../show-quantity.ts';
import { own, type Phrase, quote, say } from '../wording/say.ts';
import { type Column, fitTable } from './fit-table.ts';
import { harmless, type Pen } from './pen.ts';

type Metric = MeasuredJudge['metrics'][number];

const verdicts = { trusted: 'trusted', doubted: 'only advises', unknown: 'not known' } as const;
/** What is not known is said so, never shown as 0. */
const none = '–';

/** How far the judge can be trusted: a line that says it, a row for each metric, and why. */
export function judgeBlock(judge: GoldenSetReport['judge'], { columns, lines, paint }: Pen): readonly string[] {
  if (judge === undefined) return [];
  const { metrics, problems } = judge;
  const isTrusted = problems.length === 0 && metrics.length > 0 && metrics.every(({ trust }) => trust === 'trusted');
  // What stopped a provider is the reason of every call that failed by it: once is enough.
  const told = new Set(problems.map(({ what }) => what));
  return [
    ...lines(headlineOf(judge, isTrusted)).map((line) => paint(isTrusted ? 'pass' : 'inconclusive', line)),
    ...problems.flatMap(({ at, what, fix }) => {
      const where = at === undefined ? [] : say`${showPosition(at)}: `;
      return lines(say`${where}${quote(what)}${fix === undefined ? [] : say` ${quote(fix)}`}`, '  ');
    }),
    ...(metrics.length === 0 ? [] : tableOf(metrics, columns)),
    ...metrics.flatMap((metric) => explain(metric, told)).flatMap((phrase) => lines(phrase, '  ')),
    ...(metrics.length === 0 ? [] : lines(wordSpent(judge, told), '  ')),
  ];
}

function headlineOf({ model, votes, metrics, problems }: MeasuredJudge, isTrusted: boolean): Phrase {
  const judge = model === '' ? say`The judge` : say`The judge ${model}${own(votes === 1 ? '' : ` (${votes} votes)`)}`;
  if (isTrusted) return say`${judge} can be trusted`;
  if (metrics.some(({ trust }) => trust === 'doubted')) return say`${judge} only advises`;
  if (metrics.length > 0) return say`${judge}: too little was measured to say`;
  if (problems.length > 0) return say`${judge} was not measured`;
  return say`The judge was not measured: no case has a check that a judge grades`;
}

function tableOf(metrics: readonly Metric[], width: number): readonly string[] {
  const column = (head: string, cell: (metric: Metric) => string): Column => ({
    head,
    cells: metrics.map(cell),
    align: 'right',
    mayGo: true,
  });
  return fitTable(
    [
      { head: 'metric', cells: metrics.map(({ metric }) => harmless(metric)), least: 16 },
      { head: 'verdict', cells: metrics.map(({ trust }) => verdicts[trust]) },
      column('replies', ({ replies }) => (replies === 0 ? none : String(replies))),
      column('alike', ({ agreement }) => (agreement === undefined ? none : showPercent(agreement))),
      column('flips', ({ flipRate }) => (flipRate === undefined ? none : showPercent(flipRate))),
      column('σ', ({ sigma, scale }) =>
        sigma === undefined ? none : `${showScore(sigma)} of ${scale[0]}–${scale[1]}`,
      ),
      column('labels', ({ labels }) => (labels === 0 ? none : String(labels))),
      column('κ', ({ kappa }) =>
        kappa === undefined ? none : `${showScore(kappa.value)} ± ${showScore(kappa.error)}`,
      ),
    ],
    width,
  );
}

function explain(metric: Metric, told: ReadonlySet<string>): readonly Phrase[] {
  const { metric: name, why, lacks, trust, kappa, labels, votesAgreement, replies } = metric;
  const unscored = metric.unscored.filter((one) => !told.has(one.why));
  const failed = unscored.reduce((sum, one) => sum + one.judgements, 0);
  const most = unscored.toSorted((one, other) => other.judgements - one.judgements)[0];
  return [
    ...(why === undefined ? [] : [say`${name} only advises: ${quote(why)}.`]),
    ...(lacks === undefined
      ? []
      : [
          say`${name}: too little measured: ${own(showNumberOf(lacks.replies, 'more reply', 'more replies'))} judged twice would tell, or ${own(showNumberOf(lacks.labels, 'more label'))}.`,
          ...(replies > 0 ? [own('Equal replies of a case count once: more cases give more.')] : []),
        ]),
    ...(trust === 'doubted' || most === undefined
      ? []
      : [say`${name}: ${failed} judgements came to nothing: ${quote(most.why)}`]),
    ...(labels > 0 && kappa === undefined
      ? [say`${name}: κ is not defined, since labels or grades are all alike.`]
      : []),
    ...(trust === 'trusted' && labels === 0
      ? [say`${name}: whether it grades as people do is not known: no case has a label.`]
      : []),
    ...(votesAgreement === undefined
      ? []
      : [say`${name}: votes on one reply were alike in ${own(showPercent(votesAgreement))} of pairs.`]),
  ];
}

function wordSpent({ replies, calls, costUsd }: MeasuredJudge, told: ReadonlySet<string>): Phrase {
  const untold = replies.failed.filter(({ why }) => !told.has(why));
  const failed = untold.map(({ why, replies: count }) => {
    return say` ${own(showNumberOf(count, 'reply', 'replies'))} failed: ${quote(why)}`;
  });
  const cost = costUsd === undefined ? '' : `, ${showMoney(costUsd)}`;
  const asked = `Judged twice: ${showNumberOf(replies.kept, 'kept reply', 'kept replies')} and ${replies.asked} asked now.`;
  const { conversations } = replies;
  const left =
    conversations === 0 ? '' : ` Not judged again: ${showNumberOf(conversations, 'simulated conversation')}.`;
  return say`${own(`${asked} It took ${showNumberOf(calls, 'call')}${cost}.${left}`)}${failed.flat()}`;
}
