import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PullRequest } from '../../src/core/pull-request.ts';
import { writeManifest } from '../../src/core/rendered/handed-over.ts';
import { openHandedOver } from '../../src/wire/open-handed-over.ts';

const path = 'prompts/answer.rendered.jsonl';
const [base, head] = ['b'.repeat(40), 'a'.repeat(40)];
const revision = (sha: string) => ({ sha, ref: '' });
const pull: PullRequest = { base: revision(base), head: revision(head), tip: revision(base), fork: false };
const ownRun = { id: '42/1', url: '' };

describe('snapshots that jobs hand over', () => {
  let workspace: string;

  beforeEach(() => {
    workspace = mkdtempSync(join(tmpdir(), 'promptgate-handed-'));
  });
  afterEach(() => rmSync(workspace, { recursive: true, force: true }));

  /** Writes what a job of a run rendered at a commit. */
  function render(side: 'old' | 'new', commit: string, run: string): void {
    const folder = join(workspace, side);
    mkdirSync(join(folder, 'prompts'), { recursive: true });
    writeFileSync(join(folder, 'promptgate-snapshot.json'), writeManifest({ commit, run, files: [path] }));
    writeFileSync(join(folder, path), '{"id": "late", "messages": [{"role": "user", "content": "Why?"}]}\n');
  }
  const told = async (privileged: boolean) => {
    const inputs = { 'rendered-old': 'old', 'rendered-new': 'new' };
    return openHandedOver(inputs, { workspace, run: ownRun }, privileged)?.handedOver(pull);
  };

  it('show what the code renders, unless the run has secrets that the pull request’s own has not', async () => {
    render('old', base, '42');
    render('new', head, '41');
    expect([...((await told(false))?.fresh ?? [])]).toEqual([path]);
    const after = await told(true);
    expect([[...(after?.fresh ?? [])], after?.notes]).toEqual([[], [expect.stringContaining('in workflow run 41')]]);
  });

  it('are refused in a run with secrets where code of the pull request could have made the old side', async () => {
    render('new', head, '42');
    render('old', base, '42');
    await expect(told(true)).rejects.toThrow('could have made `rendered-old`');
    render('new', head, '41');
    render('old', base, '41');
    await expect(told(true)).rejects.toThrow('not rendered in this workflow run');
    await expect(told(false)).resolves.toBeDefined();
  });
});
