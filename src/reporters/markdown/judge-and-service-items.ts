import { canonicalJson } from '../../core/json.ts';
import type { Report } from '../../core/report/report.ts';
import { showNumberOf, showPercent, showScore } from '../show-quantity.ts';
import { list, say } from '../wording/say.ts';
import { toMarkdown } from './escape.ts';

/** How far the judge can be trusted, which models answered, and what was adapted for them: one line each. */
export function judgeAndServiceItems(report: Report): readonly string[] {
  const { judge } = report;
  const reliability = judge?.reliability === undefined ? '' : `; ${wordReliability(judge.reliability)}`;
  const kappa =
    judge?.kappa === undefined
      ? ''
      : `; agrees with ${showNumberOf(judge.kappa.labels, 'human label')} at κ = ${showScore(judge.kappa.value)} ± ${showScore(judge.kappa.error)}`;
  const votes = judge === undefined || judge.votes === 1 ? '' : `, ${judge.votes} votes`;
  return [
    ...(judge === undefined ? [] : [`- Judge: ${toMarkdown(say`${judge.model}`)}${votes}${reliability}${kappa}.`]),
    ...report.served
      .filter(({ asked, served }) => served.some((model) => model !== asked))
      .map(
        ({ asked, served }) =>
          `- ${toMarkdown(say`${asked} was served by ${list(served.map((model) => say`${model}`))}`)}.`,
      ),
    ...report.adapted.map(
      ({ model, params }) =>
        `- ${toMarkdown(say`${model} refused parameters, adapted on both sides: ${canonicalJson(params)}`)}.`,
    ),
  ];
}

type Reliability = NonNullable<NonNullable<Report['judge']>['reliability']>;

function wordReliability({ replies, agreement, flipRate, sigma }: Reliability): string {
  const parts = [
    ...(agreement === undefined ? [] : [`${showPercent(agreement)} alike`]),
    ...(flipRate === undefined ? [] : [`${showPercent(flipRate)} flipped`]),
    `σ ${showScore(sigma)}`,
  ];
  return `${showNumberOf(replies, 'reply', 'replies')} judged more than once: ${parts.join(', ')}`;
}
