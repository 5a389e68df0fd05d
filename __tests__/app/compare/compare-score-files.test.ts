import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ProblemError } from '../../../src/core/problem.ts';
import { type Report, reportSchema } from '../../../src/core/report/report.ts';
import type { Settings } from '../../../src/core/settings/settings.ts';
import { writeComment, writeJson, writeSummary } from '../../../src/reporters/index.ts';
import { compareTexts, compareSettings as settings } from '../../support/compare-texts.ts';
import { whole } from '../../support/whole.ts';
import { writePage } from '../../support/write-page.ts';

type Scores = Readonly<Record<string, readonly (number | boolean | null)[]>>;

function compare(old: object, next: object, more: Partial<Settings> = {}): Report {
  return compareTexts(JSON.stringify(old), JSON.stringify(next), more);
}

/** Scores of `cases` cases, `trials` each. */
function scores(cases: number, trials: number, score: (at: number, trial: number) => number | null = () => 1): Scores {
  return Object.fromEntries(
    Array.from({ length: cases }, (_, at) => [
      `case ${at}`,
      Array.from({ length: trials }, (_nothing, trial) => score(at, trial)),
    ]),
  );
}

function problemsOf(work: () => unknown): string {
  try {
    work();
  } catch (fault) {
    if (fault instanceof ProblemError) return fault.message;
    throw fault;
  }
  return 'none';
}

function rowOf(report: Report) {
  const row = report.prompts[0]?.models[0];
  if (row === undefined) throw new Error('no row');
  return row;
}

