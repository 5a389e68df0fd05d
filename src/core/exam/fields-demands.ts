import { canonicalJson, type Json, type JsonObject } from '../json.ts';
import { isObject } from '../prompt-file/is-object.ts';

/**
 * Whether a `json-fields` check at head asks less of some field than base's: one is ignored or gone from the reference, its tolerance
 * is wider, its mark lower, the order of a list is free, or it is compared in another way that is no plain equality.
 */
export function asksLessOfFields(base: Json, head: Json): boolean {
  const [before, after] = [mapOf(base), mapOf(head)];
  const [ignoredBefore, ignoredAfter] = [listOf(before['ignore']), listOf(after['ignore'])];
  if (ignoredAfter.some((field) => !ignoredBefore.includes(field))) return true;
  if (losesField(before['reference'] ?? null, after['reference'] ?? null)) return true;
  const [rules, now] = [mapOf(before['per-field']), mapOf(after['per-field'])];
  return Object.keys(now).some((field) => isLooserRule(rules[field] ?? 'equal', now[field] ?? 'equal'));
}

/** Whether the reference at head holds less: a key or a member is gone. Another value is another question. */
function losesField(base: Json, head: Json): boolean {
  if (isList(base))
    return isList(head) && (head.length < base.length || base.some((one, at) => losesField(one, head[at] ?? null)));
  if (!isObject(base)) return false;
  if (!isObject(head)) return !(typeof head === 'string' && head.includes('{{'));
  return Object.entries(base).some(([key, value]) => !Object.hasOwn(head, key) || losesField(value, head[key] ?? null));
}

function isLooserRule(base: Json, head: Json): boolean {
  if (canonicalJson(base) === canonicalJson(head) || head === 'equal') return false;
  const [before, after] = [mapOf(base), mapOf(head)];
  const [way] = Object.keys(after).filter((key) => key !== 'min');
  if (way === undefined || base === 'equal' || !Object.hasOwn(before, way)) return true;
  if (way === 'within') return sizeOf(after[way]) > sizeOf(before[way]) || typeof after[way] !== typeof before[way];
  if (way === 'similar') return Number(after[way]) < Number(before[way]);
  // Of rubrics nobody can tell which asks for less.
  return (
    way === 'judge' && (after['judge'] !== before['judge'] || Number(after['min'] ?? 7) < Number(before['min'] ?? 7))
  );
}

function sizeOf(within: Json | undefined): number {
  return Number.parseFloat(String(within));
}

function mapOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function listOf(value: Json | undefined): readonly Json[] {
  return isList(value) ? value : [];
}
