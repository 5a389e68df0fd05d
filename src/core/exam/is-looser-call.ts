import { canonicalJson, type Json, type JsonObject } from '../json.ts';
import { isObject } from '../prompt-file/is-object.ts';
import { includesJson } from '../tools/call-arguments.ts';

/**
 * Whether a wish for calls of tools at head is met by more than base's was: a call of it is gone, asks for fewer arguments, or counts
 * less strictly.
 */
export function isLooserCall(base: Json, head: Json): boolean {
  const [before, after] = [callsOf(base), callsOf(head)];
  const left = [...after];
  // One that became another call asks for something else.
  let isLooser = after.length < before.length;
  for (const call of before) {
    const same = left.findIndex((one) => canonicalJson(one) === canonicalJson(call));
    const at = same === -1 ? left.findIndex((one) => one['name'] === call['name']) : same;
    const [other] = at === -1 ? [] : left.splice(at, 1);
    isLooser ||= other !== undefined && (asksFewer(call, other) || countsLess(call, other));
  }
  return isLooser;
}

function callsOf(argument: Json): readonly JsonObject[] {
  const list: readonly Json[] = isList(argument) ? argument : [argument];
  return list.flatMap((one): readonly JsonObject[] | JsonObject =>
    isObject(one) ? one : typeof one === 'string' ? { name: one } : [],
  );
}

/** Whether all that head asks of the arguments base asks too, and base asks for more. */
function asksFewer(base: JsonObject, head: JsonObject): boolean {
  const [before, after] = [base['arguments'] ?? {}, head['arguments'] ?? {}];
  return canonicalJson(before) !== canonicalJson(after) && includesJson(before, after);
}

function countsLess(base: JsonObject, head: JsonObject): boolean {
  const [before, after] = [timesOf(base), timesOf(head)];
  return after.least < before.least || after.most > before.most;
}

/** At least once where nothing is said, as the check reads it. */
function timesOf({ times }: JsonObject): { readonly least: number; readonly most: number } {
  const most = Number.POSITIVE_INFINITY;
  if (typeof times === 'number') return { least: times, most: times };
  if (times === undefined || !isObject(times)) return { least: 1, most };
  return { least: numberOr(times['at-least'], 0), most: numberOr(times['at-most'], most) };
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function numberOr(value: Json | undefined, other: number): number {
  return typeof value === 'number' ? value : other;
}
