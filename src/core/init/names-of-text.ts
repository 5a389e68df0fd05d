import type { CodeFile } from './code-file.ts';

/** A part of a file of code in which a prompt's text goes by some names. */
export type NamedIn = CodeFile & {
  /** Line of the file, from 0, in which the part begins. */
  readonly from: number;
  /** Variables, constants and functions that hold or give the text. */
  readonly names: readonly string[];
};

/** Lines after a file is named in which a name as common as `prompt` is taken for its text. */
const near = 60;
/** Steps from one name to the next: `PATH`, `TEXT = PATH.read_text()`, `filled = TEXT.format(…)`. */
const mostSteps = 4;
const mostNames = 12;
const mostParts = 20;

/**
 * Finds where code holds the text of a prompt, and under which names, from where it names the file (or the key in it) on.
 * @param written patterns of how that is written: see `writtenForms`
 */
export function namesOfText(written: readonly string[], code: readonly CodeFile[]): readonly NamedIn[] {
  if (written.length === 0) return [];
  const mention = new RegExp(written.join('|'), 'u');
  const parts = code.flatMap((file) => partsOf(file, mention));
  const telling = [...new Set(parts.flatMap(({ names }) => names.filter(isTelling)))].slice(0, mostNames);
  const users = code
    .filter(({ text }) => telling.some((name) => text.includes(name)))
    .flatMap((file) => [{ ...file, from: 0, names: telling }, ...partsNaming(file, telling)]);
  return [...parts, ...users].slice(0, mostParts);
}

/** Where a function gives a name of its own to a text that goes by some names everywhere, to the function's end. */
function partsNaming({ path, text }: CodeFile, names: readonly string[]): readonly NamedIn[] {
  const held = new RegExp(`(?<![\\w"'])(?:${names.join('|')})\\b`, 'u');
  const lines = text.split('\n');
  return lines.flatMap((line, at): readonly NamedIn[] => {
    if (!held.test(line) || isComment(line)) return [];
    const given = passedOn(lines, at, held).filter((name) => !names.includes(name) && line.includes(name));
    const end = endOfLocal(lines, at, new Set(given));
    if (given.length === 0 || end === lines.length) return [];
    return [{ path, text: lines.slice(at, end).join('\n'), from: at, names: given }];
  });
}

/** A name that stands for the same thing all over a repository. */
function isTelling(name: string): boolean {
  return name.length >= 8 && /[A-Z_]/u.test(name);
}

/** How a file is written: its name, or its stem in quotes; of a key in a file, the key in quotes. */
export function writtenForms(path: string): readonly string[] {
  const [file = '', key] = path.split('#', 2);
  if (key !== undefined) {
    const last = key.split('.').at(-1) ?? key;
    return last.length < 4 ? [] : [`["']${escaped(last)}["']`];
  }
  const [name = '', folder] = file.split('/').toReversed();
  const stem = name.replace(/(?:\.[a-z0-9]+)+$/iu, '');
  // A common name says nothing without its folder.
  const isCommon = /^(?:system|user|prompt|main|index|default|template|instructions?|base)$/iu.test(stem);
  const full = isCommon && folder !== undefined ? `${escaped(folder)}["'/, )]+["']?${escaped(name)}` : escaped(name);
  return [`${full}["'\`]`, ...(stem.length >= 5 && !isCommon ? [`["'](?:[\\w-]+/)*${escaped(stem)}["']`] : [])];
}

function partsOf({ path, text }: CodeFile, mention: RegExp): readonly NamedIn[] {
  if (!mention.test(text)) return [];
  const lines = text.split('\n');
  return lines.flatMap((line, at): readonly NamedIn[] => {
    if (!mention.test(line) || isComment(line) || !isLoading(lines, at)) return [];
    const from = Math.max(0, at - 1);
    const known = new Set(namesAt(lines, at, mention));
    const end = endOfLocal(lines, at, known);
    const isLocal = end < lines.length;
    const part = lines.slice(from, Math.min(at + near, end));
    for (let step = 0; step < mostSteps && known.size > 0; step++) {
      const before = known.size;
      const held = new RegExp(`(?<![\\w"'])(?:${[...known].slice(0, mostNames).join('|')})\\b`, 'u');
      const within = isLocal || ![...known].some(isTelling) ? part : lines;
      within.forEach((one, index) => {
        if (held.test(one)) for (const name of passedOn(within, index, held)) known.add(name);
      });
      if (known.size === before) break;
    }
    return [{ path, text: part.join('\n'), from, names: [...known].slice(0, mostNames) }];
  });
}

