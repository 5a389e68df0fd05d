import { isMap, isSeq, parse, parseDocument, stringify } from 'yaml';
import { hash } from '../hash.ts';
import type { Json, JsonObject } from '../json.ts';
import { type Position, type Problem, showPosition } from '../problem.ts';
import { maskPersonalData } from '../publish/mask-personal-data.ts';
import { showOnOneLine } from '../text/show-hidden.ts';
import type { Candidate, CandidateReason } from './make-candidate.ts';

/** The tag of cases that nobody looked at yet. */
const reviewTag = 'review';

/** Longest comment of one line. */
const longest = 240;

const words: Readonly<Record<CandidateReason, string>> = {
  failed: 'it failed in production',
  poor: 'a judge graded its reply low',
  refused: 'its reply declined',
  cut: 'its reply was cut off in production',
  rare: 'no golden case resembles it',
};

/**
 * Candidates as the items of a list of golden cases in YAML: each tagged `review`, with why it
 * was chosen as comments over it. They have no checks yet: those are the reviewer's to write.
 */
export function writeCandidates(candidates: readonly Candidate[], indent = 0): string {
  const items = candidates.map((candidate) => {
    const { segment, vars, user, history } = candidate;
    const written: JsonObject = {
      id: `log-${hash([vars, user ?? null, history]).slice(0, 8)}`,
      ...(segment === undefined ? {} : { segment }),
      tags: [reviewTag],
      vars,
      ...(user === undefined ? {} : { user }),
      ...(history.length > 0 && { history }),
      checks: [],
    };
    const notes = [
      `To review: ${words[candidate.reason]} (${placeOf(candidate.at)}). Write its checks, then drop the tag.`,
      ...candidate.notes,
    ];
    const comments = notes.map((note) => `# ${showOnOneLine(note, longest)}\n`).join('');
    return `${comments}${stringify([written], { lineWidth: 0 })}`;
  });
  const text = items.join('');
  return indent === 0 ? text : text.replaceAll(/^(?=.)/gmu, ' '.repeat(indent));
}

/** Where it was logged, by the file's name alone: folders of logs are called after machines and customers. */
function placeOf(at: Position): string {
  return showPosition({ ...at, file: maskPersonalData(at.file.split(/[\\/]/u).at(-1) ?? '') });
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

export type Appended =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'broken'; readonly problem: Problem };

/** A new file of cases with these. */
export function newCasesFile(candidates: readonly Candidate[]): string {
  return `cases:\n${writeCandidates(candidates, 2)}`;
}

/**
 * Adds cases behind the last one of a cases file in YAML. Every byte of what stands there stays: comments, order, style.
 */
export function appendCandidates(text: string, file: string, candidates: readonly Candidate[]): Appended {
  const document = parseDocument(text);
  const broken = (what: string): Appended => ({
    kind: 'broken',
    problem: { reason: 'files', what, at: { file }, fix: 'Without --write the cases are printed: paste them in.' },
  });
  if (document.errors.length > 0) return broken('Nothing is added: the file cannot be read as YAML.');
  const { contents } = document;
  if (contents === null) return { kind: 'text', text: `${endingInLine(text)}${newCasesFile(candidates)}` };
  const cases = isMap(contents) ? contents.get('cases') : contents;
  if (!isSeq(cases) || cases.flow === true || cases.items.length === 0 || cases.range == null) {
    return broken('Nothing is added: its cases are no list with an item a line.');
  }
  const [start, end] = cases.range;
  const indent = start - (text.lastIndexOf('\n', start - 1) + 1);
  const line = text.indexOf('\n', Math.max(0, end - 1));
  const place = line === -1 ? text.length : line + 1;
  const before = endingInLine(text.slice(0, place));
  const next = `${before}${writeCandidates(candidates, indent)}${text.slice(place)}`;
  return keepsAll(text, next, candidates.length)
    ? { kind: 'text', text: next }
    : broken('Nothing is added: its cases end where another part begins.');
}

function endingInLine(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

/** Whether all that was said is still said, with so many cases more. */
function keepsAll(old: string, next: string, more: number): boolean {
  const [before, after] = [old, next].map(listIn);
  if (before === undefined || after === undefined || after.list.length !== before.list.length + more) return false;
  return JSON.stringify(before) === JSON.stringify({ ...after, list: after.list.slice(0, before.list.length) });
}

function listIn(text: string): { readonly list: readonly unknown[]; readonly rest: unknown } | undefined {
  try {
    const value: Json = parse(text, { maxAliasCount: 100 });
    if (isList(value)) return { list: value, rest: null };
    if (typeof value !== 'object' || value === null) return undefined;
    const { cases, ...rest } = value;
    return cases !== undefined && isList(cases) ? { list: cases, rest } : undefined;
  } catch {
    return undefined;
  }
}
