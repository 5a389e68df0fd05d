import type { SandboxScript } from '../../../core/ports.ts';
import type { Part } from './part.ts';
import type { AssertionReading } from './read-assertion.ts';
import { readScript, readScriptFile } from './read-script.ts';
import { readValue, type ValueRead } from './read-value.ts';

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
