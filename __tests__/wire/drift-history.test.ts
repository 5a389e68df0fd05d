import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultInputs, defaultSettings } from '../../src/app/review/read-settings.ts';
import { connectGitHub } from '../../src/hosts/github/connect-github.ts';
import { systemClock } from '../../src/providers/system-clock.ts';
import { openDriftHistory } from '../../src/wire/drift-history.ts';

let workspace = '';
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'promptgate-history-'));
});
afterEach(() => rmSync(workspace, { recursive: true }));

function open(event: { readonly name: string; readonly payload: unknown }, ref: string) {
  const { signal } = new AbortController();
  const connection = connectGitHub({ token: 't', apiUrl: 'http://127.0.0.1:9', repository: 'acme/shop', signal });
  const run = { id: 1, attempt: 1 };
  const place = { workspace, connection, clock: systemClock, event, ref, run };
  return openDriftHistory({ history: 'seen.ndjson', 'github-token': 't' }, place);
}

function historyOn(ref: string) {
  const event = { name: 'workflow_dispatch', payload: { repository: { default_branch: 'main' } } };
  return open(event, ref).openDriftHistory(defaultSettings(defaultInputs()));
}

test('a run of another branch with a history in a file says that nobody is told what it finds', async () => {
  const { untold, notKept } = historyOn('refs/heads/feature');
  expect(untold).toBe(
    'No alert is sent and no issue is written by this run: it is of refs/heads/feature, and the default branch is main. Both are the default branch’s alone.',
  );
  expect(notKept).toBeUndefined();
  expect(historyOn('refs/heads/main').untold).toBeUndefined();
});

const ours = { repository: { full_name: 'acme/shop', default_branch: 'main' } };
const followed = (event: string, from: string) => ({
  ...ours,
  workflow_run: { event, head_repository: { full_name: from } },
});

test.each([
  ['pull_request_target', ours],
  ['merge_group', ours],
  ['issue_comment', { ...ours, issue: { pull_request: { url: 'x' } } }],
  ['workflow_run', followed('pull_request', 'eve/shop')],
  ['workflow_run', followed('push', 'eve/shop')],
  ['workflow_run', followed('workflow_run', 'acme/shop')],
  ['workflow_run', ours],
])('a run of %s that anybody may start watches nothing, though its ref is the default branch', (name, payload) => {
  const opened = open({ name, payload }, 'refs/heads/main');
  expect(opened).toMatchObject({ elsewhere: true, ofPull: expect.any(String) });
  expect(() => opened.openDriftHistory(defaultSettings(defaultInputs()))).toThrow(/this run is not its own: /u);
});

test.each([
  ['schedule', {}],
  ['issue_comment', { ...ours, issue: {} }],
  ['workflow_run', followed('push', 'acme/shop')],
])('a run of %s on the default branch is its own', (name, payload) => {
  expect(open({ name, payload }, 'refs/heads/main')).toMatchObject({ elsewhere: false });
});
