import { describe, expect, it } from 'vitest';
import { openKeptIndex } from '../../src/store/kept-index.ts';

const one = new Uint8Array(32).fill(1);
const other = new Uint8Array(32).fill(2);
const speaks = { kind: 'text', names: ['a.json'] };

/** An index that a run kept: what `id` speaks of. */
function keptWith(id: string, key = one): string {
  const index = openKeptIndex(undefined, key);
  index.keep('file-names/1', id, speaks);
  return index.write() ?? '';
}

describe('the index of files that is kept from run to run', () => {
  it('gives back what an earlier run put down, by content and by what looked through it', () => {
    const index = openKeptIndex(keptWith('abc'), one);
    expect(index.find('file-names/1', 'abc')).toEqual(speaks);
    expect(index.find('file-names/1', 'abd')).toBeUndefined();
    expect(index.find('file-names/2', 'abc')).toBeUndefined();
  });

  it('is written only where something was learned, and then holds what was known before', () => {
    const index = openKeptIndex(keptWith('abc'), one);
    index.find('file-names/1', 'abc');
    expect(index.write()).toBeUndefined();
    index.keep('file-names/1', 'abd', { kind: 'text', names: [] });
    const again = openKeptIndex(index.write(), one);
    expect(['abc', 'abd'].map((id) => again.find('file-names/1', id)?.names)).toEqual([['a.json'], []]);
  });

  it('counts as nothing where a line of it was changed, added or taken away', () => {
    const kept = keptWith('abc');
    const forged = [
      kept.replace('["a.json"]', '[]'),
      `${kept}\n["file-names/1 abd","text",[]]`,
      kept.slice(0, kept.indexOf('\n') + 1),
      kept.slice(0, -1),
      kept.replace('"version":1', '"version":2'),
      kept.replace(/"seal":"[0-9a-f]{64}"/u, `"seal":"${'0'.repeat(64)}"`),
      'not an index',
      '',
    ];
    for (const text of forged) expect(openKeptIndex(text, one).find('file-names/1', 'abc'), text).toBeUndefined();
    for (const text of forged) expect(openKeptIndex(text, one).find('file-names/1', 'abd'), text).toBeUndefined();
  });

  it('counts as nothing where it was sealed with another secret', () => {
    expect(openKeptIndex(keptWith('abc', other), one).find('file-names/1', 'abc')).toBeUndefined();
  });

  it('drops what was not used for longest where it grows too large', () => {
    const first = openKeptIndex(undefined, one);
    for (let id = 0; id < 60_000; id += 1) first.keep('n', `old-${id}`, { kind: 'text', names: [] });
    const second = openKeptIndex(first.write(), one);
    second.find('n', 'old-59999');
    second.keep('n', 'new', speaks);
    const third = openKeptIndex(second.write(), one);
    expect(third.find('n', 'new')).toEqual(speaks);
    expect(third.find('n', 'old-59999')).toBeDefined();
    expect(third.find('n', 'old-0')).toBeDefined();
    expect(third.find('n', 'old-59998')).toBeUndefined();
  });
});
