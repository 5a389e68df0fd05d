import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import type { Reason } from '../../src/core/gate/reason.ts';
import type { ReportCase } from '../../src/core/report/report.ts';
import { columnsOf } from '../../src/reporters/terminal/columns-of.ts';
import { writeTerminal } from '../../src/reporters/terminal.ts';
import { buildHostileReport } from '../support/hostile-report.ts';
import { anyHostileText } from '../support/hostile-text.ts';
import { buildPrompt, buildRegressedReport, buildReply, buildReport, buildRow } from '../support/report-builder.ts';

test('the verdict line comes first, then what broke with one case shown, then the table', () => {
  expect(writeTerminal(buildRegressedReport(), { colours: false })).toMatchInlineSnapshot(`
    "Do not merge yet: 2 refund cases broke on clerk-mini
    prompts/support.prompt.yml · Always right before (6 of 6), always wrong now (0 of 6). 18 others
    hold, 1 is flaky. clerk is unaffected.
    Fix the prompt, or let someone with write access set the label promptgate:accept. This blocks the
    merge.

    case            model       before → now  fails now
    refund-window   clerk-mini  6/6 → 0/6     contains: 30 days
    refund-digital  clerk-mini  6/6 → 0/6     contains: 30 days

    refund-window on clerk-mini: 6/6 → 0/6
      Asked   Can I return a jacket after 40 days?
      Before  Thank you for asking. Our policy takes returns within 30 days of delivery. After 40 days
              we can no longer refund it, but we are glad to offer a repair.
      Now     Thank you for asking! We would love to make this right for you. Just send it back whenever
              it suits you and we will take care of it.
      Fails   contains: 30 days: The reply does not hold “30 days”.

    prompts/support.prompt.yml
    model       verdict    worse  better  pass rate  $/1,000     p50
    clerk-mini  regressed      2       –  98% → 88%    $0.39  790 ms
    clerk       pass           –       –       100%    $2.90   1.4 s

    Changed in prompts/support.prompt.yml:
      ~     content: You are the {+friendly +}support desk of a shop. [-Quote the policy, with its
        number of days-]{+Keep it short and warm+}.

      Flaky: greeting-by-name.
      Golden case removed: refund-cash.
      Golden case weakened: refund-digital (required dropped from contains: 30 days).

    112 calls made, 4 saved, 2 retried; cost $0.087 of an estimated $0.31. Would have seen one case that
    breaks and an even drop of 12 points or more over all cases (54 more cases, or 9 more replies a case
    and side, would halve that).
    Every reply: --html FILE. The pull request’s comment: --comment FILE. Everything as JSON: --json.
    "
  `);
});

test('columns line up where names take two columns a character', () => {
  const rows = ['模型一', 'clerk'].map((id) => buildRow({ id, model: { old: id, new: id } }));
  const text = writeTerminal(buildReport({ prompts: [buildPrompt({ models: rows })] }), { colours: false });
  const [wide, narrow] = text.split('\n').filter((line) => /pass {2}/u.test(line));
  expect(stringWidth(wide?.split('pass')[0] ?? '')).toBe(stringWidth(narrow?.split('pass')[0] ?? '-'));
});

test('colours are added only where asked for', () => {
  const plain = writeTerminal(buildRegressedReport(), { colours: false });
  const coloured = writeTerminal(buildRegressedReport(), { colours: true });
  expect(plain).not.toContain('\u001b');
  expect(stripVTControlCharacters(coloured)).toBe(plain);
});

test('no text from outside reaches the terminal as a control sequence, or makes a line wider than the window', () => {
  fc.assert(
    fc.property(anyHostileText, fc.constantFrom(60, 80, 100, 120), (text, columns) => {
      const shown = writeTerminal(buildHostileReport(text), { colours: false, columns });
      expect(shown).not.toMatch(/(?!\n)\p{Cc}|\p{Bidi_Control}/u);
      expect(Math.max(...shown.split('\n').map((line) => stringWidth(line)))).toBeLessThanOrEqual(columns);
    }),
    { numRuns: 20 },
  );
});

test('of very many findings the first are told, and how many more there are', () => {
  const reasons = Array.from(
    { length: 60 },
    (_, at) =>
      ({
        kind: 'leaning-case',
        row: 'm',
        case: `c${at}`,
        p: 0.01,
        alpha: 0.02,
        delta: -0.6,
        confirmed: false,
      }) as const,
  );
  const row = buildRow({ id: 'm', verdict: 'inconclusive', reasons });
  const text = writeTerminal(buildReport({ verdict: 'inconclusive', prompts: [buildPrompt({ models: [row] })] }), {
    colours: false,
  });
  expect(text.split('\n').filter((line) => line.includes('fell on m by 60 points, not proven by itself'))).toHaveLength(
    40,
  );
  expect(text).toContain('… and 20 more findings.');
});

