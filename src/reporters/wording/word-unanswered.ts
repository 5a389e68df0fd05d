import type { Reason } from '../../core/gate/reason.ts';
import type { Report, ReportPrompt } from '../../core/report/report.ts';
import { stubFor } from '../../core/tools/canned-results.ts';
import { showNumberOf } from '../show-quantity.ts';
import { listNames, own, type Phrase, say } from './say.ts';

type NoResult = Extract<Reason, { readonly kind: 'no-result' }>;

/** That conversations ended for want of a canned result, in a line; none where none did. */
export function wordUnanswered(report: Report): readonly Phrase[] {
  const reasons = report.prompts.flatMap(reasonsOf);
  if (reasons.length === 0) return [];
  const calls = reasons.reduce((sum, { of }) => sum + of, 0);
  const cases = [...new Set(reasons.flatMap((reason) => reason.calls.map((call) => call.case)))];
  const isOld = reasons.every((reason) => reason.calls.every(({ side }) => side === 'old'));
  const whose = isOld ? own(' of the old prompt') : [];
  const ended = calls === 1 ? 'its conversation ended there' : 'their conversations ended there';
  return [
    say`No canned result fits ${own(showNumberOf(calls, 'call'))}${whose} in ${listNames(cases, 3)}: ${own(ended)}, and its checks read what was said so far. Paste the results into the cases, as told below.`,
  ];
}

function reasonsOf({ models }: ReportPrompt): readonly NoResult[] {
  return models.flatMap(({ reasons }) => reasons.filter((reason) => reason.kind === 'no-result'));
}

/** Cases told one by one: after them it is the same work again. */
const mostCases = 10;

/** Each case with calls that no canned result fits: where it stands, and the YAML to paste into it. */
export function unansweredCases(report: Report): readonly { readonly where: Phrase; readonly stub: string }[] {
  const all = report.prompts.flatMap((prompt) => {
    const calls = reasonsOf(prompt).flatMap((reason) => reason.calls);
    return [...Map.groupBy(calls, (call) => call.case)].map(([id, held]) => {
      const at = prompt.exam.find((one) => one.id === id)?.at;
      const place = at === undefined ? [] : say` (${at.line === undefined ? at.file : `${at.file}:${at.line}`})`;
      return { where: say`${id}${place}`, stub: stubFor(held) };
    });
  });
  return all.slice(0, mostCases);
}
