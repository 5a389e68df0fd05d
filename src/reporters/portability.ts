import { markdownTable } from 'markdown-table';
import type { PortabilityReport, PortedPrompt } from '../core/portability/portability-report.ts';
import { escapeName, toMarkdown } from './markdown/escape.ts';
import { linkTo } from './markdown/link-to.ts';
import { columnsOf, linesOf } from './portability/columns.ts';
import { wordAll, wordAsked, wordBeside, wordChosen, wordHeading, wordPrompt } from './portability/word-ported.ts';
import { showNumberOf } from './show-quantity.ts';
import { listNames, own, type Phrase, say } from './wording/say.ts';

// The other forms that a run shows it in. What a terminal needs takes long to load: all of it is loaded by itself.
export { writePortedHtml } from './portability/write-ported-html.ts';
export { writePortedTerminal } from './portability/write-ported-terminal.ts';

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

/** One prompt's matrix, with what each model comes to. @param named its path stands above */
function promptMarkdown(prompt: PortedPrompt, named: boolean, report: PortabilityReport): string {
  const columns = columnsOf([prompt]);
  const table = markdownTable(
    [
      ['Model', ...columns.map(({ head }) => head)],
      ...linesOf(prompt).map((line) => [escapeName(line.figures.model), ...columns.map(({ cell }) => cell(line))]),
    ],
    { align: ['l', 'l', ...columns.slice(1).map(() => 'r')] },
  );
  const chosen = wordChosen(prompt);
  const told = prompt.models.map((model): Phrase => say`${model.model}: ${wordAll(model, report)}`);
  return [
    ...(named ? [`#### ${toMarkdown(wordPrompt(prompt))}`] : []),
    ...(chosen.length === 0 ? [] : [`Of the safe ones, ${toMarkdown(chosen)}.`]),
    table,
    ...bulleted(told),
    ...failingItems(prompt),
  ].join('\n\n');
}

/** What breaks, case by case: passes on the reference and on the model, and the checks that fail. */
function failingItems({ models }: PortedPrompt): readonly string[] {
  return models
    .filter(({ cases, verdict }) => cases.length > 0 && verdict !== 'unusable')
    .map(({ model, cases }) => {
      const lines = cases.slice(0, 20).map(({ id, old, new: now, checks }) => {
        const tally = ({ passes, of }: typeof old) => (passes === null ? `${of} scored` : `${passes}/${of}`);
        return `- ${toMarkdown(say`${id}: ${own(`${tally(old)} → ${tally(now)}`)}${checks.length === 0 ? [] : say` (${listNames(checks, 3)})`}`)}`;
      });
      const more = cases.length > 20 ? `\n- and ${cases.length - 20} more` : '';
      return `<details><summary>${showNumberOf(cases.length, 'case')} to look at on ${escapeElement(model)}</summary>\n\n${lines.join('\n')}${more}\n\n</details>`;
    });
}

function escapeElement(name: string): string {
  const written = escapeName(name);
  return written.startsWith('`') ? `<code>${written.slice(1, -1)}</code>` : written;
}

function bulleted(phrases: readonly Phrase[]): readonly string[] {
  return phrases.length === 0 ? [] : [phrases.map((phrase) => `- ${toMarkdown(phrase)}`).join('\n')];
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
