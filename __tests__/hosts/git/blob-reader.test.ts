import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBlobReader } from '../../../src/hosts/git/blob-reader.ts';

const folder = mkdtempSync(join(tmpdir(), 'promptgate-blobs-'));
const blob = (content: Buffer | string) =>
  execFileSync('git', ['hash-object', '-w', '--stdin'], { cwd: folder, input: content }).toString().trim();
beforeAll(() => execFileSync('git', ['init', '-q'], { cwd: folder }));
afterAll(() => rmSync(folder, { recursive: true }));

describe('blobs that are asked for at once', () => {
  it('come back as they are: empty, binary, with line ends, in any order and twice', async () => {
    const contents = ['', 'one\n', '\n\n', Buffer.from([0, 10, 255, 10]), 'ü\nlast line without an end'];
    const asked = contents.map((content) => ({ id: blob(content), bytes: Buffer.byteLength(content) }));
    const read = createBlobReader(folder, {});
    const both = [...asked, ...asked.toReversed()];
    const got = await Promise.all(both.map(({ id, bytes }) => read(id, bytes)));
    const wanted = [...contents, ...contents.toReversed()].map((content) => Buffer.from(content));
    expect(got.map((one) => one.toString('hex'))).toEqual(wanted.map((one) => one.toString('hex')));
  });

  it('may be more than one git is asked for', async () => {
    const id = blob('the same');
    const read = createBlobReader(folder, {});
    const got = await Promise.all(Array.from({ length: 1201 }, () => read(id, 8)));
    expect(got.every((one) => one.toString() === 'the same')).toBe(true);
    expect((await read(id, 8)).toString()).toBe('the same');
  });

  it('fail one by one where one is not there', async () => {
    const read = createBlobReader(folder, {});
    const [gone, there] = await Promise.allSettled([read('0'.repeat(40), 1), read(blob('there'), 5)]);
    expect(gone).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('missing') } });
    expect(there).toMatchObject({ status: 'fulfilled' });
  });
});
