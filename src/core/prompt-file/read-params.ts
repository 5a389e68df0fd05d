import type { Json, JsonObject } from '../json.ts';
import { suggestNearest } from '../suggest-nearest.ts';
import { knownParams } from './hold-params.ts';
import { isObject } from './is-object.ts';

/** Where a file keeps parameters apart from its other keys. */
const groups = ['params', 'parameters', 'modelParameters', 'model_parameters'] as const;

const delivery = ['stream', 'stream_options', 'n'] as const;

/** Parameters as the API names them, and keys that look like a mistyped one. */
export type ParamsRead = {
  readonly params: JsonObject;
  readonly doubtful: readonly { readonly key: string; readonly meant: string }[];
};

/**
 * The parameters among a file's top-level keys: the known ones by either spelling (`max_tokens`, `maxTokens`), and
 * everything in a group such as `params`. Other keys (title, author …) are the file's own.
 */
export function readParams(file: JsonObject): ParamsRead {
  const params: [string, Json][] = [];
  const doubtful: { key: string; meant: string }[] = [];
  for (const [key, value] of Object.entries(file)) {
    if (value === null) continue;
    if (groups.some((group) => group === key) && isObject(value)) {
      params.push(...Object.entries(nameParams(value)));
    } else if (knownParams.some((name) => name === toApiName(key))) params.push([toApiName(key), value]);
    else {
      const meant = suggestNearest(key, knownParams);
      if (meant !== undefined && key.length > 3) doubtful.push({ key, meant });
    }
  }
  return { params: Object.fromEntries(params), doubtful };
}

/** A group of parameters under the API's names (`topP` is `top_p`), without empty ones and without how replies are delivered. */
export function nameParams(written: JsonObject): JsonObject {
  const named = Object.entries(written).map(([key, value]) => [toApiName(key), value] as const);
  return Object.fromEntries(named.filter(([key, value]) => value !== null && !delivery.some((one) => one === key)));
}

function toApiName(key: string): string {
  return key.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
}
