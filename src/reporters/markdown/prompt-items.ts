import type { Report, ReportPrompt } from '../../core/report/report.ts';
import { pairLines } from '../paired-lines.ts';
import { changedInstructions, readDiff } from '../read-diff.ts';
import { list, listNames, own, say } from '../wording/say.ts';
import { filesBehind, wordEdit } from '../wording/word-edit.ts';
import { escapeName, escapeQuote, toMarkdown } from './escape.ts';
import { type FenceSize, fence } from './fence.ts';

type MessageEdit = NonNullable<ReportPrompt['promptEdit']>['messages'][number];

/** Changed lines of a message that are told by their words, and the characters of one: more of them are read as a block. */
const mostLines = 8;
const longestLine = 600;

/** What changed in each prompt, and in each file behind prompts, an item each. */
export function promptItems(report: Report, size: FenceSize): readonly string[] {
  const own = report.prompts.filter(hasEdit).map((prompt) => promptItem(prompt, size));
  const behind = filesBehind(report)
    .filter(({ diff }) => diff !== '')
    .map(({ path, prompts, diff }) => {
      const whose = toMarkdown(say`${path}, behind ${listNames(prompts, 3)}`);
      // The names of both sides stand above.
      const lines = diff.trimEnd().replace(/^--- [^\n]*\n\+\+\+ [^\n]*\n/u, '');
      return `${whose}\n\n${fence(lines, 'diff', size)}`;
    });
  const instructions = changedInstructions(report).map(
    ({ path, diff }) => `${escapeName(path)}\n\n${fence(diff.trimEnd(), 'diff', size)}`,
  );
  return [...own, ...instructions, ...behind];
}

/** The title of the section: how much changed. */
export function titleOfPrompts(report: Report): string {
  const edited = report.prompts.filter(hasEdit);
  const changed = [...edited, ...changedInstructions(report)];
  const [one, several] = edited.length > 0 ? ['Prompt', 'prompts'] : ['Instructions', 'instructions'];
  const behind = filesBehind(report).filter(({ diff }) => diff !== '');
  const prompts = changed.length > 1 ? `${changed.length} ${several}` : one;
  const files = behind.length > 1 ? `${behind.length} files` : '1 file';
  return [
    ...(changed.length === 0 ? [] : [`${prompts}: ${countLines(changed)}`]),
    ...(behind.length === 0
      ? []
      : [`${files} behind ${report.prompts.length > 1 ? 'prompts' : 'the prompt'}: ${countLines(behind)}`]),
  ].join('; ');
}

function countLines(diffs: readonly { readonly diff: string }[]): string {
  const lines = diffs.flatMap(({ diff }) => readDiff(diff));
  const count = (kind: 'old' | 'new'): number => lines.filter((line) => line.kind === kind).length;
  return `+${count('new')} −${count('old')} lines`;
}

function hasEdit(prompt: ReportPrompt): boolean {
  return prompt.diff.trim() !== '' || wordEdit(prompt).length > 0;
}

function promptItem(prompt: ReportPrompt, size: FenceSize): string {
  const { path, previousPath, diff, promptEdit } = prompt;
  const renamed = previousPath === undefined ? '' : ` (was ${escapeName(previousPath)})`;
  const messages = promptEdit?.messages ?? [];
  const facts = wordEdit(prompt).map((told) => `- ${toMarkdown(told)}`);
  const told =
    messages.length > 0
      ? messages.map((message) => messageItem(message, size))
      : diff.trim() === '' || facts.length > 0
        ? []
        : [fence(diff.trimEnd(), 'diff', size)];
  return [`${escapeName(path)}${renamed}`, ...(facts.length === 0 ? [] : [facts.join('\n')]), ...told].join('\n\n');
}

/** A message by whose it is, with the words that differ where few lines do. */
function messageItem({ role, oldRole, file, kind, diff }: MessageEdit, size: FenceSize): string {
  const notes = [
    ...(kind === 'changed' ? [] : [own(kind)]),
    ...(oldRole === undefined ? [] : [say`was ${own(`**`)}${oldRole}${own(`**`)}`]),
    ...(file === undefined ? [] : [say`in ${file}`]),
  ];
  const title = `**${role}**${notes.length === 0 ? '' : ` (${toMarkdown(list(notes))})`}`;
  if (diff === '') return title;
  return `${title}\n\n${wordLines(diff) ?? fence(diff.trimEnd(), 'diff', size)}`;
}

/** Lines by their words, as a quotation; `undefined` where a block is read more easily. */
function wordLines(diff: string): string | undefined {
  const changed = pairLines(readDiff(diff)).filter(({ kind }) => kind !== 'plain');
  if (changed.length === 0 || changed.length > mostLines) return undefined;
  const lines = changed.map((line) => {
    if (line.kind !== 'changed' || Math.max(line.old.text.length, line.now.text.length) > longestLine) return undefined;
    const spans = line.spans ?? [{ same: false, old: line.old.text, new: ` ${line.now.text}` }];
    return spans.map((span) => (span.same ? piece(span.new) : marked(span.old, 'del') + marked(span.new, 'ins')));
  });
  return lines.every((line) => line !== undefined)
    ? lines.map((line) => `> ${line.join('').trim()}`).join('\n>\n')
    : undefined;
}

function marked(text: string, as: 'del' | 'ins'): string {
  if (text.trim() === '') return piece(text);
  const inner = piece(text);
  return `${/^\s*/u.exec(inner)?.[0] ?? ''}<${as}>${inner.trim()}</${as}>${/\s*$/u.exec(inner)?.[0] ?? ''}`;
}

/** White space at a piece's ends stays: it parts words. */
function piece(text: string): string {
  if (text.trim() === '') return text === '' ? '' : ' ';
  return `${/^\s/u.test(text) ? ' ' : ''}${escapeQuote(text.trim(), longestLine)}${/\s$/u.test(text) ? ' ' : ''}`;
}
