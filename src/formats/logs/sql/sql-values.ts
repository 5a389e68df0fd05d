import type { LogField, LogFields } from '../../../core/logs/logged-call.ts';

/** A text as SQL holds it: nothing in it is read as SQL. */
export function literal(text: string): string {
  // A text that ends at its first NUL byte in one place and not in another would not be the same text.
  return `'${text.replaceAll('\0', '\uFFFD').replaceAll("'", "''")}'`;
}

/** What a key of a JSON value leads to, as JSON; NULL where there is none. */
export function keyOf(json: string, key: string): string {
  return `json_extract(${json}, ${pointer(key)})`;
}

/** Several keys of a JSON value in one reading, as a list. */
export function keysOf(json: string, keys: readonly string[]): string {
  return `json_extract(${json}, [${keys.map(pointer).join(', ')}])`;
}

/** A JSON pointer (RFC 6901): a key may hold any sign. */
function pointer(key: string): string {
  return literal(`/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
}

/** The keys of a record that SQL asks for, each once: columns of JSON. */
export class RecordKeys {
  readonly #keys: string[] = [];

  /** What a key of the record leads to, as JSON. */
  at(key: string): string {
    const known = this.#keys.indexOf(key);
    return columnName(known === -1 ? this.#keys.push(key) - 1 : known);
  }

  /** Keys with the columns that they are read as. */
  get columns(): readonly (readonly [key: string, column: string])[] {
    return this.#keys.map((key, at) => [key, columnName(at)]);
  }

  /** What a path leads to: a key that is written so, or steps parted by dots, through JSON that is held as a text. */
  path(path: string): string {
    const [first = '', ...steps] = path.split('.');
    if (steps.length === 0) return this.at(path);
    const below = steps.reduce((json, step) => keyOf(`logged_map(${json})`, step), this.at(first));
    return `coalesce(${this.at(path)}, ${below})`;
  }

  /** What the config says a field is called; `NULL` where it says nothing. */
  own(fields: LogFields, field: LogField): string {
    const path = fields[field];
    return path === undefined ? 'NULL' : this.path(path);
  }
}

function columnName(at: number): string {
  return `k${at}`;
}

/** A name of a column as SQL holds it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('\0', '\uFFFD').replaceAll('"', '""')}"`;
}

/** The first of several JSON values that is there. */
export function firstOf(...values: readonly string[]): string {
  return `coalesce(${values.map((value) => (value === 'NULL' ? value : `logged_value(${value})`)).join(', ')})`;
}

/** The first of several JSON values that is a quantity. */
export function quantity(...values: readonly string[]): string {
  return `coalesce(${values
    .filter((value) => value !== 'NULL')
    .map((value) => `logged_quantity(${value})`)
    .join(', ')})`;
}

/** The first of several JSON values that is a text. */
export function text(...values: readonly string[]): string {
  return `coalesce(${values
    .filter((value) => value !== 'NULL')
    .map((value) => `logged_text(${value})`)
    .join(', ')})`;
}

/** What tokens a service counted: of some services those read from a cache are not part of the input's count. */
export const withCached = (sent: string, cached: string): string =>
  `CASE WHEN ${cached} > ${sent} THEN ${sent} + ${cached} ELSE ${sent} END`;
