import type { NotRun } from '../../../core/golden-case.ts';
import type { Json, JsonObject } from '../../../core/json.ts';
import { isObject } from '../../../core/prompt-file/is-object.ts';
import { findFilesToRead } from './find-files.ts';
import { type Part, partOf } from './part.ts';
import { namesFile, readFileValue } from './read-file-value.ts';
import { readScript } from './read-scripts.ts';
import { parsedFile, type SuiteReading } from './suite-reading.ts';

/** Most cases that the lists among the vars of one test make together. */
const mostCombinations = 1_000;

/** Every combination of a test's vars, and the vars that only a script could give. */
export type VarsExpanded = { readonly combinations: readonly JsonObject[]; readonly notRun: readonly NotRun[] };

/** The vars of a test by name, each where it is written. They are a map, or `file://` and files that hold such maps. */
export function readVars(written: Part | undefined, reading: SuiteReading): ReadonlyMap<string, Part> {
  if (written === undefined) return new Map();
  if (isObject(written.value)) {
    return new Map(
      Object.keys(written.value).flatMap((name) => {
        const part = written.child(name);
        return part === undefined ? [] : [[name, part] as const];
      }),
    );
  }
  const sources = typeof written.value === 'string' ? [written] : written.items();
  const merged = new Map<string, Part>();
  for (const source of sources) {
    for (const [name, part] of varsOfFile(source, reading)) merged.set(name, part);
  }
  return merged;
}

function varsOfFile(source: Part, reading: SuiteReading): ReadonlyMap<string, Part> {
  const at = source.at();
  const found = typeof source.value === 'string' ? findFilesToRead(source.value, at.file, reading.sources) : undefined;
  if (found?.kind !== 'found' || found.paths.length === 0) {
    const why = found?.kind === 'refused' ? `: ${found.why}` : '';
    const what = `\`vars\` must be a map, or name files that hold one${why}.`;
    reading.problems.push({ reason: 'files', what, at });
    return new Map();
  }
  return new Map(
    found.paths.flatMap((path) => {
      reading.refersTo.add(path);
      const read = parsedFile(path, at, reading);
      if (read?.kind !== 'read') return [];
      if (isObject(read.located.value)) return [...readVars(partOf(read.located), reading)];
      reading.problems.push({ reason: 'files', what: `\`${path}\` holds no map of vars.`, at });
      return [];
    }),
  );
}

/**
 * All combinations of values: a list of texts stands for as many cases, and so does a `file://` glob; any other list
 * is one value. @param whole lists are values too (`disableVarExpansion`).
 */
export function expandVars(
  vars: ReadonlyMap<string, Part>,
  whole: boolean,
  config: string,
  reading: SuiteReading,
): VarsExpanded {
  const notRun: NotRun[] = [];
  let combinations: readonly JsonObject[] = [{}];
  for (const [name, part] of vars) {
    const values = valuesOf(name, part, whole, config, notRun, reading);
    if (combinations.length * values.length > mostCombinations) {
      const what = `The vars of this test make more than ${mostCombinations} cases.`;
      reading.problems.push({ reason: 'files', what, at: part.at(), fix: 'Split the test.' });
      return { combinations: [], notRun: [] };
    }
    combinations = combinations.flatMap((combination) => values.map((value) => ({ ...combination, [name]: value })));
  }
  return { combinations: combinations.map(resolveVars), notRun };
}

function valuesOf(
  name: string,
  part: Part,
  whole: boolean,
  config: string,
  notRun: NotRun[],
  reading: SuiteReading,
): readonly Json[] {
  const { value } = part;
  const items = Array.isArray(value) && !whole && typeof value[0] === 'string' ? part.items() : [part];
  return items.flatMap((item): readonly Json[] => {
    if (typeof item.value !== 'string' || !namesFile(item.value)) return [item.value];
    const file = readFileValue(item.value, config, item.at(), reading);
    if (file.kind === 'values') {
      // A prompt takes in a map as the JSON it is written as.
      return file.values.map((one) => (typeof one.value === 'string' ? one.value : JSON.stringify(one.value)));
    }
    if (file.kind === 'not-run') {
      const { why, unsent } = file;
      notRun.push({ name: `vars.${name}`, at: item.at(), why, whole: true, ...(unsent !== undefined && { unsent }) });
    }
    return [item.value];
  });
}

/** Rounds in which variables inside variables are put in place, as in promptfoo: what refers to itself ends there. */
const rounds = 5;
/** Longest text that grows by it: five rounds of doubling make a bomb of a long one. */
const longest = 200_000;

/** The vars with `{{name}}` of other vars inside them put in place, and one line feed at a text's end left out. */
function resolveVars(vars: JsonObject): JsonObject {
  const held = new Map(
    Object.entries(vars).map(([name, value]) => [name, typeof value === 'string' ? value.replace(/\n$/u, '') : value]),
  );
  for (let round = 0; round < rounds; round += 1) {
    let changed = false;
    for (const [name, value] of held) {
      const filled = typeof value === 'string' ? fillFirst(value, held) : undefined;
      if (filled === undefined || filled.length > longest) continue;
      held.set(name, filled);
      changed = true;
    }
    if (!changed) break;
  }
  return Object.fromEntries(held);
}

function fillFirst(text: string, held: ReadonlyMap<string, Json>): string | undefined {
  const match = /\{\{[ \t]*(\w+)[ \t]*\}\}/u.exec(text);
  const value = match === null ? undefined : held.get(match[1] ?? '');
  if (match === null || value === undefined || value === null || typeof value === 'object') return undefined;
  return `${text.slice(0, match.index)}${value}${text.slice(match.index + match[0].length)}`;
}

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
