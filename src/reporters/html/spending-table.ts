import type { Report, ReportRow } from '../../core/report/report.ts';
import { showChange, showCount, showMoney, showP } from '../show-quantity.ts';
import { own, type Phrase, say } from '../wording/say.ts';
import { nameRow, wordProduct, wordSum } from '../wording/word-cost.ts';
import { costLines, wordOverModels } from '../wording/word-cost-lines.ts';
import { html, type Markup, toHtml } from './markup.ts';

type Spending = NonNullable<ReportRow['spending']>;
type Spent = Spending['segments'][string];
type Line = {
  readonly path: string;
  /** The row's name, or how many models it is over. */
  readonly of: Phrase;
  readonly segment?: string;
  readonly spent: Spent;
};

/** Lines of the table, and sentences above it. */
const mostLines = 30;

/** What replies used and cost, old and new, by model and segment: tokens of each kind, dollars with their span, and where the change comes from. */
export function spendingTable({ prompts, method }: Report): Markup {
  const several = prompts.length > 1;
  const lines = prompts.flatMap(({ path, models, spending: whole }): readonly Line[] => [
    ...(whole === undefined ? [] : [{ path, of: own(`all ${whole.models} models`), spent: whole }]),
    ...models.flatMap((row): readonly Line[] => {
      const { spending } = row;
      if (spending === undefined) return [];
      const of = nameRow(row);
      const segments = Object.entries(spending.segments);
      return [
        { path, of, spent: spending },
        ...(segments.length < 2 ? [] : segments.map(([segment, spent]) => ({ path, of, segment, spent }))),
      ];
    }),
  ]);
  if (lines.every(({ spent }) => spent.replies.new === 0)) return html``;
  const told = prompts.flatMap((prompt) => {
    const { path, models } = prompt;
    const all = wordOverModels(prompt, method.alpha);
    return [
      ...(all.length === 0 ? [] : [say`${several ? say`${path}: ` : []}${all}`]),
      ...models.flatMap((row) =>
        costLines(row, method.alpha).map((line) => say`${several ? say`${path}, ` : []}${nameRow(row)}: ${line}`),
      ),
    ];
  });
  const head = [
    'In',
    'Cached',
    'Out',
    'Reasoning',
    'Characters',
    'Per 1,000 replies',
    'Change',
    'Chance',
    'Comes from',
  ];
  const more = lines.length - mostLines;
  return html`<h3>What replies use and cost</h3>${told.length === 0 ? '' : html`<ul>${told.slice(0, mostLines).map((line) => html`<li>${toHtml(line)}</li>`)}</ul>`}<div class="scroll" tabindex="0" role="region" aria-label="Tokens and dollars of a reply"><table><thead><tr>${several ? html`<th scope="col">Prompt</th>` : ''}<th scope="col">Model</th><th scope="col">Segment</th>${head.map((title) => html`<th scope="col" class="n">${title}</th>`)}</tr></thead><tbody>${lines.slice(0, mostLines).map((line) => lineOf(line, several))}</tbody></table></div>${more > 0 ? html`<p class="soft">… and ${more} more.</p>` : ''}`;
}

function lineOf({ path, of, segment, spent }: Line, several: boolean): Markup {
  const { tokens, usd, length } = spent;
  const cells = [
    ...[tokens.input, tokens.cached, tokens.output, tokens.reasoning, length].map(({ old, new: now }) =>
      showChange(old, now, showCount),
    ),
    usd.old === null && usd.new === null ? 'unknown' : showChange(thousand(usd.old), thousand(usd.new), showMoney),
    spanOf(usd),
    usd.p === null || usd.cheaper === null ? '–' : showP(Math.min(usd.p, usd.cheaper)).replace(/^p = /u, ''),
    wordProduct(spent) || '–',
  ];
  return html`<tr>${several ? html`<td class="wrap"><code>${path}</code></td>` : ''}<td class="wrap">${toHtml(of)}</td><td class="wrap">${segment === undefined ? toHtml(own('all')) : html`<code>${segment}</code>`}</td>${cells.map((cell) => html`<td class="n">${cell}</td>`)}</tr>
`;
}

function spanOf({ delta, low, high }: Spent['usd']): string {
  if (delta === null) return '–';
  const span = low === null || high === null ? '' : ` (${wordSum(low * 1000)} to ${wordSum(high * 1000)})`;
  return `${wordSum(delta * 1000)}${span}`;
}

function thousand(usd: number | null): number | null {
  return usd === null ? null : usd * 1000;
}
