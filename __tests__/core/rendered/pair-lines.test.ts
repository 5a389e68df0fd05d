import { describe, expect, it } from 'vitest';
import { rowsOfLines } from '../../../src/core/design/rows-of-lines.ts';
import { findUnfollowed } from '../../../src/core/detect/find-unfollowed.ts';
import { compareExams } from '../../../src/core/exam/compare-exams.ts';
import type { Prompt } from '../../../src/core/prompt.ts';
import type { PromptChange } from '../../../src/core/prompt-change.ts';
import { pairLines } from '../../../src/core/rendered/pair-lines.ts';
import { aCase, aCheck } from '../../support/golden-case.ts';

const path = 'prompts/a.rendered.jsonl';

function snapshot(ids: readonly string[], models: Readonly<Record<string, string>> = {}): Prompt {
  const lines = ids.map((id) => {
    const model = models[id];
    const messages = [{ role: 'user', content: id }] as const;
    return [id, { messages, params: {}, ...(model !== undefined && { model }) }] as const;
  });
  return {
    ...{ path, format: 'rendered snapshot', messages: [], rendered: new Map(lines), engine: 'none', params: {} },
    ...{ open: { engine: false, role: false }, defaults: {}, variables: [], refersTo: [], notes: [] },
  };
}

const golden = (ids: readonly string[]) =>
  ids.map((id) => aCase({ id, vars: {}, checks: [aCheck({ kind: 'contains', argument: id })] }));

function change(old: readonly string[] | undefined, next: readonly string[]): PromptChange {
  const sides = { ...(old !== undefined && { old: snapshot(old) }), next: snapshot(next) };
  const exam = compareExams({ base: golden(old ?? []), head: golden(next), policy: 'ratchet', ...sides });
  return { path, change: 'modified', ...(sides.old && { old: sides.old }), new: sides.next, exam, diff: '', notes: [] };
}

const keys = (one: PromptChange | undefined) => one?.exam.cases.map(({ key }) => key);

describe('the lines of a snapshot', () => {
  it('are compared where both sides have one; a new one is shown apart, and a lost one is told', () => {
    const { changes, gone } = pairLines(change(['a', 'b', 'c'], ['b', 'c', 'd']));
    expect(changes.map((one) => [one.path, one.change, one.old !== undefined, keys(one)])).toEqual([
      [path, 'modified', true, ['b', 'c']],
      [`${path}#added`, 'added', false, ['d']],
    ]);
    expect(gone).toEqual(['a']);
  });

  it('under another id are no renamed case, though no variable tells them apart', () => {
    expect(change(['a'], ['b']).exam.changed).toMatchObject({ added: ['b'], removed: ['a'] });
  });

  it('are all new where the snapshot is, and all compared where nothing came or went', () => {
    const added = change(undefined, ['a']);
    expect(pairLines(added)).toEqual({ changes: [added], gone: [] });
    const same = change(['a'], ['a']);
    expect(pairLines(same)).toEqual({ changes: [same], gone: [] });
  });

  it('have rows by the models that they name, and one that no rule allows is told once', () => {
    const whole = { ...change(['a', 'b', 'c'], ['a', 'b', 'c']) };
    const sides = { old: snapshot(['a', 'b', 'c'], { a: 'm', b: 'm', c: 'm' }) };
    const next = snapshot(['a', 'b', 'c'], { a: 'm', b: 'x', c: 'x' });
    const resolve = (model: string) => ({ provider: 'default', model });
    const { rows, rowOf, problems } = rowsOfLines({ ...whole, ...sides, new: next }, { models: [], resolve });
    expect([rows.map(({ id }) => id), problems]).toEqual([['m', 'm → x'], []]);
    const [first, second] = rows;
    if (first === undefined || second === undefined) throw new Error('two rows');
    expect([rowOf({ id: 'a' }, first)?.id, rowOf({ id: 'a' }, second), rowOf({ id: 'b' }, second)?.id]).toEqual([
      'm',
      undefined,
      'm → x',
    ]);
    const held = rowsOfLines({ ...whole, ...sides, new: next }, { models: [], allowedModels: ['m'], resolve });
    expect(held.problems).toHaveLength(1);
  });
});

describe('watched code', () => {
  const settings = { watch: [{ paths: ['src/**', '!src/tests/**'] }], promptGlobs: ['**/*.rendered.jsonl'] };
  const found = (changed: readonly string[], fresh: readonly string[] = [], watch = settings.watch) =>
    findUnfollowed(changed, [path, 'b.rendered.jsonl', 'src/a.py'], { ...settings, watch }, new Set(fresh)).map(
      (one) => `${one.path} ${one.why}`,
    );

  it('makes the snapshots that did not follow unreviewed', () => {
    expect(found(['src/a.py'])).toEqual([`${path} not-rendered`, 'b.rendered.jsonl not-rendered']);
    expect(found(['src/a.py', path], ['b.rendered.jsonl'])).toEqual([]);
    expect(found(['src/tests/a.py'])).toEqual([]);
    expect(found(['src/a.py'], [], [{ paths: ['src/**'], ...{ for: ['b.*'] } }])).toEqual([
      'b.rendered.jsonl not-rendered',
    ]);
  });

  it('is itself unreviewed where none shows what it renders', () => {
    expect(found(['src/a.py'], [], [{ paths: ['src/**'], ...{ for: ['c.*'] } }])).toEqual(['src/a.py no-snapshot']);
  });
});
