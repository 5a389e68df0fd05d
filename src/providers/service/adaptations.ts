import type { JsonObject } from '../../core/json.ts';
import type { Failed } from './failed.ts';

/** Names that mean the same to services of different ages. */
const otherName: Readonly<Record<string, string>> = {
  max_tokens: 'max_completion_tokens',
  max_completion_tokens: 'max_tokens',
};
/** Without these a reply would answer another question. */
const kept: ReadonlySet<string> = new Set(['tools', 'tool_choice', 'functions', 'function_call', 'messages', 'model']);

/** What was refused: the new name, or `null` where the parameter is left out. */
type Changes = ReadonlyMap<string, string | null>;
const none: Changes = new Map();

/** Which parameters each model refused, learnt once and applied to all of its later calls. */
export class Adaptations {
  readonly #byModel = new Map<string, Changes>();

  /** The parameters as they are sent, and what was changed of them: parameter → new name, or `null` where left out. */
  apply(model: string, params: JsonObject): { readonly params: JsonObject; readonly adapted?: JsonObject } {
    const changes = this.#byModel.get(model) ?? none;
    const names = Object.keys(params).filter((name) => changes.has(name));
    if (names.length === 0) return { params };
    const result = new Map(Object.entries(params).filter(([name]) => !changes.has(name)));
    for (const name of names) {
      const instead = finalName(name, changes);
      const value = params[name];
      if (instead !== null && value !== undefined && !result.has(instead)) result.set(instead, value);
    }
    return {
      params: Object.fromEntries(result),
      adapted: Object.fromEntries(names.map((name) => [name, finalName(name, changes)])),
    };
  }

  /**
   * Learns that `model` refuses `name`.
   * @returns whether the calls that set it can be sent another way.
   */
  learn(model: string, name: string, said: string): boolean {
    if (kept.has(name)) return false;
    const changes = new Map(this.#byModel.get(model) ?? none);
    const other = otherName[name];
    // The other name is no way out where it was refused before. Where the service says what it wants, it is believed.
    const instead = other !== undefined && !changes.has(other) && !/\bvalue\b/iu.test(said) ? other : null;
    changes.set(name, instead);
    this.#byModel.set(model, changes);
    return true;
  }
}

function finalName(name: string, changes: Changes): string | null {
  const instead = changes.get(name) ?? null;
  return instead !== null && changes.has(instead) ? null : instead;
}

/**
 * The parameter of `params` that a refusal (status 400 or 422) is about, if it is about one being unsupported:
 * by `param` and `code` as OpenAI says it, or by its name in the message as others do.
 * @param names what the API calls parameters that chat completions call otherwise
 */
export function refusedParameter(
  said: Pick<Failed, 'message' | 'code' | 'param'>,
  params: JsonObject,
  names: Readonly<Record<string, readonly string[]>> = {},
): string | undefined {
  const unsupported =
    said.code === 'unsupported_parameter' ||
    said.code === 'unsupported_value' ||
    said.code === 'unknown_parameter' ||
    /unsupported|not support|unrecogni[sz]ed|unknown (?:parameter|field|name)|not permitted|extra inputs|deprecated|not enabled/iu.test(
      said.message,
    );
  if (!unsupported) return undefined;
  const root = said.param?.split(/[.[]/u, 1)[0];
  const words = new Set(said.message.split(/[^\w-]+/u));
  const called = (name: string): readonly string[] => [name, ...(names[name] ?? [])];
  const given = Object.keys(params);
  return (
    (root === undefined ? undefined : given.find((name) => called(name).includes(root))) ??
    given.find((name) => called(name).some((word) => words.has(word)))
  );
}
