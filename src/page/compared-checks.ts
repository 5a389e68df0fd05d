import type { PageAsked, PageCheck } from '../reporters/html/page-data.ts';

export type ComparedCheck = { readonly old: PageCheck | undefined; readonly now: PageCheck };

/** The checks of a trial's replies: those that came out otherwise than before, or fail; and those that pass as they did. */
export function comparedChecks(
  asked: PageAsked,
  trial: number,
): { readonly changed: readonly ComparedCheck[]; readonly alike: readonly ComparedCheck[] } {
  const before = asked.old[trial] ?? asked.old.at(-1);
  const now = asked.new[trial] ?? asked.new.at(-1);
  const old = new Map((before?.checks ?? []).map((check) => [check.name, check]));
  const all = (now?.checks ?? before?.checks ?? []).map((check) => ({ old: old.get(check.name), now: check }));
  return { changed: all.filter((one) => isTold(one)), alike: all.filter((one) => !isTold(one)) };
}

function isTold({ old, now }: ComparedCheck): boolean {
  if (now.mark !== 'pass') return true;
  return old !== undefined && (old.mark !== now.mark || old.value !== now.value);
}
