import type { Reason } from '../../core/gate/reason.ts';
import type { Report, ReportPrompt } from '../../core/report/report.ts';
import { stubFor } from '../../core/tools/canned-results.ts';
import { showNumberOf } from '../show-quantity.ts';
import { list, listNames, own, type Phrase, quote, say } from './say.ts';

type NoResult = Extract<Reason, { readonly kind: 'no-result' }>;

/**
 * What a reader must know of tools, a line each: that the edit changed them, and that conversations
 * ended for want of a result or of a step.
 */
export function wordTools(report: Report): readonly Phrase[] {
  return [...wordChanged(report), ...wordUnanswered(report), ...wordOutOfSteps(report)];
}

/** Tools that are told by name. */
const mostTools = 5;

/** A change of tools is no change of replies, and neither is for the worse by itself: each is said apart. */
function wordChanged({ prompts }: Report): readonly Phrase[] {
  return prompts.flatMap(({ path, toolsChanged = [] }): readonly Phrase[] => {
    if (toolsChanged.length === 0) return [];
    const where = prompts.length > 1 ? say` in ${path}` : [];
    const told = toolsChanged.slice(0, mostTools).map(({ tool, what }) => say`${tool} (${quote(what.join(', '))})`);
    const more = toolsChanged.length - told.length;
    return [say`Tools changed${where}: ${list([...told, ...(more > 0 ? [own(`${more} more`)] : [])])}.`];
  });
}

function wordUnanswered(report: Report): readonly Phrase[] {
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

/** A conversation that ran out of steps came to no words: what its checks say of content is of what was said before. */
function wordOutOfSteps({ prompts }: Report): readonly Phrase[] {
  const held = prompts.flatMap(({ models }) =>
    models.flatMap(({ cases }) =>
      cases.flatMap(({ id, replies }) =>
        replies.flatMap(({ side, conversationEnd }) => (conversationEnd === 'max-steps' ? [{ id, side }] : [])),
      ),
    ),
  );
  if (held.length === 0) return [];
  const whose = held.every(({ side }) => side === 'old') ? own(' of the old prompt') : [];
  const cases = [...new Set(held.map(({ id }) => id))];
  const called = held.length === 1 ? 'it called tools in its' : 'they called tools in their';
  return [
    say`${own(showNumberOf(held.length, 'conversation'))}${whose} ended before a reply in words, in ${listNames(cases, 3)}: ${own(called)} last step, and checks read what was said so far. Raise ${quote('`max-steps`')} of the cases where more steps are right.`,
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
