import type { Json, JsonObject } from '../../../core/json.ts';
import { isObject } from '../../../core/prompt-file/is-object.ts';
import { between, firstText, quantityOf, timeOf } from '../read-values.ts';

/** A span in one shape, whoever exported it. */
export type Span = {
  readonly attributes: Attributes;
  /** Those of what it ran in, which only names of the caller's own ask for. */
  readonly resource: () => Attributes;
  readonly start: number | undefined;
  readonly latencyMs: number | undefined;
  /** What went wrong, where the span says that it did. */
  readonly error: string | undefined;
  readonly events: () => readonly SpanEvent[];
};

/** Values as plain JSON by the full names of the attributes. */
export interface Attributes {
  get(name: string): Json | undefined;
}

export type SpanEvent = {
  readonly name: string;
  readonly time: number | undefined;
  readonly attributes: Attributes;
};

/**
 * The spans of a record: OTLP/JSON with many in it, one OTLP span, a span as the SDKs of Python and JavaScript print it, or a row
 * of a table of spans whose columns are `attributes.NAME`. Undefined where it is none of these.
 */
export function readSpans(record: JsonObject): readonly Span[] | undefined {
  const resources = record['resourceSpans'];
  if (Array.isArray(resources)) return resources.flatMap(readResource);
  const span = readSpan(record, () => readAttributes(ownOf(record['resource'])['attributes']));
  return span === undefined ? undefined : [span];
}

function readResource(resource: Json): readonly Span[] {
  if (!isObject(resource)) return [];
  const attributes = () => readAttributes(ownOf(resource['resource'])['attributes']);
  const scopes = resource['scopeSpans'] ?? resource['instrumentationLibrarySpans'];
  if (!isList(scopes)) return [];
  const spans: Span[] = [];
  for (const scope of scopes) {
    const held = ownOf(scope)['spans'];
    if (!isList(held)) continue;
    for (const one of held) {
      const span = isObject(one) ? readSpan(one, attributes) : undefined;
      if (span !== undefined) spans.push(span);
    }
  }
  return spans;
}

function readSpan(record: JsonObject, resource: Span['resource']): Span | undefined {
  const attributes = attributesOf(record);
  if (attributes === undefined) return undefined;
  const start = timeOf(
    record['startTimeUnixNano'] ?? record['start_time'] ?? record['startTime'] ?? record['timestamp'],
  );
  const end = timeOf(record['endTimeUnixNano'] ?? record['end_time'] ?? record['endTime']);
  return {
    attributes,
    resource,
    start: Array.isArray(record['startTime']) ? highResolution(record['startTime']) : start,
    latencyMs: Array.isArray(record['duration'])
      ? highResolution(record['duration'])
      : (between(start, end) ?? microseconds(record['duration'])),
    error: errorOf(record),
    events: () => readEvents(record['events']),
  };
}

/** Seconds and nanoseconds, as the SDK of JavaScript has time. */
function highResolution(pair: readonly Json[]): number | undefined {
  const [seconds, nanos] = pair.map((one) => quantityOf(one));
  return seconds === undefined || nanos === undefined ? undefined : seconds * 1e3 + nanos / 1e6;
}

/** As the console exporter of JavaScript prints it. */
function microseconds(value: Json | undefined): number | undefined {
  const all = quantityOf(value);
  return all === undefined ? undefined : all / 1e3;
}

function errorOf(record: JsonObject): string | undefined {
  const status = ownOf(record['status']);
  const code = status['code'] ?? status['status_code'] ?? record['status_code'];
  if (code !== 2 && code !== 'ERROR' && code !== 'STATUS_CODE_ERROR') return undefined;
  return firstText(status['message'], status['description'], record['status_message']) ?? 'error';
}

function readEvents(written: Json | undefined): readonly SpanEvent[] {
  if (!isList(written)) return [];
  return written.flatMap((event) => {
    const { name, attributes, timeUnixNano, timestamp } = ownOf(event);
    if (typeof name !== 'string') return [];
    return [{ name, time: timeOf(timeUnixNano ?? timestamp), attributes: readAttributes(attributes) }];
  });
}

/** Attributes by their full names, in whichever of their forms a span has them; undefined where it has none. */
function attributesOf(record: JsonObject): Attributes | undefined {
  const written = record['attributes'];
  if (written !== undefined && written !== null) return readAttributes(written);
  const columns = new Map<string, Json>();
  for (const name in record) {
    const value = name.startsWith('attributes.') ? record[name] : undefined;
    if (value !== undefined && value !== null) flatten(name.slice(11), value, columns);
  }
  return columns.size === 0 ? undefined : columns;
}

/** A list of `{key, value}` as OTLP has it, or a map, which may be one of maps. */
function readAttributes(written: Json | undefined): Attributes {
  if (isObject(written) && isFlat(written)) return { get: (name) => written[name] };
  const attributes = new Map<string, Json>();
  if (isList(written)) {
    for (const one of written) {
      const { key, value } = ownOf(one);
      if (typeof key === 'string') attributes.set(key, plainOf(value));
    }
  } else if (isObject(written)) {
    for (const name in written) {
      const value = written[name];
      if (value !== undefined && value !== null) flatten(name, value, attributes);
    }
  }
  return attributes;
}

/** Whether no value holds maps: then nothing is to be joined. */
function isFlat(written: JsonObject): boolean {
  for (const name in written) {
    const value = written[name];
    const isNested = isList(value) ? typeof value[0] === 'object' : typeof value === 'object' && value !== null;
    if (isNested) return false;
  }
  return true;
}

/** Names of maps in maps are joined by dots; lists of maps are numbered. A value that is whole by itself stays so too. */
function flatten(name: string, value: Json, into: Map<string, Json>, depth = 0): void {
  into.set(name, value);
  if (typeof value !== 'object' || value === null || depth > 8) return;
  for (const [key, held] of Object.entries(value)) {
    if (held !== null) flatten(`${name}.${key}`, held, into, depth + 1);
  }
}

/** An OTLP value as plain JSON. 64-bit numbers stay texts, as they are written. */
function plainOf(value: Json | undefined, depth = 0): Json {
  if (!isObject(value) || depth > 32) return null;
  const scalar = value['stringValue'] ?? value['intValue'] ?? value['doubleValue'] ?? value['boolValue'];
  if (scalar !== undefined) return scalar;
  const list = ownOf(value['arrayValue'])['values'];
  if (isList(list)) return list.map((one) => plainOf(one, depth + 1));
  const pairs = ownOf(value['kvlistValue'])['values'];
  if (!isList(pairs)) return value['bytesValue'] ?? null;
  return Object.fromEntries(
    pairs.flatMap((pair) => {
      const { key, value: held } = ownOf(pair);
      return typeof key === 'string' ? [[key, plainOf(held, depth + 1)] as const] : [];
    }),
  );
}

const nothing: JsonObject = {};

function ownOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : nothing;
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
