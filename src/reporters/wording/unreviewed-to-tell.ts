import type { Report } from '../../core/report/report.ts';
import { list, own, type Phrase, quote, say } from './say.ts';
import { mendUnreviewed, wordCause } from './word-unreviewed.ts';

type Unreviewed = Report['unreviewed'][number];

/** Prompts of one cause that are named. */
const mostNamed = 10;

/** What nothing guards, a sentence each cause with what would mend it: prompts that share it are told together. */
export function unreviewedToTell({ unreviewed }: Pick<Report, 'unreviewed'>): readonly Phrase[] {
  return [...Map.groupBy(unreviewed, ({ why }) => why).values()].flatMap((held): readonly Phrase[] => {
    const [first] = held;
    if (first === undefined) return [];
    const shown = held.slice(0, mostNamed);
    const more = held.length - shown.length;
    const details = new Set(held.map(({ detail }) => detail));
    const named = details.size === 1 ? shown.map(({ path }) => say`${path}`) : shown.map(withDetail);
    const names = [...named, ...(more > 0 ? [own(`${more} more`)] : [])];
    const detail = details.size === 1 && first.detail !== undefined ? say` (${quote(first.detail)})` : [];
    return [say`${list(names, ', ', ' and ')}: ${wordCause(first, held.length)}${detail}. ${mendUnreviewed(first)}`];
  });
}

function withDetail({ path, detail }: Unreviewed): Phrase {
  return detail === undefined ? say`${path}` : say`${path} (${quote(detail)})`;
}
