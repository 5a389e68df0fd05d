import { afterEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../../src/embedded/github/world.ts';
import { createGitHubForum } from '../../../src/hosts/github/create-github-forum.ts';
import { GitHubRepository } from '../../support/github-repository.ts';
import { type GitHubStage, stageGitHub } from '../../support/github-stage.ts';

let stage: GitHubStage;
afterEach(() => stage.close());

async function comments(faults: readonly Fault[], settings: Parameters<GitHubStage['connect']>[0] = {}) {
  const repository = new GitHubRepository({ 'a.txt': 'a' });
  repository.branch('topic');
  stage = await stageGitHub(repository);
  stage.github.comment(7, 'ada', 'remark');
  for (const fault of faults) stage.github.fail(fault);
  return createGitHubForum(stage.connect({ requestMs: 300, ...settings })).comments(7);
}

const where = /issues\/7\/comments/;

describe('a request to GitHub', () => {
  it.each(['hang', 'drip'] as const)('has a time of its own, and is made again: %s', async (kind) => {
    expect(await comments([{ kind, where, times: 2 }])).toMatchObject({ kind: 'done', value: [{ body: 'remark' }] });
  });

  it.each(['hang', 'drip'] as const)('ends as one that was not answered where GitHub never does: %s', async (kind) => {
    expect(await comments([{ kind, where, times: 99 }])).toMatchObject({
      kind: 'refused',
      message: 'no answer within 0.3 s',
      fix: expect.stringContaining('Run the job again'),
    });
  });

  it.each(['<html>Sign in</html>', '[{"id": 1, "bo', '', 'null'])(
    'is no list where the answer is none: %j',
    async (body) => {
      expect(await comments([{ kind: 'cut', body, where, times: 1 }])).toMatchObject({ kind: 'done' });
      await stage.close();
      const answered = await comments([{ kind: 'cut', body, where, times: 99 }]);
      expect(answered).toMatchObject({
        kind: 'refused',
        message: 'an answer that is no JSON',
        fix: expect.stringContaining('proxy'),
      });
    },
  );

  it('waits for a 429 with `retry-after`, whatever words come with it', async () => {
    const said: string[] = [];
    const say = (line: string): void => void said.push(line);
    expect(await comments([{ kind: 'busy', retryAfter: '7', where, times: 2 }], { say })).toMatchObject({
      kind: 'done',
    });
    expect(said).toEqual(['GitHub asks to wait: 7 s.', 'GitHub asks to wait: 7 s.']);
  });

  it('that meets a conflict with each attempt is refused: it is no empty list', async () => {
    const conflict = { kind: 'status', status: 409, message: 'Conflict', where, times: 99 } as const;
    expect(await comments([conflict])).toMatchObject({ kind: 'refused', message: 'Conflict' });
  });

  it('waits no longer than the run may last', async () => {
    const busy = { kind: 'busy', retryAfter: '500', where, times: 1 } as const;
    expect(await comments([busy])).toMatchObject({ kind: 'refused', message: expect.stringContaining('Too Many') });
    await stage.close();
    const deadline = { at: performance.now() + 60_000, words: 'the time' };
    expect(await comments([busy], { deadline })).toMatchObject({ kind: 'done' });
  });

  it('is not waited for beyond the time of the run', async () => {
    const deadline = { at: performance.now() + 500, words: 'the time of the run' };
    expect(await comments([{ kind: 'hang', where, times: 99 }], { deadline, requestMs: 60_000 })).toMatchObject({
      kind: 'refused',
      message: 'the time of the run ran out',
      fix: expect.stringContaining('`timeout`'),
    });
  });

  it('is refused, and ends nothing else, where the time was over before it was asked', async () => {
    const unheard: unknown[] = [];
    const hear = (fault: unknown): void => void unheard.push(fault);
    process.on('unhandledRejection', hear);
    const deadline = { at: performance.now() - 1, words: 'the time of the run' };
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await comments([], { deadline })).toMatchObject({
      kind: 'refused',
      message: 'the time of the run ran out',
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    process.off('unhandledRejection', hear);
    expect(unheard).toEqual([]);
  });
});
