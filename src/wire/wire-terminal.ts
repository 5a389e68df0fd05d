import { openTerminal, type Terminal } from '../hosts/terminal/open-terminal.ts';
import { systemClock } from '../providers/system-clock.ts';

/** The terminal that the command line writes to. */
export function wireTerminal(): Terminal {
  return openTerminal(systemClock);
}

export type { Terminal };
