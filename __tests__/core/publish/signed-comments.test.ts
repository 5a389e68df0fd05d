import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Asked, Forum, ForumComment, Labelling, PullState } from '../../../src/core/forum.ts';
import { decideAcceptance, readAcceptance } from '../../../src/core/publish/acceptance.ts';
import { type CommentFacts, decideComment, type Statement } from '../../../src/core/publish/decide-comment.ts';
import { endAsking } from '../../../src/core/publish/end-asking.ts';
import { isSignedComment, signComment, writeMarker } from '../../../src/core/publish/find-comments.ts';
import { type Marker, readMarker, textBesideMarker } from '../../../src/core/publish/marker.ts';
import { publishComment } from '../../../src/core/publish/publish-comment.ts';
import { createSeal } from '../../../src/core/seal/create-seal.ts';

const seal = createSeal(['sk-0123456789abcdef'], 'comment');
const time = (day: number) => `2026-01-0${day}T00:00:00.000Z`;
const marker: Marker = {
  version: 1,
  name: '',
  run: '4/1',
  startedAt: 400,
  head: 'abc',
  verdict: 'regressed',
  judged: [{ fingerprint: 'f1' }],
  carried: {},
};
const statement: Statement = {
  name: '',
  run: '5/1',
  startedAt: 500,
  head: 'abc',
  verdict: 'pass',
  fingerprint: 'f2',
  carried: {},
};
const render = (line: string) => `${line}\nText.`;
const commentOf = (more: Partial<Marker> = {}, about: Partial<ForumComment> = {}): ForumComment => ({
  id: 10,
  body: signComment({ ...marker, ...more }, render, seal),
  url: 'u10',
  own: true,
  updatedAt: time(2),
  ...about,
});
const done = <T>(value: T): Asked<T> => ({ kind: 'done', value });
const refused = { kind: 'refused', message: 'no', permission: 'pull-requests: write' } as const;

/** A forum in memory that keeps what it was asked to do. `before` says what others do as a comment is created. */
class Board implements Forum {
  readonly did: string[] = [];
  held: ForumComment[];
  refuse: readonly string[] = [];
  labels: readonly string[] = ['Accept'];
  label: Labelling | null = { by: 'ada', at: time(3), mayAccept: true };
  before: () => readonly ForumComment[] = () => [];
  constructor(held: readonly ForumComment[] = []) {
    this.held = [...held];
  }
  #ask<T>(what: string, value: () => T): Promise<Asked<T>> {
    this.did.push(what);
    return Promise.resolve(this.refuse.includes(what.split(' ')[0] ?? '') ? refused : done(value()));
  }
  pull(): Promise<Asked<PullState>> {
    return this.#ask('pull', () => ({ head: 'abc', open: true, labels: this.labels }));
  }
  comments(): Promise<Asked<readonly ForumComment[]>> {
    return this.#ask('comments', () => [...this.held]);
  }
  create(_: number, body: string): Promise<Asked<ForumComment>> {
    this.held.push(...this.before());
    const id = 20 + this.did.filter((one) => one === 'create').length;
    const comment = { id, body, url: `u${id}`, own: true, updatedAt: time(4) };
    return this.#ask('create', () => {
      this.held.push(comment);
      return comment;
    });
  }
  update(id: number, body: string): Promise<Asked<ForumComment>> {
    return this.#ask(`update ${id}`, () => ({ id, body, url: `u${id}`, own: true, updatedAt: time(4) }));
  }
  remove(id: number): Promise<Asked<null>> {
    return this.#ask(`remove ${id}`, () => {
      this.held = this.held.filter((one) => one.id !== id);
      return null;
    });
  }
  labelling(): Promise<Asked<Labelling | null>> {
    return this.#ask('labelling', () => this.label);
  }
}

