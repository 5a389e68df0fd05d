import type { z } from 'zod';
import { canonicalJson } from '../../core/json.ts';
import { readPlainJson } from '../../core/json-text/read-plain-json.ts';
import { unfence } from '../json/read-json-reply.ts';
import type { Exhibit } from './exhibits-of.ts';

/** Longer answers are none: a judge is asked for a few fields. */
const longest = 200_000;
/** Bounds on the search for objects among words. */
const mostCandidates = 200;
const longestObject = 20_000;

/**
 * Reads a judge's answer, or nothing where it is not certain what it says.
 *
 * The answer is one JSON object that fits `form`: the whole text, alone in a code fence, or the only fitting object
 * in a text of services without structured output. Two fitting objects that differ are no answer; nor is one in a list,
 * which was not asked for; nor one that says the same thing twice (`"score": 2, "score": 9`); nor one that stands in an exhibit already, for then the judge repeats a reply that tried to
 * grade itself.
 */
export function readAnswer<T>(text: string, form: z.ZodType<T>, exhibits: readonly Exhibit[]): T | undefined {
  if (text.length > longest) return undefined;
  const answer = withoutThinking(text);
  const whole = unfence(answer).trim();
  const isWhole = fitsForm(whole, form) !== undefined;
  const sources = isWhole ? [whole] : objectsIn(answer);
  const fitting = new Map(
    sources.flatMap((source) => {
      const value = fitsForm(source, form);
      return value === undefined ? [] : [[withoutSpace(source), value] as const];
    }),
  );
  const [only, ...others] = fitting;
  if (only === undefined || others.length > 0) return undefined;
  const [source, value] = only;
  if (!isWhole && isListed(withoutSpace(answer), source)) return undefined;
  if (readPlainJson(source, 'answer') === undefined) return undefined;
  return exhibits.some((exhibit) => holds(exhibit.text, source, value, form)) ? undefined : value;
}

/** Whether a text holds this answer: word for word, or as an object that says the same. */
function holds<T>(text: string, source: string, value: T, form: z.ZodType<T>): boolean {
  if (withoutSpace(text).includes(source)) return true;
  const same = canonicalJson(value);
  return objectsIn(text).some((object) => canonicalJson(fitsForm(object, form) ?? null) === same);
}

/** Whether an object stands in a list. Both without their blanks. */
function isListed(text: string, object: string): boolean {
  const at = text.indexOf(object);
  return /[[,]$/.test(text.slice(0, at)) || /^[\],]/.test(text.slice(at + object.length));
}

/** Some services put what a model thinks before its answer; drafts in there are no answers. */
function withoutThinking(text: string): string {
  const start = text.trimStart();
  const end = start.startsWith('<think>') ? start.indexOf('</think>') : -1;
  return end < 0 ? text : start.slice(end + '</think>'.length);
}

function fitsForm<T>(source: string, form: z.ZodType<T>): T | undefined {
  try {
    const parsed = form.safeParse(JSON.parse(source));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** Every outermost stretch of the text that is balanced in braces, strings heeded. */
function objectsIn(text: string): readonly string[] {
  const found: string[] = [];
  let start = text.indexOf('{');
  for (let tried = 0; start >= 0 && tried < mostCandidates; tried += 1) {
    const end = endOfObject(text, start);
    if (end !== undefined) found.push(text.slice(start, end));
    start = text.indexOf('{', end ?? start + 1);
  }
  return found;
}

function endOfObject(text: string, start: number): number | undefined {
  let depth = 0;
  let inString = false;
  const last = Math.min(text.length, start + longestObject);
  for (let index = start; index < last; index += 1) {
    const character = text[index];
    if (inString) {
      if (character === '\\') index += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{') depth += 1;
    else if (character === '}') {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return undefined;
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}
