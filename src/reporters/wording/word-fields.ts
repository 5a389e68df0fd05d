import type { Report, ReportPrompt, ReportRow } from '../../core/report/report.ts';
import { list, own, type Phrase, say } from './say.ts';

/** A field of replies in JSON on a row, with the replies it is right in before and now. */
export type ToldField = {
  readonly prompt: ReportPrompt;
  readonly row: ReportRow;
  readonly count: NonNullable<ReportRow['fields']>[number];
};

/** The fields that moved, those that fell furthest first; in a check of one side those that are not always right. */
export function fieldsThatMoved({ prompts, mode }: Report): readonly ToldField[] {
  const all = prompts.flatMap((prompt) =>
    prompt.models.flatMap((row) => (row.fields ?? []).map((count): ToldField => ({ prompt, row, count }))),
  );
  return all
    .filter(({ count }) => (mode === 'check' ? shareOf(count.new) < 1 : shareOf(count.old) !== shareOf(count.new)))
    .toSorted((one, other) => fallOf(other) - fallOf(one));
}

/** From this fall on a field is told above the folds: less is often chance, and a reply or two. */
const leastFall = 0.1;
/** Most fields named of a row. */
const most = 3;

/** Which fields fell, a line each row: what to look at, and no part of the verdict. */
export function wordFields(report: Report): readonly Phrase[] {
  const fell = fieldsThatMoved(report).filter((told) => told.count.old.of > 0 && fallOf(told) >= leastFall);
  return [...Map.groupBy(fell, ({ row }) => row).values()].flatMap((held): readonly Phrase[] => {
    const [first] = held;
    if (first === undefined) return [];
    const several = report.prompts.length > 1;
    const where = several ? say`${first.prompt.path} on ${first.row.id}` : say`${first.row.id}`;
    const shown = held.slice(0, most).map(({ count }) => say`${count.field} right ${own(showRight(count))}`);
    const more = held.length > most ? [own(`${held.length - most} more`)] : [];
    return [say`Fields that fell on ${where}: ${list([...shown, ...more], ', ', more.length > 0 ? ' and ' : ', ')}.`];
  });
}

/** `48/50 → 31/50`; one of them where the other side has none. */
export function showRight({ old, new: now }: ToldField['count']): string {
  return [old, now]
    .filter(({ of }) => of > 0)
    .map(({ right, of }) => `${right}/${of}`)
    .join(' → ');
}

function shareOf({ right, of }: ToldField['count']['old']): number {
  return of === 0 ? 0 : right / of;
}

function fallOf({ count }: ToldField): number {
  return shareOf(count.old) - shareOf(count.new);
}
