import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/core/report/report.ts';
import { writeAnnotations } from '../../src/reporters/annotations.ts';
import { writeComment } from '../../src/reporters/comment.ts';
import { writeTerminal } from '../../src/reporters/terminal.ts';
import { buildCase, buildPrompt, buildReply, buildReport, buildRow } from '../support/report-builder.ts';
import { reviewScenarios } from '../support/review-scenarios.ts';
import { textsOfPage } from '../support/unpack-page.ts';
import { writePage } from '../support/write-page.ts';

const scenarios = Object.entries(reviewScenarios);

/** What stands above the folds. */
function aboveFolds(comment: string): string {
  return comment.split(/<details>|<sub>/u)[0] ?? '';
}

/** Cases that went from all passes to none, whatever their state. */
function lostCases({ prompts }: Report): readonly string[] {
  return prompts.flatMap(({ models }) =>
    models.flatMap(({ cases }) =>
      cases.flatMap(({ id, old, new: now }) => (old.of > 0 && old.passes === old.of && now.passes === 0 ? [id] : [])),
    ),
  );
}

describe.each(scenarios)('the comment on %s', (name, report) => {
  const comment = writeComment(report, '<!-- promptgate {} -->');

  test('is the one that was looked at', async () => {
    await expect(`${comment}\n`).toMatchFileSnapshot(`../../fixtures/comments/${name}.md`);
  });

  test('opens with at most 250 characters, has no statistics above its folds, and names in back quotes', () => {
    const [line = '', sentence = ''] = comment.split('\n').filter((one) => one !== '');
    expect(`${line}${sentence}`.length).toBeLessThanOrEqual(250 + '### '.length);
    expect(aboveFolds(comment)).not.toMatch(/\bp [=<]|σ|κ|pooled/u);
    // Markdown is not read in a fold's title.
    expect(comment.replaceAll(/<summary>.*<\/summary>/gu, '')).not.toContain('<code>');
    expect(
      aboveFolds(comment)
        .replaceAll(/<[^>]*>|[`*|>]/gu, ' ')
        .split(/\s+/u).length,
    ).toBeLessThanOrEqual(260);
  });

  test('names every case that was lost above its folds or counts it there, and the report shows its replies', () => {
    const lost = [...new Set(lostCases(report))];
    const above = aboveFolds(comment);
    const missed = lost.filter((id) => !above.includes(`\`${id}\``));
    const counted = /and (\d+) more cases? in the report|(\d+) cases (?:fell|fail|broke)|(\d+) of \d+ cases fail/u.exec(
      above,
    );
    if (missed.length > 0) expect(counted, missed.join(', ')).not.toBeNull();
    if (lost.length === 0) return;
    const page = writePage(report);
    for (const id of lost.slice(0, 20)) expect(page).toContain(`${id}<`);
  });
});

describe.each(['leaning', 'mean-fell'])('replies that got worse together, in %s', (name) => {
  const report = reviewScenarios[name] ?? buildReport();
  const [worst = ''] = report.prompts.flatMap(({ models }) =>
    models.flatMap(({ cases }) =>
      cases.toSorted((one, other) => (one.delta ?? 0) - (other.delta ?? 0)).map(({ id }) => id),
    ),
  );

  test('are shown by the case that fell most with its two replies, as an example that proves nothing by itself', () => {
    const comment = aboveFolds(writeComment(report, ''));
    expect(comment).toContain('None of them is proven by itself:');
    expect(comment).toContain(', an example: it fell most, and is not proven by itself');
    const screen = writeTerminal(report, { colours: false, columns: 100 });
    expect(screen).toContain('None of these is proven by itself.');
    const page = writePage(report);
    expect(page).toContain('What fell most: an example, not proven by itself');
    expect(page).toContain(`<h3>${worst}</h3>`);
    const [annotation] = writeAnnotations(report);
    for (const shown of [comment.replaceAll(/[>*]|<\/?ins>/gu, ''), screen, annotation?.message ?? '']) {
      expect(shown).toContain(worst);
      expect(shown).toMatch(/Before\W+That is past our 30 days/u);
      expect(shown).toMatch(/Now\W+Of course! Just send it back/u);
    }
  });
});

test('twenty-six ends of a review are looked at, and two that follow on another', () => {
  expect(scenarios).toHaveLength(28);
});

const outcomes = ['lost', 'lost', 'fell', 'same', 'improved', 'flaky'] as const;
const side = (passes: number, of: number) => ({
  scores: Array.from({ length: of }, (_, at) => (at < passes ? 1 : 0)),
  passes,
  of,
  missing: 0,
});

/** Any case on any model, as the gate calls it: from all passes to none is proven, or fell. */
const anyOutcome = fc.record({
  outcome: fc.constantFrom(...outcomes),
  of: fc.constantFrom(1, 2, 6),
  proven: fc.boolean(),
});

const anyReview = fc
  .record({
    verdict: fc.constantFrom('regressed', 'inconclusive', 'invalid', 'pass'),
    ended: fc.constantFrom('complete', 'budget', 'cancelled'),
    prompts: fc.array(fc.array(fc.array(anyOutcome, { minLength: 1, maxLength: 14 }), { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 3,
    }),
  } as const)
  .map(({ verdict, ended, prompts }): Report => {
    const built = prompts.map((models, number) =>
      buildPrompt({
        path: `prompts/desk-${number}.txt`,
        verdict,
        models: models.map((cases, model) =>
          buildRow({
            id: `model-${model}`,
            verdict,
            cases: cases.map(({ outcome, of, proven }, at) => {
              const [old, now] = { lost: [of, 0], fell: [of, 0], same: [of, of], improved: [0, of], flaky: [1, 1] }[
                outcome
              ];
              const replies = (['old', 'new'] as const).map((one) =>
                buildReply({ side: one, text: `${one} words of case-${number}-${at}.`, passes: one === 'old' }),
              );
              const state = outcome === 'lost' ? (proven && verdict === 'regressed' ? 'regressed' : 'fell') : outcome;
              return buildCase({
                id: `case-${number}-${at}`,
                old: side(old ?? 0, of),
                new: side(now ?? 0, of),
                state,
                replies,
              });
            }),
          }),
        ),
      }),
    );
    const gate = { open: verdict === 'pass', failOn: ['regressed', 'invalid'] as const };
    return buildReport({ verdict, ended, prompts: built, gate: { ...gate, failOn: [...gate.failOn] } });
  });

test('whatever the verdict, a case that went from all passes to none is named or counted above the folds, shown on the page, and never said to hold', () => {
  fc.assert(
    fc.property(anyReview, (report) => {
      const comment = writeComment(report, '');
      const above = aboveFolds(comment);
      const lost = [...new Set(lostCases(report))];
      const missed = lost.filter((id) => !above.includes(`\`${id}\``) && !above.includes(`#case=${id}`));
      const counts = [...above.matchAll(/\b(\d+) (?:more|cases? (?:broke|fell|fails?))|\b(\d+) of \d+ cases/gu)];
      const counted = counts.reduce((sum, [, one, other]) => Math.max(sum, 0) + Number(one ?? other ?? 0), 0);
      expect(counted, `${missed.join(', ')}\n${above}`).toBeGreaterThanOrEqual(missed.length);
      const all = new Set(
        report.prompts.flatMap(({ models }) => models.flatMap(({ cases }) => cases.map(({ id }) => id))),
      );
      const [, holds = '0'] = /\b(\d+)(?: of \d+)? (?:cases?|others?) holds?\b/u.exec(above) ?? [];
      expect(Number(holds), above).toBeLessThanOrEqual(all.size - lost.length);
      const page = textsOfPage(writePage(report));
      for (const id of lost) expect(page).toContain(`new words of ${id}.`);
    }),
    { numRuns: 20, seed: 15 },
  );
});