test('what the table of cases shows is not told again case by case', () => {
  const fallen = { state: 'fell' as const, delta: -0.9 };
  const reason = { kind: 'leaning-case', row: 'm', p: 0.01, alpha: 0.02, delta: -0.9, confirmed: false } as const;
  const row = buildRow({ id: 'm', verdict: 'inconclusive' });
  const cases = row.cases.map((one, at) => (at === 0 ? { ...one, ...fallen } : one));
  const reasons = [cases[0]?.id ?? '', 'another'].map((id) => ({ ...reason, case: id }));
  const prompt = buildPrompt({ models: [{ ...row, cases, reasons }] });
  const text = writeTerminal(buildReport({ verdict: 'inconclusive', prompts: [prompt] }), { colours: false });
  expect(text.match(/Case \S+ fell/gu)).toEqual(['Case another fell']);
});

test('what the verdict line says is not told again below it', () => {
  const missing = { kind: 'missing', row: 'm', side: 'old', missing: 5, of: 5 } as const;
  const idle = { kind: 'nothing-passes', row: 'm', side: 'old', cases: 5 } as const;
  const shown = (verdict: 'invalid' | 'unreviewed', reason: Reason) => {
    const row = buildRow({ id: 'm', verdict, reasons: [reason] });
    return writeTerminal(buildReport({ verdict, prompts: [buildPrompt({ models: [row] })] }), { colours: false });
  };
  expect(shown('invalid', missing).match(/never came/gu)).toHaveLength(1);
  expect(shown('unreviewed', idle).match(/what fails already cannot break/gu)).toBeNull();
});

test('a side of which nothing came is told once, not case by case', () => {
  const lost = (missing: number, of: number): Reason[] => [
    { kind: 'missing', row: 'm', side: 'old', missing, of },
    ...Array.from(
      { length: 3 },
      (_, at) => ({ kind: 'unanswered-case', row: 'm', case: `c${at}`, side: 'old', setAside: false }) as const,
    ),
  ];
  const shown = (reasons: Reason[]) =>
    writeTerminal(
      buildReport({
        verdict: 'invalid',
        prompts: [buildPrompt({ models: [buildRow({ id: 'm', verdict: 'invalid', reasons })] })],
      }),
      { colours: false },
    );
  expect(shown(lost(20, 20))).toContain('20 of 20 replies of the old prompt on m never came or have no score');
  expect(shown(lost(20, 20))).not.toContain('has no scored reply');
  expect(shown(lost(3, 20)).match(/has no scored reply of the old prompt on m/gu)).toHaveLength(3);
});

test('what was done to the golden cases is told, what asks less first', () => {
  const casesChanged = {
    added: ['new-one'],
    removed: ['gone', 'lost'],
    edited: [{ id: 'asks', what: ['variable `q` changed'] }],
    weakened: [{ id: 'refund', what: ['check `polite` dropped', 'weight lowered from 2 to 1'] }],
  };
  const prompt = buildPrompt({ models: [buildRow({})], casesChanged, unchecked: ['bare'] });
  const text = writeTerminal(buildReport({ prompts: [prompt] }), { colours: false });
  expect(text.split('\n').filter((line) => line.includes('Golden case'))).toEqual([
    '  Golden cases removed: gone and lost.',
    '  Golden case weakened: refund (check polite dropped; weight lowered from 2 to 1).',
    '  Golden case edited: asks (variable q changed).',
    '  Golden case added: new-one.',
    '  Golden case without any check, so not asked: bare.',
  ]);
});

test('cases that fell are shown though nothing is proven of them', () => {
  const fallen = {
    id: 'refund-window',
    state: 'fell' as const,
    delta: -1,
    old: { scores: [1], passes: 1, of: 1, missing: 0 },
    new: { scores: [0], passes: 0, of: 1, missing: 0 },
  };
  const row = buildRow({ id: 'm', verdict: 'inconclusive' });
  const cases = row.cases.map((one, at) => (at === 0 ? { ...one, ...fallen } : one));
  const shown = (verdict: 'inconclusive' | 'pass') =>
    writeTerminal(buildReport({ verdict, prompts: [buildPrompt({ models: [{ ...row, cases }] })] }), {
      colours: false,
    });
  for (const verdict of ['inconclusive', 'pass'] as const) {
    expect(shown(verdict)).toMatch(/^case +model +before → now +fails now\nrefund-window +m +1\/1 → 0\/1$/mu);
  }
});

test('a pass says how many golden cases it changed itself, and what got better by name', () => {
  const row = buildRow({ id: 'm' });
  const cases = row.cases.map((one, at) =>
    at === 0 ? { ...one, state: 'improved' as const } : { ...one, state: 'same' as const },
  );
  const casesChanged = { added: [], removed: [], edited: [{ id: 'a', what: ['history changed'] }], weakened: [] };
  const [first, second] = writeTerminal(
    buildReport({ prompts: [buildPrompt({ models: [{ ...row, cases }], casesChanged })] }),
    { colours: false },
  ).split('\n');
  expect(first).toBe(`Fine to merge: ${cases.length - 1} cases hold, 1 got better (${cases[0]?.id}) on m`);
  expect(second).toMatch(/^prompts\/support\.prompt\.yml · 1 golden case edited here\./u);
});

