import type { ReportPrompt } from '../../core/report/report.ts';
import { list, listNames, own, type Phrase, quote, say } from './say.ts';

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
