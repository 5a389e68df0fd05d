import { describe, expect, it } from 'vitest';
import type { BoardIssue, IssueBoard } from '../../../src/core/issue-board.ts';
import { type IssuesWanted, publishIssues } from '../../../src/core/publish/publish-issues.ts';
import { createSeal } from '../../../src/core/seal/create-seal.ts';

const url = (number: number) => `https://github.com/shop/support/issues/${number}`;

/** A board that holds its issues in memory, and records what was done to them. */
function boardWith(issues: BoardIssue[] = []) {
  const done: string[] = [];
  const put = (issue: BoardIssue) => {
    const at = issues.findIndex(({ number }) => number === issue.number);
    if (at === -1) issues.push(issue);
    else issues[at] = issue;
    return Promise.resolve({ kind: 'done', value: issue } as const);
  };
  const board: IssueBoard = {
    own: () => Promise.resolve({ kind: 'done', value: [...issues] }),
    create: (text) => {
      const number = issues.length + 1;
      done.push(`create ${number}`);
      return put({ ...text, number, url: url(number) });
    },
    update: (number, text) => {
      done.push(`update ${number}`);
      return put({ ...text, number, url: url(number) });
    },
    close: (number, body) => {
      done.push(`close ${number}`);
      issues.splice(
        issues.findIndex((issue) => issue.number === number),
        1,
      );
      return Promise.resolve({ kind: 'done', value: { number, title: '', body, url: url(number) } });
    },
  };
  return { board, done, issues };
}

const wanted = (keys: readonly string[], changed: Partial<IssuesWanted> = {}): IssuesWanted => ({
  kind: 'retiring',
  wishes: keys.map((key) => ({ key, title: `${key} ends`, render: (marker) => `Move ${key}.\n\n${marker}` })),
  closing: (key, marker) => `Nothing uses ${key} any more.\n\n${marker}`,
  seal: undefined,
  ...changed,
});

const kinds = (outcomes: Awaited<ReturnType<typeof publishIssues>>) =>
  outcomes.map(({ kind, key }) => `${kind} ${key}`);

describe('issues', () => {
  it('are begun once, kept while nothing changes, brought up to date, and closed once nobody wishes them', async () => {
    const { board, done, issues } = boardWith();
    expect(kinds(await publishIssues(board, wanted(['a', 'b'])))).toEqual(['created a', 'created b']);
    expect(kinds(await publishIssues(board, wanted(['a', 'b'])))).toEqual(['kept a', 'kept b']);
    const changed = wanted(['a']).wishes.map((wish) => ({ ...wish, title: 'a ends soon' }));
    expect(kinds(await publishIssues(board, { ...wanted([]), wishes: changed }))).toEqual(['updated a', 'closed b']);
    expect(done).toEqual(['create 1', 'create 2', 'update 1', 'close 2']);
    expect(issues.map(({ title }) => title)).toEqual(['a ends soon']);
  });

  it('stay as they are where what is no longer wished is to stay open', async () => {
    const { board } = boardWith();
    await publishIssues(board, wanted(['a']));
    expect(await publishIssues(board, wanted([], { closing: () => undefined }))).toEqual([]);
  });

  it('of another kind, of people and with a marker that is none are left alone', async () => {
    const { board, done, issues } = boardWith();
    await publishIssues(board, wanted(['a'], { kind: 'drift' }));
    issues.push({ number: 8, url: url(8), title: 'Ours?', body: '<!-- promptgate-issue {"version":1} -->' });
    issues.push({ number: 9, url: url(9), title: 'No', body: 'Just text' });
    expect(await publishIssues(board, wanted([]))).toEqual([]);
    expect(done).toEqual(['create 1']);
  });

  it('are found whatever people write around the marker, with the line ends of a browser', async () => {
    const { board, issues } = boardWith();
    await publishIssues(board, wanted(['a']));
    issues.splice(
      0,
      1,
      ...issues.map((issue) => ({ ...issue, body: `- [x] done\n\n${issue.body}\n`.replaceAll('\n', '\r\n') })),
    );
    expect(kinds(await publishIssues(board, wanted(['a'])))).toEqual(['updated a']);
  });

  it('that two runs began at once are one again after the next', async () => {
    const { board, issues } = boardWith();
    await publishIssues(board, wanted(['a']));
    issues.push(...issues.map((issue) => ({ ...issue, number: 2, url: url(2) })));
    expect(kinds(await publishIssues(board, wanted(['a'])))).toEqual(['kept a', 'closed a']);
    expect(issues.map(({ number }) => number)).toEqual([1]);
  });

  it('without the signature of a run that holds the keys are not believed by one that does', async () => {
    const seal = createSeal(['sk-issues-0123456789'], 'comment');
    const { board } = boardWith();
    await publishIssues(board, wanted(['a']));
    expect(kinds(await publishIssues(board, wanted(['a'], { seal })))).toEqual(['created a']);
    expect(kinds(await publishIssues(board, wanted(['a'], { seal })))).toEqual(['kept a']);
    expect(
      kinds(await publishIssues(board, wanted(['a'], { seal: createSeal(['sk-other-0123456789'], 'comment') }))),
    ).toEqual(['created a']);
  });

  it.each(['--> <b>out</b>', 'a -- b', '\u202etxt', '<!-- promptgate-issue {} -->', 'x\ny'])(
    'keep a key that wants out of its marker in it (%j)',
    async (key) => {
      const { board, issues } = boardWith();
      await publishIssues(board, wanted([key]));
      const line = issues[0]?.body.split('\n').at(-1) ?? '';
      expect(line.slice('<!--'.length, -' -->'.length)).not.toMatch(/--|[<>\u202e]/u);
      expect(kinds(await publishIssues(board, wanted([key])))).toEqual([`kept ${key}`]);
    },
  );

  it('tell which permission is missing', async () => {
    const refused = () => Promise.resolve({ kind: 'refused', message: 'no', permission: 'issues: write' } as const);
    const board = { own: refused, create: refused, update: refused, close: refused };
    const told = { kind: 'refused', key: 'a', message: 'no', permission: 'issues: write' };
    expect(await publishIssues(board, wanted(['a']))).toEqual([told]);
    expect(await publishIssues({ ...boardWith().board, create: refused }, wanted(['a']))).toEqual([told]);
  });
});
