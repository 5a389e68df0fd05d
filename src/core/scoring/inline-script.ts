import type { SandboxScript } from '../ports.ts';

/** What scripts written for Node find in place of the process: no environment, and nothing to require. */
const shim =
  "const process = { env: {}, mainModule: { require: () => { throw new Error('nothing can be required here'); } } };";

/**
 * Code as people write it in a config: one expression, declarations and an expression, or lines with `return`.
 * @param input what it calls its first parameter
 */
export function inlineScript(name: string, code: string, input: 'output' | 'vars' = 'output'): SandboxScript {
  const trimmed = code.trimEnd();
  const body = trimmed.includes('\n') ? trimmed : returning(trimmed.trim());
  return { name, source: `function (${input}, context) { ${shim} ${body}\n}`, form: 'function' };
}

/** Declarations come before what is returned; anything else is an expression. */
function returning(line: string): string {
  const code = line.replace(/[;\s]+$/u, '');
  if (!/^(?:const|let|var)\s/u.test(code)) return `return ${code}`;
  const end = lastStatementEnd(code);
  return end < 0 ? code : `${code.slice(0, end + 1)} return ${code.slice(end + 1).trim()}`;
}

/** Where the last semicolon outside of quotes stands; -1 where there is none. */
function lastStatementEnd(code: string): number {
  let quote: string | undefined;
  let last = -1;
  for (let index = 0; index < code.length; index += 1) {
    const letter = code[index];
    if (letter === '\\') index += 1;
    else if (quote !== undefined) quote = letter === quote ? undefined : quote;
    else if (letter === '"' || letter === "'" || letter === '`') quote = letter;
    else if (letter === ';') last = index;
  }
  return last;
}
