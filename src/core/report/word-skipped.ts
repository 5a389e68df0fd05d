import { showOnOneLine } from '../text/show-on-one-line.ts';
import type { Report } from './report.ts';

/** Why most runs have nothing to review. */
export const noPromptChanged = 'no prompt changed';

/** Why there was nothing to review, in one line of plain text. */
export function wordSkipped({ skipped, mode }: Pick<Report, 'skipped' | 'mode'>): string {
  return `Nothing to ${mode === 'check' ? 'check' : 'review'}: ${showOnOneLine(skipped ?? noPromptChanged, 500)}`;
}
