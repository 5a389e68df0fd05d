import type { RecordSplitter, SplitRecord } from './types.ts';

/** Characters of a record from which on it is passed over: memory stays bounded whatever a file holds. */
export const longestRecord = 32 * 1024 * 1024;

/** Why a record is passed over. */
export const tooLong = `It is longer than ${longestRecord / 1024 / 1024} million characters.`;

/** JSON Lines: a record a line. */
export class LineSplitter implements RecordSplitter {
  #left = '';
  #line = 1;
  #skips = false;

  *push(text: string): Iterable<SplitRecord> {
    let from = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', from)) {
      const line = this.#left === '' ? text.slice(from, end) : this.#left + text.slice(from, end);
      this.#left = '';
      from = end + 1;
      if (this.#skips) {
        this.#skips = false;
        yield { kind: 'broken', why: tooLong, line: this.#line };
      } else {
        const record = readLine(line, this.#line);
        if (record !== undefined) yield record;
      }
      this.#line += 1;
    }
    if (this.#skips) return;
    this.#left += text.slice(from);
    if (this.#left.length <= longestRecord) return;
    this.#left = '';
    this.#skips = true;
  }

  *end(): Iterable<SplitRecord> {
    if (this.#skips) yield { kind: 'broken', why: tooLong, line: this.#line };
    const record = readLine(this.#left, this.#line);
    if (record !== undefined) yield record;
    this.#left = '';
  }
}

function readLine(text: string, line: number): SplitRecord | undefined {
  try {
    return { kind: 'value', value: JSON.parse(text), line };
  } catch {
    return text.trim() === '' ? undefined : { kind: 'broken', why: 'This line is not valid JSON.', line };
  }
}
