import type { CheckKinds } from '../../../core/check-kind.ts';
import type { Json, JsonObject } from '../../../core/json.ts';
import { isObject } from '../../../core/prompt-file/is-object.ts';
import { suggestNearest } from '../../../core/suggest-nearest.ts';
import type { Path } from '../../../core/yaml/located.ts';
import { nameType } from '../../../core/yaml/name-type.ts';
import { writePattern, writeStringCheck } from './write-string-check.ts';
import { writeTypedCheck } from './write-typed-check.ts';

/** What an evaluator comes to, before its argument is read. */
export type WrittenEvaluator =
  /** A check as cases files have it; its argument lies at `path` under the evaluator. */
  | {
      readonly kind: 'check';
      readonly check: string;
      readonly argument: Json;
      readonly options: JsonObject;
      readonly path: Path;
      /** Keys that lose to this one, as in gh models. */
      readonly ignored?: readonly string[];
    }
  /** Measured by nothing here: why, and what to write instead. */
  | { readonly kind: 'not-run'; readonly why: string; readonly fix: string; readonly name?: string }
  | { readonly kind: 'broken'; readonly what: string; readonly fix: string; readonly path: Path };

/** Keys that name or describe an evaluator and measure nothing. */
const titles = ['name', 'description', 'type', 'target', 'property'];

/** How to write in our form what people write for other runners. */
const instead: Readonly<Record<string, { readonly why: string; readonly fix: string }>> = {
  ...alike(['python', 'javascript', 'js', 'code', 'script'], {
    why: 'it is code, which a prompt file cannot bring into a review',
    fix: 'Write a check such as `- contains: "some text"`, or `- score: NAME` with a scorer of your config.',
  }),
  ...alike(['model', 'model-graded', 'llm-rubric', 'rubric', 'criteria', 'rule', 'assertion'], {
    why: 'nothing says how a model’s answer to it would count',
    fix: 'Write `- judge: "…"` with what to grade.',
  }),
};

/**
 * Makes a check of an evaluator: GitHub's own forms (`string`, `llm`, `uses`), any check of ours under its name, and
 * the forms that other runners of such files have for the same (`regex: {pattern}`, `type: regex`).
 */
export function writeAsCheck(written: Json, kinds: CheckKinds): WrittenEvaluator {
  if (typeof written === 'string') return kinds.has(written) ? check(written, null, []) : sentence();
  if (!isObject(written)) {
    return { kind: 'broken', what: `An evaluator must be a map, not ${nameType(written)}.`, fix: example, path: [] };
  }
  const { string = null, llm = null, uses = null } = written;
  if (string !== null) return writeStringCheck(string);
  if (llm !== null) return check('llm', llm, ['llm']);
  if (typeof uses === 'string') return kinds.has(uses) ? check(uses, null, ['uses']) : unknownPlugin(uses, kinds);

  const own = Object.keys(written).filter((key) => !titles.includes(key));
  const [first, ...others] = own.filter((key) => kinds.has(toKebab(key)));
  if (first === undefined) return writeTyped(written, own, kinds);
  const beside = Object.fromEntries(
    [...own.filter((key) => key !== first && !others.includes(key)), ...others].map((key) => [
      toKebab(key),
      written[key] ?? null,
    ]),
  );
  if (toKebab(first) === 'regex' || toKebab(first) === 'not-regex') {
    return writePattern(written[first] ?? null, { path: [first], negated: toKebab(first) === 'not-regex', beside });
  }
  return { ...check(toKebab(first), written[first] ?? null, [first]), options: beside };
}

const example = 'Write `- name: …` and under it `string`, `llm`, `uses` or a check of `docs/checks.md`.';

function check(name: string, argument: Json, path: Path): Extract<WrittenEvaluator, { kind: 'check' }> {
  return { kind: 'check', check: name, argument, options: {}, path };
}

function writeTyped(written: JsonObject, own: readonly string[], kinds: CheckKinds): WrittenEvaluator {
  const [unknown] = own;
  const said = typeof written['type'] === 'string' ? toKebab(written['type']) : undefined;
  const known = [said, ...own.map(toKebab)].find((one) => one !== undefined && Object.hasOwn(instead, one));
  const better = known === undefined ? undefined : instead[known];
  if (better !== undefined) return { kind: 'not-run', ...better };
  if (said !== undefined) return writeTypedCheck(said, written, own, kinds);
  if (unknown === undefined) {
    return { kind: 'broken', what: 'This evaluator says nothing to evaluate.', fix: example, path: [] };
  }
  const nearest = suggestNearest(unknown, [...kinds.keys(), 'string', 'llm', 'uses']);
  const fix = nearest === undefined ? 'Put a check of `docs/checks.md` in its place.' : `Did you mean \`${nearest}\`?`;
  return { kind: 'not-run', why: `there is no check \`${unknown}\``, fix, name: unknown };
}

function unknownPlugin(uses: string, kinds: CheckKinds): WrittenEvaluator {
  const plugins = [...kinds.keys()].filter((kind) => kind.startsWith('github/'));
  const nearest = suggestNearest(uses, plugins);
  const fix = nearest === undefined ? `Known here: ${plugins.join(', ')}.` : `Did you mean \`${nearest}\`?`;
  return { kind: 'not-run', why: `there is no built-in evaluator \`${uses}\``, fix, name: uses };
}

function sentence(): WrittenEvaluator {
  return {
    kind: 'not-run',
    why: 'it is a sentence, which nothing measures',
    fix: 'Write `- judge: "…"` with what to grade, or a check such as `- contains: "some text"`.',
  };
}

/** Names as checks have them: `notContains` and `not_contains` are `not-contains`. */
function toKebab(key: string): string {
  return key
    .replaceAll(/(?<=[a-z\d])[A-Z]/gu, (letter) => `-${letter}`)
    .replaceAll('_', '-')
    .toLowerCase();
}

function alike<T>(names: readonly string[], said: T): Readonly<Record<string, T>> {
  return Object.fromEntries(names.map((name) => [name, said]));
}
