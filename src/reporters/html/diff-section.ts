import type { Report, ReportPrompt } from '../../core/report/report.ts';
import { html, type Markup } from './markup.ts';

/** Lines of prompts' diffs in the static page; the program has them whole. */
const mostLines = 300;
const mostChanges = 60;

/** What changed in the prompts and in their golden cases. */
export function diffSection({ prompts }: Report): Markup {
  let left = mostLines;
  const diffs: Markup[] = [];
  for (const prompt of prompts) {
    const lines = prompt.diff.trimEnd().split('\n');
    if (prompt.diff.trim() === '') continue;
    const shown = lines.slice(0, left);
    left -= shown.length;
    diffs.push(diffMarkup(prompt, shown, lines.length - shown.length));
  }
  const exams = prompts.map((prompt) => examMarkup(prompt, prompts.length > 1));
  return html`<section id="diff"><h2>Prompt diff</h2>${diffs.length === 0 ? html`<p class="soft">No prompt's own text changed.</p>` : diffs}${exams}</section>
`;
}

function diffMarkup(prompt: ReportPrompt, lines: readonly string[], more: number): Markup {
  const kind = (line: string) =>
    /^(?:\+\+\+|---|@@)/u.test(line) ? 'h' : line.startsWith('+') ? 'a' : line.startsWith('-') ? 'r' : '';
  // Lines that both have need no element of their own.
  const body = lines.map((line) => {
    const of = kind(line);
    return of === '' ? html`${line}\n` : html`<span class="${of}">${line}\n</span>`;
  });
  const was = prompt.previousPath === undefined ? '' : html` (was ${prompt.previousPath})`;
  return html`<figure class="card"><figcaption><b>${prompt.path}</b>${was}</figcaption><pre class="diff" tabindex="0" aria-label="Changes of ${prompt.path}">${body}</pre>${more > 0 ? html`<p class="soft">… ${more} more lines.</p>` : ''}</figure>`;
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
