import type { SandboxScript } from '../../../core/ports.ts';
import { inlineScript } from '../../../core/scoring/inline-script.ts';
import { findFiles } from './find-files.ts';
import type { Part } from './part.ts';
import { fileText, type SuiteReading } from './suite-reading.ts';

/** A script as the sandbox runs it, or why it is not run; `none`: its file is not at hand yet, or the problem is told. */
export type ScriptRead =
  | { readonly kind: 'script'; readonly script: SandboxScript; readonly source: string }
  | { readonly kind: 'not-run'; readonly why: string }
  | { readonly kind: 'none' };

const address = /^file:\/\/(.+?\.[cm]?[jt]sx?)(?::([\w$]+))?$/u;
/** What only a host could give. */
const imports = /^[ \t]*import\b(?!\.)|\bimport\s*\(|\brequire\s*\(/mu;

/** Reads the script of a transform: code in place, or a JavaScript file that imports nothing. */
export function readScript(
  part: Part,
  config: string,
  reading: SuiteReading,
  input: 'output' | 'vars' = 'output',
): ScriptRead {
  if (reading.sandbox === undefined) return { kind: 'not-run', why: 'scripts are not run' };
  const { value } = part;
  if (typeof value !== 'string') return { kind: 'not-run', why: 'it is no text' };
  if (/^(?:file|package):\/\//u.test(value)) return readScriptFile(value, part, config, reading);
  const source = value;
  return { kind: 'script', script: inlineScript('transform', value, input), source };
}

/** Reads a file that exports a function, by `file://path.js` or `file://path.js:name`. */
export function readScriptFile(written: string, part: Part, config: string, reading: SuiteReading): ScriptRead {
  const [, path, exported] = address.exec(written) ?? [];
  if (reading.sandbox === undefined || path === undefined) return { kind: 'not-run', why: 'scripts are not run' };
  if (/\.(?:ts|tsx|jsx|mts|cts)$/u.test(path)) return { kind: 'not-run', why: 'TypeScript is not run' };
  const at = part.at();
  const found = findFiles(path, config, reading.sources);
  const [file, ...others] = found.kind === 'found' ? found.paths : [];
  if (file === undefined || others.length > 0) {
    const why = found.kind === 'refused' ? found.why : 'it is not there';
    const fix = `Paths are relative to ${config}.`;
    reading.problems.push({ reason: 'files', what: `\`${written}\` cannot be read: ${why}.`, at, fix });
    return { kind: 'none' };
  }
  reading.refersTo.add(file);
  const text = fileText(file, at, reading);
  if (text.kind === 'none') return { kind: 'none' };
  if (imports.test(text.text))
    return { kind: 'not-run', why: `\`${file}\` imports something, and nothing is there to import` };
  const script = { name: file, source: text.text, form: 'file' as const, ...(exported !== undefined && { exported }) };
  return { kind: 'script', script, source: text.text };
}
