import type { CheckKind, CheckKinds } from '../check-kind.ts';
import type { Check } from '../golden-case.ts';
import { hash } from '../hash.ts';
import { canonicalJson, type Json, type JsonObject } from '../json.ts';
import type { InvalidReason, Position, Problem } from '../problem.ts';
import { fixUnknown } from '../yaml/explain-issues.ts';
import type { Located, Path } from '../yaml/located.ts';
import { nameType } from '../yaml/name-type.ts';

/** A check, or everything that is wrong with how it is written. */
export type CheckRead =
  | { readonly kind: 'check'; readonly check: Check }
  | { readonly kind: 'broken'; readonly problems: readonly Problem[] };

/** What the checks of one file are read with. */
export type CheckReading = {
  readonly located: Located;
  readonly kinds: CheckKinds;
  readonly reason: InvalidReason;
  /** Arguments met so far by their canonical text; grows. */
  readonly shared: Map<string, Json>;
};

const modifiers = ['name', 'weight', 'required', 'min', 'not'] as const;
const heaviest = 1_000_000;

/**
 * Reads one entry of a list of checks: a bare kind, or `{ <kind>: <argument>, name?, weight?, required?, min? }`
 * with the kind's own options beside them.
 * @param written the entry, which lies at `path`.
 */
export function readCheck(written: Json, path: Path, { located, kinds, reason, shared }: CheckReading): CheckRead {
  const at = located.at(path);
  const broken = (what: string, on: Position = at, fix?: string): CheckRead => ({
    kind: 'broken',
    problems: [{ reason, what, at: on, ...(fix !== undefined && { fix }) }],
  });
  const entry = typeof written === 'string' ? { [written]: null } : written;
  if (!isObject(entry))
    return broken(`A check must be a kind or a map, not ${nameType(written)}.`, at, 'Write `- contains: "some text"`.');

  const named = Object.keys(entry).filter((key) => kinds.has(key));
  const [name, second] = named;
  if (name === undefined) {
    const unknown = Object.keys(entry).find((key) => !modifiers.some((modifier) => modifier === key));
    if (unknown === undefined) return broken('This check names no kind.', at, 'Write `- contains: "some text"`.');
    const on = typeof written === 'string' ? at : located.at([...path, unknown], 'key');
    return broken(`There is no check \`${unknown}\`.`, on, fixKind(unknown, kinds));
  }
  if (second !== undefined) {
    return broken(
      `\`${name}\` and \`${second}\` are two checks.`,
      located.at([...path, second], 'key'),
      'Give each its own entry in the list.',
    );
  }
  const kind = kinds.get(name);
  if (kind === undefined) return broken(`There is no check \`${name}\`.`);
  return readParts(kind, entry, {
    at,
    reason,
    shared,
    where: (key, on, inside = []) => located.at([...path, key, ...inside], on),
  });
}

/** Other tools have a kind of its own for what is an option here: `icontains`, `not-icontains`. */
function fixKind(unknown: string, kinds: CheckKinds): string {
  const cased = unknown.replace(/^(not-)?i(?=[a-z])/u, '$1');
  const meant = cased === unknown ? undefined : kinds.get(cased);
  const folds = meant !== undefined && optionNames(meant).includes('ignore-case');
  return folds ? `Write \`${cased}\` with \`ignore-case: true\` beside it.` : fixUnknown(unknown, [...kinds.keys()]);
}

type Place = Pick<CheckReading, 'reason' | 'shared'> & {
  readonly at: Position;
  readonly where: (key: string, on?: 'key', inside?: Path) => Position;
};