describe('a signed comment', () => {
  it('carries a signature over its marker and the text below it', () => {
    const { body } = commentOf();
    const text = createHash('sha256').update('"Text."').digest('hex');
    const signed = `{"carried":{},"head":"abc","judged":[{"fingerprint":"f1"}],"name":"","run":"4/1","startedAt":400,"verdict":"regressed","version":1}\n${text}`;
    expect(readMarker(body)).toEqual({ ...marker, signature: seal?.sign(signed) });
    expect(body.split('\n').slice(1)).toEqual(['Text.']);
  });

  it('is drawn once, wherever its marker stands, and only that is put in its place', () => {
    let drawn = 0;
    const body = signComment(marker, (line) => `Text ${++drawn} above.\n${line}\nAnd below.`, seal);
    const { signature, ...rest } = readMarker(body.split('\n').slice(1).join('\n')) ?? marker;
    expect([drawn, rest]).toEqual([1, marker]);
    expect(body).toBe(`Text 1 above.\n${writeMarker({ ...marker, signature })}\nAnd below.`);
  });

  it('is drawn with a marker as long as the one that is signed, and anew where that did not come through as it was', () => {
    const lengths: number[] = [];
    const body = signComment(marker, (line) => `${line.replace('abc', '***')}\n${lengths.push(line.length)}`, seal);
    expect(lengths).toHaveLength(2);
    expect(new Set(lengths).size).toBe(1);
    expect(readMarker(body)).toMatchObject({ head: '***', signature: expect.stringMatching(/^(?!0+$)[0-9a-f]{64}$/u) });
  });

  it('has the same text beside its marker whatever blanks the forum puts behind that', () => {
    expect(textBesideMarker(`Above.\n${writeMarker(marker)} \t\nBelow.`)).toBe('Above.\nBelow.');
  });

  it('is unsigned without a seal, and then nobody believes it', () => {
    const body = signComment(marker, render, undefined);
    expect(body).toBe(render(writeMarker(marker)));
    expect(isSignedComment(marker, body, seal)).toBe(false);
    const signed = readMarker(commentOf().body) ?? marker;
    expect([
      isSignedComment(signed, commentOf().body, seal),
      isSignedComment(signed, commentOf().body, undefined),
    ]).toEqual([true, false]);
  });

  it('stays signed where the forum changes line ends and blanks at its ends', () => {
    const { body } = commentOf();
    const signed = readMarker(body) ?? marker;
    for (const same of [`${body}\n\n`, body.replace('\n', '\n\n'), `${body}  `]) {
      expect(isSignedComment(signed, same, seal)).toBe(true);
    }
    const two = signComment(marker, (line) => `${line}\na\nb`, seal);
    expect(isSignedComment(readMarker(two) ?? marker, two.replaceAll('\n', '\r\n'), seal)).toBe(true);
    expect(isSignedComment(readMarker(two) ?? marker, two.replace('a\nb', 'ab'), seal)).toBe(false);
  });
});

describe('the marker', () => {
  it('writes what could end it as escapes of four digits', () => {
    expect(writeMarker({ ...marker, name: '<>&---\u202e' })).toBe(
      '<!-- promptgate {"carried":{},"head":"abc","judged":[{"fingerprint":"f1"}],"name":"\\u003c\\u003e\\u0026\\u002d\\u002d-\\u202e","run":"4/1","startedAt":400,"verdict":"regressed","version":1} -->',
    );
  });

  it.each([
    ['no closing', `<!-- promptgate ${JSON.stringify(marker)}`],
    ['no JSON', '<!-- promptgate x -->'],
    ['another version', writeMarker(marker).replace('"version":1', '"version":2')],
    ['no history', writeMarker({ ...marker, judged: [] })],
    ['an unknown verdict', writeMarker(marker).replace('"regressed"', '"fine"')],
    ['a head that is no text', writeMarker(marker).replace('"abc"', '1')],
    ['text before it', `x${writeMarker(marker)}`],
  ])('is not read with %s', (_, body) => {
    expect(readMarker(body)).toBeUndefined();
  });
});

