import { describe, expect, it } from 'vitest';
import { findStale } from '../../../src/app/reading/find-stale.ts';
import { openRevisions } from '../../../src/app/reading/revision-files.ts';
import { type Files, twoRevisions } from '../../support/two-revisions.ts';

const path = 'prompts/answer.rendered.jsonl';
const line = (content: string) => JSON.stringify({ id: 'late', messages: [{ role: 'user', content }] });
const settings = { watch: [{ paths: ['src/**'] }], promptGlobs: ['**/*.rendered.jsonl'] };

/** The snapshots that did not follow an edit of the code. */
async function staleAfter(head: Files, renames: Readonly<Record<string, string>> = {}) {
  const base = { 'src/a.py': 'one', [path]: line('Why?') };
  const { host, pull, changed } = twoRevisions(base, { 'src/a.py': 'two', ...head }, renames);
  const { files } = await openRevisions(host, pull, false);
  return (await findStale(changed, settings, files, new Set())).map((one) => one.path);
}

describe('a snapshot beside code that changed', () => {
  it('followed where its requests changed, and where it cannot be read is told by what reads it', async () => {
    for (const text of [line('How?'), 'broken']) expect(await staleAfter({ [path]: text })).toEqual([]);
  });

  it('did not follow where it is only written otherwise, or moved', async () => {
    expect(await staleAfter({ [path]: line('Why?').replaceAll(':', ': ').concat('\n\n') })).toEqual([path]);
    const moved = 'prompts/b.rendered.jsonl';
    expect(await staleAfter({ [moved]: line('Why?') }, { [moved]: path })).toEqual([moved]);
  });
});
