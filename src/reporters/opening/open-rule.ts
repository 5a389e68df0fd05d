import type { Reason } from '../../core/gate/reason.ts';
import type { Report, ReportRow } from '../../core/report/report.ts';
import {
  showCount,
  showDurationGrowth,
  showMoney,
  showMoneyGrowth,
  showNumberOf,
  showPercent,
  showPoints,
  showScore,
} from '../show-quantity.ts';
import { own, type Phrase, say } from '../wording/say.ts';
import { wordBill, wordCauses } from '../wording/word-cost.ts';
import { wordReason } from '../wording/word-reason.ts';
import { slow, type Told } from './told.ts';
import { wordRest } from './word-cases.ts';

const blockingRules: ReadonlySet<Reason['kind']> = new Set(['suite', 'metric', 'min-score', 'cost', 'cap', 'latency']);

/** Rules of the gate that broke: the first of them, and how many more there are. */
export function openRule(report: Report): Told {
  const ofRows = report.prompts.flatMap(({ models }) => models.flatMap((row) => row.reasons));
  const rules = [...ofRows, ...report.prompts.flatMap((prompt) => prompt.reasons)].filter(({ kind }) =>
    blockingRules.has(kind),
  );
  const [first, ...more] = rules;
  if (first === undefined) return { fact: [own('something got worse')], more: [] };
  const told = openReason(first, report);
  const others = more.length === 0 ? [] : own(`${showNumberOf(more.length, 'more rule')} broke, told below.`);
  return { ...told, more: [...told.more, others] };
}

function openReason(reason: Reason, report: Report): Told {
  const row = report.prompts.flatMap(({ models }) => models).find(({ id }) => 'row' in reason && id === reason.row);
  const rest = row === undefined ? [] : wordHolding(row);
  switch (reason.kind) {
    case 'cost': {
      const more = reason.increase === null ? 'is no longer free' : `costs ${showPercent(reason.increase)} more`;
      return {
        fact: [
          say`over the cost limit, a reply on ${reason.row} ${own(more)}`,
          own(`over the cost limit: a reply ${more}`),
        ],
        more: [
          own(
            `${showMoneyGrowth(reason.old * 1000, reason.new * 1000)} per 1,000 replies; the limit is +${showPercent(reason.limit)}.`,
          ),
          wordWhy(row),
          rest,
        ],
      };
    }
    case 'cap': {
      const [value, cap] = [reason.value, reason.cap].map((of) =>
        reason.of === 'usd' ? showMoney(of * 1000) : `${showCount(of)} tokens`,
      );
      return reason.of === 'usd'
        ? {
            fact: [say`over the cost limit, 1,000 replies on ${reason.row} cost ${own(`${value}`)}`],
            more: [own(`The most allowed is ${cap}.`), wordWhy(row), rest],
          }
        : {
            fact: [say`over the limit of length, replies on ${reason.row} have ${own(`${value}`)} on average`],
            more: [own(`The most allowed is ${cap}.`), wordWhy(row), rest],
          };
    }
    case 'latency':
      return {
        fact: [
          say`over the latency limit, ${own(slow[reason.of ?? 'p50'].what)} on ${reason.row} takes ${own(showPercent(reason.increase))} longer`,
          own(`over the latency limit: ${slow[reason.of ?? 'p50'].what} takes ${showPercent(reason.increase)} longer`),
        ],
        more: [
          own(
            `${slow[reason.of ?? 'p50'].who} take ${showDurationGrowth(reason.old, reason.new)} or longer; the limit is +${showPercent(reason.limit)}.`,
          ),
          rest,
        ],
      };
    case 'min-score': {
      const old = row?.score.old ?? null;
      const before =
        old === null
          ? []
          : own(
              old < reason.minimum
                ? `It was ${showScore(old)} before this change too.`
                : `It was ${showScore(old)} before.`,
            );
      return {
        fact: [
          say`score ${own(showScore(reason.score))} on ${reason.row}, below the least of ${own(showScore(reason.minimum))}`,
        ],
        more: [before, rest],
      };
    }
    case 'metric':
      return {
        fact: [
          say`${reason.metric} fell ${reason.row === null ? own('over all models') : say`on ${reason.row}`} by ${own(showPoints(reason.delta))}`,
          say`${reason.metric} fell by ${own(showPoints(reason.delta))}`,
        ],
        more: [rest],
      };
    default:
      return { fact: [wordReason(reason, report.mode)], more: [rest] };
  }
}

/** What the change comes of, and a month of it; without what replies used, how much longer they are. */
function wordWhy(row: ReportRow | undefined): Phrase {
  const causes = row?.spending === undefined ? '' : wordCauses(row.spending);
  if (row?.spending !== undefined && causes !== '') {
    const bill = row.spending.month === undefined ? [] : say` ${wordBill(row.spending, row)}.`;
    return say`${own(`${causes.charAt(0).toUpperCase()}${causes.slice(1)}.`)}${bill}`;
  }
  const { old = null, new: now = null } = row?.tokens.output ?? {};
  if (old === null || now === null || Math.round(old) === Math.round(now)) return [];
  return own(`Replies are ${now > old ? 'longer' : 'shorter'} (${Math.round(old)} → ${Math.round(now)} tokens).`);
}

function wordHolding(row: ReportRow): Phrase {
  const all = row.cases.length;
  const holding = row.cases.filter(({ state }) => state === 'same' || state === 'improved').length;
  if (all === 0) return [];
  return holding === all ? own(all === 1 ? 'Its case holds.' : `All ${all} cases hold.`) : wordRest([row]);
}