describe('what is decided about the comment, in words', () => {
  const decide = (more: Partial<CommentFacts> = {}) =>
    decideComment({ comments: [], statement, head: 'abc', begin: true, render, seal, ...more });

  it('names the commit that the pull request has moved on to, by twelve digits', () => {
    expect(decide({ head: '0123456789abcdef' })).toEqual({
      kind: 'superseded',
      why: 'the pull request has moved on to 0123456789ab, whose own run speaks for it',
    });
  });

  it('names the later run', () => {
    expect(decide({ comments: [commentOf({ startedAt: 501 })] })).toEqual({
      kind: 'superseded',
      why: 'run 4/1 began later and has spoken',
    });
    expect(decide({ comments: [commentOf({ startedAt: 500 })] })).toMatchObject({ kind: 'update' });
  });

  it('tells why nothing is written', () => {
    expect(decide({ begin: false })).toEqual({ kind: 'keep', why: 'there is no comment, and none is wanted' });
    const same = commentOf({ judged: [{ fingerprint: 'f2' }] });
    expect(decide({ comments: [same] })).toEqual({ kind: 'keep', why: 'it says the same already', url: 'u10' });
  });

  it('writes again where the text differs, or another comment of ours is to go', () => {
    const same = commentOf({ judged: [{ fingerprint: 'f2' }] });
    expect(decide({ comments: [same], render: (line) => `${line}\nOther.` })).toMatchObject({ kind: 'update' });
    expect(decide({ comments: [same, { ...same, id: 11 }] })).toMatchObject({
      kind: 'update',
      id: 10,
      duplicates: [11],
    });
  });

  it('takes an unsigned comment for no later run, and its history for none', () => {
    const forged = { ...commentOf(), body: render(writeMarker({ ...marker, startedAt: 900 })) };
    const decision = decide({ comments: [forged] });
    expect(decision).toMatchObject({ kind: 'update', id: 10, duplicates: [] });
    expect(decision.kind === 'update' && readMarker(decision.body)?.judged).toEqual([
      { fingerprint: 'f2', verdict: 'pass', head: 'abc' },
    ]);
    expect(decide({ comments: [forged], seal: undefined })).toMatchObject({ kind: 'superseded' });
  });

  it('tells no verdict of a run that asks still, whatever it is', () => {
    const decision = decide({ statement: { ...statement, asking: true } });
    expect(decision.kind === 'create' && readMarker(decision.body)?.judged).toEqual([{ fingerprint: 'f2' }]);
    const invalid = decide({ statement: { ...statement, verdict: 'invalid', line: 'Nothing.' } });
    expect(invalid.kind === 'create' && readMarker(invalid.body)?.judged).toEqual([{ fingerprint: 'f2' }]);
  });

  it('leaves the time of what it showed before as it was noted', () => {
    const history = [{ fingerprint: 'f0' }, { fingerprint: 'f1', at: time(1) }];
    const decision = decide({ comments: [commentOf({ judged: history })] });
    expect(decision.kind === 'update' && readMarker(decision.body)?.judged.slice(0, 2)).toEqual(history);
  });

  it('lets what it showed last stand, with its time, where it is shown again', () => {
    const judged = ['f0', 'f1', 'f2'].map((fingerprint) => ({ fingerprint }));
    const decision = decide({ comments: [commentOf({ judged })], render: (line) => `${line}\nOther.` });
    expect(decision.kind === 'update' && readMarker(decision.body)?.judged).toEqual([
      { fingerprint: 'f0' },
      { fingerprint: 'f1' },
      { fingerprint: 'f2', at: time(2) },
    ]);
  });

  it('notes the time of what it showed last alone', () => {
    const history = [{ fingerprint: 'f0' }, { fingerprint: 'f1' }];
    const decision = decide({ comments: [commentOf({ judged: history })] });
    expect(decision.kind === 'update' && readMarker(decision.body)?.judged).toEqual([
      { fingerprint: 'f0' },
      { fingerprint: 'f1', at: time(2) },
      { fingerprint: 'f2', verdict: 'pass', head: 'abc' },
    ]);
  });
});

