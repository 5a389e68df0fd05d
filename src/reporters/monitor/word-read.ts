import type { MonitorReport } from '../../core/monitor/monitor-report.ts';
import { showPosition } from '../../core/problem.ts';
import { showCount, showMoney, showNumberOf } from '../show-quantity.ts';
import { own, type Phrase, quote, say } from '../wording/say.ts';

/** Broken records that are told by their place. */
const mostBroken = 5;

/** `5,040 calls from 2026-11-01 to 2026-11-28: $0.70` */
export function wordMonitorHeadline({ all, from, to }: MonitorReport): Phrase {
  const when = from === null ? ', no day known' : from === to ? ` on ${from}` : ` from ${from} to ${to}`;
  return own(`${showNumberOf(all.calls, 'call')}${when}: ${showMoney(all.usd)}`);
}

/** What was read, and what of it tells nothing. */
export function wordRead({ all, read, broken, limits, history }: MonitorReport): readonly Phrase[] {
  const { unknown, computed } = all.priced;
  const formats = read.formats.join(', ');
  return [
    say`${own(`Read ${showNumberOf(read.lines, 'record')} from ${showNumberOf(read.files, 'file')}`)} (${quote(formats)}).`,
    ...(computed === 0
      ? []
      : [
          own(
            `The cost of ${showNumberOf(computed, 'call')} is computed from the price list: the logs contain no billed cost.`,
          ),
        ]),
    ...(unknown === 0
      ? []
      : [
          own(
            `The cost of ${showNumberOf(unknown, 'call')} is unknown and left out of the sums: name a price under \`prices\` in the config.`,
          ),
        ]),
    ...(read.broken === 0
      ? []
      : [own(`${showNumberOf(read.broken, 'record is', 'records are')} broken and not counted.`)]),
    ...(read.ahead === 0
      ? []
      : [
          own(
            `${showNumberOf(read.ahead, 'call is', 'calls are')} assigned to no day, dated more than a day in the future.`,
          ),
        ]),
    ...(read.outlying.length === 0
      ? []
      : [
          own(
            `${showNumberOf(read.outlying.length, 'day', 'days')} with very few calls, far from all others, left out of the comparison: ${read.outlying.slice(0, mostBroken).join(', ')}.`,
          ),
        ]),
    ...broken
      .slice(0, mostBroken)
      .map(({ what, at }) => say`  ${at === undefined ? [] : say`${showPosition(at)}: `}${quote(what)}`),
    ...(history?.unread ?? [])
      .slice(0, mostBroken)
      .map(({ at, why }) => say`History: ${at} ${quote(why)}; it was skipped.`),
    ...(limits.callsOfOthers === 0
      ? []
      : [
          own(
            `There are more segments, models or prompts than are kept apart (${limits.segment}, ${limits.model} and ${limits.prompt}; ${showCount(limits.groups)} groups): ${showNumberOf(limits.callsOfOthers, 'call is', 'calls are')} counted together as \`others\`.`,
          ),
        ]),
  ];
}
