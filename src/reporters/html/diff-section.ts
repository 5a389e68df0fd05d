import type { Report, ReportPrompt } from '../../core/report/report.ts';
import type { WordSpan } from '../differing-words.ts';
import { type PairedLine, pairLines } from '../paired-lines.ts';
import { changedInstructions, type DiffLine, readDiff } from '../read-diff.ts';
import { listNames } from '../wording/say.ts';
import { filesBehind, wordEdit } from '../wording/word-edit.ts';
import { type Content, html, type Markup, toHtml } from './markup.ts';

/** Lines and characters of all prompts' diffs together: the static part of the page stays small. */
const most = { lines: 300, characters: 16_000 };
const mostChanges = 60;
/** Elements around what changed in a prompt, of one of its diffs before its first line, and of a line, on average. */
const elementsOf = { diff: 6, part: 9, line: 5 } as const;

/** A file, or a prompt, of which something changed: what is said of it, and the diffs of its parts. */
type Changed = {
  readonly path: string;
  readonly was: Content;
  readonly facts: readonly Markup[];
  readonly parts: readonly { readonly title: Content; readonly diff: string; readonly label: string }[];
};

/**
 * What changed in the prompts, in the files behind them and in their golden cases.
 * @param room elements that it may take
 */
export function diffSection(report: Report, room: number): Markup {
  const { prompts } = report;
  const left = { ...most, elements: room };
  const take = (diff: string): Markup => {
    left.elements -= elementsOf.part;
    const lines = readDiff(diff);
    const shown = lines.filter((line) => {
      left.lines -= 1;
      left.characters -= line.text.length;
      left.elements -= elementsOf.line;
      return Math.min(left.lines, left.characters, left.elements) >= 0;
    });
    const more = lines.length - shown.length;
    return html`${shown.length === 0 ? '' : sidesOfDiff(shown)}${more > 0 ? html`<p class="soft">… ${more} more lines.</p>` : ''}`;
  };
  const unguarded = changedInstructions(report).map(({ path, diff }) => ({
    path,
    was: '',
    facts: [],
    parts: [{ title: '', diff, label: path }],
  }));
  const diffs: Markup[] = [];
  const others: string[] = [];
  for (const changed of [...prompts.flatMap(changedPrompt), ...unguarded, ...changedBehind(report)]) {
    if (diffs.length > 0 && left.elements < elementsOf.diff + elementsOf.line) {
      others.push(changed.path);
      continue;
    }
    left.elements -= elementsOf.diff + 2 * changed.facts.length;
    diffs.push(changedMarkup(changed, take));
  }
  const exams = prompts.map((prompt) => examMarkup(prompt, prompts.length > 1));
  const more = others.length === 0 ? '' : html`<p class="soft">Changed as well: ${toHtml(listNames(others, 20))}.</p>`;
  return html`<section id="diff"><h2>Prompt diff</h2>${diffs.length === 0 ? html`<p class="soft">No prompt's own text changed.</p>` : diffs}${more}${exams}</section>
`;
}

function changedPrompt(prompt: ReportPrompt): readonly Changed[] {
  const { path, previousPath, diff, promptEdit } = prompt;
  const facts = wordEdit(prompt).map((told) => html`<li>${toHtml(told)}</li>`);
  if (diff.trim() === '' && facts.length === 0) return [];
  const messages = promptEdit?.messages ?? [];
  const own = facts.length > 0 || diff.trim() === '' ? [] : [{ title: '', diff, label: path }];
  return [
    {
      path,
      was: previousPath === undefined ? '' : html` (was ${previousPath})`,
      facts,
      parts:
        messages.length === 0
          ? own
          : messages.map((message, at) => ({
              ...messagePart(message),
              label: `${path}, ${message.role} ${at + 1}`,
            })),
    },
  ];
}

function messagePart({
  role,
  oldRole,
  file,
  kind,
  diff,
}: NonNullable<ReportPrompt['promptEdit']>['messages'][number]): Omit<Changed['parts'][number], 'label'> {
  const was = oldRole === undefined ? '' : html` (was ${oldRole})`;
  const where = file === undefined ? '' : html` in ${file}`;
  return { title: html`<b>${role}</b>${was}${kind === 'changed' ? '' : ` ${kind}`}${where}`, diff };
}

function changedBehind(report: Report): readonly Changed[] {
  return filesBehind(report)
    .filter(({ diff }) => diff !== '')
    .map(({ path, prompts, diff }) => ({
      path,
      was: html` behind ${toHtml(listNames(prompts, 3))}`,
      facts: [],
      parts: [{ title: '', diff, label: path }],
    }));
}

function changedMarkup({ path, was, facts, parts }: Changed, take: (diff: string) => Markup): Markup {
  const shown = parts.map(
    ({ title, diff, label }) =>
      html`${title === '' ? '' : html`<header><span>${title}</span></header>`}<div class="diff" tabindex="0" role="region" aria-label="Changes of ${label}">${take(diff)}</div>`,
  );
  return html`<figure class="card"><figcaption><b>${path}</b>${was}${facts.length === 0 ? '' : html`<ul>${facts}</ul>`}</figcaption>${shown}</figure>`;
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

/** Lines of a diff side by side, each with its number, words that differ marked. On a narrow screen old stands over new. */
function sidesOfDiff(lines: readonly DiffLine[]): Markup {
  const rows = pairLines(lines).map(rowOf);
  return html`<table class="sides"><colgroup><col class="nr"><col><col class="nr"><col></colgroup><tbody>${rows}</tbody></table>`;
}

function rowOf(row: PairedLine): Markup {
  const none = html`<td class="nr"></td><td class="n0"></td>`;
  switch (row.kind) {
    case 'plain':
      return plain(row.line);
    case 'old':
      return html`<tr>${cell(row.old, 'old', row.old.text)}${none}</tr>`;
    case 'new':
      return html`<tr>${none}${cell(row.now, 'new', row.now.text)}</tr>`;
    case 'changed': {
      const { old, now, spans } = row;
      const write = (side: 'old' | 'new', line: DiffLine): Content =>
        spans === undefined ? line.text : marked(spans, side);
      return html`<tr>${cell(old, 'old', write('old', old))}${cell(now, 'new', write('new', now))}</tr>`;
    }
  }
}

function cell(line: DiffLine, side: 'old' | 'new', content: Content): Markup {
  return html`<td class="nr">${line[side] ?? ''}</td><td class="${side === 'old' ? 'r' : 'a'}">${content}</td>`;
}

function plain({ kind, text, old, new: now }: DiffLine): Markup {
  if (kind === 'same')
    return html`<tr class="s"><td class="nr">${old ?? ''}</td><td>${text}</td><td class="nr">${now ?? ''}</td><td>${text}</td></tr>`;
  return html`<tr class="h"><td colspan="4">${kind === 'hunk' ? '⋯ ' : ''}${text}</td></tr>`;
}

function marked(spans: readonly WordSpan[], side: 'old' | 'new'): Content {
  return spans.map((span) => {
    const text = span[side];
    if (span.same || text === '') return text;
    return side === 'old' ? html`<del>${text}</del>` : html`<ins>${text}</ins>`;
  });
}
