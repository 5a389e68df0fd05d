import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/core/report/report.ts';
import { writeComment } from '../../src/reporters/comment.ts';
import { reviewScenarios } from '../support/review-scenarios.ts';
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

test('twenty ends of a review are looked at, and two that follow on another', () => {
  expect(scenarios).toHaveLength(22);
});
