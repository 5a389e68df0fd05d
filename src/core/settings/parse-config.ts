import { z } from 'zod';
import type { Json } from '../json.ts';
import type { Position, Problem } from '../problem.ts';
import { explainIssues } from '../yaml/explain-issues.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { configSchema } from './config-schema.ts';

/** A check as it is written under `defaults`, with its place; the reader of cases makes sense of it. */
export type WrittenCheck = { readonly value: Json; readonly at: Position };

/** The config with its defaults filled in. */
export type Config = z.output<typeof configSchema> & {
  readonly file: string;
  readonly defaultChecks: readonly WrittenCheck[];
  /** Whether it says itself how many dollars a run may cost. */
  readonly limitsCost: boolean;
  /** Whether it says itself which verdicts fail the step. */
  readonly saysFailOn: boolean;
};

export type ParsedConfig =
  | { readonly kind: 'config'; readonly config: Config }
  | { readonly kind: 'broken'; readonly problems: readonly [Problem, ...Problem[]] };

const mostCharacters = 100_000;

/**
 * Reads a config file's text (YAML 1.2, so JSON too); an empty text is the config of defaults.
 * Never throws: what is wrong comes back as problems with line and column.
 */
export function parseConfig(text: string, file: string): ParsedConfig {
  if (text.length > mostCharacters) {
    const what = `the config is longer than ${mostCharacters} characters.`;
    return { kind: 'broken', problems: [{ reason: 'config', what, at: { file } }] };
  }
  const read = readYaml(text, file);
  if (read.kind === 'broken') {
    const [first, ...others] = read.problems;
    return { kind: 'broken', problems: [asConfig(first), ...others.map(asConfig)] };
  }
  const { located } = read;
  const parsed = configSchema.safeParse(located.value ?? {}, { reportInput: true });
  if (parsed.success) {
    const defaultChecks = parsed.data.defaults.checks.map((value, index) => {
      return { value, at: located.at(['defaults', 'checks', index]) };
    });
    const said = { limitsCost: saysCost(located.value), saysFailOn: failing.safeParse(located.value).success };
    return { kind: 'config', config: { ...parsed.data, file, defaultChecks, ...said } };
  }
  const [first, ...others] = explainIssues(parsed.error.issues, located, knownConfigKeys, 'config');
  const unknown: Problem = { reason: 'config', what: 'the config is not readable.', at: { file } };
  return { kind: 'broken', problems: [first ?? unknown, ...others] };
}

const written = z.looseObject({ budget: z.looseObject({ usd: z.number() }) });

const failing = z.looseObject({ 'fail-on': z.union([z.string(), z.array(z.unknown())]) });

function saysCost(value: unknown): boolean {
  return written.safeParse(value).success;
}

function asConfig(problem: Problem): Problem {
  return { ...problem, reason: 'config' };
}

/** The keys that the config knows at a path; none where the reader chooses the names, as under `providers`. */
function knownConfigKeys(path: readonly PropertyKey[]): readonly string[] {
  const root: unknown = z.toJSONSchema(configSchema, { io: 'input' });
  let places: readonly unknown[] = alternatives(root);
  for (const step of path) places = places.flatMap((place) => inside(place, step)).flatMap(alternatives);
  return [...new Set(places.flatMap((place) => Object.keys(field(place, 'properties') ?? {})))];
}

function inside(schema: unknown, step: PropertyKey): readonly unknown[] {
  const next =
    typeof step === 'number'
      ? field(schema, 'items')
      : (field(field(schema, 'properties'), step) ?? field(schema, 'additionalProperties'));
  return next === undefined ? [] : [next];
}

function alternatives(schema: unknown): readonly unknown[] {
  const choices = field(schema, 'anyOf');
  return Array.isArray(choices) ? choices.flatMap(alternatives) : [schema];
}

function field(value: unknown, key: PropertyKey): object | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  const held: unknown = Reflect.get(value, key);
  return typeof held === 'object' && held !== null ? held : undefined;
}
