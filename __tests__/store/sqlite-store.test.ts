import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callFor } from '../../src/core/call.ts';
import type { Clock } from '../../src/core/ports.ts';
import { ProblemError } from '../../src/core/problem.ts';
import { createRowSeal } from '../../src/store/row-seal.ts';
import { openSqliteStore } from '../../src/store/sqlite-store.ts';
import { answerOf, requestOf } from '../support/model-answers.ts';

let folder: string;
let path: string;
let now = 1_000;
const clock: Clock = { now: () => now, monotonic: () => now, sleep: async () => {} };
const call = (text: string, trial = 0) => callFor(requestOf(text), trial, 'reply');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'promptgate-store-'));
  path = join(folder, 'deep', 'replies.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the store', () => {
  it('gives back what was kept, whole, after it was closed and opened again', async () => {
    const answer = answerOf('one\u0000two “three” 🎈', {
      toolCalls: [{ name: 'look', arguments: '{"a":1}' }],
      billedUsd: 0.25,
      vectors: [[0.5, -1e-9]],
      adapted: { max_tokens: 'max_completion_tokens', temperature: null },
    });
    const store = openSqliteStore(path, clock);
    await store.keep(call('a'), answer);
    store.close();
    const again = openSqliteStore(path, clock);
    expect(again.find(call('a').id)).toEqual(answer);
    expect(again.text(call('a').id)).toBe(answer.text);
    expect(again.find(call('a', 1).id)).toBeUndefined();
    expect(again.notes).toEqual([]);
    again.close();
  });

  it('has on the disk what was kept before the promise is fulfilled, without being closed', async () => {
    const store = openSqliteStore(path, clock);
    await Promise.all(Array.from({ length: 50 }, (_, trial) => store.keep(call('a', trial), answerOf(`${trial}`))));
    const other = openSqliteStore(path, clock);
    expect(other.text(call('a', 49).id)).toBe('49');
    other.close();
    store.close();
  });

  it('believes no row that its key did not sign, nor one moved to another call', async () => {
    const seal = (byte: number) => createRowSeal(new Uint8Array(32).fill(byte));
    const store = openSqliteStore(path, clock, seal(1));
    for (const text of ['a', 'b', 'c', 'd']) await store.keep(call(text), answerOf(text));
    await store.share(call('c'), call('e'));
    await store.share(call('c'), call('f'));
    store.close();
    const database = new DatabaseSync(path);
    const signed = database.prepare('select answer, seal from replies where call = ?').get(call('b').id);
    database
      .prepare('update replies set answer = ?, seal = ? where call = ?')
      .run(String(signed?.['answer']), String(signed?.['seal']), call('a').id);
    database.prepare("update replies set seal = '' where call = ?").run(call('d').id);
    database.prepare('update shared set answered_by = ? where call = ?').run(call('b').id, call('f').id);
    database.close();
    const again = openSqliteStore(path, clock, seal(1));
    const found = ['a', 'b', 'c', 'd', 'e', 'f'].map((text) => again.text(call(text).id));
    expect(found).toEqual([undefined, 'b', 'c', undefined, 'c', undefined]);
    await again.keep(call('f'), answerOf('f anew'));
    expect(again.text(call('f').id)).toBe('f anew');
    again.close();
    const other = openSqliteStore(path, clock, seal(2));
    expect(other.text(call('b').id)).toBeUndefined();
    other.close();
  });

  it('asks again what a row does not hold as it was written', async () => {
    const store = openSqliteStore(path, clock);
    for (const text of ['a', 'b', 'c']) await store.keep(call(text), answerOf(text));
    store.close();
    const database = new DatabaseSync(path);
    for (const [text, written] of [
      ['a', '{'],
      ['b', '{"text":7}'],
    ] as const)
      database.prepare('update replies set answer = ? where call = ?').run(written, call(text).id);
    database.close();
    const again = openSqliteStore(path, clock);
    expect(['a', 'b', 'c'].map((text) => again.text(call(text).id))).toEqual([undefined, undefined, 'c']);
    again.close();
  });

  it('replaces an answer that is kept again', async () => {
    const store = openSqliteStore(':memory:', clock);
    await store.keep(call('a'), answerOf('first'));
    await store.keep(call('a'), answerOf('second'));
    expect(store.text(call('a').id)).toBe('second');
    store.close();
  });

  it('leaves in place what the disk alone refuses, and says which file', () => {
    mkdirSync(path, { recursive: true });
    expect(() => openSqliteStore(path, clock)).toThrow(ProblemError);
    expect(() => openSqliteStore(path, clock)).toThrow(/The store .*replies\.sqlite cannot be written: /u);
    expect(readdirSync(join(folder, 'deep'))).toEqual(['replies.sqlite']);
  });

  it.skipIf(process.platform === 'win32')('of a full disk loses nothing, and is not set aside', () => {
    const program = `
      import { openSqliteStore } from ${JSON.stringify(join(import.meta.dirname, '../../src/store/sqlite-store.ts'))};
      const [path, count] = process.argv.slice(-2);
      const clock = { now: () => 1, monotonic: () => 1, sleep: async () => {} };
      const store = openSqliteStore(path, clock);
      let kept = 0;
      for (let at = 0; at < Number(count); at++) {
        const call = { id: 'c' + at, request: {}, trial: 0, purpose: 'reply' };
        const answer = { text: 'x'.repeat(4000), toolCalls: [], usage: {}, finishReason: 'stop', servedModel: 'm', servedBy: 'd', latencyMs: 1, at: 1 };
        try { await store.keep(call, answer); kept++; } catch (error) { console.log(error.name, error.message); break; }
      }
      store.close();
      console.log(kept, store.notes.length);`;
    const run = (limit: string, count: number) =>
      execFileSync(
        'bash',
        [
          '-c',
          `ulimit -f ${limit}; exec "$0" --input-type=module -e "$1" "$2" "$3"`,
          process.execPath,
          program,
          path,
          `${count}`,
        ],
        { encoding: 'utf8' },
      );
    const [problem = '', told = ''] = run('300', 500).trim().split('\n');
    expect(problem).toMatch(/^ProblemError The store .*replies\.sqlite cannot be written: .*Make room/u);
    const kept = Number(told.split(' ')[0]);
    expect(kept).toBeGreaterThan(5);
    const store = openSqliteStore(path, clock);
    expect(store.notes).toEqual([]);
    expect(Array.from({ length: kept }, (_, at) => store.find(`c${at}`)).every((found) => found !== undefined)).toBe(
      true,
    );
    store.close();
    expect(readdirSync(join(folder, 'deep')).filter((name) => name.includes('aside'))).toEqual([]);
  });

  it.each([
    ['of noise', Buffer.from('this is no database at all, but long enough to be taken for one'.repeat(100))],
    ['cut in the middle', 'cut'],
    ['with a page overwritten', 'overwritten'],
  ] as const)('sets a file %s aside, says so, and begins a new one', async (_, damage) => {
    const store = openSqliteStore(path, clock);
    for (let trial = 0; trial < 40; trial += 1) await store.keep(call('a', trial), answerOf('word '.repeat(500)));
    store.close();
    const bytes = readFileSync(path);
    const damaged =
      damage === 'cut'
        ? bytes.subarray(0, bytes.length / 2)
        : damage === 'overwritten'
          ? Buffer.concat([bytes.subarray(0, 8192), Buffer.alloc(8192, 7), bytes.subarray(16384)])
          : damage;
    writeFileSync(path, damaged);

    const again = openSqliteStore(path, clock);
    expect(again.notes).toHaveLength(1);
    expect(again.notes[0]).toContain(`${path}.aside-1000`);
    await again.keep(call('b'), answerOf('new'));
    expect(again.text(call('b').id)).toBe('new');
    again.close();
    const aside = readdirSync(join(folder, 'deep')).find(
      (name) => name.includes('aside') && !/-(?:wal|shm)$/u.test(name),
    );
    expect(readFileSync(join(folder, 'deep', aside ?? ''))).toEqual(Buffer.from(damaged));
  });

  it('sets a file of another version aside and names both versions', () => {
    openSqliteStore(path, clock).close();
    const database = new DatabaseSync(path);
    database.exec('pragma user_version = 99');
    database.close();
    const store = openSqliteStore(path, clock);
    expect(store.notes[0]).toContain('version 99');
    store.close();
    expect(existsSync(`${path}.aside-1000`)).toBe(true);
    // A second time at the same moment must not overwrite the first.
    const newer = new DatabaseSync(path);
    newer.exec('pragma user_version = 100');
    newer.close();
    openSqliteStore(path, clock).close();
    expect(existsSync(`${path}.aside-1000-1`)).toBe(true);
  });

  it('drops the least recently used until it fits, and keeps what was used', async () => {
    const store = openSqliteStore(path, clock);
    for (let trial = 0; trial < 1500; trial += 1) {
      now = 2_000 + trial;
      void store.keep(call('a', trial), answerOf('word '.repeat(200)));
    }
    await store.keep(call('last'), answerOf('last'));
    now = 10_000;
    expect(store.find(call('a', 0).id)).toBeDefined();
    const gone = store.prune(1_000_000);
    expect(gone).toBeGreaterThanOrEqual(500);
    expect(store.find(call('a', 0).id)).toBeDefined();
    expect(store.find(call('a', 1).id)).toBeUndefined();
    expect(store.find(call('last').id)).toBeDefined();
    store.close();
    expect(statSync(path).size).toBeLessThanOrEqual(1_000_000);
  });

  it('prunes nothing that fits, and everything where nothing may stay', async () => {
    const store = openSqliteStore(path, clock);
    await store.keep(call('a'), answerOf('a'));
    expect(store.prune(50_000_000)).toBe(0);
    expect(store.prune(0)).toBe(1);
    expect(store.find(call('a').id)).toBeUndefined();
    store.close();
  });

  it('leaves the main file alone whole once it was checkpointed and closed', async () => {
    const store = openSqliteStore(path, clock);
    await store.keep(call('a'), answerOf('a'));
    store.checkpoint();
    store.close();
    expect(existsSync(`${path}-wal`) ? statSync(`${path}-wal`).size : 0).toBe(0);
    const copy = join(folder, 'copy.sqlite');
    writeFileSync(copy, readFileSync(path));
    const opened = openSqliteStore(copy, clock);
    expect(opened.text(call('a').id)).toBe('a');
    opened.close();
    expect(() => opened.close()).not.toThrow();
  });

  it('keeps comparisons whole by their key, and runs newest first', () => {
    const store = openSqliteStore(path, clock);
    const comparison = { key: 'k', fingerprint: 'f', json: '{"verdict":"pass"}', at: 5 };
    store.keepComparison(comparison);
    store.keepComparison({ ...comparison, json: '{"verdict":"regressed"}' });
    expect(store.findComparison('k')).toEqual({ ...comparison, json: '{"verdict":"regressed"}' });
    expect(store.findComparison('other')).toBeUndefined();
    store.keepRun(1, '"first"');
    store.keepRun(2, '"second"');
    expect(store.runs(1)).toEqual([{ at: 2, json: '"second"' }]);
    store.close();
  });

  it('lets two runs write to one file', async () => {
    const one = openSqliteStore(path, clock);
    const two = openSqliteStore(path, clock);
    await Promise.all([one.keep(call('a'), answerOf('a')), two.keep(call('b'), answerOf('b'))]);
    expect(one.text(call('b').id)).toBe('b');
    one.close();
    two.close();
  });

  it('says that a kept answer is lost where it cannot be written', async () => {
    const store = openSqliteStore(path, clock);
    const keeping = store.keep(call('a'), answerOf('a'));
    const other = new DatabaseSync(path);
    other.exec('drop table replies');
    other.close();
    await expect(keeping).rejects.toThrow(/no such table/u);
  });

  it('keeps scores by case and request, and tells those of other comparisons alone', async () => {
    const store = openSqliteStore(path, clock);
    const row = (comparison: string, request: string, scores: readonly number[]) => ({
      cell: 'refund on cheap',
      comparison,
      request,
      scores,
    });
    await store.keepScores([row('first', 'old', [1, 1]), row('first', 'new', [0]), row('second', 'old', [1])], 5);
    await store.keepScores([row('second', 'old', [0.5])], 6);
    store.close();
    const again = openSqliteStore(path, clock);
    expect(again.scores('refund on cheap', 'third')).toEqual([[1, 1, 0.5], [0]]);
    expect(again.scores('refund on cheap', 'first')).toEqual([[0.5]]);
    expect(again.scores('another', 'third')).toEqual([]);
    again.close();
  });

  it('keeps one row for each version of a prompt, at its latest place, the latest fifty, and believes none that it did not sign', async () => {
    const seal = createRowSeal(new Uint8Array(32).fill(1));
    const store = openSqliteStore(path, clock, seal);
    const figures = { sha: 'a1', score: 0.5, passRate: null, usd: 0.001, length: 120 };
    const row = (version: string, at: number) => ({ line: 'order on cheap', version, at, ...figures });
    await store.keepVersions([row('first', 1), row('second', 2)]);
    await store.keepVersions([{ ...row('first', 3), score: 0.75 }]);
    expect(store.versions('order on cheap')).toEqual([
      { version: 'second', at: 2, ...figures },
      { version: 'first', at: 3, ...figures, score: 0.75 },
    ]);
    expect(store.versions('order on strong')).toEqual([]);
    await store.keepVersions(Array.from({ length: 60 }, (_, at) => row(`v${at}`, 10 + at)));
    expect(store.versions('order on cheap')).toHaveLength(50);
    expect(store.versions('order on cheap')[0]?.version).toBe('v10');
    store.close();
    const direct = new DatabaseSync(path);
    direct.exec(`update versions set figures = replace(figures, '0.5', '0.9') where version = 'v59'`);
    direct.exec(`update versions set at = 1000 where version = 'v58'`);
    direct.close();
    const again = openSqliteStore(path, clock, seal);
    expect(
      again
        .versions('order on cheap')
        .map(({ version }) => version)
        .slice(-1),
    ).toEqual(['v57']);
    again.close();
    const other = openSqliteStore(path, clock, createRowSeal(new Uint8Array(32).fill(2)));
    expect(other.versions('order on cheap')).toEqual([]);
    other.close();
  });

  it('keeps the latest requests of a case, and believes no scores that it did not sign', async () => {
    const seal = createRowSeal(new Uint8Array(32).fill(1));
    const store = openSqliteStore(path, clock, seal);
    for (let at = 0; at < 30; at++)
      await store.keepScores([{ cell: 'c', comparison: `${at}`, request: `${at}`, scores: [at / 100] }], at);
    expect(store.scores('c', 'none')).toHaveLength(24);
    expect(store.scores('c', 'none')[0]).toEqual([0.06]);
    store.close();
    const other = openSqliteStore(path, clock, createRowSeal(new Uint8Array(32).fill(2)));
    expect(other.scores('c', 'none')).toEqual([]);
    other.close();
  });
});