describe('publishing the comment', () => {
  const publish = (board: Board, more: Partial<CommentFacts> = {}) =>
    publishComment(board, 7, { statement, begin: true, render, seal, ...more });

  it('creates one and looks whether another run did so at once', async () => {
    const board = new Board();
    expect(await publish(board)).toEqual({ kind: 'written', url: 'u20' });
    expect(board.did).toEqual(['pull', 'comments', 'create', 'comments']);
  });

  it('updates its own, then removes its duplicates', async () => {
    const board = new Board([commentOf(), commentOf({}, { id: 11 }), commentOf({}, { id: 12, own: false })]);
    expect(await publish(board)).toEqual({ kind: 'written', url: 'u10' });
    expect(board.did).toEqual(['pull', 'comments', 'update 10', 'remove 11']);
  });

  it('tells why a duplicate is there still, and asks for no further ones to go', async () => {
    const board = new Board([commentOf(), commentOf({}, { id: 11 }), commentOf({}, { id: 12 })]);
    board.refuse = ['remove'];
    expect(await publish(board)).toEqual({ kind: 'written', url: 'u10', left: refused });
    expect(board.did).toEqual(['pull', 'comments', 'update 10', 'remove 11']);
  });

  it('removes nothing where the update was refused', async () => {
    const board = new Board([commentOf(), commentOf({}, { id: 11 })]);
    board.refuse = ['update'];
    expect(await publish(board)).toEqual({ ...refused, kind: 'not-written' });
    expect(board.did).toEqual(['pull', 'comments', 'update 10']);
  });

  it('leaves the comment to the run that was first, and says there what it has to say', async () => {
    const board = new Board();
    board.before = () => (board.did.includes('create') ? [] : [commentOf({ startedAt: 450 })]);
    expect(await publish(board)).toEqual({ kind: 'written', url: 'u10' });
    expect(board.did).toEqual(['pull', 'comments', 'create', 'comments', 'remove 20', 'comments', 'update 10']);
  });

  it('looks three times at most', async () => {
    const board = new Board();
    board.before = () => [commentOf({}, { id: board.did.length })];
    const remove = board.remove.bind(board);
    board.remove = async (id) => {
      board.held = [];
      return remove(id);
    };
    expect(await publish(board)).toEqual({ kind: 'written', url: 'u22' });
    expect(board.did.filter((what) => what === 'create')).toHaveLength(3);
  });

  it('keeps its own where the look after is refused or shows nothing', async () => {
    const board = new Board();
    board.before = () => {
      board.refuse = ['comments'];
      return [commentOf()];
    };
    expect(await publish(board)).toEqual({ kind: 'written', url: 'u20' });
    const blank = new Board();
    blank.comments = () => Promise.resolve(done([]));
    expect(await publish(blank)).toEqual({ kind: 'written', url: 'u20' });
  });

  it('tells what was refused, kept and superseded', async () => {
    const board = new Board();
    board.refuse = ['create'];
    expect(await publish(board)).toEqual({ ...refused, kind: 'not-written' });
    board.refuse = ['comments'];
    expect(await publish(board)).toEqual({ ...refused, kind: 'not-written' });
    const quiet = new Board();
    quiet.create = () => Promise.resolve({ kind: 'refused', message: 'no' });
    expect(await publish(quiet)).toEqual({ kind: 'not-written', message: 'no' });
    const none = { kind: 'kept', why: 'there is no comment, and none is wanted' };
    expect(await publish(new Board(), { begin: false })).toEqual(none);
    expect(await publish(new Board([commentOf({ startedAt: 501 })]))).toMatchObject({ kind: 'superseded' });
  });

  it('believes the later run where the head cannot be read', async () => {
    const board = new Board([commentOf({ head: 'other', startedAt: 501 })]);
    expect(await publish(board)).toEqual({ kind: 'written', url: 'u10' });
    board.refuse = ['pull'];
    expect(await publish(board)).toMatchObject({ kind: 'superseded' });
  });
});

describe('the last word of a run that its runner ended', () => {
  const word = { pull: 7, name: '', run: '4/1', body: 'No verdict.' };
  const asks = (more: Partial<Marker> = {}, about: Partial<ForumComment> = {}) =>
    commentOf({ asking: true, ...more }, about);
  const end = async (...held: readonly ForumComment[]) => {
    const board = new Board(held);
    await endAsking(board, word);
    return board.did;
  };

  it('is written where the comment says that this run asks still', async () => {
    const board = new Board([asks()]);
    const written: string[] = [];
    board.update = async (id, body) => {
      written.push(`${id} ${body}`);
      return done(commentOf());
    };
    await endAsking(board, word);
    expect([board.did, written]).toEqual([['comments'], ['10 No verdict.']]);
  });

  it('is not written over a verdict, another run, another use of the action, or what somebody else wrote', async () => {
    expect(await end()).toEqual(['comments']);
    expect(await end(commentOf())).toEqual(['comments']);
    expect(await end(asks({ run: '5/1' }))).toEqual(['comments']);
    expect(await end(asks({ name: 'other' }))).toEqual(['comments']);
    expect(await end(asks({}, { own: false }))).toEqual(['comments']);
    expect(await end({ ...asks(), body: 'A text of ours without a marker.' })).toEqual(['comments']);
  });

  it('removes the comment instead where another one tells a verdict, and every further one that asks', async () => {
    expect(await end(asks(), commentOf({}, { id: 11 }))).toEqual(['comments', 'remove 10']);
    expect(await end(commentOf({}, { id: 9 }), asks(), asks({ run: '5/1' }, { id: 11 }), asks({}, { id: 12 }))).toEqual(
      ['comments', 'remove 10', 'remove 12'],
    );
    expect(await end(asks(), asks({}, { id: 12 }))).toEqual(['comments', 'update 10', 'remove 12']);
  });

  it('is left unsaid where the comments cannot be read', async () => {
    const board = new Board([asks()]);
    board.refuse = ['comments'];
    await endAsking(board, word);
    expect(board.did).toEqual(['comments']);
  });
});

