import { findFiles } from './find-files.ts';
import { type Part, partOf } from './part.ts';
import { parsedFile, type SuiteReading } from './suite-reading.ts';

/** The assertions written under `assert`: in place, or lists of them in files, by `file://` and a path relative to the config. */
export function collectAssertions(written: Part | undefined, config: string, reading: SuiteReading): readonly Part[] {
  if (written === undefined) return [];
  const entries = Array.isArray(written.value) ? written.items() : [written];
  return entries.flatMap((entry): readonly Part[] => {
    if (typeof entry.value !== 'string' || !entry.value.startsWith('file://')) return [entry];
    const at = entry.at();
    const found = findFiles(entry.value, config, reading.sources);
    const [path, ...others] = found.kind === 'found' ? found.paths : [];
    if (path === undefined || others.length > 0 || !/\.(?:json|ya?ml)$/iu.test(path)) {
      const why = found.kind === 'refused' ? found.why : 'it must be one JSON or YAML file';
      reading.problems.push({
        reason: 'files',
        what: `The assertions of \`${entry.value}\` cannot be read: ${why}.`,
        at,
      });
      return [];
    }
    reading.caseFiles.add(path);
    const read = parsedFile(path, at, reading);
    return read?.kind === 'read' ? partOf(read.located).items() : [];
  });
}
