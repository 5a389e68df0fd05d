import { describe, expect, it } from 'vitest';
import type { ForumComment } from '../../../src/core/forum.ts';
import { type CommentFacts, decideComment, type Statement } from '../../../src/core/publish/decide-comment.ts';
import { findComments } from '../../../src/core/publish/find-comments.ts';
import { readMarker } from '../../../src/core/publish/marker.ts';
import { createSeal } from '../../../src/core/seal/create-seal.ts';

const statement: Statement = {
  name: '',
  run: '5/1',
  startedAt: 500,
  head: 'new',
  verdict: 'pass',
  fingerprint: 'f2',
  carried: {},
};

function decide(more: Partial<CommentFacts> = {}) {
  return decideComment({
    comments: [],
    statement,
    head: 'new',
    begin: true,
    seal: undefined,
    render: (marker) => `${marker}\ntext of ${statement.run}`,
    ...more,
  });
}

function written(by: Partial<Statement> = {}, comment: Partial<ForumComment> = {}): ForumComment {
  const decision = decide({
    statement: { ...statement, run: '4/1', startedAt: 400, head: 'old', fingerprint: 'f1', ...by },
    head: undefined,
  });
  if (decision.kind !== 'create') throw new Error('expected a new comment');
  return { id: 10, body: decision.body, url: 'u', own: true, updatedAt: '2026-01-01T00:00:00.000Z', ...comment };
}

const historyIn = (body: string) =>
  readMarker(body)?.judged.map(({ fingerprint, at }) => ({ fingerprint, ...(at === undefined ? {} : { at }) }));

describe('deciding about the comment', () => {
  it('begins one where there is none, unless none is wanted', () => {
    expect(decide()).toMatchObject({ kind: 'create' });
    expect(decide({ begin: false })).toMatchObject({ kind: 'keep' });
    expect(decide({ begin: false, comments: [written()] })).toMatchObject({ kind: 'update', id: 10 });
  });

  it('carries nothing for later runs where that would take the room of the text', () => {
    const carried = (broken: number) => {
      const decision = decide({ statement: { ...statement, carried: { outputs: '<'.repeat(broken) } } });
      return decision.kind === 'create' ? readMarker(decision.body)?.carried : decision;
    };
    // `<` is written in six characters.
    expect(carried(4_000)).toEqual({ outputs: '<'.repeat(4_000) });
    expect(carried(5_000)).toEqual({});
  });

  it('never believes or changes what another wrote, or what only quotes the marker', () => {
    expect(decide({ comments: [written({}, { own: false })] })).toMatchObject({ kind: 'create' });
    expect(decide({ comments: [written({}, { body: `> ${written().body}` })] })).toMatchObject({ kind: 'create' });
    expect(decide({ comments: [written({ name: 'other' })] })).toMatchObject({ kind: 'create' });
  });

  it('believes of a comment only what was signed, and writes over what was not', () => {
    const seal = createSeal(['sk-0123456789abcdef'], 'comment');
    const first = decide({ seal });
    if (first.kind !== 'create') throw new Error(first.kind);
    const ours: ForumComment = { ...written(), body: first.body };
    expect(findComments([ours], '', seal)).toMatchObject([{ signed: true }]);
    expect(decide({ seal, comments: [ours] })).toMatchObject({ kind: 'keep' });
    const forged = [
      ours.body.replace('"pass"', '"regressed"'),
      ours.body.replace(/"signature":"[0-9a-f]+",/u, ''),
      ours.body.replace('"startedAt":500', '"startedAt":900'),
      `${ours.body} and more`,
    ];
    for (const body of forged) {
      expect(findComments([{ ...ours, body }], '', seal)).toMatchObject([{ signed: false }]);
      const decision = decide({ seal, comments: [{ ...ours, body }] });
      expect(decision.kind).toBe('update');
      expect(decision.kind === 'update' && historyIn(decision.body)).toEqual([{ fingerprint: 'f2' }]);
    }
    expect(findComments([ours], '', createSeal(['sk-another-key-0123'], 'comment'))).toMatchObject([{ signed: false }]);
    expect(findComments([{ ...ours, body: `${ours.body.replaceAll('\n', '\r\n')}\r\n` }], '', seal)).toMatchObject([
      { signed: true },
    ]);
  });

  it('leaves the word to the run of a newer commit', () => {
    expect(decide({ head: 'newer' })).toMatchObject({ kind: 'superseded', why: expect.stringContaining('newer') });
    expect(decide({ head: 'newer', comments: [written()] })).toMatchObject({ kind: 'superseded' });
  });

  it('leaves the word to a run of the same commit that began later, whatever its number', () => {
    expect(decide({ comments: [written({ head: 'new', startedAt: 501, run: '2/3' })] })).toMatchObject({
      kind: 'superseded',
    });
    expect(decide({ comments: [written({ head: 'new', startedAt: 499, run: '9/1' })] })).toMatchObject({
      kind: 'update',
    });
    expect(decide({ head: undefined, comments: [written({ head: 'other', startedAt: 501 })] })).toMatchObject({
      kind: 'superseded',
    });
    expect(decide({ comments: [written({ head: 'other', startedAt: 501 })] })).toMatchObject({ kind: 'update' });
  });

  it('writes nothing where the comment says the same already', () => {
    const same = written({ fingerprint: 'f2' });
    expect(decide({ comments: [same] })).toMatchObject({ kind: 'keep', url: 'u' });
    expect(decide({ comments: [same], render: (marker) => `${marker}\nother text` })).toMatchObject({ kind: 'update' });
  });

  it('updates the oldest of its comments and names the others for deletion', () => {
    const decision = decide({
      comments: [written({}, { id: 12 }), written({}, { id: 11 }), written({}, { id: 9, own: false })],
    });
    expect(decision).toMatchObject({ kind: 'update', id: 11, duplicates: [12] });
  });

  it('keeps the history of what was shown, with the times the forum gave', () => {
    const first = written({ fingerprint: 'f1' });
    expect(historyIn(first.body)).toEqual([{ fingerprint: 'f1' }]);
    const second = decide({ comments: [first] });
    if (second.kind !== 'update') throw new Error(second.kind);
    expect(historyIn(second.body)).toEqual([
      { fingerprint: 'f1', at: '2026-01-01T00:00:00.000Z' },
      { fingerprint: 'f2' },
    ]);
    const shown = { ...first, body: second.body, updatedAt: '2026-01-02T00:00:00.000Z' };
    const again = decide({
      comments: [shown],
      statement: { ...statement, startedAt: 600 },
      render: (marker) => `${marker}\nthird`,
    });
    if (again.kind !== 'update') throw new Error(again.kind);
    expect(historyIn(again.body)).toEqual([
      { fingerprint: 'f1', at: '2026-01-01T00:00:00.000Z' },
      { fingerprint: 'f2', at: '2026-01-02T00:00:00.000Z' },
    ]);
  });

  it('lets the history grow to twenty and no further', () => {
    let comment = written({ fingerprint: 'f0' });
    for (let push = 1; push < 30; push += 1) {
      const decision = decide({
        comments: [comment],
        statement: { ...statement, fingerprint: `f${push}`, startedAt: 500 + push },
      });
      if (decision.kind !== 'update') throw new Error(decision.kind);
      comment = { ...comment, body: decision.body };
    }
    expect(historyIn(comment.body)).toHaveLength(20);
    expect(historyIn(comment.body)?.at(-1)).toEqual({ fingerprint: 'f29' });
  });
});
