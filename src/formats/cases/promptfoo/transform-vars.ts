import type { NotRun } from '../../../core/golden-case.ts';
import type { Json } from '../../../core/json.ts';
import { isObject } from '../../../core/prompt-file/is-object.ts';
import type { Part } from './part.ts';
import { namesFile } from './read-file-value.ts';
import { readScript } from './read-script.ts';
import type { SuiteReading } from './suite-reading.ts';

type Vars = ReadonlyMap<string, Part>;

/** The vars as a script of the test makes them over, or what cannot be made. It sees vars as they are written, before files are read. */
export function transformVars(
  vars: Vars,
  written: Part | undefined,
  config: string,
  reading: SuiteReading,
): { readonly vars: Vars; readonly notRun: readonly NotRun[] } {
  if (written === undefined) return { vars, notRun: [] };
  const lost = (why: string) => ({
    vars,
    notRun: [{ name: 'options.transformVars', at: written.at(), why, whole: true as const }],
  });
  const read = readScript(written, config, reading, 'vars');
  if (read.kind === 'none') return { vars, notRun: [] };
  if (read.kind === 'not-run') return lost(read.why);
  const given = Object.fromEntries([...vars].map(([name, { value }]): [string, Json] => [name, value]));
  const made = reading.sandbox?.run(read.script, [given, { prompt: {}, vars: given }]);
  if (made?.kind !== 'value') return lost(made?.why ?? 'scripts are not run');
  if (!isObject(made.value)) return lost('its script returned no map');
  const held = Object.entries(made.value).map(([name, value]): [string, Part] => {
    const before = vars.get(name);
    return [name, before !== undefined && before.value === value ? before : valueAt(value, written)];
  });
  if (held.some(([, { value }]) => typeof value === 'string' && namesFile(value) && !hasValue(vars, value)))
    return lost('its script names a file');
  return { vars: new Map([...vars, ...held]), notRun: [] };
}

function hasValue(vars: Vars, value: Json): boolean {
  return [...vars.values()].some((part) => part.value === value);
}

/** A value that stands nowhere in the file but comes of what does. */
function valueAt(value: Json, from: Part): Part {
  return {
    value,
    at: from.at,
    child: () => undefined,
    items: () => (isList(value) ? value.map((one) => valueAt(one, from)) : []),
    root: from.root,
  };
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
