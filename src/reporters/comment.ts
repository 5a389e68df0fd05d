import type { Report } from '../core/report/report.ts';
import { toMarkdown } from './markdown/escape.ts';
import { reportMarkdown } from './markdown/report-markdown.ts';
import { openingOf } from './opening/opening-of.ts';

/** Most characters GitHub takes in a comment. Counted here in UTF-16 units, which are never fewer than its characters. */
export const commentLimit = 65_536;

/**
 * The pull request's comment: the verdict, the evidence, what to do next, folded sections, and the hidden `marker` as its last line.
 * At most `commentLimit` long; no text from outside can mention, link, load an image or end its block.
 */
export function writeComment(report: Report, marker: string): string {
  return reportMarkdown(report, marker, [], {
    length: commentLimit,
    measure: (text) => text.length,
    rows: 40,
    fence: { lines: 60, characters: 4000 },
  });
}

/** The comment's first line, without the marks of a heading: later comments quote it. */
export function writeHeading(report: Report): string {
  const { mark, line } = openingOf(report);
  return `${mark} ${toMarkdown(line)}`;
}
