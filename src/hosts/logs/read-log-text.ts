import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import { pipeline, type Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { setImmediate as turn } from 'node:timers/promises';
import { createGunzip } from 'node:zlib';
import { ProblemError } from '../../core/problem.ts';

/** Bytes that are read at a time: what a core's cache holds. Pieces four times as long take twice the time to cut and parse. */
const pieceBytes = 64 * 1024;

/** Pieces of a file after which what waits has its turn, a cancel first of all: some 20 ms. */
const piecesATurn = 16;

/** The text of a log's file, unpacked where it is gzip. @throws ProblemError */
export function readLogFile(path: string, name: string): AsyncIterable<string> {
  return decoded(() => bytesOfFile(path), name);
}

/** The text of bytes that come piece by piece: UTF-8, or UTF-16 where it begins so, as PowerShell writes. @throws ProblemError */
export function readLogText(open: () => Readable, name: string): AsyncIterable<string> {
  return decoded(() => unpacked(open()), name);
}

/** @param open brings pieces that are read before the next is asked for */
async function* decoded(open: () => AsyncIterable<Buffer>, name: string): AsyncGenerator<string> {
  try {
    let decoder: StringDecoder | undefined;
    for await (const bytes of open()) {
      if (decoder === undefined) {
        const unread = whyUnread(bytes);
        if (unread !== undefined) throw unreadable(name, unread);
        decoder = new StringDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf16le' : 'utf8');
      }
      yield decoder.write(bytes);
    }
    const last = decoder?.end() ?? '';
    if (last !== '') yield last;
  } catch (fault) {
    if (fault instanceof ProblemError) throw fault;
    throw unreadable(name, `it cannot be read: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
}

/**
 * The bytes of a file. What lies on a disk and is not packed is read at once, piece by piece into the same memory: to have another
 * thread read each piece takes twice as long as reading it. A pipe may wait for ever, and what is packed is unpacked beside.
 */
async function* bytesOfFile(path: string): AsyncGenerator<Buffer> {
  const isOnDisk = statSync(path).isFile();
  if (isOnDisk && !isPacked(path)) yield* bytesAtOnce(path);
  else yield* unpacked(createReadStream(path, { highWaterMark: pieceBytes }));
}

async function* bytesAtOnce(path: string): AsyncGenerator<Buffer> {
  const file = openSync(path, 'r');
  try {
    const memory = Buffer.allocUnsafe(pieceBytes);
    for (let pieces = 1; ; pieces += 1) {
      const length = readSync(file, memory);
      if (length === 0) return;
      yield memory.subarray(0, length);
      if (pieces % piecesATurn === 0) await turn();
    }
  } finally {
    closeSync(file);
  }
}

function isPacked(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(2);
    return readSync(file, bytes) === 2 && isGzip(bytes);
  } finally {
    closeSync(file);
  }
}

function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** The bytes of a stream, whatever its file is called: gzip is known by its first bytes. */
async function* unpacked(stream: Readable): AsyncGenerator<Buffer> {
  const pieces = stream[Symbol.asyncIterator]();
  try {
    const first = await firstBytes(pieces);
    if (first === undefined) return;
    if (!isGzip(first)) {
      yield first;
      yield* buffers(pieces);
      return;
    }
    const unzip = createGunzip({ chunkSize: pieceBytes });
    const packed = async function* (): AsyncGenerator<Buffer> {
      yield first;
      yield* buffers(pieces);
    };
    // A fault of what is packed reaches the reader through what unpacks it.
    pipeline(packed, unzip, () => undefined);
    yield* buffers(unzip[Symbol.asyncIterator]());
  } finally {
    stream.destroy();
  }
}

/** The first piece; of a pipe that gives less than what tells a format, the first two. */
async function firstBytes(pieces: AsyncIterator<unknown>): Promise<Buffer | undefined> {
  const first = await nextBytes(pieces);
  if (first === undefined || first.length > 3) return first;
  const second = await nextBytes(pieces);
  return second === undefined ? first : Buffer.concat([first, second]);
}

async function nextBytes(pieces: AsyncIterator<unknown>): Promise<Buffer | undefined> {
  const next = await pieces.next();
  return next.done === true ? undefined : asBuffer(next.value);
}

async function* buffers(pieces: AsyncIterator<unknown>): AsyncGenerator<Buffer> {
  for (let next = await nextBytes(pieces); next !== undefined; next = await nextBytes(pieces)) yield next;
}

function asBuffer(piece: unknown): Buffer {
  return Buffer.isBuffer(piece) ? piece : Buffer.from(String(piece));
}

function whyUnread(bytes: Buffer): string | undefined {
  if (bytes.subarray(0, 4).toString('latin1') === 'PAR1') return 'it is Parquet; export JSON Lines or CSV';
  if (bytes.length > 3 && bytes.readUInt32LE(0) === 0xfd2fb528)
    return 'it is packed by zstd; unpack it, or pack it by gzip';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return undefined;
  return bytes.subarray(0, 1_024).includes(0) ? 'it is no text' : undefined;
}

function unreadable(name: string, why: string): ProblemError {
  return new ProblemError({
    reason: 'files',
    what: `The log is not read: ${why}.`,
    at: { file: name },
    fix: 'Logs are text: JSON Lines, JSON or CSV, plain or packed by gzip.',
  });
}
