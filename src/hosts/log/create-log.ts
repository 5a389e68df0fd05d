import { showHidden } from '../../core/text/show-hidden.ts';

/** Shorter values are not masked: they would black out ordinary text, and are no keys. */
const shortest = 8;

/** What stands where a secret stood. */
const mask = '***';

/**
 * The text without any of the secrets, nor their usual encodings: base64 (also inside a longer encoded text, where it starts at
 * one of three offsets), base64url, percent-encoded, hexadecimal and escaped in JSON. The runner masks logs and summaries;
 * comments, reports and artifacts it does not.
 */
export function redact(text: string, secrets: Iterable<string>): string {
  const forms = new Set([...secrets].flatMap(linesOf).flatMap(encodings));
  return [...forms]
    .toSorted((a, b) => b.length - a.length)
    .reduce((redacted, form) => redacted.replaceAll(form, mask), text);
}

/** A secret of several lines is masked whole and line by line, as the runner does. */
function linesOf(secret: string): readonly string[] {
  const trimmed = secret.trim();
  return [trimmed, ...trimmed.split(/\r?\n/u).map((line) => line.trim())].filter(({ length }) => length >= shortest);
}

function encodings(secret: string): readonly string[] {
  const percent = encodeURIComponent(secret.toWellFormed());
  const lower = percent.replaceAll(/%[0-9A-F]{2}/gu, (byte) => byte.toLowerCase());
  const json = JSON.stringify(secret).slice(1, -1);
  const bytes = Buffer.from(secret);
  const hex = bytes.toString('hex');
  return [secret, percent, lower, json, JSON.stringify(json).slice(1, -1), hex, hex.toUpperCase(), ...base64(bytes)];
}

/** The characters that only the secret decides, at each of the three places it can start at within a group. */
function base64(bytes: Buffer): readonly string[] {
  return [0, 1, 2].flatMap((offset) => {
    const padded = Buffer.concat([Buffer.alloc(offset), bytes]);
    const first = Math.ceil((offset * 8) / 6);
    const last = Math.floor((padded.length * 8) / 6);
    return [padded.toString('base64').slice(first, last), padded.toString('base64url').slice(first, last)];
  });
}

/** The one way to stdout and stderr: every line is made harmless, and secrets are masked. */
type Log = {
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
