import type { Json, JsonObject } from '../../core/json.ts';
import { isObject } from '../../core/prompt-file/is-object.ts';

/** A text that says something; numbers that stand for names (ids) are taken as written. */
export function textOf(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  return typeof value === 'number' ? `${value}` : undefined;
}

/** A quantity, 0 or more; also where it is written as a text, as 64-bit numbers are in JSON. */
export function quantityOf(value: Json | undefined): number | undefined {
  if (typeof value === 'number') return value >= 0 && value < Number.POSITIVE_INFINITY ? value : undefined;
  if (typeof value !== 'string' || value === '') return undefined;
  const number = Number(value);
  return number >= 0 && number < Number.POSITIVE_INFINITY ? number : undefined;
}

/** The first quantity among several places. */
export function firstQuantity(...values: readonly (Json | undefined)[]): number | undefined {
  for (const value of values) {
    const found = quantityOf(value);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The first text among several places. */
export function firstText(...values: readonly (Json | undefined)[]): string | undefined {
  for (const value of values) {
    const found = textOf(value);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Seconds as milliseconds. */
export function secondsOf(value: Json | undefined): number | undefined {
  const seconds = quantityOf(value);
  return seconds === undefined ? undefined : toMicroseconds(seconds * 1000);
}

/**
 * A point in time as milliseconds since 1970: a date and time (of UTC where no zone is written), or a number of seconds,
 * milliseconds, microseconds or nanoseconds since 1970, told apart by its size.
 */
export function timeOf(value: Json | undefined): number | undefined {
  if (typeof value === 'string') {
    if (value.charCodeAt(4) === dash) return dateOf(value);
    const number = quantityOf(value);
    return number === undefined ? dateOf(value) : fromEpoch(number);
  }
  return typeof value === 'number' && value > 0 ? fromEpoch(value) : undefined;
}

const dash = 45;

function fromEpoch(number: number): number {
  if (number < 1e11) return toMicroseconds(number * 1e3);
  if (number < 1e14) return number;
  return toMicroseconds(number < 1e17 ? number / 1e3 : number / 1e6);
}

/** A point in time as most logs write it, read without the parser of all dates: `2026-11-27T09:00:00`, with a fraction, in UTC. */
function quickDate(text: string): number | undefined {
  const { length } = text;
  if (length < 19 || text.charCodeAt(10) !== 84 || text.charCodeAt(length - 1) !== 90) return undefined;
  const written = text.slice(0, 11);
  const [hours, minutes, seconds] = [twoDigits(text, 11), twoDigits(text, 14), twoDigits(text, 17)];
  if (!(hours < 24 && minutes < 60 && seconds < 60)) return undefined;
  if (text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return undefined;
  let thousandths = 0;
  if (length !== 20) {
    if (length !== 24 || text.charCodeAt(19) !== 46) return undefined;
    thousandths = twoDigits(text, 20) * 10 + (twoDigits(text, 21) % 10);
    if (Number.isNaN(thousandths)) return undefined;
  }
  if (written !== lastDay.written) lastDay = { written, time: Date.parse(`${written}00:00:00Z`) };
  return lastDay.time + ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths;
}

/** The day that was read last: logs are in order, more or less. */
let lastDay = { written: '', time: Number.NaN };

/** NaN where there are none. */
function twoDigits(text: string, at: number): number {
  const [tens, ones] = [text.charCodeAt(at) - 48, text.charCodeAt(at + 1) - 48];
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

function dateOf(text: string): number | undefined {
  const quick = quickDate(text);
  if (quick !== undefined && !Number.isNaN(quick)) return quick;
  const isZoned = text.endsWith('Z') || /(?:[+-]\d\d:?\d\d|[A-Z]{2,4})$/u.test(text.slice(11));
  const time = Date.parse(isZoned || text.length < 11 ? text : `${text.slice(0, 10)}T${text.slice(11)}Z`);
  return Number.isNaN(time) ? undefined : time;
}

/** The milliseconds between two points in time, where both are known and in order. */
export function between(start: number | undefined, end: number | undefined): number | undefined {
  return start === undefined || end === undefined || end < start ? undefined : toMicroseconds(end - start);
}

/** A number of nanoseconds since 1970 has no more digits. */
function toMicroseconds(ms: number): number {
  return Math.round(ms * 1e3) / 1e3;
}

/** What a path leads to: a key that is written so, or steps parted by dots, through JSON that is held as a text. */
export function valueAt(record: JsonObject, path: string): Json | undefined {
  const direct = record[path];
  if (direct !== undefined) return direct;
  let value: Json | undefined = record;
  for (const step of path.split('.')) {
    const held: Json | undefined = parsedOf(value);
    if (!isObject(held) || !Object.hasOwn(held, step)) return undefined;
    value = held[step];
  }
  return value;
}

/** JSON that is held as a text; undefined where it is none. */
export function jsonOf(text: string): Json | undefined {
  try {
    const parsed: Json = JSON.parse(text);
    return parsed;
  } catch {
    return undefined;
  }
}

/** A value that may be held as the text of its JSON; a text that is none stays one. */
export function parsedOf(value: Json | undefined): Json | undefined {
  if (typeof value !== 'string') return value;
  const first = value.trimStart().charCodeAt(0);
  // Only maps, lists and texts are held so: a reply that is a number is a text.
  if (first !== brace && first !== bracket && first !== quote) return value;
  return jsonOf(value) ?? value;
}

const [brace, bracket, quote] = [123, 91, 34];

/** A map, also where it is held as the text of its JSON. */
export function mapOf(value: Json | undefined): JsonObject | undefined {
  const held = parsedOf(value);
  return isObject(held) ? held : undefined;
}

/** Levels of lists and maps down to which a value is looked into: any prompt has fewer, and a stack has room for them. */
const mostLevels = 64;

/** Whether lists and maps are nested deeper than is looked into. */
export function isTooDeep(value: Json | undefined, levels = mostLevels): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  if (isList(value)) return value.some((held) => isTooDeep(held, levels - 1));
  for (const key in value) if (isTooDeep(value[key], levels - 1)) return true;
  return false;
}

/** A value as JSON; what lies too deep is left out. */
export function shallowJson(value: Json, levels = mostLevels): string {
  const cut = (held: Json, left: number): Json => {
    if (typeof held !== 'object' || held === null) return held;
    if (left === 0) return '…';
    if (isList(held)) return held.map((one) => cut(one, left - 1));
    return Object.fromEntries(Object.entries(held).map(([key, one]) => [key, cut(one, left - 1)]));
  };
  return JSON.stringify(cut(value, levels));
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** What tokens a service counted: of some services those read from a cache are not part of the input's count. */
export function tokensOf(
  input: number | undefined,
  out: number | undefined,
  cached: number | undefined,
  reasoning: number | undefined,
) {
  const all = input !== undefined && cached !== undefined && cached > input ? input + cached : input;
  return { in: all, out, cached, reasoning };
}
