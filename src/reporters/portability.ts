import type { PortabilityReport } from '../core/portability/portability-report.ts';
import { escapeName, toMarkdown } from './markdown/escape.ts';
import { linkTo } from './markdown/link-to.ts';
import { bulleted, promptMarkdown } from './portability/prompt-markdown.ts';
import { wordAsked, wordBeside, wordHeading } from './portability/word-ported.ts';
import { showNumberOf } from './show-quantity.ts';

export { writePortedHtml } from './portability/write-ported-html.ts';
export { writePortedTerminal } from './portability/write-ported-terminal.ts';
// The other forms that a run shows it in. What a terminal needs takes long to load: all of it is loaded by itself.
export { titleOfRetiring, writeRetired, writeRetiringIssue } from './portability/write-retiring-issue.ts';

/** GitHub refuses a comment, and the body of an issue, that is longer. */
const longest = 65_536;

/** Where the text stands: the address of the run, and the marker that later runs know it by. */
export type PlaceOfText = { readonly run?: string | undefined; readonly marker?: string };

/** The matrix as a comment or a job summary. What does not fit is named, and left out from the end. */
export function writePortedMarkdown(report: PortabilityReport, { run, marker = '' }: PlaceOfText = {}): string {
  const head = [`### ${toMarkdown(wordHeading(report))}`, ...bulleted(wordBeside(report))];
  const foot = [
    ...(report.prompts.length === 0 ? [] : [`<sub>${toMarkdown(wordAsked(report))}</sub>`]),
    [`<sub>Promptgate ${escapeName(report.tool.version)}</sub>`, linkTo('This run', run)]
      .filter((part) => part !== '')
      .join(' · '),
    ...(marker === '' ? [] : [marker]),
  ];
  return within(
    head,
    report.prompts.map((prompt) => promptMarkdown(prompt, report.prompts.length > 1, report)),
    foot,
  );
}

/** As many of the parts as there is room for. */
function within(head: readonly string[], parts: readonly string[], foot: readonly string[]): string {
  for (let count = parts.length; count >= 0; count--) {
    const left = parts.length - count;
    const more = left === 0 ? [] : [`… and ${showNumberOf(left, 'prompt')} more in the report.`];
    const text = [...head, ...parts.slice(0, count), ...more, ...foot].join('\n\n');
    if (text.length <= longest) return text;
  }
  return [...head.slice(0, 1), ...foot].join('\n\n');
}
