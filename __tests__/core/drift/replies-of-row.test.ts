import { describe, expect, test } from 'vitest';
import type { DriftRun } from '../../../src/core/drift/drift-line.ts';
import type { DriftRow } from '../../../src/core/drift/drift-report.ts';
import { followRow } from '../../../src/core/drift/follow-row.ts';
import { mostText, withTexts } from '../../../src/core/drift/kept-texts.ts';
import { repliesOfRow, withoutReplies } from '../../../src/core/drift/replies-of-row.ts';
import type { ReportReply } from '../../../src/core/report/report.ts';
import { buildCase, buildPrompt, buildReport, buildRow } from '../../support/report-builder.ts';

const reply = (text: string, score: number): ReportReply => ({
  side: 'new',
  trial: 0,
  text,
  score,
  passes: score === 1,
  checks: [
    {
      kind: 'scored',
      check: 'says 30',
      scorer: 'contains',
      value: score,
      passed: score === 1,
      binary: true,
      weight: 1,
      required: false,
      reason: 'ask ada@example.com',
    },
  ],
});

/** A run of one day with two cases, of which the first scores as told. */
function runOf(day: number, score: number, text?: string): DriftRun {
  return {
    kind: 'run',
    version: 1,
    at: new Date(Date.UTC(2026, 10, day)).toISOString(),
    run: `run-${day}`,
    prompt: 'a.prompt.yml',
    model: 'strong',
    served: [],
    cases: [
      { id: 'one', key: 'k1', values: { score: [score, score] }, missing: 0, ...(text === undefined ? {} : { text }) },
      { id: 'two', key: 'k2', values: { score: [1, 1] }, missing: 0 },
    ],
  };
}

describe('texts that are kept with a history', () => {
  const seen = [buildCase({ id: 'one', replies: [reply('no', 0), reply('write to ada@example.com', 1)] })];

  test('are the best reply of each case, masked and cut', () => {
    const [kept, other] = withTexts(runOf(1, 1), seen, []).cases;
    expect([kept?.text, other?.text]).toEqual(['write to [e-mail]', undefined]);
    const long = withTexts(runOf(1, 1), [buildCase({ id: 'one', replies: [reply('a'.repeat(5_000), 1)] })], []);
    expect(long.cases[0]?.text).toHaveLength(mostText);
  });

  test('are kept anew once the latest six runs hold none, or the case is another', () => {
    const first = runOf(1, 1, 'kept');
    const later = [2, 3, 4, 5, 6].map((day) => runOf(day, 1));
    expect(withTexts(runOf(7, 1), seen, [first, ...later]).cases[0]?.text).toBeUndefined();
    expect(withTexts(runOf(8, 1), seen, [first, ...later, runOf(7, 1)]).cases[0]?.text).toBeDefined();
    const [edited, ...others] = runOf(2, 1).cases;
    const run = { ...runOf(2, 1), cases: [...(edited === undefined ? [] : [{ ...edited, key: 'k9' }]), ...others] };
    expect(withTexts(run, seen, [first]).cases[0]?.text).toBeDefined();
  });
});

describe('replies that are shown of a drift', () => {
  const report = buildReport({
    prompts: [
      buildPrompt({
        path: 'a.prompt.yml',
        exam: [
          {
            id: 'one',
            tags: [],
            weight: 1,
            vars: { q: 'Ask 10.0.0.1?' },
            reference: '30 days',
            checks: [],
            at: { file: 'a', line: 1, column: 1 },
          },
        ],
        models: [
          buildRow({
            model: { old: 'strong', new: 'strong' },
            cases: [buildCase({ id: 'one', replies: [reply('14 days', 0), reply('30 days', 1)] })],
          }),
        ],
      }),
    ],
  });
  const drifted = (...texts: readonly (string | undefined)[]) => {
    const before = Array.from({ length: 12 }, (_, at) => runOf(at + 1, 1, texts[at]));
    const during = [13, 14].map((day) => runOf(day, 0, day === 13 ? 'of the drift' : undefined));
    const { version, at, run, prompt, model } = during[1] ?? runOf(14, 0);
    const told = {
      kind: 'confirmation',
      version,
      at,
      run,
      prompt,
      model,
      layer: 'case/lower',
      confirmed: true,
      p: 0,
      alpha: 0.01,
      cases: ['one'],
      replies: 10,
    } as const;
    const state = followRow([...before, ...during, told]);
    if (state === undefined) throw new Error('there are runs');
    return repliesOfRow(state, [report]);
  };

  test('are the worst of now and the latest from before it began, of cases that fell', () => {
    expect(drifted('first', undefined, 'latest')).toEqual([
      {
        case: 'one',
        asked: 'Ask [IP]?',
        before: { at: runOf(3, 1).at, text: 'latest' },
        now: '14 days',
        fails: [{ check: 'says 30', reason: 'ask [e-mail]' }],
      },
    ]);
  });

  test('are left out whole where none may be published', () => {
    const replies = drifted('first');
    const row: DriftRow = {
      model: 'strong',
      verdict: 'drifted',
      served: [],
      layers: [],
      found: [],
      cases: ['one'],
      metrics: {},
      history: [],
      runs: 14,
      missing: { missing: 0, of: 2 },
    };
    const prompts = [{ path: 'a.prompt.yml', models: [{ ...row, replies }] }];
    expect(withoutReplies({ prompts })).toEqual({ prompts: [{ path: 'a.prompt.yml', models: [row] }] });
  });

  test('stand beside what the case expects where none was kept', () => {
    expect(drifted()).toMatchObject([{ case: 'one', reference: '30 days', now: '14 days' }]);
  });
});
