import type { z } from 'zod';
import { suggestNearest } from '../suggest-nearest.ts';

/** What is wrong with a value that a schema refused: whose value (a path), the sentence, and where a key is meant. */
export type IssueDescription = {
  readonly path: readonly PropertyKey[];
  /** The unknown key itself is the fault, rather than its value. */
  readonly key?: string;
  readonly what: string;
  readonly fix?: string;
};

/** Names a reader may have meant at a path of the schema. */
export type KnownKeys = (path: readonly PropertyKey[]) => readonly string[];

type Issue = z.core.$ZodIssue;

/** A reader mends a few faults at a time; a hostile file holds any number. */
const most = 20;

const nouns: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
  nonoptional: 'given',
};

/**
 * Puts a schema's complaints (parsed with `reportInput`) into sentences that name the setting, what is written there
 * and what may be. A key that is missing because its name is mistyped is named once, as mistyped.
 */
export function describeIssues(issues: readonly Issue[], known: KnownKeys): readonly IssueDescription[] {
  const described = issues.slice(0, most).flatMap((issue) => describeIssue(issue, known));
  const mistyped = new Set(described.flatMap(({ meant }) => (meant === undefined ? [] : [meant])));
  const left = described.filter(({ path, missing }) => !(missing && mistyped.has(showPath(path))));
  return left.map(({ meant: _, missing: __, ...description }) => description);
}

type Described = IssueDescription & { readonly meant?: string; readonly missing?: boolean };

function describeIssue(issue: Issue, known: KnownKeys): readonly Described[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    const names = known(path);
    return issue.keys.slice(0, most).map((key) => describeUnknownKey(key, path, names));
  }
  if (issue.code === 'invalid_union') {
    const branch = fittingBranch(issue.errors, issue.input);
    if (branch === undefined) return [describeValue(path, issue.input, `must be ${formsOf(issue.errors)}`)];
    return branch.slice(0, most).flatMap((inner) => describeIssue({ ...inner, path: [...path, ...inner.path] }, known));
  }
  if (issue.code === 'invalid_key') {
    const must = issue.issues.map((inner) => inner.message).join('; ');
    return [{ path, what: `${quotePath(path)} is misnamed: it ${must}.` }];
  }
  const must = requirementOf(issue);
  if (issue.code === 'custom' && issue.params?.['secret'] === true) {
    return [{ path, what: `${quotePath(path)} is refused: it ${must}.` }];
  }
  if (issue.code === 'custom' && typeof issue.params?.['absent'] === 'string') {
    const fix: unknown = issue.params['fix'];
    const what = `there is no ${issue.params['absent']} ${show(issue.input)}.`;
    return [{ path, what, ...(typeof fix === 'string' ? { fix } : {}) }];
  }
  const fix = issue.code === 'invalid_value' ? nearestValue(issue.input, issue.values) : undefined;
  return [{ ...describeValue(path, issue.input, must), ...(fix === undefined ? {} : { fix }) }];
}

function describeValue(path: readonly PropertyKey[], value: unknown, must: string): Described {
  const missing = value === undefined;
  return { path, missing, what: `${quotePath(path)} is ${missing ? 'missing' : show(value)}: it ${must}.` };
}

function requirementOf(issue: Exclude<Issue, z.core.$ZodIssueUnrecognizedKeys>): string {
  // A schema that words its own refusal begins it so.
  if (/^must /u.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${nouns[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return issue.values.length === 1
        ? `must be ${show(issue.values[0])}`
        : `must be one of ${issue.values.map(show).join(', ')}`;
    case 'too_small':
      return typeof issue.input === 'number'
        ? `must be ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}`
        : 'must not be empty';
    case 'too_big':
      return typeof issue.input === 'number'
        ? `must be ${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}`
        : `must not be longer than ${issue.maximum}`;
    case 'not_multiple_of':
      return `must be a multiple of ${issue.divisor}`;
    case 'invalid_format':
    case 'invalid_key':
    case 'invalid_element':
    case 'invalid_union':
    case 'custom':
      return issue.message;
  }
}

function describeUnknownKey(key: string, path: readonly PropertyKey[], names: readonly string[]): Described {
  // A config has one for each of its services.
  const nearest =
    key === 'base-url' && path.length === 0 && names.includes('providers')
      ? 'providers.default.base-url'
      : suggestNearest(key, names);
  const where = path.length === 0 ? '' : ` in \`${showPath(path)}\``;
  const fix =
    nearest === undefined
      ? names.length === 0
        ? 'Take it out.'
        : `Known here: ${names.map((name) => `\`${name}\``).join(', ')}.`
      : `Did you mean \`${nearest}\`?`;
  const meant = nearest === undefined ? {} : { meant: showPath([...path, nearest]) };
  return { path, key, what: `unknown key ${show(key)}${where}.`, fix, ...meant };
}

