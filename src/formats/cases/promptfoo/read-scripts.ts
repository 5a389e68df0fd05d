import type { Json, JsonObject } from '../../../core/json.ts';
import type { SandboxScript } from '../../../core/ports.ts';
import { fillValue } from './fill-value.ts';
import type { Part } from './part.ts';
import type { AssertionReading } from './read-assertion.ts';
import { namesFile, readFileValue } from './read-file-value.ts';
import { readScript, readScriptFile } from './read-script.ts';
import type { SuiteReading } from './suite-reading.ts';

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
