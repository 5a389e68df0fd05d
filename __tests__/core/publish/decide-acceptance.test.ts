import { describe, expect, it } from 'vitest';
import { decideAcceptance } from '../../../src/core/publish/acceptance.ts';
import type { MarkedComment } from '../../../src/core/publish/find-comments.ts';

/** Shown: f1 from minute 1, f2 from minute 3, f1 again from minute 5. */
const minute = (number: number) => `2026-01-01T00:0${number}:00.000Z`;
const comment: Omit<MarkedComment, 'signed'> = {
  comment: { id: 1, body: '', url: '', own: true, updatedAt: minute(5) },
  marker: {
    version: 1,
    name: '',
    run: '1/1',
    startedAt: 1,
    head: 'h',
    verdict: 'regressed',
    judged: [{ fingerprint: 'f1', at: minute(1) }, { fingerprint: 'f2', at: minute(3) }, { fingerprint: 'f1' }],
    carried: {},
  },
};
const decide = (fingerprint: string, at: string, more: object = {}) =>
  decideAcceptance({
    label: 'ok',
    labelling: { by: 'ada', at, mayAccept: true },
    comment,
    isSigned: true,
    fingerprint,
    ...more,
  });

describe('deciding about acceptance', () => {
  it('believes no comment that ought to be signed and is not', () => {
    expect(decide('f1', minute(2), { isSigned: false })).toMatchObject({
      kind: 'not-accepted',
      why: expect.stringContaining('does not carry our signature'),
    });
  });

  it('accepts what was shown when the label was set, and tells by whom', () => {
    expect(decide('f1', minute(2))).toEqual({ kind: 'accepted', by: 'ada', at: minute(2), fingerprint: 'f1' });
    expect(decide('f2', minute(4))).toMatchObject({ kind: 'accepted' });
    expect(decide('f1', minute(6))).toMatchObject({ kind: 'accepted' });
  });

  it('does not accept what came after the label', () => {
    expect(decide('f2', minute(2))).toMatchObject({
      kind: 'not-accepted',
      why: expect.stringContaining('earlier result'),
    });
    expect(decide('f1', minute(4))).toMatchObject({ kind: 'not-accepted' });
    expect(decide('f3', minute(6))).toMatchObject({ kind: 'not-accepted' });
    expect(decide('f1', minute(0))).toMatchObject({ kind: 'not-accepted' });
  });

  it('does not guess which result was meant within the second of a change', () => {
    for (const fingerprint of ['f1', 'f2']) {
      expect(decide(fingerprint, minute(3))).toMatchObject({
        kind: 'not-accepted',
        why: expect.stringContaining('set it anew'),
      });
    }
    expect(decide('f1', minute(5))).toMatchObject({ kind: 'not-accepted' });
  });

  it('takes no word from one who may not write, from nobody, or without a comment', () => {
    const labelling = { by: 'eve', at: minute(2), mayAccept: false };
    expect(decide('f1', minute(2), { labelling })).toMatchObject({
      kind: 'not-accepted',
      why: expect.stringContaining('eve'),
    });
    expect(decide('f1', minute(2), { labelling: null })).toMatchObject({ kind: 'not-accepted' });
    expect(decide('f1', minute(2), { comment: undefined })).toMatchObject({ kind: 'not-accepted' });
  });
});
