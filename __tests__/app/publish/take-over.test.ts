import { describe, expect, it } from 'vitest';
import { findTakenOver } from '../../../src/app/publish/take-over.ts';
import type { ForumComment } from '../../../src/core/forum.ts';
import { signComment, writeMarker } from '../../../src/core/publish/find-comments.ts';
import { type Marker, readMarker } from '../../../src/core/publish/marker.ts';
import { createSeal } from '../../../src/core/seal/create-seal.ts';

const seal = createSeal(['sk-0123456789abcdef'], 'comment');
const carried = {
  verdicts: ['regressed'],
  outputs: { verdict: 'regressed', calls: '9' },
  closed: 'The gate is closed.',
};
const shown: Marker = {
  version: 1,
  name: '',
  run: '4/1',
  startedAt: 400,
  head: 'abc',
  verdict: 'regressed',
  judged: [{ fingerprint: 'f0', at: '2026-01-01T00:00:00.000Z' }, { fingerprint: 'f1' }],
  carried,
};

function comment(marker: Partial<Marker> = {}, more: Partial<ForumComment> = {}, by = seal): ForumComment {
  const body = signComment({ ...shown, ...marker }, (line) => `${line}\nIt got worse.\nIndeed.`, by);
  return { id: 1, body, url: 'https://forum/1', own: true, updatedAt: '2026-01-02T00:00:00.000Z', ...more };
}
const find = (comments: readonly ForumComment[], by = seal, fingerprint = 'f1') =>
  findTakenOver(comments, { name: '', fingerprint, seal: by });

describe('a verdict that is taken over', () => {
  it('is what our own signed comment shows of the same fingerprint', () => {
    expect(find([comment()])).toEqual({
      from: 'https://forum/1',
      verdict: 'regressed',
      closed: 'The gate is closed.',
      verdicts: ['regressed'],
      outputs: { verdict: 'regressed', calls: '9' },
      body: 'It got worse.\nIndeed.',
    });
  });

  it.each(['regressed', 'inconclusive', 'pass'] as const)('may be `%s`', (verdict) => {
    expect(find([comment({ verdict })])).toMatchObject({ verdict });
  });

  it.each(['invalid', 'unreviewed', 'skipped', 'failing'] as const)('is never `%s`: that is judged anew', (verdict) => {
    expect(find([comment({ verdict })])).toBeUndefined();
  });

  it('is none where one row was `invalid`, or what it carries is not whole', () => {
    expect(find([comment({ carried: { ...carried, verdicts: ['pass', 'invalid'] } })])).toBeUndefined();
    expect(find([comment({ carried: { ...carried, verdicts: ['other'] } })])).toBeUndefined();
    for (const key of Object.keys(carried)) {
      const { [key]: _, ...rest } = { ...shown.carried };
      expect(find([comment({ carried: rest })]), key).toBeUndefined();
    }
  });

  it('is none on another fingerprint, be it one that was shown before', () => {
    expect(find([comment()], seal, 'f0')).toBeUndefined();
    expect(find([comment()], seal, 'f2')).toBeUndefined();
    const judged = ['f0', 'f1', 'f2'].map((fingerprint) => ({ fingerprint }));
    expect(find([comment({ judged })])).toBeUndefined();
    expect(find([comment({ judged })], seal, 'f2')).toMatchObject({ verdict: 'regressed' });
  });

  it('is none that was not signed with our keys, by us, under this name', () => {
    const other = createSeal(['sk-another-key-0123'], 'comment');
    expect(find([comment({}, {}, other)])).toBeUndefined();
    const { signature: _, ...unsigned } = readMarker(comment().body) ?? shown;
    expect(find([{ ...comment(), body: comment().body.replace(/^.*/u, writeMarker(unsigned)) }])).toBeUndefined();
    expect(findTakenOver([comment()], { name: '', fingerprint: 'f1', seal: undefined })).toBeUndefined();
    expect(find([{ ...comment(), body: `${comment().body} And more.` }])).toBeUndefined();
    expect(find([comment({}, { own: false })])).toBeUndefined();
    expect(find([comment({ name: 'other' })])).toBeUndefined();
    expect(find([])).toBeUndefined();
  });

  it('is taken from the signed one of several', () => {
    const forged: ForumComment = { ...comment(), id: 0, body: comment().body.replace('It got worse.', 'Fine.') };
    expect(find([forged, comment({ verdict: 'pass' }, { id: 2, url: 'https://forum/2' })])).toMatchObject({
      from: 'https://forum/2',
      verdict: 'pass',
    });
  });

  it('sets no output but those that the action has', () => {
    const outputs = { ...carried.outputs, 'api-key': 'sk', PATH: '/tmp' };
    expect(find([comment({ carried: { ...carried, outputs } })])?.outputs).toEqual(carried.outputs);
  });
});
