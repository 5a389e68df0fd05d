import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeMarker } from '../../../src/core/publish/find-comments.ts';
import { type Marker, readMarker } from '../../../src/core/publish/marker.ts';

const marker: Marker = {
  version: 1,
  name: '',
  run: '12/1',
  startedAt: 1,
  head: 'abc',
  verdict: 'regressed',
  judged: [{ fingerprint: 'f', at: '2026-01-01T00:00:00.000Z' }, { fingerprint: 'g' }],
  carried: {},
};

describe('the marker', () => {
  it('comes back as it was written, on one line, whatever it holds', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('-->', '--!>', '<!--', '--->', '\r\n\u2028', '\\u003e', '-', '- -->'),
    );
    // A key of that name is left out when it is read, and nothing of ours has it.
    const plain = fc.jsonValue().filter((held) => !JSON.stringify(held).includes('__proto__'));
    fc.assert(
      fc.property(hostile, hostile, plain, (name, run, held) => {
        const written = { ...marker, name, run, carried: { held: JSON.parse(JSON.stringify(held)) } };
        const line = writeMarker(written);
        expect(line).not.toMatch(/[\r\n]/);
        // Hidden text ends where the comment first closes: at its very end.
        expect(line.search(/--!?>/)).toBe(line.length - 3);
        expect(line.slice(4, -3)).not.toMatch(/--|<!--/);
        expect(readMarker(`${line}\nbody -->`)).toEqual(written);
      }),
    );
  });

  it('is read as a line of its own only, and only whole', () => {
    const line = writeMarker(marker);
    for (const body of [line, `${line}\nx`, `x\n\n${line}`, `x\r\n${line}\r\n`])
      expect(readMarker(body)).toEqual(marker);
    const others = [
      ` ${line}`,
      `> ${line}`,
      `x ${line}`,
      `${line} x`,
      line.slice(0, -1),
      line.slice(0, 40),
      line.replace('"version":1', '"version":9'),
      '',
      '<!-- promptgate {} -->',
    ];
    for (const body of others) expect(readMarker(body)).toBeUndefined();
  });
});
