import type { Json, JsonObject } from '../../../core/json.ts';
import { fillValue } from './fill-value.ts';
import type { Part } from './part.ts';
import { namesFile, readFileValue } from './read-file-value.ts';
import type { SuiteReading } from './suite-reading.ts';

/** The value of an assertion with files read and variables filled in, or why there is none. */
export type ValueRead =
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
