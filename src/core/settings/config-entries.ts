import type { Config } from './parse-config.ts';

/** What a config sets, by the keys that it is written with, defaults filled in. */
export function configEntries(config: Config): ReadonlyMap<string, unknown> {
  const { file: _, defaultChecks: __, limitsCost: ___, version: ____, ...keys } = config;
  return new Map<string, unknown>(Object.entries(keys));
}
