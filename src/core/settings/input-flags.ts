import { z } from 'zod';
import { configSchema, defaultEndpoint } from './config-schema.ts';
import { inputs } from './inputs.ts';
import type { InputAbout } from './mode-inputs.ts';

/** An input as a flag, in the notation of the command line's parser. */
export type InputFlag = {
  readonly input: string;
  readonly flags: string;
  readonly describe: () => string;
  /** The only command that takes it. */
  readonly only?: 'compare' | 'portability';
};

/**
 * Inputs that the command line takes as flags. The others mean nothing there (labels, artifacts, forks), are another
 * flag's (`--base`, `--comment FILE`), or are secrets, which belong in the environment.
 */
export const inputFlags: readonly InputFlag[] = inputs.flatMap((input) => {
  if (input.flag === undefined) return [];
  const describe = () => {
    const value = inputDefault(input);
    return value === undefined ? input.description : `${input.description} Default: ${value}.`;
  };
  const only = input.only === undefined ? {} : { only: input.only };
  return [{ input: input.name, flags: `--${input.name} <${input.flag}>`, describe, ...only }];
});

/** Defaults that depend on another setting, or that only hold where the config says nothing at all. */
const worded: Readonly<Record<string, string>> = {
  trials: '12, with `sampling: fixed` 5',
  'providers.default.base-url': defaultEndpoint,
};

/**
 * An input's default as the documents show it, from where it lives: the config's schema, or the inputs' own.
 * `undefined` where it has none.
 */
export function inputDefault(input: InputAbout): string | undefined {
  if (input.config === undefined) return input.default;
  const path = input.config.join('.');
  if (Object.hasOwn(worded, path)) return worded[path];
  let schema: unknown = z.toJSONSchema(configSchema, { io: 'input' });
  for (const key of input.config) schema = field(field(schema, 'properties'), key);
  const value = field(schema, 'default');
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return undefined;
  return Array.isArray(value) ? value.join(', ') : String(value);
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

/** The flags of `promptgate review`. */
export const reviewFlags: readonly InputFlag[] = inputFlags.filter(({ only }) => only === undefined);

/** Inputs that shape a comparison of score files; all else of a review is about asking. */
const used: ReadonlySet<string> = new Set(['config', 'name', 'fail-on', 'columns']);

/** What is sampled, and what decides, `portability` says itself. */
const notPorted: ReadonlySet<string> = new Set(['sampling', 'fail-on', 'baseline-age', 'columns']);

/** The flags of `promptgate portability`. */
export const portabilityFlags: readonly InputFlag[] = inputFlags.filter(({ input }) => !notPorted.has(input));

/** The flags of `promptgate compare`. */
export const compareFlags: readonly InputFlag[] = inputFlags.filter(({ input }) => used.has(input));