function readParts(kind: CheckKind, entry: JsonObject, { at, reason, shared, where }: Place): CheckRead {
  const { name, weight = 1, required = false, min, not = false, [kind.kind]: written = null, ...options } = entry;
  const argument = shareArgument(written, shared);
  const problems: Problem[] = [];
  const wrong = (key: string, what: string, fix?: string, inside?: Path): void => {
    problems.push({ reason, what, at: where(key, undefined, inside), ...(fix !== undefined && { fix }) });
  };

  const parsed = kind.argument.safeParse(argument);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const inside = issue.path.length === 0 ? '' : ` (at ${issue.path.map(String).join('.')})`;
      const what =
        argument === null ? `\`${kind.kind}\` needs an argument` : `The argument of \`${kind.kind}\` is wrong`;
      const steps: Path = issue.path.filter((step) => typeof step !== 'symbol');
      wrong(kind.kind, `${what}${inside}: ${endSentence(issue.message)}`, undefined, steps);
    }
  }
  const modified = kind.options.safeParse(options);
  for (const issue of modified.success ? [] : modified.error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        const what = `\`${kind.kind}\` takes no \`${key}\`.`;
        problems.push({
          reason,
          what,
          at: where(key, 'key'),
          fix: fixUnknown(key, [...modifiers, ...optionNames(kind)]),
        });
      }
    } else {
      wrong(
        String(issue.path[0] ?? kind.kind),
        `An option of \`${kind.kind}\` is wrong: ${endSentence(issue.message)}`,
      );
    }
  }
  if (typeof weight !== 'number' || weight < 0 || weight > heaviest)
    wrong('weight', `\`weight\` must be a number from 0 to ${heaviest}.`);
  if (typeof required !== 'boolean') wrong('required', '`required` must be true or false.');
  if (typeof not !== 'boolean') wrong('not', '`not` must be true or false.');
  else if (not && (kind.scenario ?? kind.compare ?? kind.expandsTo) !== undefined)
    wrong('not', `\`${kind.kind}\` has no opposite.`, 'Leave `not` out.');
  if (name !== undefined && (typeof name !== 'string' || name.trim() === '' || name.length > 200)) {
    wrong('name', '`name` must be a text of 1 to 200 characters.');
  }
  if (min !== undefined) {
    const [low, high] = kind.minRange;
    if (kind.scale === 'binary')
      wrong('min', `\`${kind.kind}\` passes or fails: it takes no \`min\`.`, 'Leave it out.');
    else if (typeof min !== 'number' || min < low || min > high)
      wrong('min', `\`min\` of \`${kind.kind}\` must be a number from ${low} to ${high}.`);
  }
  if (problems.length > 0) return { kind: 'broken', problems };
  return {
    kind: 'check',
    check: {
      kind: kind.kind,
      name: typeof name === 'string' ? name : nameCheck(not === true ? `not ${kind.kind}` : kind.kind, argument),
      argument,
      options,
      weight: Number(weight),
      required: required === true,
      ...(not === true && { not: true as const }),
      ...(typeof min === 'number' && { min }),
      at,
    },
  };
}

/** The one object for all equal arguments: kinds keep what they made of an argument (a compiled schema) by its object. */
function shareArgument(argument: Json, shared: Map<string, Json>): Json {
  if (!isObject(argument)) return argument;
  const key = canonicalJson(argument);
  const first = shared.get(key) ?? argument;
  shared.set(key, first);
  return first;
}

/** Options of a kind by name, as far as its schema lists them. */
function optionNames(kind: CheckKind): readonly string[] {
  const { options } = kind;
  if (!('shape' in options) || typeof options.shape !== 'object' || options.shape === null) return [];
  return Object.keys(options.shape);
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const longest = 80;

/** The name of a check that was given none: its kind and argument, cut where it is long but still telling two arguments apart. */
export function nameCheck(kind: string, argument: Json): string {
  if (argument === null) return kind;
  const name = `${kind}: ${typeof argument === 'string' ? argument : canonicalJson(argument)}`.replaceAll(/\s+/gu, ' ');
  const characters = [...name.slice(0, longest * 2)];
  if (characters.length <= longest) return name;
  return `${characters.slice(0, longest - 8).join('')}… ${hash(argument).slice(0, 6)}`;
}

function endSentence(text: string): string {
  return /[.?]$/u.test(text) ? text : `${text}.`;
}
