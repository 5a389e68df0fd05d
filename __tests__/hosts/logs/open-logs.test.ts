import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { readLogs } from '../../../src/app/logs/read-logs.ts';
import { ProblemError } from '../../../src/core/problem.ts';
import { openLogs } from '../../../src/hosts/logs/open-logs.ts';

const folder = mkdtempSync(join(tmpdir(), 'logs-'));
afterAll(() => rmSync(folder, { recursive: true }));

const line = (input: string) => `${JSON.stringify({ input, output: `Reply to ${input}` })}\n`;

function put(path: string, bytes: string | Buffer): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), bytes);
}

put('day/a.jsonl', line('a1') + line('a2'));
put('day/b.jsonl.gz', gzipSync(line('b1') + line('ä2 with “quotes”')));
put('day/deep/c.ndjson', line('c1'));
put('day/notes.md', 'no log');
put('day/.hidden/d.jsonl', line('hidden'));

async function read(named: readonly string[], stdin: Readable = Readable.from([])) {
  const said: (string | undefined)[] = [];
  const tallies = await readLogs(await openLogs(named, { folder, stdin }), {}, ({ texts }) => {
    said.push(texts().input[0]?.content);
  });
  return { said, tallies };
}

test('a folder stands for the logs in it, packed or not, in the order of their paths', async () => {
  const { said, tallies } = await read(['day']);
  expect(said).toEqual(['a1', 'a2', 'b1', 'ä2 with “quotes”', 'c1']);
  expect(tallies.map(({ file, calls }) => [file, calls])).toEqual([
    ['day/a.jsonl', 2],
    ['day/b.jsonl.gz', 2],
    ['day/deep/c.ndjson', 1],
  ]);
});

test('a log larger than what is read at a time lets what waits have its turn, whole characters kept', async () => {
  const inputs = Array.from({ length: 40_000 }, (_, at) => `€${at}`);
  put('large/a.jsonl', inputs.map(line).join(''));
  const [file] = await openLogs(['large/a.jsonl'], { folder, stdin: Readable.from([]) });
  let hadItsTurn = false;
  setImmediate(() => {
    hadItsTurn = true;
  });
  const pieces: string[] = [];
  for await (const piece of file?.text() ?? []) pieces.push(piece);
  expect(pieces.join('')).toBe(inputs.map(line).join(''));
  expect(pieces.length).toBeGreaterThan(16);
  expect(hadItsTurn).toBe(true);
});

test('a glob, files and standard input are read, each file once', async () => {
  const { said } = await read(
    ['day/*.jsonl', 'day/a.jsonl', '-'],
    Readable.from([Buffer.from(line('i1').slice(0, 9)), Buffer.from(line('i1').slice(9))]),
  );
  expect(said).toEqual(['a1', 'a2', 'i1']);
});

test('standard input may be packed, and come byte by byte', async () => {
  const packed = gzipSync(line('é1'));
  const { said } = await read(['-'], Readable.from([...packed].map((byte) => Buffer.from([byte]))));
  expect(said).toEqual(['é1']);
});

test('what PowerShell writes is read', async () => {
  put('shell/u.jsonl', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(line('ü1'), 'utf16le')]));
  expect((await read(['shell/u.jsonl'])).said).toEqual(['ü1']);
});

test.each([
  ['a name that stands for nothing', 'nowhere/*.jsonl', /There is no log `nowhere\/\*\.jsonl`/u],
  ['a file of another kind', 'odd/x.parquet', /it is Parquet; export JSON Lines or CSV/u],
  ['a file of bytes', 'odd/x.bin', /it is no text/u],
  ['a packed file that is cut', 'odd/cut.gz', /cannot be read: unexpected end of file/u],
])('%s is told', async (_, named, told) => {
  put('odd/x.parquet', Buffer.from('PAR1\0\0'));
  put('odd/x.bin', Buffer.from([1, 2, 0, 3, 4]));
  put('odd/cut.gz', gzipSync(line('x').repeat(50)).subarray(0, 40));
  const fault = await read([named]).catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(ProblemError);
  expect(String(fault)).toMatch(told);
});

test('a call of which something throws is a broken record with its line, and those after it are read', async () => {
  const said: unknown[] = [];
  const [tally] = await readLogs(await openLogs(['day'], { folder, stdin: Readable.from([]) }), {}, ({ texts }) => {
    const [first] = texts().input;
    if (first?.content === 'a1') throw new RangeError('Maximum call stack size exceeded');
    said.push(first?.content);
  });
  expect(said[0]).toBe('a2');
  expect(tally).toMatchObject({ records: 2, calls: 1, broken: 1 });
  expect(tally?.faults).toMatchObject([
    { at: { line: 1 }, what: 'It cannot be read: Maximum call stack size exceeded.' },
  ]);
});
