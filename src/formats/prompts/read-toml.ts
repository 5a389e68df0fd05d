import { parse as parseToml, TomlError } from 'smol-toml';
import { toJson } from '../../core/cases/inline-files.ts';
import type { Problem } from '../../core/problem.ts';
import type { Located, LocatedRead } from '../../core/yaml/located.ts';

/** Reads TOML. Its values do not know where they stand, what is wrong with it does. Never throws on bad input. */
export function readToml(text: string, file: string): LocatedRead {
  const broken = (problem: Omit<Problem, 'reason'>): LocatedRead => ({
    kind: 'broken',
    problems: [{ reason: 'files', ...problem }],
  });
  try {
    // Dates become texts, and numbers without end nothing: neither is a prompt.
    const value = toJson(JSON.parse(JSON.stringify(parseToml(text))));
    const located: Located = { value: value ?? null, at: () => ({ file, line: 1 }) };
    return { kind: 'read', located };
  } catch (error) {
    // Keys and tables within each other without end: the reader takes them, and nothing after it does.
    if (error instanceof RangeError)
      return broken({ what: 'Not readable as TOML: it is nested too deep.', at: { file, line: 1 } });
    if (!(error instanceof TomlError)) throw error;
    const [why = ''] = error.message.split('\n');
    const what = `Not readable as TOML: ${why.replace(/^Invalid TOML document: /u, '')}.`;
    return broken({ what, at: { file, line: error.line, column: error.column } });
  }
}
