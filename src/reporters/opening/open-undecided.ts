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
import { wordOwnEdits } from '../wording/word-own-edits.ts';
import { wordReason } from '../wording/word-reason.ts';
import { wordLimit, wordOwnLimit, wordOwnRaise, wordRaise, wordSoFar } from '../wording/word-stopped.ts';
import { wordWhere } from '../wording/word-where.ts';
import { slow, type Told } from './told.ts';
import { wordOtherPrompts, wordRest, wordTurn } from './word-cases.ts';

/** What a review that proves nothing can say, with the words that open it. */
export function openUndecided(report: Report): Told & { readonly advice: Phrase } {
  const told =
    openStopped(report) ?? openOwnStop(report) ?? openEdits(report) ?? openLeaning(report) ?? openReasons(report);
  return { ...told, more: [...told.more, report.prompts.length > 1 ? wordOtherPrompts(report) : []] };
}

const cannotTell = own('Cannot tell');

function openStopped(report: Report): (Told & { readonly advice: Phrase }) | undefined {
  const limit = wordLimit(report);
  if (limit.length === 0) return undefined;
  return {
    advice: say`Stopped at ${limit}`,
    fact: [wordUnproven(report)],
    more: [own(`It ended ${wordSoFar(report)}.`), wordRaise(report)],
  };
}

/** The first prompt that proves nothing was stopped by a budget of its own. */
function openOwnStop(report: Report): (Told & { readonly advice: Phrase }) | undefined {
  const prompt = report.prompts.find(({ verdict }) => verdict === 'inconclusive');
  const reason = prompt?.models.flatMap((row) => row.reasons).find(({ kind }) => kind === 'own-budget');
  if (prompt === undefined || reason?.kind !== 'own-budget') return undefined;
  const after = showNumberOf(prompt.rounds, 'round');
  return {
    advice: cannotTell,
    fact: [
      say`${prompt.path} was stopped by its own budget after ${own(after)}`,
      say`${prompt.path} was stopped by its own budget`,
    ],
    more: [say`Stopped at ${wordOwnLimit(reason)}.`, wordOwnRaise(reason)],
  };
}

/** What came of a review that was cut short: `10 cases fell, not proven`. */
export function wordUnproven(report: Report): Phrase {
  const fallen = idsOf(casesOf(report, 'fell'));
  return own(fallen === 0 ? 'nothing is proven either way' : `${showNumberOf(fallen, 'case')} fell, not proven`);
}

function openEdits(report: Report): (Told & { readonly advice: Phrase }) | undefined {
  const edited = wordOwnEdits(report);
  const more = [own('As the base branch has these cases, they fail now.')];
  if (edited !== undefined) return { advice: cannotTell, fact: [edited, own('passes only by its own edits')], more };
  const other = report.prompts
    .flatMap(({ models }) => models.flatMap((row) => row.reasons))
    .find((reason) => reason.kind === 'other-question');
  if (other === undefined) return undefined;
  const different = own('old and new are asked different questions');
  if (other.brought.length === 0)
    return {
      advice: cannotTell,
      fact: [say`${different} in ${listNames(other.cases, 2)}`, different],
      more: [own('The new line of the snapshot does not ask there in the words of the old one.')],
    };
  return {
    advice: cannotTell,
    fact: [
      say`old and new are asked different questions: ${listNames(other.brought, 1)} for ${listNames(other.dropped, 1)}`,
      different,
    ],
    more: [
      say`In ${own(showNumberOf(other.cases.length, 'case'))} the new prompt does not read ${listNames(other.dropped, 2)} any more, but ${listNames(other.brought, 2)}, which comes with this change.`,
    ],
  };
}

function openLeaning(report: Report): (Told & { readonly advice: Phrase }) | undefined {
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
  const number = idsOf(fallen);
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

function openReasons(report: Report): Told & { readonly advice: Phrase } {
  const rows = report.prompts.flatMap(({ models }) => models).filter(({ verdict }) => verdict === 'inconclusive');
  const reason = [...rows.flatMap((row) => row.reasons), ...report.prompts.flatMap(({ reasons }) => reasons)][0];
  if (reason === undefined) return { advice: cannotTell, fact: [own('there are too few replies')], more: [] };
  const full = wordReason(reason, report.mode);
  if (reason.kind === 'blind') {
    const needed = reason.trialsNeeded;
    return {
      advice: cannotTell,
      fact: [own(`${showNumberOf(reason.trials, 'reply', 'replies')} a case cannot even prove a case that breaks`)],
      more: [own(needed === null ? 'More cases would tell.' : `Raise \`trials\` to ${needed}, or add cases.`)],
    };
  }
  if (reason.kind === 'no-result') {
    const calls = `no canned result fits ${showNumberOf(reason.of, 'call')}`;
    return { advice: cannotTell, fact: [say`${own(calls)} on ${reason.row}`, own(calls)], more: [] };
  }
  if (reason.kind === 'leaning-cost' || reason.kind === 'leaning-latency') return openLimit(reason);
  return { advice: cannotTell, fact: [full, own('too little is known')], more: [say`${full}.`] };
}

/** Beyond a limit, and not yet beyond chance. */
function openLimit(
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

function idsOf(placed: readonly PlacedCase[]): number {
  return new Set(placed.map(({ prompt, case: { id } }) => `${prompt.path}\n${id}`)).size;
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
