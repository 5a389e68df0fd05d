import type { Report, ReportPrompt } from '../../core/report/report.ts';
import { safeModels } from '../safe-models.ts';
import { showChange, showCount, showMoney } from '../show-quantity.ts';
import { type ShownCase, shownCases } from '../shown-cases.ts';
import { allCases, type CaseSize, caseCard } from './cases.ts';
import { type Content, html, type Markup } from './markup.ts';

/** A prompt, in pieces: what broke, what changed in it and in its cases, every case on every model, what it costs. */
export function* promptSection(report: Report, prompt: ReportPrompt, size: CaseSize): Generator<string> {
  const telling = shownCases({ ...report, prompts: [prompt] });
  const shown = telling.slice(0, 100);
  const more = telling.length - shown.length;
  yield html`<section><h2>${titleOf(report, prompt, telling)}</h2>
`.text;
  for (const { row, case: one } of shown) yield caseCard(prompt, row, one).text;
  yield html`${more > 0 ? html`<p class="soft">… and ${more} more among all cases below.</p>` : ''}
${diffMarkup(prompt)}${examMarkup(prompt)}`.text;
  for (const row of prompt.models) yield* allCases(prompt, row, size);
  yield html`${costMarkup(prompt)}${report.mode === 'check' ? '' : modelsMarkup(prompt)}</section>
`.text;
}

const titles = {
  broke: 'What broke',
  fell: 'What fell',
  fails: 'What fails, before and now',
} as const satisfies Record<ShownCase['why'], string>;

function titleOf({ prompts, mode }: Report, { path }: ReportPrompt, [first]: readonly ShownCase[]): Content {
  if (prompts.length > 1 || first === undefined) return html`<code>${path}</code>`;
  if (mode === 'check') return 'What fails';
  return titles[first.why];
}

function diffMarkup(prompt: ReportPrompt): Markup {
  if (prompt.diff.trim() === '') return html``;
  const kind = (line: string) =>
    /^(?:\+\+\+|---|@@)/u.test(line) ? 'h' : line.startsWith('+') ? 'a' : line.startsWith('-') ? 'r' : '';
  const lines = prompt.diff.trimEnd().split('\n');
  const shown = lines
    .slice(0, 2000)
    .map((line) => html`<span class="${kind(line)}">${line === '' ? ' ' : line}</span>`);
  const was = prompt.previousPath === undefined ? '' : html` (was <code>${prompt.previousPath}</code>)`;
  return html`<details class="fold" open><summary>What changed in <code>${prompt.path}</code>${was}</summary><pre tabindex="0">${shown}</pre></details>`;
}

function examMarkup(prompt: ReportPrompt): Markup {
  const { removed, weakened, edited, added } = prompt.casesChanged;
  const plainly = (what: string, ids: readonly string[]) => ids.map((id) => html`<li>${what}: <code>${id}</code></li>`);
  const told = (what: string, changes: typeof edited) =>
    changes.map(
      (one) => html`<li>${what}: <code>${one.id}</code> <span class="soft">${one.what.join('; ')}</span></li>`,
    );
  const items = [
    ...plainly('removed, asked as before', removed),
    ...told('weakened', weakened),
    ...told('edited', edited),
    ...plainly('added', added),
    ...plainly('without any check, so not asked', prompt.unchecked),
  ];
  return items.length === 0
    ? html``
    : html`<details class="fold"><summary>Golden cases changed here (${items.length})</summary><div class="in"><ul>${items}</ul></div></details>`;
}

function costMarkup(prompt: ReportPrompt): Markup {
  const thousand = (side: number | null) => (side === null ? null : side * 1000);
  const lines = prompt.models.flatMap((row) =>
    Object.entries(row.cost.perSegment).map(([segment, cost]) => {
      const month = row.cost.monthly[segment];
      const perThousand =
        cost.old === null && cost.new === null
          ? 'unknown'
          : showChange(thousand(cost.old), thousand(cost.new), showMoney);
      const monthly =
        month === undefined
          ? '–'
          : month.old === null && month.new === null
            ? 'unknown'
            : showChange(month.old, month.new, showMoney);
      return html`<tr><td class="wrap"><code>${segment}</code></td><td class="wrap"><code>${row.id}</code></td><td class="n">${perThousand}</td><td class="n">${month === undefined ? '–' : showCount(month.replies)}</td><td class="n">${monthly}</td></tr>`;
    }),
  );
  if (lines.length === 0) return html``;
  return html`<details class="fold"><summary>What each segment costs</summary><div class="wide" tabindex="0" role="region" aria-label="Cost by segment"><table><thead><tr><th scope="col">Segment</th><th scope="col">Model</th><th scope="col" class="n">Per 1,000 replies</th><th scope="col" class="n">Replies a month</th><th scope="col" class="n">A month</th></tr></thead><tbody>${lines}</tbody></table></div></details>`;
}

function modelsMarkup(prompt: ReportPrompt): Markup {
  if (prompt.models.length < 2) return html``;
  const { safe, cheapest } = safeModels(prompt);
  const names = safe.map(({ id }, index) => html`${index === 0 ? '' : ', '}<code>${id}</code>`);
  const price =
    cheapest === undefined
      ? ''
      : html`; the cheapest of those is <code>${cheapest.id}</code> at ${showMoney((cheapest.cost.new ?? 0) * 1000)} per 1,000 replies`;
  return html`<p class="soft">${safe.length === 0 ? 'Safe on none of these models' : html`Safe on ${names}${price}`}.</p>`;
}
