import type { Json, JsonObject } from '../../../core/json.ts';
import type { SandboxScript } from '../../../core/ports.ts';
import { inlineScript } from '../../../core/scoring/score-by-script.ts';
import { fillValue } from './fill-value.ts';
import { findFiles } from './find-files.ts';
import type { Part } from './part.ts';
import type { AssertionReading } from './read-assertion.ts';
import { namesFile, readFileValue } from './read-file-value.ts';
import { fileText, type SuiteReading } from './suite-reading.ts';

/** The scripts that make what an assertion reads, or why it is not run. */
export type ScriptsRead =
  | {
      readonly kind: 'scripts';
      readonly transforms?: readonly SandboxScript[];
      readonly contextFrom?: SandboxScript;
    }
  | Exclude<ValueRead, { readonly kind: 'filled' }>;

/** Reads `transform` and `contextTransform` of an assertion; those of its test come before. */
export function readScripts(part: Part, { config, suite, transforms }: AssertionReading): ScriptsRead {
  const [own, context] = ['transform', 'contextTransform'].map((key) => {
    const written = part.child(key);
    return written === undefined ? undefined : readScript(written, config, suite);
  });
  for (const [key, read] of [
    ['transform', own],
    ['contextTransform', context],
  ] as const) {
    if (read?.kind === 'not-run') return { kind: 'not-run', why: `\`${key}\` is not run: ${read.why}` };
    if (read?.kind === 'none') return read;
  }
  const all = [...transforms, ...(own?.kind === 'script' ? [own.script] : [])];
  return {
    kind: 'scripts',
    ...(all.length > 0 && { transforms: all }),
    ...(context?.kind === 'script' && { contextFrom: context.script }),
  };
}

/** Reads the value of a `javascript` assertion: code in place, filled in as any value, or a file. */
export function readCode(part: Part, reading: AssertionReading): ValueRead {
  const { config, suite } = reading;
  if (suite.sandbox === undefined) return { kind: 'not-run', why: 'scripts are not run' };
  const written = part.child('value');
  if (typeof written?.value !== 'string' || !written.value.startsWith('file://')) return readValue(part, reading);
  const read = readScriptFile(written.value, written, config, suite);
  if (read.kind !== 'script') return read;
  const { name, source, exported } = read.script;
  return { kind: 'filled', value: { file: name, source, ...(exported !== undefined && { export: exported }) } };
}

/** The value of an assertion with files read and variables filled in, or why there is none. */
type ValueRead =
  | { readonly kind: 'filled'; readonly value: Json }
  | { readonly kind: 'not-run'; readonly why: string }
  | { readonly kind: 'none' };

/**
 * Reads the `value` of an assertion; `null` where none is written. Nothing is told twice: `none` is a problem told already.
 * @param asWritten a file that it names is not read
 */
export function readValue(
  part: Part,
  { vars, config, suite }: { readonly vars: JsonObject; readonly config: string; readonly suite: SuiteReading },
  asWritten = false,
): ValueRead {
  const written = part.child('value');
  if (written === undefined) return { kind: 'filled', value: null };
  if (asWritten && typeof written.value === 'string' && namesFile(written.value))
    return { kind: 'filled', value: written.value };
  if (!Array.isArray(written.value)) return readOne(written, vars, config, suite);
  const values: Json[] = [];
  for (const item of written.items()) {
    const one = readOne(item, vars, config, suite);
    if (one.kind !== 'filled') return one;
    values.push(one.value);
  }
  return { kind: 'filled', value: values };
}

function readOne(part: Part, vars: JsonObject, config: string, suite: SuiteReading): ValueRead {
  if (typeof part.value !== 'string' || !namesFile(part.value)) return fillValue(part.value, vars, suite);
  const file = readFileValue(part.value, config, part.at(), suite);
  if (file.kind !== 'values') return file;
  const [only, ...others] = file.values;
  if (only === undefined || others.length > 0) return { kind: 'not-run', why: 'its value names several files' };
  return { kind: 'filled', value: only.value };
}

/** A script as the sandbox runs it, or why it is not run; `none`: its file is not at hand yet, or the problem is told. */
type ScriptRead =
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
