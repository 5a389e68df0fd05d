import type { ComparePorts } from '../app/compare/compare-files.ts';
import type { FileText } from '../core/pull-request.ts';

/** Most bytes of a score file. */
const SCORES_BYTES = 64 * 1024 * 1024;

/** Most bytes of a report: as long as a text can be. */
const REPORT_BYTES = 512 * 1024 * 1024;

/** Most bytes of a report from an address: five times those of a thousand cases on six models. */
const WEB_BYTES = 100 * 1024 * 1024;

/** Reads files below a folder. @param inside whether what lies outside it is refused */
export function readFileIn(folder: string, inside: boolean): ComparePorts['readFile'] {
  return async (path) => {
    const { readFileText } = await import('../hosts/workspace/read-file-text.ts');
    return readFileText(path, { folder, inside, most: SCORES_BYTES });
  };
}

/** Reads a saved report from an https address. */
export async function readWebReport(address: string, signal: AbortSignal): Promise<FileText> {
  const { readWebText } = await import('../hosts/workspace/read-web-text.ts');
  return readWebText(address, { most: WEB_BYTES, withinMs: 60_000, signal });
}

/** Reads saved reports, wherever they lie. */
export function readReportIn(folder: string): ComparePorts['readFile'] {
  return async (path) => {
    const { readFileText } = await import('../hosts/workspace/read-file-text.ts');
    return readFileText(path, { folder, inside: false, most: REPORT_BYTES });
  };
}
