import type { Count, Reason } from '../../core/gate/reason.ts';
import type { Report } from '../../core/report/report.ts';
import type { Side } from '../../core/side.ts';
import { clip } from '../../core/text/clip.ts';
import { showCall } from '../../core/tools/call-arguments.ts';
import {
  showCount,
  showDelta,
  showDurationGrowth,
  showMoney,
  showMoneyGrowth,
  showNumberOf,
  showP,
  showPercent,
  showPoints,
  showScore,
  showTally,
} from '../show-quantity.ts';
import { list, listNames, own, type Phrase, say } from './say.ts';
import { wordFallOf } from './word-change.ts';
import { wordOwnLimit } from './word-stopped.ts';

/** What is slower where it is not the median reply. */
const slow = { p95: 'a slow reply', 'first-token': 'the first word of a reply' } as const;

/** One reason of the gate in a sentence without a full stop. Every `kind` has its wording here and nowhere else. */
export function wordReason(reason: Reason, mode: Report['mode'] = 'review'): Phrase {
  switch (reason.kind) {
    case 'suite':
      return say`the mean score fell ${onRow(reason.row)} by ${own(showPoints(reason.delta))}, beyond chance (${tested(reason)}) and beyond the tolerance of ${own(showPoints(reason.tolerance))}`;
    case 'case':
      return say`case ${reason.case} ${own(reason.new.passes === 0 ? 'broke' : 'got worse')} ${onRow(reason.row)}: ${fall(reason)} (${tested(reason)})${own(reason.blocks ? '' : '; a warning only')}`;
    case 'metric':
      return say`the metric ${reason.metric} fell ${onRow(reason.row)} by ${own(showPoints(reason.delta))}, beyond chance (${tested(reason)}) and beyond its tolerance of ${own(showPoints(reason.tolerance))}`;
    case 'failing-case':
      return say`case ${reason.case} fails ${onRow(reason.row)} (${own(showTally(reason.new))})`;
    case 'min-score':
      return say`the score ${onRow(reason.row)} is ${own(showScore(reason.score))}, under the least allowed, ${own(showScore(reason.minimum))}`;
    case 'cost':
      return say`a reply ${onRow(reason.row)} costs ${own(reason.increase === null ? 'something where it cost nothing' : `${showPercent(reason.increase)} more`)} (${own(showMoneyGrowth(reason.old * 1000, reason.new * 1000))} per 1,000, ${tested(reason)}); the limit is ${own(showPercent(reason.limit))}`;
    case 'cap':
      return reason.of === 'usd'
        ? say`1,000 replies ${onRow(reason.row)} cost ${own(showMoney(reason.value * 1000))}; the most allowed is ${own(showMoney(reason.cap * 1000))}`
        : say`a reply ${onRow(reason.row)} has ${own(showCount(reason.value))} output tokens on average; the most allowed is ${own(showCount(reason.cap))}`;
    case 'latency':
      return say`${own(reason.of === undefined ? 'a reply' : slow[reason.of])} ${onRow(reason.row)} takes ${own(showPercent(reason.increase))} longer (${own(`${reason.of === 'p95' ? 'p95' : 'p50'} ${showDurationGrowth(reason.old, reason.new)}`)}, ${tested(reason)}); the limit is ${own(showPercent(reason.limit))}`;
    case 'missing':
      return say`${reason.missing} of ${own(showNumberOf(reason.of, 'reply', 'replies'))} of ${promptOf(reason.side, mode)} ${onRow(reason.row)} were not asked, never came or could not be scored; more than a tenth proves nothing`;
    case 'unanswered-case':
      return say`case ${reason.case} has no scored reply of ${promptOf(reason.side, mode)} ${onRow(reason.row)}${own(reason.setAside ? ', and is set aside' : '')}`;
    case 'empty-replies':
      return say`${own(wordEmpty(reason))} ${onRow(reason.row)}`;
    case 'nothing-passes':
      return say`${own(wordNone(reason))} ${onRow(reason.row)}: ${own(reason.side === 'old' ? 'what fails already cannot break' : 'nothing shows that it works')}`;
    case 'other-question':
      return reason.brought.length === 0
        ? say`the two prompts are asked different questions ${onRow(reason.row)} in ${listNames(reason.cases)}: the new line does not ask there in the words of the base branch`
        : say`the two prompts are asked different questions ${onRow(reason.row)} in ${own(showNumberOf(reason.cases.length, 'case'))}: the new one does not read ${listNames(reason.dropped)} any more, but ${listNames(reason.brought)}, which this pull request brings`;
    case 'own-edits':
      return wordOwnEdits(reason);
    case 'out-of-steps':
      return say`with the new prompt ${own(reason.cases.length === 1 ? 'the conversation of' : 'the conversations of')} ${listNames(reason.cases, 5)} ${onRow(reason.row)} ${own(reason.cases.length === 1 ? 'comes' : 'come')} to the end of its steps without an answer in words; with the old one not`;
    case 'own-budget':
      return say`${wordOwnLimit(reason)} ended the asking ${onRow(reason.row)} before there were replies enough to tell`;
    case 'no-result':
      return wordUnanswered(reason, mode);
    case 'unknown-price':
      return say`a cost limit is set, and the price of ${reason.row} is unknown (${sideOf(reason.side)} side): no list has it at this endpoint, so write it in \`prices\``;
    case 'unknown-first-token':
      return say`\`gate.latency\` limits the time to the first token, and replies ${onRow(reason.row)} do not tell it (${sideOf(reason.side)} side): they did not come as a stream, so limit \`p50\` or \`p95\` there`;
    case 'leaning-cost':
      return say`a reply ${onRow(reason.row)} seems to cost ${own(reason.increase === null ? 'something where it cost nothing' : `${showPercent(reason.increase)} more`)} (${own(showMoneyGrowth(reason.old * 1000, reason.new * 1000))} per 1,000, ${own(showP(reason.p))}), which is over the limit of ${own(showPercent(reason.limit))}; too few replies rule out chance`;
    case 'leaning-latency':
      return say`${own(reason.of === undefined ? 'a reply' : slow[reason.of])} ${onRow(reason.row)} seems to take ${own(showPercent(reason.increase))} longer (${own(`${reason.of === 'p95' ? 'p95' : 'p50'} ${showDurationGrowth(reason.old, reason.new)}`)}, ${own(showP(reason.p))}), which is over the limit of ${own(showPercent(reason.limit))}; too few replies rule out chance`;
    case 'leaning':
      return say`it leans worse ${onRow(reason.row)} without proof: the mean moved ${own(showDelta(reason.delta))} (${own(showP(reason.p))})`;
    case 'leaning-case':
      return reason.confirmed
        ? say`case ${reason.case} got worse ${onRow(reason.row)}, but by less than half: ${own(showPoints(reason.delta))} (${own(showP(reason.p))})`
        : say`case ${reason.case} fell ${onRow(reason.row)}${reason.fall === undefined ? say` by ${own(showPoints(reason.delta))}` : say`: ${wordFallOf(reason.fall)}`}, not proven by itself`;
    case 'tolerated-case':
      return say`case ${reason.case} got worse ${onRow(reason.row)} by ${own(showPoints(reason.delta))} (${tested(reason)}), within the tolerance of ${own(showPoints(reason.tolerance))}`;
    case 'blind':
      return say`with ${own(showNumberOf(reason.trials, 'reply', 'replies'))} a case and side ${onRow(reason.row)} not even a case that breaks completely could be proven${blindFix(reason.trialsNeeded)}`;
    case 'unproven':
      return say`neither better nor worse is proven ${onRow(reason.row)}: a drop of ${own(showPoints(reason.margin))} is not ruled out`;
    case 'missing-decides':
      return say`the missing replies ${onRow(reason.row)} decide (${reason.missing.old} old, ${reason.missing.new} new): at their worst this would not pass. Run again: nothing else is asked anew`;
    case 'answered':
      return say`the new prompt leaves more replies unanswered ${onRow(reason.row)}: ${own(showPercent(reason.old))} → ${own(showPercent(reason.new))} answered (${own(showP(reason.p))})`;
    case 'kept-replies':
      return say`it looks worse ${onRow(reason.row)} against kept replies ${own(reason.refuted ? 'and not against fresh ones: the service changed, not the prompt' : 'alone, which never block')}`;
  }
}

