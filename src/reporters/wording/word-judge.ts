import type { Report, ReportRow } from '../../core/report/report.ts';
import { showNumberOf, showP, showPercent, showScore } from '../show-quantity.ts';
import { own, type Phrase, quote, say } from './say.ts';

type Judge = NonNullable<Report['judge']>;

/** How far the judge can be trusted: how it agrees with itself and with people, and which metrics only advise for it. Empty where nothing was judged. */
export function wordJudge({ judge }: Report): readonly Phrase[] {
  if (judge === undefined) return [];
  const votes = judge.votes === 1 ? [] : own(`, ${judge.votes} votes a reply`);
  return [
    say`Judge: ${judge.model}${votes}; ${own(wordReliability(judge.reliability))}${own(wordKappa(judge.kappa))}.`,
    ...(judge.advises ?? []).map(({ metric, why }) => say`The metric ${metric} only advises: ${quote(why)}.`),
  ];
}

function wordReliability(reliability: Judge['reliability']): string {
  if (reliability === undefined) return 'how steady it is was not measured';
  const { replies, agreement, flipRate, sigma } = reliability;
  const parts = [
    ...(agreement === undefined ? [] : [`${showPercent(agreement)} of the judgements alike`]),
    ...(flipRate === undefined ? [] : [`${showPercent(flipRate)} flipped to the other side of the pass mark`]),
    `spread σ = ${showScore(sigma)} on 0–1`,
  ];
  return `${showNumberOf(replies, 'reply', 'replies')} judged more than once: ${parts.join(', ')}`;
}

function wordKappa(kappa: Judge['kappa']): string {
  if (kappa === undefined) return '';
  return `; agrees with ${showNumberOf(kappa.labels, 'human label')} at κ = ${showScore(kappa.value)} ± ${showScore(kappa.error)}`;
}

/** How often the judge preferred the new reply over the old, a sentence for each row that has such checks. */
export function wordPreferences(report: Report): readonly Phrase[] {
  return report.prompts.flatMap(({ path, models }) =>
    models.flatMap((row) => {
      if (row.prefer === undefined) return [];
      const where = report.prompts.length > 1 ? say`${path} on ${row.id}` : say`${row.id}`;
      return [say`Side by side on ${where}: ${wordCounts(row.prefer)}.`];
    }),
  );
}

function wordCounts(prefer: NonNullable<ReportRow['prefer']>): Phrase {
  const { wins, ties, losses, unscored = 0, p } = prefer;
  const pairs = wins + ties + losses;
  if (pairs === 0) return own(`none of ${showNumberOf(unscored, 'pair')} of replies could be judged`);
  const test = p === undefined || wins + losses === 0 ? '' : `sign test for worse, ${showP(p)}; `;
  const missing = unscored === 0 ? '' : `, ${unscored} not judged`;
  return own(
    `the new reply preferred in ${wins} of ${showNumberOf(pairs, 'pair')}, the old one in ${losses}, ${showNumberOf(ties, 'tie')}${missing} (${test}outside the score and the gate)${wordLengths(prefer)}`,
  );
}

/** How much longer the preferred replies were, where that may be what was preferred. */
function wordLengths({ winnersLonger = 1, alike }: NonNullable<ReportRow['prefer']>): string {
  if (winnersLonger < 1.25 || alike === undefined) return '';
  const { wins, ties, losses } = alike;
  const count = wins + ties + losses;
  const rest =
    count === 0
      ? 'no pair has replies of like length'
      : `of the ${showNumberOf(count, 'pair')} of like length the new one is preferred in ${wins}, the old one in ${losses}`;
  return `. The preferred new replies are ${winnersLonger.toFixed(1)} × as long as the old ones; ${rest}`;
}
