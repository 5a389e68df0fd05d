import type { Report, ReportPrompt } from '../../core/report/report.ts';
import { type DiffLine, readDiff } from '../read-diff.ts';
import { html, type Markup } from './markup.ts';
import { sidesOfDiff } from './sides-of-diff.ts';

/** Lines and characters of all prompts' diffs together: the static part of the page stays small. */
const most = { lines: 300, characters: 16_000 };
const mostChanges = 60;

/** What changed in the prompts and in their golden cases. */
export function diffSection({ prompts }: Report): Markup {
  let left = most;
  const diffs: Markup[] = [];
  for (const prompt of prompts) {
    if (prompt.diff.trim() === '') continue;
    const lines = readDiff(prompt.diff);
    const shown: DiffLine[] = [];
    for (const line of lines) {
      left = { lines: left.lines - 1, characters: left.characters - line.text.length };
      if (left.lines < 0 || left.characters < 0) break;
      shown.push(line);
    }
    diffs.push(diffMarkup(prompt, shown, lines.length - shown.length));
  }
  const exams = prompts.map((prompt) => examMarkup(prompt, prompts.length > 1));
  return html`<section id="diff"><h2>Prompt diff</h2>${diffs.length === 0 ? html`<p class="soft">No prompt's own text changed.</p>` : diffs}${exams}</section>
`;
}

function diffMarkup(prompt: ReportPrompt, lines: readonly DiffLine[], more: number): Markup {
  const was = prompt.previousPath === undefined ? '' : html` (was ${prompt.previousPath})`;
  const table = html`<div class="diff" tabindex="0" role="region" aria-label="Changes of ${prompt.path}">${sidesOfDiff(lines)}</div>`;
  return html`<figure class="card"><figcaption><b>${prompt.path}</b>${was}</figcaption>${lines.length === 0 ? '' : table}${more > 0 ? html`<p class="soft">… ${more} more lines.</p>` : ''}</figure>`;
}

function examMarkup({ path, casesChanged, unchecked }: ReportPrompt, several: boolean): Markup {
  const { removed, weakened, edited, added } = casesChanged;
  const plainly = (what: string, ids: readonly string[]) => ids.map((id) => html`<li>${what}: <code>${id}</code></li>`);
  const told = (what: string, changes: typeof edited) =>
    changes.map(
      (one) => html`<li>${what}: <code>${one.id}</code> <span class="soft">${one.what.join('; ')}</span></li>`,
    );
  const items = [
    ...plainly('removed, asked as before', removed),
    ...told('loosened', weakened),
    ...told('edited', edited),
    ...plainly('added', added),
    ...plainly('without any check, so not asked', unchecked),
  ];
  if (items.length === 0) return html``;
  const more = items.length - mostChanges;
  return html`<h3>Golden cases changed here (${items.length})${several ? html` <span class="soft">${path}</span>` : ''}</h3><ul>${items.slice(0, mostChanges)}${more > 0 ? html`<li class="soft">… and ${more} more</li>` : ''}</ul>`;
}