function wordOwnEdits({ row, cases, unasked }: Extract<Reason, { kind: 'own-edits' }>): Phrase {
  if (cases.length === 0)
    return say`${own(showNumberOf(unasked, 'edited case'))} ${own(unasked === 1 ? 'was' : 'were')} not asked ${onRow(row)} as base had ${own(unasked === 1 ? 'it' : 'them')}: time or budget ended before`;
  const shown = cases.slice(0, 5).map((one) => say`${one.case}${tallies(one)}`);
  const more = cases.length - shown.length;
  return say`it passes ${onRow(row)} only by its own edits: as base had ${own(cases.length === 1 ? 'it' : 'them')}, ${list([...shown, ...(more > 0 ? [own(`${more} more`)] : [])], ', ', ' and ')} ${own(cases.length === 1 ? 'breaks' : 'break')}`;
}

function wordUnanswered({ row, calls, of }: Extract<Reason, { kind: 'no-result' }>, mode: Report['mode']): Phrase {
  const shown = calls.slice(0, 3).map((call) => {
    const by = mode === 'check' || call.side === 'new' ? [] : own(', the old prompt');
    return say`${clip(showCall(call), 120)} (${call.case}${by})`;
  });
  const more = of - shown.length;
  const all = list([...shown, ...(more > 0 ? [own(`${more} more`)] : [])], ', ', ' and ');
  return say`no canned result fits ${own(showNumberOf(of, 'call'))} ${onRow(row)}, which ended ${own(of === 1 ? 'its conversation' : 'their conversations')}: ${all}`;
}

