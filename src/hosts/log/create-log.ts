import { redact } from './redact.ts';
import { safeLine } from './safe-line.ts';

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
