import type { Reason } from '../../core/gate/reason.ts';
import type { Report, ReportRow } from '../../core/report/report.ts';
import { casesOf, type PlacedCase } from '../cases-of.ts';
import {
  showChange,
  showCount,
  showDurationGrowth,
  showMoneyGrowth,
  showNumberOf,
  showPercent,
  showPoints,
  showScore,
} from '../show-quantity.ts';
import { casesBehindFall } from '../telling-cases.ts';
import { listNames, own, type Phrase, say } from '../wording/say.ts';
import { blindestRow, wordHalving } from '../wording/word-method.ts';
import { wordWhere } from '../wording/word-where.ts';
import { slow, type Told } from './told.ts';
import { countPlaced, wordRest, wordTurn } from './word-cases.ts';

const cannotTell = own('Cannot tell');

/** What seems worse and is not proven: a row that leans, a case that fell, in the first row that cannot tell. */
export function openLeaning(report: Report): (Told & { readonly advice: Phrase }) | undefined {
  const row = undecidedRow(report);
  const reason = row?.reasons[0];
  if (row === undefined || reason === undefined) return undefined;
  if (reason.kind === 'leaning') {
    return {
      advice: say`Probably worse on ${row.id}`,
      fact: [own(showFall(row))],
      more: [wordBehind(report), wordChance(reason.p), wordSettle(report)],
    };
  }
  const fallen = casesOf(report, 'fell');
  const [first] = fallen;
  if (first !== undefined && (reason.kind !== 'leaning-case' || !reason.confirmed))
    return openFell(report, fallen, first);
  if (reason.kind !== 'leaning-case') return undefined;
  return {
    advice: own('Probably worse'),
    fact: [
      say`${reason.case} fell by ${own(showPoints(reason.delta))} on ${row.id}`,
      say`${reason.case} fell by ${own(showPoints(reason.delta))}`,
    ],
    more: [own('That is less than what blocks.'), wordChance(reason.p), wordRest([row])],
  };
}

function openFell(
  report: Report,
  fallen: readonly PlacedCase[],
  first: PlacedCase,
): Told & { readonly advice: Phrase } {
  const number = countPlaced(fallen);
  const where = wordWhere(report, fallen);
  const what = number === 1 ? say`${first.case.id} fell` : own(`${showNumberOf(number, 'case')} fell`);
  const replies = Math.max(...fallen.map(({ case: one }) => one.new.of));
  const little = replies <= 3 ? own(`So few replies can be chance.`) : own('That can be chance.');
  return {
    advice: cannotTell,
    fact: [say`${what} ${where}`, what],
    more: [
      wordTurn(fallen.map((one) => one.case)),
      little,
      wordTrials(report, fallen),
      wordRest([...new Set(fallen.map(({ row }) => row))], { fellIsTold: true }),
      wordSettle(report),
    ],
  };
}

/** As many replies a case as could prove that one of these broke, where there were fewer. */
function wordTrials({ method }: Report, fallen: readonly PlacedCase[]): Phrase {
  const needed = fallen.flatMap(({ row }) =>
    row.reasons.flatMap((reason) =>
      reason.kind === 'blind' && reason.trialsNeeded !== null ? reason.trialsNeeded : [],
    ),
  );
  const most = Math.max(0, ...needed);
  return most <= method.trials ? [] : own(`Raise \`trials\` to ${most} to know.`);
}

/** Beyond a limit, and not yet beyond chance. */
export function openLimit(
  reason: Extract<Reason, { readonly kind: 'leaning-cost' | 'leaning-latency' }>,
): Told & { readonly advice: Phrase } {
  const limit = own(`, over the limit of ${showPercent(reason.limit)}`);
  const [what, seems, growth] =
    reason.kind === 'leaning-cost'
      ? ([
          'a reply',
          reason.increase === null ? 'seems no longer free' : `seems to cost ${showPercent(reason.increase)} more`,
          `${showMoneyGrowth(reason.old * 1000, reason.new * 1000)} per 1,000 replies.`,
        ] as const)
      : ([
          slow[reason.of ?? 'p50'].what,
          `seems to take ${showPercent(reason.increase)} longer`,
          `${slow[reason.of ?? 'p50'].who} take ${showDurationGrowth(reason.old, reason.new)} or longer.`,
        ] as const);
  return {
    advice: cannotTell,
    fact: [say`${own(what)} on ${reason.row} ${own(seems)}${limit}`, say`${own(`${what} ${seems}`)}${limit}`],
    more: [own(growth), wordChance(reason.p), own('More replies would tell.')],
  };
}

function undecidedRow({ prompts }: Report): ReportRow | undefined {
  return prompts.flatMap(({ models }) => models).find(({ verdict }) => verdict === 'inconclusive');
}

function showFall({ passRate, score }: ReportRow): string {
  const isPassRate = passRate.old !== null && passRate.new !== null && passRate.old - passRate.new >= 0.005;
  return isPassRate
    ? `${showChange(passRate.old, passRate.new, showPercent)} of replies pass`
    : `score ${showChange(score.old, score.new, showScore)}`;
}

/** The cases that went down most: without them a reader would not know where to look. */
function wordBehind(report: Report): Phrase {
  const ids = [...new Set(casesBehindFall(report).map(({ case: { id } }) => id))];
  if (ids.length === 0) return [];
  const named = listNames(ids.slice(0, 2));
  return ids.length === 1 ? say`${named} fell; that proves nothing yet.` : say`Most of all ${named}; none is proven.`;
}

/** A p-value as people count: how often chance alone does what was seen. */
function wordChance(p: number): Phrase {
  const times = Math.round(1 / Math.max(p, 1e-6));
  return own(times < 2 ? 'Chance does this often.' : `Chance alone does this 1 time in ${showCount(times)}.`);
}

function wordSettle(report: Report): Phrase {
  const row = blindestRow(report);
  const halving = row === undefined ? [] : wordHalving(row, 'would tell more');
  return halving.length === 0 ? [] : say`${halving}.`;
}
