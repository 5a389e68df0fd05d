import { differingWords, type WordSpan } from '../differing-words.ts';
import type { DiffLine } from '../read-diff.ts';
import { type Content, html, type Markup } from './markup.ts';

/** Of a rewritten line this share must be as before, else marks of words say nothing. */
const leastShared = 0.4;

/** Lines of a diff side by side, each with its number, words that differ marked. On a narrow screen old stands over new. */
export function sidesOfDiff(lines: readonly DiffLine[]): Markup {
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
