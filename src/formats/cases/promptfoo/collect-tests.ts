import { isObject } from '../../../core/prompt-file/is-object.ts';
import { nameType } from '../../../core/yaml/name-type.ts';
import { findFilesToRead } from './find-files.ts';
import { followReference, type Part, partOf } from './part.ts';
import { parsedFile, type SuiteReading } from './suite-reading.ts';

const readable = /\.(?:csv|jsonl?|ya?ml)$/iu;

/**
 * The tests written under `tests`: in place, or in files by path or glob. What only a script or a service could give is told in a note. */
export function collectTests(
  written: Part | undefined,
  reading: SuiteReading,
  visited = new Set<string>(),
): readonly Part[] {
  if (written === undefined) return [];
  const { value } = written;
  if (typeof value === 'string') return testsOfFiles(value, written, reading, visited);
  if (Array.isArray(value)) return written.items().flatMap((item) => collectTests(item, reading, visited));
  const part = followReference(written);
  if (part !== undefined && isObject(part.value)) {
    const path = part.child('path');
    return typeof path?.value === 'string' ? testsOfFiles(path.value, path, reading, visited) : [part];
  }
  const what = `A test must be a map or the path of a file, not ${nameType(value)}.`;
  reading.problems.push({ reason: 'files', what, at: written.at(), fix: 'Write `- vars:` and `assert:`.' });
  return [];
}

function testsOfFiles(written: string, part: Part, reading: SuiteReading, visited: Set<string>): readonly Part[] {
  const at = part.at();
  const why = whyNotRead(written);
  if (why !== undefined) {
    reading.notes.push({ text: `The tests of \`${written}\` are not run: ${why}.`, at });
    return [];
  }
  const found = findFilesToRead(written, at.file, reading.sources);
  const paths = found.kind === 'found' ? found.paths.filter((path) => readable.test(path)) : [];
  if (paths.length === 0) {
    const none = 'there is no such CSV, YAML, JSON or JSONL file';
    const what = `The tests of \`${written}\` cannot be read: ${found.kind === 'refused' ? found.why : none}.`;
    reading.problems.push({ reason: 'files', what, at, fix: 'Paths are relative to the file they are written in.' });
    return [];
  }
  return paths.flatMap((path) => {
    if (visited.has(path)) {
      reading.notes.push({ text: `The tests of \`${path}\` are named more than once and read once.`, at });
      return [];
    }
    visited.add(path);
    reading.caseFiles.add(path);
    const read = parsedFile(path, at, reading);
    return read?.kind === 'read' && read.located.value !== null
      ? collectTests(partOf(read.located), reading, visited)
      : [];
  });
}

function whyNotRead(written: string): string | undefined {
  if (/\{[{%#]/u.test(written)) return 'a path with a template in it is not read';
  if (/\.(?:[cm]?[jt]sx?|py|rb)(?::\w+)?$/iu.test(written)) return 'scripts are not run';
  if (/\.xlsx?(?:#.*)?$/iu.test(written)) return 'spreadsheets are not read; save it as CSV';
  if (!written.startsWith('file://') && /^[a-z][\w+.-]*:\/\//iu.test(written))
    return 'nothing is fetched from elsewhere';
  return undefined;
}