function tallies({ old: before, new: after }: { readonly old: Count; readonly new: Count }): Phrase {
  return before.passes === null || after.passes === null ? [] : own(` (${showTally(before)} → ${showTally(after)})`);
}

function wordEmpty({ side, of }: Extract<Reason, { kind: 'empty-replies' }>): string {
  if (side === 'both') return `all ${of} replies of both prompts are empty`;
  return of === 1 ? 'the one reply of the new prompt is empty' : `all ${of} replies of the new prompt are empty`;
}

function wordNone({ cases, side }: Extract<Reason, { kind: 'nothing-passes' }>): string {
  if (side === 'new') return cases === 1 ? 'the one case does not pass' : `none of ${cases} cases passes`;
  return cases === 1 ? 'the one case did not pass before' : `none of ${cases} cases passed before`;
}

function onRow(row: string | null): Phrase {
  return row === null ? own('over all models together') : say`on ${row}`;
}

function fall(reason: Extract<Reason, { kind: 'case' }>): Phrase {
  if (reason.fall !== undefined) return wordFallOf(reason.fall);
  return own(
    reason.old.passes === null || reason.new.passes === null
      ? `${showPoints(reason.delta)} down`
      : `${showTally(reason.old)} → ${showTally(reason.new)}`,
  );
}

function tested(reason: { readonly p: number }): Phrase {
  return own(showP(reason.p));
}

/** A check has one side. */
function promptOf(side: Side, mode: Report['mode']): Phrase {
  return own(mode === 'check' ? 'the prompt' : `the ${side} prompt`);
}

function sideOf(side: Side): Phrase {
  return own(side);
}

function blindFix(trialsNeeded: number | null): Phrase {
  return own(trialsNeeded === null ? '; more cases would tell' : `; ${trialsNeeded} would tell`);
}
