import type { Json, JsonObject } from '../../core/json.ts';
import { brokenRecord, type LogTally, mostFaults } from '../../core/logs/log-tally.ts';
import type { LogFields, LoggedCall } from '../../core/logs/logged-call.ts';
import type { Problem } from '../../core/problem.ts';
import { isObject } from '../../core/prompt-file/is-object.ts';
import { byName } from '../by-name.ts';
import * as listed from './formats.ts';
import { LineSplitter, longestRecord } from './split-lines.ts';
import { RowSplitter } from './split-rows.ts';
import { ValueSplitter } from './split-values.ts';
import type { LogFormat, RecordSplitter, SplitRecord } from './types.ts';

/** Formats that are read; those that any record could be of come last. */
export const logFormats: readonly LogFormat[] = (['keys', 'anything'] as const).flatMap((by) =>
  byName(listed).filter(({ knownBy }) => knownBy === by),
);

/**
 * Reads one log as its text comes, a piece after the other. How it is cut into records is told by its beginning, its format by
 * the first record that some format knows; all others are read as that one. What is broken is counted, with its place.
 */
export class LogFileReader {
  readonly #file: string;
  readonly #fields: LogFields;
  #splitter: RecordSplitter | undefined;
  /** The beginning, until it tells how the file is cut. */
  #begun = '';
  #format: LogFormat | undefined;
  #records = 0;
  #calls = 0;
  #broken = 0;
  readonly #faults: Problem[] = [];

  /** @param file as it is told in faults */
  constructor(file: string, fields: LogFields = {}) {
    this.#file = file;
    this.#fields = fields;
  }

  /** The calls of the records that are whole now. */
  push(text: string): readonly LoggedCall[] {
    if (this.#splitter !== undefined) return this.#take(this.#splitter.push(text));
    this.#begun += text;
    const splitter = splitterOf(this.#begun);
    if (splitter === undefined && this.#begun.length < longestRecord) return [];
    return this.#begin(splitter ?? new LineSplitter());
  }

  /** The calls of what was left: the file ends here. */
  end(): readonly LoggedCall[] {
    const first = this.#splitter === undefined ? this.#begin(splitterOf(`${this.#begun}\n`) ?? new LineSplitter()) : [];
    return [...first, ...this.#take(this.#splitter?.end() ?? [])];
  }

  get tally(): LogTally {
    return {
      file: this.#file,
      format: this.#format?.title,
      records: this.#records,
      calls: this.#calls,
      broken: this.#broken,
      faults: this.#faults,
    };
  }

  #begin(splitter: RecordSplitter): readonly LoggedCall[] {
    const begun = this.#begun.replace(/^\uFEFF/u, '');
    [this.#splitter, this.#begun] = [splitter, ''];
    return this.#take(splitter.push(begun));
  }

  #take(records: Iterable<SplitRecord>): readonly LoggedCall[] {
    const calls: LoggedCall[] = [];
    for (const record of records) {
      this.#records += 1;
      const why = record.kind === 'broken' ? record.why : this.#tryRead(record.value, record.line, calls);
      if (why !== undefined) this.#count(why, record.line);
    }
    this.#calls += calls.length;
    return calls;
  }

  /** Counts a call as broken after all, as what it says cannot be read. */
  spoil({ at: { line = 1 } }: LoggedCall, fault: unknown): void {
    this.#calls -= 1;
    this.#count(wordFault(fault), line);
  }

  /** One record among millions keeps nobody from the rest, whatever it throws. */
  #tryRead(record: Json, line: number, calls: LoggedCall[]): string | undefined {
    try {
      return this.#read(record, line, calls);
    } catch (fault) {
      return wordFault(fault);
    }
  }

  /** @returns why the record is not read, where it is not */
  #read(record: Json, line: number, calls: LoggedCall[]): string | undefined {
    if (!isObject(record)) return 'It is not a JSON object.';
    this.#format ??= logFormats.find(({ recognises }) => recognises(record, this.#fields));
    if (this.#format === undefined) return `A record of no format that is read${wordNames(record)}.`;
    const read = this.#format.read(record, { file: this.#file, line }, this.#fields);
    if (read === undefined) return `It is no record of ${this.#format.title}, as others of its file are.`;
    for (const call of read) calls.push(call);
    return undefined;
  }

  #count(what: string, line: number): void {
    this.#broken += 1;
    if (this.#faults.length < mostFaults) this.#faults.push(brokenRecord(what, { file: this.#file, line }));
  }
}

function wordFault(fault: unknown): string {
  return `It cannot be read: ${fault instanceof Error ? fault.message : String(fault)}.`;
}

function wordNames(record: JsonObject): string {
  const names = Object.keys(record)
    .slice(0, 6)
    .map((name) => `\`${name.slice(0, 40)}\``);
  return names.length === 0 ? '' : `, with ${names.join(', ')}`;
}

/** How a file is cut, by its first line; undefined while that is not whole. */
function splitterOf(begun: string): RecordSplitter | undefined {
  const text = begun.replace(/^\uFEFF/u, '').trimStart();
  const first = text.charAt(0);
  if (first === '') return undefined;
  if (first === '[') return new ValueSplitter();
  const end = text.indexOf('\n');
  if (end === -1) return undefined;
  const line = text.slice(0, end).trimEnd();
  // A map that goes on over several lines ends its first one with what cannot end it.
  if (first === '{') return /[{[,:]$/u.test(line) ? new ValueSplitter() : new LineSplitter();
  const name = '"?[\\w .-]{1,80}"?';
  return new RegExp(`^${name}(?:[,;\\t]${name})+$`, 'u').test(line) ? new RowSplitter() : new LineSplitter();
}
