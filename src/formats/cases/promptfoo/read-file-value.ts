import type { Json } from '../../../core/json.ts';
import type { Position } from '../../../core/problem.ts';
import { shownByFile } from '../../../core/template/find-shown.ts';
import { findFilesToRead } from './find-files.ts';
import { fileText, parsedFile, type SuiteReading } from './suite-reading.ts';

/** What a `file://` text stands for: a value for each file that it names, or why it is not run. */
export type FileValue =
  | { readonly kind: 'values'; readonly values: readonly { readonly path: string; readonly value: Json }[] }
  | { readonly kind: 'not-run'; readonly why: string; readonly unsent?: true }
  /** Not at hand yet, or not readable: then the problem is told. */
  | { readonly kind: 'none' };

const texts = /\.(?:txt|md|markdown|html?|xml|csv|j2)$/iu;
const structured = /\.(?:json|ya?ml)$/iu;

/** Whether a text names a file, or what else promptfoo loads by an address. */
export function namesFile(text: string): boolean {
  return /^(?:file|package):\/\//u.test(text);
}

/**
 * Reads what a text such as `file://policy.txt` names, relative to the config `from`: texts without white space
 * around them, JSON and YAML as values. Scripts are never run, images and the like not read.
 */
export function readFileValue(written: string, from: string, at: Position, reading: SuiteReading): FileValue {
  if (!written.startsWith('file://')) return { kind: 'not-run', why: 'packages are not run' };
  if (/\.(?:[cm]?[jt]sx?|py|rb|sh)(?::\w+)?$/iu.test(written)) return { kind: 'not-run', why: 'scripts are not run' };
  if (/\{[{%#]/u.test(written)) return { kind: 'not-run', why: 'a path with a template in it is not read' };
  const found = findFilesToRead(written, from, reading.sources);
  if (found.kind === 'refused' || found.paths.length === 0) {
    const why = found.kind === 'refused' ? found.why : 'it is not there';
    const fix = `Paths are relative to ${from}.`;
    reading.problems.push({ reason: 'files', what: `\`${written}\` cannot be read: ${why}.`, at, fix });
    return { kind: 'none' };
  }
  const other = found.paths.find((path) => !texts.test(path) && !structured.test(path));
  if (other !== undefined) {
    const shown = shownByFile(other);
    const why = shown === undefined ? 'no text, JSON or YAML' : `${shown}, which is not sent from a test of promptfoo`;
    return { kind: 'not-run', why: `\`${other}\` is ${why}`, ...(shown !== undefined && { unsent: true }) };
  }
  const values = found.paths.flatMap((path) => {
    reading.refersTo.add(path);
    const value = structured.test(path) ? structuredIn(path, at, reading) : trimmedIn(path, at, reading);
    return value === undefined ? [] : [{ path, value }];
  });
  return values.length === found.paths.length ? { kind: 'values', values } : { kind: 'none' };
}

function structuredIn(path: string, at: Position, reading: SuiteReading): Json | undefined {
  const read = parsedFile(path, at, reading);
  return read?.kind === 'read' ? read.located.value : undefined;
}

function trimmedIn(path: string, at: Position, reading: SuiteReading): string | undefined {
  const file = fileText(path, at, reading);
  return file.kind === 'text' ? file.text.trim() : undefined;
}
