import { clip } from './clip.ts';
import { showHidden } from './show-hidden.ts';

/**
 * At most `most` characters of a text on one line, its line ends as `⏎`, what hides made visible. Cut before it is searched:
 * the time taken does not grow with what is not shown.
 */
export function showOnOneLine(text: string, most: number): string {
  const line = showHidden(clip(text.trim(), most * 2))
    .replaceAll(/\s*\n\s*/gu, ' ⏎ ')
    .replaceAll('\t', ' ');
  return clip(line, most);
}
