import type { Reason } from '../../core/gate/reason.ts';
import type { Report, ReportPrompt, ReportRow } from '../../core/report/report.ts';
import { showPoints } from '../show-quantity.ts';
import { countCases, wordUnsteady } from './count-cases.ts';
import { own, type Phrase, quote, say } from './say.ts';
import { wordFallOf } from './word-change.ts';
import { wordWhere } from './word-where.ts';

type CaseReason = Extract<Reason, { kind: 'case' }>;
type Fall = NonNullable<CaseReason['fall']>;

/** A case that is confirmed worse, and where. */
export type Found = { readonly prompt: ReportPrompt; readonly row: ReportRow; readonly reason: CaseReason };

/** The cases that are confirmed worse (those that block, or those that only warn), or `undefined` where there are none. */
export function wordBrokenCases(report: Report, effect: 'block' | 'warn'): Phrase | undefined {
  const found = brokenCases(report, effect);
  if (found.length === 0) return undefined;
  const where = alikeEverywhere(found) ? wordWhere(report, found) : own('on one model or more');
  return say`${wordCases(found)} ${where}${wordCounts(found)}${wordOthers(found)}`;
}

export function brokenCases(report: Report, effect: 'block' | 'warn'): readonly Found[] {
  return report.prompts.flatMap((prompt) =>
    prompt.models.flatMap((row) =>
      row.reasons.flatMap((reason): Found[] =>
        reason.kind === 'case' && reason.blocks === (effect === 'block') ? [{ prompt, row, reason }] : [],
      ),
    ),
  );
}

/** Whether every case that is named is worse on every row that is named with it. */
export function alikeEverywhere(found: readonly Found[]): boolean {
  const cases = new Set(found.map(({ prompt, reason }) => `${prompt.path}\n${reason.case}`));
  const rows = Map.groupBy(found, ({ row }) => row);
  return [...rows.values()].every((held) => held.length === cases.size);
}

/** `2 refund cases broke`: named alone, by what their ids share, or by their number. */
export function wordCases(found: readonly Found[]): Phrase {
  const ids = [...new Set(found.map(({ reason }) => reason.case))];
  const verb = own(found.every(({ reason }) => reason.new.passes === 0) ? 'broke' : 'got worse');
  const only = ids.length === 1 ? ids[0] : undefined;
  if (only !== undefined) return say`${only} ${verb}`;
  const shared = sharedWord(ids);
  return shared === undefined ? say`${ids.length} cases ${verb}` : say`${ids.length} ${quote(shared)} cases ${verb}`;
}

/** The first word of ids such as `refund-window` and `refund-digital`, where all share it. */
function sharedWord(ids: readonly string[]): string | undefined {
  const firsts = new Set(ids.map((id) => /^(\p{L}{2,30})[-_./: ]/u.exec(id)?.[1]));
  const [first] = firsts;
  // `2 case cases` says nothing.
  return firsts.size === 1 && !/^cases?$/iu.test(first ?? '') ? first : undefined;
}

function wordCounts(found: readonly Found[]): Phrase {
  const falls = found.flatMap(({ reason }) => reason.fall ?? []);
  const [first, ...more] = falls;
  if (first !== undefined) return found.length === 1 ? say`: ${wordFallOf(first)}` : wordDrops(first, more, found);
  const sum = { old: 0, new: 0, oldOf: 0, newOf: 0 };
  const shown = new Set<string>();
  for (const { reason } of found) {
    if (reason.old.passes === null || reason.new.passes === null) return own(`: ${wordFall(found)} down`);
    shown.add(`${reason.old.passes}/${reason.old.of} → ${reason.new.passes}/${reason.new.of}`);
    sum.old += reason.old.passes;
    sum.new += reason.new.passes;
    sum.oldOf += reason.old.of;
    sum.newOf += reason.new.of;
  }
  const [alike] = shown;
  if (shown.size === 1 && alike !== undefined) return own(`: ${alike}`);
  return own(`: together ${sum.old}/${sum.oldOf} → ${sum.new}/${sum.newOf}`);
}

/** Several cases, some by a graded check: which one, where it is the same in all, and how far down. */
function wordDrops(first: Fall, more: readonly Fall[], found: readonly Found[]): Phrase {
  const alike = more.length === found.length - 1 && more.every(({ check }) => check === first.check);
  const what = alike && first.check !== null ? say`${first.check} ` : [];
  return say`: ${what}${own(`${wordFall(found)} down`)}`;
}

/** The falls of graded cases, from the least to the greatest where they differ. */
function wordFall(found: readonly Found[]): string {
  const deltas = found.map(({ reason }) => reason.delta);
  const [least, most] = [showPoints(Math.max(...deltas)), showPoints(Math.min(...deltas))];
  return least === most ? most : `${least} to ${most}`;
}

/** What became of the other cases of the same rows. */
function wordOthers(found: readonly Found[]): Phrase {
  const counts = countCases([...new Set(found.map(({ row }) => row))]);
  const { same, improved } = counts;
  const told = [
    ...(same > 0 ? [same === 1 ? '1 other holds' : `${same} others hold`] : []),
    ...(improved.length > 0 ? [`${improved.length} got better`] : []),
    ...(counts.fell.length > 0 ? [`${counts.fell.length} fell without proof`] : []),
    ...wordUnsteady(counts),
  ];
  return told.length === 0 ? [] : own(`; ${told.join(', ')}`);
}
