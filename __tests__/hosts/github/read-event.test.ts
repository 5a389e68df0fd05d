import definitions from '@octokit/webhooks-examples' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readEvent } from '../../../src/hosts/github/read-event.ts';

const examples = z.array(z.object({ name: z.string(), examples: z.array(z.looseObject({})) })).parse(definitions);
const examplesOf = (name: string) => examples.find((one) => one.name === name)?.examples ?? [];

const a = 'a'.repeat(40);
const b = 'b'.repeat(40);
const zero = '0'.repeat(40);
const pull = (more: object = {}, sender = 'ada') => ({
  action: 'opened',
  sender: { login: sender },
  pull_request: {
    number: 7,
    state: 'open',
    base: { ref: 'main', sha: a, repo: { full_name: 'shop/support' } },
    head: { ref: 'topic', sha: b, repo: { full_name: 'shop/support' } },
    ...more,
  },
});

describe('reading an event', () => {
  it('takes every pull_request example of GitHub: closed ones for nothing, all others for something to compare', () => {
    const events = examplesOf('pull_request');
    expect(events).toHaveLength(29);
    for (const event of events) {
      for (const name of ['pull_request', 'pull_request_target']) {
        const occasion = readEvent(name, event);
        const wanted =
          event.action === 'closed'
            ? { kind: 'nothing' }
            : { kind: 'compare', number: 2, base: { name: 'master' }, fork: false };
        expect(occasion).toMatchObject(wanted);
      }
    }
  });

  it('takes both merge_group examples for the pull request their branch names', () => {
    const events = examplesOf('merge_group');
    expect(events).toHaveLength(2);
    for (const event of events) {
      expect(readEvent('merge_group', event)).toEqual({
        kind: 'compare',
        number: 104,
        queued: true,
        base: { name: '380387fbc80638b734a49e1be1c4dfec1c01b33c', ref: 'main' },
        policy: 'main',
        head: {
          sha: '2ffea6db159f6b6c47a24e778fb9ef40cf6b1c7d',
          ref: 'refs/heads/gh-readonly-queue/main/pr-104-929f8209d40f77f4abc622a499c93a83babdbe64',
        },
        fork: false,
      });
    }
  });

  it('finds nothing to compare in any other event, whatever its payload', () => {
    const others = examples.filter(({ name }) => !['pull_request', 'merge_group', 'push'].includes(name));
    expect(others.length).toBeGreaterThan(40);
    for (const { name, examples: events } of others) {
      for (const event of events)
        expect(readEvent(name, event)).toMatchObject({ kind: 'nothing', why: expect.stringContaining(name) });
    }
    expect(readEvent('', undefined).kind).toBe('nothing');
  });

  it('takes a workflow_run after a run on a pull request for the pull request with that head, in a fork or not', () => {
    const [example] = examplesOf('workflow_run');
    const following = (more: object, run: object = {}) => {
      const written = { ...Object(Object(example).workflow_run), event: 'pull_request', ...run };
      return readEvent('workflow_run', { ...Object(example), workflow_run: written, ...more });
    };
    const theirs = { full_name: 'stranger/Hello-World', owner: { login: 'stranger' } };
    const head = { head_sha: 'a'.repeat(40), head_branch: 'topic', head_repository: theirs };
    const found = { kind: 'after-run', head: { sha: 'a'.repeat(40), ref: 'topic' } };
    expect(following({}, head)).toEqual({ ...found, owner: 'stranger', fork: true });
    expect(following({ repository: theirs }, head)).toEqual({ ...found, owner: 'stranger', fork: false });
    expect(following({}, { ...head, event: 'schedule' }).kind).toBe('nothing');
    for (const gone of [{ head_branch: null }, { head_repository: null }, { head_sha: 'HEAD' }])
      expect(following({}, { ...head, ...gone }).kind).toBe('unreadable');
  });

  it('never takes a pull request that it cannot read for nothing to do', () => {
    const broken = [
      undefined,
      null,
      'x',
      [],
      {},
      { pull_request: null },
      pull({ head: { ref: 'x', sha: '$(id)', repo: null } }),
    ];
    for (const payload of broken) expect(readEvent('pull_request', payload).kind).toBe('unreadable');
    expect(readEvent('merge_group', {}).kind).toBe('unreadable');
    expect(readEvent('push', { ref: 'refs/heads/x', before: 'HEAD~1', after: a })).toEqual({
      kind: 'unreadable',
      why: 'the payload of push has no usable before',
    });
  });

  it('knows a fork by its repository, also after that was deleted, and Dependabot by who started the run', () => {
    const fork = (event: object, actor?: string) =>
      readEvent('pull_request', event, actor === undefined ? {} : { actor });
    const stranger = { ref: 'main', sha: b, repo: { full_name: 'stranger/support' } };
    expect(fork(pull())).toMatchObject({ fork: false });
    expect(fork(pull({ head: stranger }))).toMatchObject({ fork: true });
    expect(fork(pull({ head: { ...stranger, repo: null } }))).toMatchObject({ fork: true });
    expect(fork(pull({}, 'dependabot[bot]'))).toMatchObject({ fork: true });
    expect(fork(pull({}, 'dependabot[bot]'), 'ada')).toMatchObject({ fork: false });
    expect(fork(pull(), 'dependabot[bot]')).toMatchObject({ fork: true });
  });

  it('finds the number in a merge group whose base branch looks like a pull request itself', () => {
    const group = (ref: string) =>
      readEvent('merge_group', {
        merge_group: { head_sha: a, head_ref: ref, base_sha: b, base_ref: 'refs/heads/release/pr-3-abc' },
      });
    expect(group(`refs/heads/gh-readonly-queue/release/pr-3-abc/pr-12-${b}`)).toMatchObject({
      number: 12,
      policy: 'release/pr-3-abc',
    });
    expect(group('refs/heads/something-else')).not.toHaveProperty('number');
  });

  it('compares a push with what was there before it, or with base-ref', () => {
    const push = (more: object) => ({ ref: 'refs/heads/topic', before: a, after: b, ...more });
    expect(readEvent('push', push({}))).toMatchObject({ base: { name: a }, head: { sha: b, ref: 'topic' } });
    expect(readEvent('push', push({}), { baseRef: 'main' })).toMatchObject({ base: { name: 'main' } });
    expect(readEvent('push', push({ ref: 'refs/heads/main' }), { baseRef: 'main' })).toMatchObject({
      base: { name: a },
    });
    expect(readEvent('push', push({ before: zero }), { baseRef: 'main' })).toMatchObject({ base: { name: 'main' } });
    expect(readEvent('push', push({ before: zero }))).toMatchObject({
      kind: 'nothing',
      why: expect.stringContaining('base-ref'),
    });
    expect(readEvent('push', push({ after: zero }))).toMatchObject({ kind: 'nothing' });
    const kinds = examplesOf('push').map((event) => readEvent('push', event).kind);
    expect(kinds).toEqual(kinds.map(() => 'nothing'));
  });

  it('compares scheduled and started runs with base-ref, and says so where there is none', () => {
    for (const name of ['schedule', 'workflow_dispatch']) {
      expect(readEvent(name, {}, { sha: a, ref: 'refs/heads/topic', baseRef: 'v1' })).toEqual({
        kind: 'compare',
        base: { name: 'v1', ref: 'v1' },
        head: { sha: a, ref: 'topic' },
        fork: false,
      });
      expect(readEvent(name, {}, { sha: a })).toMatchObject({
        kind: 'nothing',
        why: expect.stringContaining('base-ref'),
      });
      expect(readEvent(name, {}, { baseRef: 'main' }).kind).toBe('unreadable');
    }
  });
});
