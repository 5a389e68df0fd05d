import type { Report, ReportPrompt } from '../../core/report/report.ts';
import { differingWords, type WordSpan } from '../differing-words.ts';
import { type ChangedText, changedTexts, type DiffLine, readDiff } from '../read-diff.ts';
import { listNames } from '../wording/say.ts';
import { type Content, html, type Markup, toHtml } from './markup.ts';

/** Lines and characters of all prompts' diffs together: the static part of the page stays small. */
const most = { lines: 300, characters: 16_000 };
const mostChanges = 60;
/** Elements of a diff before its first line, and of a line, on average. */
const elementsOf = { diff: 13, line: 5 } as const;

/**
 * What changed in the prompts and in their golden cases.
 * @param room elements that it may take
 */
export function diffSection(report: Report, room: number): Markup {
  const { prompts } = report;
  let left = { ...most, elements: room };
  const diffs: Markup[] = [];
  const others: string[] = [];
  for (const prompt of changedTexts(report)) {
    if (diffs.length > 0 && left.elements < elementsOf.diff + elementsOf.line) {
      others.push(prompt.path);
      continue;
    }
    left = { ...left, elements: left.elements - elementsOf.diff };
    const lines = readDiff(prompt.diff);
    const shown: DiffLine[] = [];
    for (const line of lines) {
      left = {
        lines: left.lines - 1,
        characters: left.characters - line.text.length,
        elements: left.elements - elementsOf.line,
      };
      if (Math.min(left.lines, left.characters, left.elements) < 0) break;
      shown.push(line);
    }
    diffs.push(diffMarkup(prompt, shown, lines.length - shown.length));
  }
  const exams = prompts.map((prompt) => examMarkup(prompt, prompts.length > 1));
  const more = others.length === 0 ? '' : html`<p class="soft">Changed as well: ${toHtml(listNames(others, 20))}.</p>`;
  return html`<section id="diff"><h2>Prompt diff</h2>${diffs.length === 0 ? html`<p class="soft">No prompt's own text changed.</p>` : diffs}${more}${exams}</section>
`;
}

function diffMarkup(prompt: ChangedText, lines: readonly DiffLine[], more: number): Markup {
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

/** Of a rewritten line this share must be as before, else marks of words say nothing. */
const leastShared = 0.4;

/** Lines of a diff side by side, each with its number, words that differ marked. On a narrow screen old stands over new. */
function sidesOfDiff(lines: readonly DiffLine[]): Markup {
  const rows: Markup[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    if (line === undefined) break;
    if (line.kind === 'old' || line.kind === 'new') {
      const old = lines.slice(at, at + runOf('old', lines, at));
      const now = lines.slice(at + old.length, at + old.length + runOf('new', lines, at + old.length));
      for (let pair = 0; pair < Math.max(old.length, now.length); pair += 1) rows.push(changed(old[pair], now[pair]));
      at += old.length + now.length;
    } else {
      rows.push(plain(line));
      at += 1;
    }
  }
  return html`<table class="sides"><colgroup><col class="nr"><col><col class="nr"><col></colgroup><tbody>${rows}</tbody></table>`;
}

function runOf(kind: DiffLine['kind'], lines: readonly DiffLine[], from: number): number {
  const end = lines.slice(from).findIndex((line) => line.kind !== kind);
  return end === -1 ? lines.length - from : end;
}

function plain({ kind, text, old, new: now }: DiffLine): Markup {
  if (kind === 'same')
    return html`<tr class="s"><td class="nr">${old ?? ''}</td><td>${text}</td><td class="nr">${now ?? ''}</td><td>${text}</td></tr>`;
  return html`<tr class="h"><td colspan="4">${kind === 'hunk' ? '⋯ ' : ''}${text}</td></tr>`;
}

function changed(old: DiffLine | undefined, now: DiffLine | undefined): Markup {
  const spans = old === undefined || now === undefined ? undefined : tellingWords(old.text, now.text);
  const write = (side: 'old' | 'new', line: DiffLine): Content =>
    spans === undefined ? line.text : marked(spans, side);
  const none = html`<td class="nr"></td><td class="n0"></td>`;
  return html`<tr>${old === undefined ? none : html`<td class="nr">${old.old ?? ''}</td><td class="r">${write('old', old)}</td>`}${now === undefined ? none : html`<td class="nr">${now.new ?? ''}</td><td class="a">${write('new', now)}</td>`}</tr>`;
}

function tellingWords(old: string, now: string): readonly WordSpan[] | undefined {
  const spans = differingWords(old, now);
  const shared = spans?.reduce((sum, span) => sum + (span.same ? span.new.trim().length : 0), 0) ?? 0;
  return shared < leastShared * Math.max(old.trim().length, now.trim().length) ? undefined : spans;
}

function marked(spans: readonly WordSpan[], side: 'old' | 'new'): Content {
  return spans.map((span) => {
    const text = span[side];
    if (span.same || text === '') return text;
    return side === 'old' ? html`<del>${text}</del>` : html`<ins>${text}</ins>`;
  });
}
