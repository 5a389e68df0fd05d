import { canonicalJson } from '../../core/json.ts';
import type { Report } from '../../core/report/report.ts';
import { list, say } from '../wording/say.ts';
import { wordJudge } from '../wording/word-judge.ts';
import { toMarkdown } from './escape.ts';

/** How far the judge can be trusted, which models answered, and what was adapted for them: one line each. */
export function judgeAndServiceItems(report: Report): readonly string[] {
  return [
    ...wordJudge(report).map((line) => `- ${toMarkdown(line)}`),
    ...report.served
      .filter(({ asked, served, others }) => others === undefined && served.some((model) => model !== asked))
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
