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

function historyOn(ref: string) {
  const { signal } = new AbortController();
  const connection = connectGitHub({ token: 't', apiUrl: 'http://127.0.0.1:9', repository: 'acme/shop', signal });
  const event = { name: 'workflow_dispatch', payload: { repository: { default_branch: 'main' } } };
  const run = { id: 1, attempt: 1 };
  const place = { workspace, connection, clock: systemClock, event, ref, run };
  return openDriftHistory({ history: 'seen.ndjson', 'github-token': 't' }, place).openDriftHistory(
    defaultSettings(defaultInputs()),
  );
}

test('a run of another branch with a history in a file says that nobody is told what it finds', async () => {
  const { untold, notKept } = historyOn('refs/heads/feature');
  expect(untold).toBe(
    'No alert is sent and no issue is written by this run: it is of refs/heads/feature, and the default branch is main. Both are the default branch’s alone.',
  );
  expect(notKept).toBeUndefined();
  expect(historyOn('refs/heads/main').untold).toBeUndefined();
});
