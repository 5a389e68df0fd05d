import { markdownTable } from 'markdown-table';
import type { PortabilityReport, PortedPrompt } from '../../core/portability/portability-report.ts';
import { escapeName, toMarkdown } from '../markdown/escape.ts';
import { columnsOf, linesOf } from '../model-columns.ts';
import { showNumberOf } from '../show-quantity.ts';
import { listNames, own, type Phrase, say } from '../wording/say.ts';
import { wordAll, wordChosen, wordPrompt } from './word-ported.ts';

/** One prompt's matrix, with what each model comes to. @param named its path stands above */
export function promptMarkdown(prompt: PortedPrompt, named: boolean, report: PortabilityReport): string {
  const columns = columnsOf(linesOf(prompt));
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

/** Phrases as a list; nothing where there are none. */
export function bulleted(phrases: readonly Phrase[]): readonly string[] {
  return phrases.length === 0 ? [] : [phrases.map((phrase) => `- ${toMarkdown(phrase)}`).join('\n')];
}
