import type { CheckKinds } from '../../../core/check-kind.ts';
import type { JsonObject } from '../../../core/json.ts';
import { suggestNearest } from '../../../core/suggest-nearest.ts';
import type { WrittenEvaluator } from './write-as-check.ts';
import { writePattern } from './write-string-check.ts';

/** Names that other runners give to a check of ours. What may mean two things (`string-match`) is left out. */
const aliases: Readonly<Record<string, string>> = {
  regexp: 'regex',
  'regex-match': 'regex',
  matches: 'regex',
  includes: 'contains',
  'string-contains': 'contains',
  'includes-all': 'contains',
  'contains-all': 'contains',
  'not-includes': 'not-contains',
  'string-not-contains': 'not-contains',
  'does-not-contain': 'not-contains',
  'string-equals': 'equals',
  'exact-match': 'equals',
  'is-json': 'json',
};

/** Keys under which the argument of such a check is written. */
const argumentKeys = ['pattern', 'value', 'expected', 'text', 'regex', 'schema'];
const besides = ['flags', 'negate', 'invert', 'weight', 'required', 'min', 'ignore-case'];
/** What they call the reply, which is all that a check reads here. */
const replies = ['output', 'response', 'reply', 'completion', 'content', 'text', 'message.content'];

/** An evaluator of the form `type: regex` and `pattern: …` as a check, where it can mean but one thing. */
export function writeTypedCheck(
  type: string,
  written: JsonObject,
  own: readonly string[],
  kinds: CheckKinds,
): WrittenEvaluator {
  const named = Object.hasOwn(aliases, type) ? (aliases[type] ?? type) : type;
  if (!kinds.has(named)) {
    const nearest = suggestNearest(type, kinds.keys());
    const fix = nearest === undefined ? instead : `Did you mean \`- ${nearest}: …\`?`;
    return { kind: 'not-run', why: `there is no check \`${type}\``, fix };
  }
  const target = [written['target'], written['property']].find((one) => typeof one === 'string');
  if (target !== undefined && !replies.some((one) => one === target)) {
    return { kind: 'not-run', why: `it reads \`${String(target)}\`, and checks read the reply`, fix: instead };
  }
  const [argument, second] = own.filter((key) => argumentKeys.includes(key));
  const unknown = own.find((key) => !argumentKeys.includes(key) && !besides.includes(key));
  if (unknown !== undefined || second !== undefined) {
    return { kind: 'not-run', why: `what \`${unknown ?? second}\` says is not known here`, fix: writeIt(named) };
  }
  const beside = Object.fromEntries(
    Object.entries(written).filter(([key]) => besides.includes(key) && key !== 'flags'),
  );
  const held = argument === undefined ? null : (written[argument] ?? null);
  const path = argument === undefined ? [] : [argument];
  if (named !== 'regex' && named !== 'not-regex')
    return { kind: 'check', check: named, argument: held, options: beside, path };
  const { flags } = written;
  const pattern = flags === undefined ? held : { pattern: held, flags };
  const read = writePattern(pattern, { path, negated: named === 'not-regex', beside });
  return read.kind === 'check' && flags !== undefined ? { ...read, path } : read;
}

const instead = 'Put a check of `docs/checks.md` in its place.';

function writeIt(check: string): string {
  return `Write \`- ${check}: …\`.`;
}