/**
 * Of a choice of forms, the one that the value is an attempt at: of those that do not refuse its very type the first that misses
 * and refuses the fewest of its keys.
 */
function fittingBranch(branches: readonly (readonly Issue[])[], value: unknown): readonly Issue[] | undefined {
  return branches
    .filter((branch) => !branch.some((issue) => issue.path.length === 0 && refusesType(issue, value)))
    .toSorted((one, other) => strangeKeys(one) - strangeKeys(other))[0];
}

function strangeKeys(issues: readonly Issue[]): number {
  return issues.reduce((sum, issue) => {
    if (issue.code === 'unrecognized_keys') return sum + issue.keys.length;
    return issue.path.length === 1 && issue.input === undefined ? sum + 1 : sum;
  }, 0);
}

/** The forms of a choice in words, where the value is an attempt at none. */
function formsOf(branches: readonly (readonly Issue[])[]): string {
  const forms = branches.flatMap((branch) =>
    branch
      .slice(0, 1)
      .map((issue) => requirementOf(issue.code === 'unrecognized_keys' ? { ...issue, code: 'custom' } : issue)),
  );
  return [...new Set(forms.map((form) => form.replace(/^must be /u, '')))].join(' or ');
}

function refusesType(issue: Issue, value: unknown): boolean {
  if (issue.code === 'invalid_type') return true;
  return issue.code === 'invalid_value' && typeof issue.values[0] !== typeof value;
}

function nearestValue(value: unknown, values: readonly unknown[]): string | undefined {
  if (typeof value !== 'string') return undefined;
  const nearest = suggestNearest(
    value,
    values.filter((entry) => typeof entry === 'string'),
  );
  return nearest === undefined ? undefined : `Did you mean \`${nearest}\`?`;
}

/** A value for a message: short, in one line, and never a secret. */
function show(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  const text = String(value).replaceAll(/[\p{Cc}`]/gu, ' ');
  if (typeof value === 'string' && looksLikeKey(text)) return `a text of ${value.length} characters`;
  return `\`${text.length > 60 ? `${text.slice(0, 57)}…` : text}\``;
}

function quotePath(path: readonly PropertyKey[]): string {
  return path.length === 0 ? 'the file' : `\`${showPath(path)}\``;
}

/** `gate.metrics.faithfulness`, `models[0].model`. */
function showPath(path: readonly PropertyKey[]): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${String(step)}`))
    .join('');
}

/** Beginnings of keys that services give out. */
const beginnings =
  /^(?:(?:sk|pk|rk|gsk|xai|hf|gh[oprsu]|github_pat|glpat|xox[abposr]|r8|nvapi|pplx)[-_]|(?:AIza|AKIA|ya29|eyJ))[-_A-Za-z0-9.]/u;

/**
 * Whether a text that should be the *name* of an environment variable is more likely a key itself, so that it must
 * not be printed: a known beginning, a web address, or a long mixture of capitals, small letters and digits.
 */
export function looksLikeKey(text: string): boolean {
  if (/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/u.test(text) && text.includes('_')) return false;
  if (beginnings.test(text) || /:\/\//u.test(text)) return true;
  return text.length >= 20 && /\d/u.test(text) && /[A-Z]/u.test(text) && /[a-z]/u.test(text);
}