describe('reading an acceptance', () => {
  const read = (board: Board) => readAcceptance(board, { pull: 7, label: 'accept', name: '', fingerprint: 'f1', seal });
  const not = (why: string) => ({ kind: 'not-accepted', why });

  it('finds the label whatever its case, and who set it while our comment showed this', async () => {
    const board = new Board([commentOf()]);
    expect(await read(board)).toEqual({ kind: 'accepted', by: 'ada', at: time(3), fingerprint: 'f1' });
    expect(board.did).toEqual(['pull', 'labelling', 'comments']);
    board.labels = ['other', 'ACCEPT'];
    expect(await read(board)).toMatchObject({ kind: 'accepted' });
  });

  it('asks once where the label is not set', async () => {
    const board = new Board([commentOf()]);
    board.labels = ['accepted'];
    expect(await read(board)).toEqual(not('the label accept is not set'));
    expect(board.did).toEqual(['pull']);
  });

  it.each(['pull', 'labelling', 'comments'])('says what was refused of %s, and what to grant', async (what) => {
    const board = new Board([commentOf()]);
    board.refuse = [what];
    expect(await read(board)).toEqual(
      not("whether the label accept is set could not be read (no). Grant the job's token `pull-requests: write`"),
    );
    board.pull = () => Promise.resolve({ kind: 'refused', message: 'no' });
    expect(await read(board)).toEqual(not('whether the label accept is set could not be read (no)'));
    board.pull = () => Promise.resolve({ kind: 'refused', message: 'no', fix: 'Run the job again.' });
    expect(await read(board)).toEqual(not('whether the label accept is set could not be read (no). Run the job again'));
  });

  it('goes by the signed one of several comments, by any where nothing can be signed', async () => {
    const forged = { ...commentOf({ judged: [{ fingerprint: 'f9' }] }, { id: 1 }), body: render(writeMarker(marker)) };
    expect(await read(new Board([forged, commentOf()]))).toMatchObject({ kind: 'accepted' });
    const unsigned = not(
      'the comment that was shown does not carry our signature; set the label accept anew after this run',
    );
    expect(await read(new Board([forged]))).toEqual(unsigned);
    const acceptance = await readAcceptance(new Board([forged]), {
      ...{ pull: 7, label: 'accept', name: '', fingerprint: 'f1', seal: undefined },
    });
    expect(acceptance).toMatchObject({ kind: 'accepted' });
  });

  it('tells each reason in words', () => {
    const shown = { comment: commentOf(), marker };
    const decide = (more: object) =>
      decideAcceptance({
        label: 'accept',
        labelling: { by: 'ada', at: time(3), mayAccept: true },
        comment: shown,
        isSigned: true,
        fingerprint: 'f1',
        ...more,
      });
    expect(decide({})).toMatchObject({ kind: 'accepted' });
    expect(decide({ labelling: null })).toEqual(not('nothing tells who set the label accept; set it anew'));
    expect(decide({ labelling: { by: 'eve', at: time(3), mayAccept: false } })).toEqual(
      not('eve, who set the label accept, has no write permission'),
    );
    expect(decide({ comment: undefined })).toEqual(
      not('there is no comment of ours that showed what would be accepted'),
    );
    const early = not(
      'the label accept was set before the comment showed a result, or just as it changed; set it anew',
    );
    expect(decide({ labelling: { by: 'ada', at: time(1), mayAccept: true } })).toEqual(early);
    expect(decide({ labelling: { by: 'ada', at: time(2), mayAccept: true } })).toEqual(early);
    expect(decide({ fingerprint: 'f2' })).toEqual(
      not('the label accept was set for an earlier result; set it anew to accept this one'),
    );
  });

  it('finds none without a comment', async () => {
    expect(await read(new Board([]))).toEqual(not('there is no comment of ours that showed what would be accepted'));
  });
});
