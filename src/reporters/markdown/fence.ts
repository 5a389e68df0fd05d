import { clip } from '../../core/text/clip.ts';
import { showHidden } from '../../core/text/show-hidden.ts';

/** How much of a block is shown; what is left out is counted under it. */
export type FenceSize = { readonly lines: number; readonly characters: number };

/** Text from outside as a block that nothing in it can end: its fence is longer than its longest run of backticks. */
export function fence(text: string, language: '' | 'diff' | 'text' | 'yaml', size: FenceSize): string {
  const all = showHidden(text).replaceAll(/<!--/gu, '‹!--').split('\n');
  const lines: string[] = [];
  let left = size.characters;
  for (const line of all.slice(0, size.lines)) {
    if (left <= 0) break;
    const shown = clip(line, left);
    lines.push(shown);
    left -= shown.length + 1;
  }
  const more = all.length - lines.length;
  if (more > 0) lines.push(`… ${more} more ${more === 1 ? 'line' : 'lines'}`);
  const content = lines.join('\n');
  const runs = [...content.matchAll(/`+/gu)].map(([run]) => run.length);
  const marks = '`'.repeat(Math.max(3, 1 + Math.max(0, ...runs)));
  return `${marks}${language}\n${content}\n${marks}`;
}
