import { showHidden } from '../../core/text/show-hidden.ts';
import { redact } from './redact.ts';

/** The one way to stdout and stderr: every line is made harmless, and secrets are masked. */
export type Log = {
  /** Prints lines of text. */
  readonly say: (text: string) => void;
  /** Masks a value from now on. */
  readonly hide: (secret: string) => void;
};

/** @param write takes whole lines with their end, such as `process.stdout.write`. */
export function createLog(write: (text: string) => void): Log {
  const secrets = new Set<string>();
  return {
    say: (text) => write(`${safeLine(redact(text, secrets))}\n`),
    hide: (secret) => void secrets.add(secret),
  };
}

/**
 * Text from anywhere as lines that the runner reads as text. It takes workflow commands out of every line of stdout and
 * stderr: `::name::` after leading white space and `##[name]` anywhere, and it splits at a bare carriage return too
 * (actions/runner, `ActionCommand.cs`). What hides from a reader is made visible.
 */
export function safeLine(text: string): string {
  return text
    .split(/\r\n|\r|\n/u)
    .map((line) => defuse(showHidden(line)))
    .join('\n');
}

/** The runner trims by .NET's idea of white space, wider than JavaScript's: whatever is not visible may come before the colons. */
function defuse(line: string): string {
  return line.replace(/^([\s\p{Z}\p{C}]*):(?=:)/u, '$1: ').replaceAll('##[', '## [');
}
