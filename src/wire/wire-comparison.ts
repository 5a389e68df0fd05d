import type { ComparePorts } from '../app/compare/compare-files.ts';
import { systemClock } from '../providers/system-clock.ts';
import { readFileIn } from './read-file-in.ts';
import { tool } from './tool.ts';

/** Wires a comparison of two score files of this machine. */
export function wireComparison(folder: string): ComparePorts {
  return { clock: systemClock, tool, readFile: readFileIn(folder, false) };
}
