import type { ComparePorts } from '../app/compare/compare-files.ts';

/** Most bytes of a score file. */
const SCORES_BYTES = 64 * 1024 * 1024;

/** Most bytes of a report: as long as a text can be. */
const REPORT_BYTES = 512 * 1024 * 1024;

/** Reads files below a folder. @param inside whether what lies outside it is refused */
export function readFileIn(folder: string, inside: boolean): ComparePorts['readFile'] {
  return async (path) => {
    const { readFileText } = await import('../hosts/workspace/read-file-text.ts');
    return readFileText(path, { folder, inside, most: SCORES_BYTES });
  };
}

/** Reads saved reports, wherever they lie. */
export function readReportIn(folder: string): ComparePorts['readFile'] {
  return async (path) => {
    const { readFileText } = await import('../hosts/workspace/read-file-text.ts');
    return readFileText(path, { folder, inside: false, most: REPORT_BYTES });
  };
}