/** The line where the function ends in which a name is given its text, where it is the function's own. */
function endOfLocal(lines: readonly string[], at: number, names: ReadonlySet<string>): number {
  const isOwn = [...names].some((name) =>
    new RegExp(`^\\s+(?:(?:const|let|var)\\s+)?${name}\\s*:?=`, 'u').test(lines[at] ?? ''),
  );
  const start = lines.slice(0, at + 1).findLastIndex((line) => functionIn(line) !== undefined);
  if (!isOwn || start === -1) return lines.length;
  const indent = indentOf(lines[start] ?? '');
  const end = lines.findIndex(
    (line, index) => index > at && functionIn(line) !== undefined && indentOf(line) <= indent,
  );
  return end === -1 ? lines.length : end;
}

function indentOf(line: string): number {
  return /^\s*/u.exec(line)?.[0].length ?? 0;
}

function isComment(line: string): boolean {
  return /^\s*(?:#|\/\/|\*|"""|- )/u.test(line);
}

/** A stem in quotes may be any word: the lines about it speak of a prompt, or of a file that is read. */
function isLoading(lines: readonly string[], at: number): boolean {
  const about = lines.slice(Math.max(0, at - 2), at + 3).join('\n');
  return /prompt|template|load|read|open\(|instruction|system/iu.test(about);
}

/** What a line that names a text gives its name to, or what the lines after it read it into, or the function that gives it back. */
function namesAt(lines: readonly string[], at: number, mention: RegExp): readonly string[] {
  const line = lines[at] ?? '';
  const own =
    assigned(line, mention) ?? (/[([]\s*$/u.test(lines[at - 1] ?? '') ? assigned(`${lines[at - 1]}…`) : undefined);
  if (own !== undefined) return [own];
  const next = lines.slice(at + 1, at + 4).filter((one) => /\bread\w*\(|load\w*\(/u.test(one));
  const read = next.map((one) => assigned(one)).find((name) => name !== undefined);
  if (read !== undefined) return [read];
  const gives = /^\s*return\b/u.test(line) || next.some((one) => /^\s*return\b/u.test(one));
  const outer = lines
    .slice(Math.max(0, at - 15), at + 1)
    .toReversed()
    .map(functionIn)
    .find((name) => name !== undefined);
  return gives && outer !== undefined ? [outer] : [];
}

/** Names that a line with a known one gives it to: read, filled, joined, or returned by a function. */
function passedOn(lines: readonly string[], at: number, held: RegExp): readonly string[] {
  const line = lines[at] ?? '';
  // Where a name is only given its value, it is passed on to nothing.
  if (assigned(line) !== undefined && assigned(line, held) === undefined) return [];
  if (/\b(?:open|read\w*|load\w*)\(|^\s*return\b/iu.test(line)) return namesAt(lines, at, held);
  const given = assigned(line, held);
  const value = /[^=!<>]=\s*(.*)$/u.exec(line)?.[1] ?? '';
  // What is asked with it is a reply, and no text of the prompt.
  const isText = new RegExp(
    `^(?:await\\s+)?\\(?(?:[fF]?["'\`].*\\{|[\\w.]*(?:fill|render|format|template|join|str)\\w*\\(\\s*)?(?:[\\w.]+\\.)?${held.source}`,
    'iu',
  ).test(value);
  return given !== undefined && isText ? [given] : [];
}

/** The name that a line assigns to. @param of what its value must hold */
function assigned(line: string, of?: RegExp): string | undefined {
  const found =
    /^\s*(?:export\s+)?(?:(?:const|let|var|final|val|static|private|public|readonly)\s+)*(?:\w+\.)*([A-Za-z_]\w*)(?:\s*:\s*[\w[\], .|]+)?\s*:?=(?!=)(.*)$/u.exec(
      line,
    );
  const [, name = '', value = ''] = found ?? [];
  if (found === null || (of !== undefined && !of.test(value))) return undefined;
  return isOwnName(name) ? name : undefined;
}

function functionIn(line: string): string | undefined {
  return /^\s*(?:export\s+)?(?:async\s+)?(?:def|func|fn|function)\s+(?:\([^)]*\)\s*)?([A-Za-z_]\w*)/u.exec(line)?.[1];
}

/** Names that stand for anything hold the text by chance. */
function isOwnName(name: string): boolean {
  return !/^(?:self|this|path|file|name|text|data|content|response|result|res|out|output|messages?|env|client|model)$/iu.test(
    name,
  );
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}