/** Names that are wide, long and joined: what a table must cut without losing count of columns. */
const wideName = 'prompts/客户支持/退款与退货政策说明/👩‍👩‍👧-안내-support.prompt.yml';

test.each([60, 80, 100, 120])(
  'many prompts on %i columns are one table, the worst first, and no line wraps again',
  (columns) => {
    const broken = buildRegressedReport().prompts[0];
    const passing = Array.from({ length: 40 }, (_, at) =>
      buildPrompt({ path: `prompts/a/long/folder/of/prompts/p${at}.prompt.yml` }),
    );
    const prompts = [...passing, { ...buildPrompt(broken), path: wideName }];
    const lines = writeTerminal(buildRegressedReport({ prompts }), { colours: false, columns }).split('\n');
    expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(columns);
    const heads = lines.flatMap((line, at) => (/^prompt +model +verdict/u.test(line) ? [at] : []));
    expect(heads).toHaveLength(1);
    expect(lines[(heads[0] ?? 0) + 1]).toMatch(/support\.prompt\.yml +clerk-mini +regressed/u);
    expect(lines.filter((line) => /p\d+\.prompt\.yml +clerk-mini +pass/u.test(line))).toHaveLength(40);
  },
);

test('where there are several prompts, every finding names its own', () => {
  const reasons = [{ kind: 'min-score', row: 'm', score: 0.3, minimum: 0.7 }] as const satisfies readonly Reason[];
  const prompts = ['a.prompt.yml', 'b.prompt.yml'].map((path) => {
    const row = buildRow({ id: 'm', verdict: 'regressed', reasons });
    const cases = row.cases.map((one, at) => (at === 0 ? { ...one, state: 'flaky' as const } : one));
    return buildPrompt({ path, models: [{ ...row, cases }], notes: ['Its model was retired.'], unchecked: ['bare'] });
  });
  const text = writeTerminal(buildReport({ verdict: 'regressed', prompts }), { colours: false });
  for (const path of ['a.prompt.yml', 'b.prompt.yml']) {
    expect(text).toContain(`${path}: The score on m is 0.30`);
    expect(text).toContain(`Flaky in ${path}: refund-window.`);
  }
  expect(text).toContain('a.prompt.yml and b.prompt.yml: Its model was retired.');
});

test('the case that tells most is shown with its question, both replies and what fails', () => {
  const long = 'Our shop has been selling tools to gardeners for many years and we are proud of it. ';
  const report = buildRegressedReport();
  const withReplies = (one: ReportCase): ReportCase =>
    one.id !== 'refund-digital'
      ? one
      : {
          ...one,
          replies: [
            buildReply({ side: 'old', text: `${long.repeat(9)}We cannot refund it after 30 days.` }),
            buildReply({
              text: `${long.repeat(9)}We will gladly refund it.`,
              passes: false,
              checks: [
                {
                  kind: 'scored',
                  check: 'promises no refund',
                  scorer: 'not-regex',
                  value: 0,
                  passed: false,
                  binary: true,
                  weight: 1,
                  required: true,
                  reason: '"gladly refund" matches "(?i)gladly"',
                },
              ],
            }),
          ],
        };
  const prompts = report.prompts.map((prompt) => ({
    ...prompt,
    models: prompt.models.map((row) => ({ ...row, cases: row.cases.map(withReplies) })),
  }));
  const text = writeTerminal({ ...report, prompts }, { colours: false, columns: 80 });
  expect(
    text.slice(text.indexOf('refund-digital on'), text.indexOf('prompts/support.prompt.yml\nmodel')),
  ).toMatchInlineSnapshot(`
    "refund-digital on clerk-mini: 6/6 → 0/6
      Asked   Can I get my money back for a downloaded game?
      Before  ⋯ Our shop has been selling tools to gardeners for many years and we
              are proud of it. We cannot refund it after 30 days.
      Now     ⋯ Our shop has been selling tools to gardeners for many years and we
              are proud of it. We will gladly refund it.
      Fails   promises no refund: "gladly refund" matches "(?i)gladly"

    "
  `);
});

test('how to see more is said, and where it is when it was written', () => {
  const report = buildRegressedReport();
  expect(writeTerminal(report, { colours: false })).toMatch(/--html FILE.*--comment FILE.*--json/u);
  const shown = writeTerminal(report, { colours: false }, { html: 'report.html' });
  expect(shown).toContain('Every reply is in report.html.');
  expect(shown).not.toContain('--html');
});

test('columns are never counted fewer than a terminal takes, whatever the script', () => {
  const any = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 8 }), fc.string({ unit: 'binary', maxLength: 8 }));
  fc.assert(
    fc.property(any, (text) => {
      const shown = text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '');
      expect(columnsOf(shown)).toBeGreaterThanOrEqual(stringWidth(shown));
    }),
    { numRuns: 3_000 },
  );
  for (const text of ['plain', 'naïve — 12 × 3 → …', '模型一', '👩‍👩‍👧 ✅ ⚠️ 🇩🇪', '안녕']) {
    expect(columnsOf(text)).toBe(stringWidth(text));
  }
});
