import { describe, expect, it } from 'vitest';
import type { ForumComment } from '../../../src/core/forum.ts';
import { decideAcceptance } from '../../../src/core/publish/acceptance.ts';
import { decideComment, type Statement } from '../../../src/core/publish/decide-comment.ts';
import { earlierVerdict } from '../../../src/core/publish/earlier-verdict.ts';
import { findComments } from '../../../src/core/publish/find-comments.ts';
import { createSeal } from '../../../src/core/seal/create-seal.ts';

const seal = createSeal(['sk-0123456789abcdef'], 'comment');

/** The comment after some runs wrote it, one a minute, each by its head. */
function commentAfter(...told: readonly (Partial<Statement> & { readonly head: string })[]): readonly ForumComment[] {
  let comments: readonly ForumComment[] = [];
  told.forEach((one, at) => {
    const decision = decideComment({
      comments,
      statement: {
        ...{ name: '', run: `${at + 1}/1`, startedAt: at + 1, verdict: 'invalid', fingerprint: `f${at}`, carried: {} },
        ...one,
      },
      head: undefined,
      begin: true,
      render: (marker) => `text ${at}\n\n${marker}`,
      seal,
    });
    if (!('body' in decision)) throw new Error(decision.kind);
    const updatedAt = `2026-01-01T00:0${at}:00.000Z`;
    comments = [{ id: 1, body: decision.body, url: 'u', own: true, updatedAt }];
  });
  return comments;
}

const regressed = (head: string) => ({ head, verdict: 'regressed', line: '⛔ Do not merge yet' }) as const;
const asking = (head: string) => ({ head, asking: true, verdict: 'invalid', fingerprint: 'asking 9/1' }) as const;

describe('what our comment told before', () => {
  it('is the last verdict that was found, with its line, its text and since when it is so', () => {
    expect(earlierVerdict(commentAfter(regressed('aaa')), '', seal)).toEqual({
      ...regressed('aaa'),
      since: 'aaa',
      text: 'text 0',
    });
    const again = commentAfter({ head: '000', verdict: 'pass' }, regressed('aaa'), { head: 'bbb' }, regressed('ccc'));
    expect(earlierVerdict(again, '', seal)).toMatchObject({ verdict: 'regressed', head: 'ccc', since: 'aaa' });
  });

  it('outlasts runs that came to no verdict, whose text is not taken for one', () => {
    const found = earlierVerdict(commentAfter(regressed('aaa'), { head: 'bbb' }, asking('ccc')), '', seal);
    expect(found).toEqual({ ...regressed('aaa'), since: 'aaa' });
  });

  it('is nothing where nothing was found, where it is of another name, and where it is not signed by us', () => {
    expect(earlierVerdict(commentAfter({ head: 'aaa' }), '', seal)).toBeUndefined();
    expect(earlierVerdict(commentAfter(regressed('aaa')), 'other', seal)).toBeUndefined();
    const forged = commentAfter(regressed('aaa')).map((one) => ({ ...one, body: one.body.replace('"aaa"', '"bbb"') }));
    expect(earlierVerdict(forged, '', seal)).toBeUndefined();
  });

  it('a label set while a run asks accepts nothing of what that run finds', () => {
    const comments = commentAfter(regressed('aaa'), asking('bbb'), asking('bbb'), {
      ...regressed('bbb'),
      fingerprint: 'new',
    });
    const [comment] = findComments(comments, '', seal);
    const at = (minute: string) =>
      decideAcceptance({
        label: 'ok',
        labelling: { by: 'ada', at: `2026-01-01T00:0${minute}.500Z`, mayAccept: true },
        comment,
        isSigned: true,
        fingerprint: 'new',
      }).kind;
    expect([at('1:30'), at('2:30'), at('3:30')]).toEqual(['not-accepted', 'not-accepted', 'accepted']);
  });
});
