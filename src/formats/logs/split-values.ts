import { longestRecord, tooLong } from './split-lines.ts';
import type { RecordSplitter, SplitRecord } from './types.ts';

/** Maps one after the other, or in one list, on as many lines as they like: a record each. */
export class ValueSplitter implements RecordSplitter {
  /** What was not yet given out begins here. */
  #held = '';
  /** Brackets that are open where scanning goes on, and of them those around the records: 1 in a list, else 0. */
  #depth = 0;
  #base = 0;
  #inText = false;
  #escaped = false;
  /** The line on which `#held` begins. */
  #line = 1;

  *push(text: string): Iterable<SplitRecord> {
    let at = this.#held.length;
    let begun = this.#depth > this.#base ? 0 : -1;
    const all = this.#held + text;
    let [counted, line] = [0, this.#line];
    for (; at < all.length; at += 1) {
      const one = all.charCodeAt(at);
      if (this.#inText) {
        if (this.#escaped) this.#escaped = false;
        else if (one === backslash) this.#escaped = true;
        else if (one === quote) this.#inText = false;
      } else if (one === quote) this.#inText = true;
      else if (one === brace || one === bracket) {
        if (this.#depth === 0 && one === bracket) this.#base = 1;
        else if (this.#depth === this.#base) begun = at;
        this.#depth += 1;
      } else if ((one === closingBrace || one === closingBracket) && this.#depth > 0) {
        this.#depth -= 1;
        if (this.#depth < this.#base) this.#base = 0;
        if (this.#depth !== this.#base || begun === -1) continue;
        line += countLines(all, counted, begun);
        yield readValue(all.slice(begun, at + 1), line);
        line += countLines(all, begun, at + 1);
        [counted, begun] = [at + 1, -1];
      }
    }
    const keptFrom = begun === -1 ? all.length : begun;
    this.#line = line + countLines(all, counted, keptFrom);
    this.#held = all.slice(keptFrom);
    if (this.#held.length <= longestRecord) return;
    yield { kind: 'broken', why: tooLong, line: this.#line };
    // What follows is looked at as if a file began there: nobody knows where the record ends.
    [this.#held, this.#depth, this.#base, this.#inText, this.#escaped] = ['', 0, 0, false, false];
  }

  *end(): Iterable<SplitRecord> {
    if (this.#held.trim() !== '') yield { kind: 'broken', why: 'The file ends within this record.', line: this.#line };
    this.#held = '';
  }
}

const [brace, closingBrace, bracket, closingBracket, quote, backslash] = [123, 125, 91, 93, 34, 92];

function countLines(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

function readValue(text: string, line: number): SplitRecord {
  try {
    return { kind: 'value', value: JSON.parse(text), line };
  } catch {
    return { kind: 'broken', why: 'This record is no JSON.', line };
  }
}