describe('comparing two score files', () => {
  test('passes where nothing changed, and says what it would have seen', () => {
    const report = compare(scores(20, 6), scores(20, 6));
    expect(report).toMatchObject({ mode: 'compare', verdict: 'pass', gate: { open: true } });
    expect(rowOf(report).wouldSee?.case).toBe(true);
    expect(report.method).toMatchObject({ sampling: 'fixed', trials: 6 });
  });

  test('names the one case that broke, in counts of passes, and closes the gate', () => {
    const report = compare(
      scores(20, 6),
      scores(20, 6, (at) => (at === 3 ? 0 : 1)),
    );
    expect(report).toMatchObject({ verdict: 'regressed', gate: { open: false } });
    const regressed = rowOf(report).cases.filter(({ state }) => state === 'regressed');
    expect(regressed).toMatchObject([{ id: 'case 3', old: { passes: 6, of: 6 }, new: { passes: 0, of: 6 } }]);
    expect(writeComment(report, '')).toContain('6/6 → 0/6');
  });

  test('finds a graded drop of all cases', () => {
    const graded = (base: number) => scores(20, 5, (at, trial) => base + ((at * 7 + trial * 3) % 10) / 50);
    const report = compare(graded(0.7), graded(0.4));
    expect(report.verdict).toBe('regressed');
    expect(rowOf(report).passRate).toEqual({ old: null, new: null });
    expect(rowOf(report).score.delta).toBeCloseTo(-0.3);
  });

  test('says of one case that surely fell how far it did, and never that nothing is proven of it', () => {
    const steady = { moved: Array(6).fill(0.9), low: Array(6).fill(0.4), high: Array(6).fill(1) };
    const more = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`other ${at}`, Array(6).fill(0.8)]));
    const told = (after: number, beside: object = more) => {
      const report = compare({ ...steady, ...beside }, { ...steady, ...beside, moved: Array(6).fill(after) });
      return [report.verdict, writeComment(report, '').split('\n').slice(0, 3).join(' ')];
    };
    expect(told(0.89)).toEqual(['pass', expect.stringContaining('Worse, within the tolerance: ')]);
    expect(told(0.8)).toEqual(['inconclusive', expect.stringContaining('Probably worse: `moved` fell by 10 points')]);
    const [verdict, headline] = told(0.6, {});
    expect([verdict, headline]).toEqual([
      'regressed',
      expect.stringMatching(
        /the score on `the model` fell: 0\.77 → 0\.67 {2}`new\.json` · 1 case got worse, by less than half: `moved`\./,
      ),
    ]);
  });

  test('is inconclusive where one trial a case could show nothing, and says how many would', () => {
    const report = compare(scores(5, 1), scores(5, 1));
    expect(report.verdict).toBe('inconclusive');
    expect(rowOf(report).wouldSee?.blind).toMatchObject({ trials: 1, trialsNeeded: expect.any(Number) });
  });

  test('never takes a missing score for 0: too many make it invalid, in the words of the file', () => {
    const report = compare(
      scores(10, 5),
      scores(10, 5, (_, trial) => (trial < 2 ? null : 1)),
    );
    expect(report).toMatchObject({ verdict: 'invalid', gate: { open: false } });
    expect(rowOf(report)).toMatchObject({ score: { new: 1 }, missing: { new: { missing: 20, of: 50 } } });
    const lost = rowOf(report).cases[0]?.replies.find(({ side, score }) => side === 'new' && score === undefined);
    expect(lost?.error).toEqual({ reason: 'unscored', message: 'the file has null for it' });
  });

  test('reads as many trials as both files have, and says so', () => {
    const report = compare(scores(4, 5), scores(4, 3));
    expect(rowOf(report).cases[0]).toMatchObject({ old: { of: 3 }, new: { of: 3 } });
    expect(report.prompts[0]?.notes[0]).toContain('5 trials in the old file and 3 in the new');
    expect(report.prompts[0]?.notes[0]).toContain('3 more cases');
  });

  test('shows new cases untested, and is no pass where the new file lost cases', () => {
    const old = { ...scores(6, 6), gone: [1, 1, 1] };
    const next = { ...scores(6, 6), 'brand new': [0, 0, null] };
    const report = compare(old, next);
    expect([report.verdict, report.gate.open]).toEqual(['invalid', false]);
    expect(report.problems).toMatchObject([{ reason: 'files', what: expect.stringContaining('`gone`') }]);
    expect(report.prompts[0]?.verdict).toBe('pass');
    expect(report.prompts[0]?.casesChanged).toMatchObject({ added: ['brand new'], removed: ['gone'] });
    const added = rowOf(report).cases.find(({ id }) => id === 'brand new');
    expect(added).toMatchObject({ family: 'added', p: null, old: { of: 0 }, new: { of: 2, missing: 1 } });
    expect(rowOf(report).score).toMatchObject({ old: 1, new: 1 });
  });

  test('refuses files that share no case, row for row', () => {
    expect(problemsOf(() => compare({ a: [1] }, { b: [1] }))).toContain('no case that is in both files');
    // A report's rows and bare scores have no name in common: what is not compared must not pass.
    const named = { gpt: { a: [1, 1] }, mini: { a: [1, 1] } };
    expect(problemsOf(() => compare(named, { a: [1, 1] }))).toContain('nothing in common');
    const rows = (two: string) => ({ m1: { a: [1, 1] }, m2: { [two]: [1, 1] } });
    expect(problemsOf(() => compare(rows('a'), rows('b')))).toContain('(m2) has no case that is in both files');
  });

  test('tells what is wrong in both files at once', () => {
    const told = problemsOf(() => compare({ a: [2] }, { a: [-1] }));
    expect(told).toContain('old.json:1');
    expect(told).toContain('new.json:1');
  });

  test('pairs rows by name, single ones whatever their name, and notes what has no partner', () => {
    const one = compare({ older: scores(6, 6) }, { clerk: scores(6, 6) });
    expect(rowOf(one)).toMatchObject({ id: 'older → clerk', model: { old: 'older', new: 'clerk' } });
    const three = compare(
      { a: scores(6, 6), b: scores(6, 6), c: scores(6, 6) },
      { b: scores(6, 6, () => 0), d: scores(6, 6), a: scores(6, 6), e: scores(6, 6) },
    );
    const rows = three.prompts[0]?.models ?? [];
    expect(rows.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['b', 'regressed'],
      ['a', 'pass'],
      ['d', 'pass'],
      ['e', 'pass'],
    ]);
    expect(rows[2]?.score).toMatchObject({ old: null, new: 1, p: null });
    expect(three.prompts[0]?.notes).toEqual([
      'The row `c` is only in old.json: not compared.',
      'The row `d` is only in new.json: shown, not compared.',
      'The row `e` is only in new.json: shown, not compared.',
    ]);
  });

  test('obeys the gate of the settings', () => {
    const broken = scores(20, 6, (at) => (at === 3 ? 0 : 1));
    const warn = { ...settings.gate, cases: 'warn', tolerance: 0.2 } as const;
    expect(compare(scores(20, 6), broken, { gate: warn }).verdict).not.toBe('regressed');
    const least = { ...settings.gate, minScore: 0.9 };
    const low = scores(20, 6, (at) => (at < 4 ? 0 : 1));
    expect(compare(low, low, { gate: least })).toMatchObject({ verdict: 'regressed' });
    expect(compare(scores(20, 6), broken, { failOn: [] })).toMatchObject({
      verdict: 'regressed',
      gate: { open: true },
    });
  });

  test('says of a gated metric that nothing measures that it gates nothing', () => {
    const metrics = { breif: { tolerance: 0.05 } };
    const promptfoo = readFileSync(new URL('../../../fixtures/score-files/promptfoo.json', import.meta.url), 'utf8');
    const noted = (named: Settings['gate']['metrics']) =>
      compareTexts(promptfoo, promptfoo, { gate: { ...settings.gate, metrics: named } }).notes.filter((note) =>
        note.includes('gate.metrics'),
      );
    expect(noted(metrics)).toEqual([expect.stringContaining('`breif`, which no check asked here is called')]);
    expect(noted({ brief: { tolerance: 0.05 } })).toEqual([]);
  });

  test('keeps replies that a saved report asked of unsteady cases alone out of the means, and in the case’s own test', () => {
    const table = (scored: readonly (readonly number[])[]) => compareTexts(tableOf(scored), tableOf(scored), {}, 'csv');
    const tableOf = (scored: readonly (readonly number[])[]) =>
      `case,score\n${scored.flatMap((held, at) => held.map((score) => `c${at},${score}`)).join('\n')}\n`;
    const few = Array.from({ length: 9 }, () => [1]);
    const was = whole(writeJson(table([[1, 1, 1, 1, 1, 1], ...few])));
    const is = whole(writeJson(table([[0, 0, 0, 0, 0, 1], ...few])));
    const row = rowOf(compareTexts(was, is));
    expect(row.score.delta).toBeCloseTo(-0.1, 12);
    expect(row.cases[0]).toMatchObject({ old: { passes: 6, of: 6 }, new: { passes: 1, of: 6 } });
    expect(row.cases[0]?.p).toBeCloseTo(1 / 84, 9);
  });

  test('gives each of several prompts its part of alpha', () => {
    const table = (lines: readonly string[]) => `prompt,case,score\n${lines.join('\n')}\n`;
    const lines = ['p', 'q'].flatMap((prompt) => Array.from({ length: 24 }, (_, at) => `${prompt},c${at % 4},1`));
    const report = compareTexts(table(lines), table(lines), {}, 'csv');
    expect(report.prompts.map(({ path, level }) => [path, level])).toEqual([
      ['p', 0.975],
      ['q', 0.975],
    ]);
  });

  test('names a prompt of promptfoo on one line, and finds nothing between a file and itself', () => {
    const promptfoo = readFileSync(new URL('../../../fixtures/score-files/promptfoo.json', import.meta.url), 'utf8');
    const report = compareTexts(promptfoo, promptfoo);
    expect(report.prompts[0]?.path).toBe("You are the shop's clerk. ⏎ Answer: {{question}}");
    expect(report.prompts[0]?.models.map(({ score }) => score.delta)).toEqual([0, 0]);
  });

  test('makes a report that the schema takes, every reporter shows and another comparison reads', () => {
    const first = compare(
      scores(8, 6),
      scores(8, 6, (at, trial) => (at === 2 ? 0 : at === 5 ? trial % 2 : trial === 5 ? null : 1)),
    );
    const saved = whole(writeJson(first));
    expect(reportSchema.parse(JSON.parse(saved)).verdict).toBe(first.verdict);
    expect(writePage(first)).toContain('case 2');
    expect(writeSummary(first)).toContain('new.json');
    const again = compareTexts(saved, saved);
    expect(again.verdict).not.toBe('regressed');
    expect(rowOf(again).score.old).toBeCloseTo(rowOf(first).score.new ?? -1, 12);
    expect(rowOf(again).missing.old).toEqual(rowOf(first).missing.new);
    expect(rowOf(compareTexts(JSON.stringify(scores(8, 6)), saved)).cases[2]?.state).toBe('regressed');
  });

  test('has one fingerprint for the same files and gate, another for any other', () => {
    const print = (next: Scores, more: Partial<Settings> = {}) => compare(scores(4, 4), next, more).fingerprint;
    const same = print(scores(4, 4));
    expect(print(scores(4, 4))).toBe(same);
    expect(print(scores(4, 4, () => 0))).not.toBe(same);
    expect(print(scores(4, 4), { gate: { ...settings.gate, tolerance: 0.1 } })).not.toBe(same);
  });
});
