import type { ReportCase, ReportPrompt } from '../../core/report/report.ts';
import { showScore, showTally } from '../show-quantity.ts';
import { list, listNames, own, type Phrase, quote, say } from './say.ts';

/** What a case fell by, though its passes do not tell: a graded check by its name, or (`null`) the whole score. */
type Fall = Pick<NonNullable<ReportCase['falls']>[number], 'check' | 'old' | 'new'>;

/** The fall that tells a case's story where its own count does not: `undefined` where that fell by half itself. */
export function tellingFall({ falls = [], delta }: Pick<ReportCase, 'falls' | 'delta'>): Fall | undefined {
  return delta !== null && delta <= -0.5 ? undefined : falls[0];
}

/** `6/6 → 0/6`; of a graded check `judge: polite 0.89 → 0.00`; of a case with one side `0/6`. */
export function wordChange(one: ReportCase): Phrase {
  const fall = tellingFall(one);
  if (fall !== undefined) return wordFallOf(fall);
  return own(one.old.of === 0 ? showTally(one.new) : `${showTally(one.old)} → ${showTally(one.new)}`);
}

/** `judge: polite 0.89 → 0.00` */
export function wordFallOf({ check, old, new: now }: Fall): Phrase {
  return say`${check ?? own('the score')} ${own(`${showScore(old)} → ${showScore(now)}`)}`;
}

/** Most weakened or edited cases told one by one. */
const mostTold = 10;

/**
 * What the pull request did to a prompt's golden cases, what asks less first; a sentence each.
 * @param several there are other prompts, so that each sentence names its own
 */
export function wordCaseChanges({ path, casesChanged, unchecked }: ReportPrompt, several: boolean): readonly Phrase[] {
  const { removed, weakened, edited, added } = casesChanged;
  const where = several ? say` in ${path}` : [];
  const plainly = (what: string, ids: readonly string[]): readonly Phrase[] =>
    ids.length === 0
      ? []
      : [say`${own(`Golden ${ids.length === 1 ? 'case' : 'cases'} ${what}`)}${where}: ${listNames(ids)}.`];
  const told = (what: string, changes: typeof edited): readonly Phrase[] => {
    const shown = changes.slice(0, mostTold);
    const more = changes.length - shown.length;
    return [
      ...shown.map((one) => say`Golden case ${own(what)}${where}: ${one.id} (${list(one.what.map(quote), '; ')}).`),
      ...(more > 0 ? [own(`… and ${more} more ${what}.`)] : []),
    ];
  };
  return [
    ...plainly('removed', removed),
    ...told('weakened', weakened),
    ...told('edited', edited),
    ...plainly('added', added),
    ...plainly('without any check, so not asked', unchecked),
  ];
}
