import { expect, test } from 'vitest';
import { writeHtml } from '../../src/reporters/html.ts';
import { buildHostileReport } from '../support/hostile-report.ts';
import { hostileTexts } from '../support/hostile-text.ts';
import { buildCase, buildPrompt, buildRegressedReport, buildRow } from '../support/report-builder.ts';
import { whole } from '../support/whole.ts';

test('one file that loads nothing and runs nothing', () => {
  const page = whole(writeHtml(buildRegressedReport()));
  expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'`);
  expect(page).not.toMatch(/<(?:script|img|link|iframe|object|embed|form)\b|\bsrc=|url\(|@import/iu);
});

test('no text from outside becomes an element, an attribute or a link', () => {
  const elements = (page: string) => new Set([...page.matchAll(/<([a-z][a-z0-9]*)/giu)].map(([, name]) => name));
  const known = elements(whole(writeHtml(buildRegressedReport())));
  const check = (text: string) => {
    const page = whole(writeHtml(buildHostileReport(text)));
    for (const name of elements(page)) expect([...known, 'ul', 'li']).toContain(name);
    expect(page).not.toMatch(/href="(?!https:\/\/github\.com)/u);
    expect(page).not.toMatch(/\p{Bidi_Control}/u);
  };
  for (const text of hostileTexts) check(text);
});

test('old and new words that differ are marked, on each side its own', () => {
  const page = whole(writeHtml(buildRegressedReport()));
  expect(page).toMatch(/<del>[^<]*within 30 days/u);
  expect(page).toMatch(/<ins>[^<]*whenever it suits you/u);
});

test('a review of 1,000 cases on 6 models stays under 20 MB with every case in it', () => {
  const long = 'A reply of ordinary length that says a good deal about the matter. '.repeat(10);
  const template = buildCase();
  const cases = Array.from({ length: 1000 }, (_, index) =>
    buildCase({ id: `case-${index}`, replies: template.replies.map((reply) => ({ ...reply, text: long })) }),
  );
  const models = Array.from({ length: 6 }, (_, index) => buildRow({ id: `model-${index}`, cases }));
  const page = whole(writeHtml(buildRegressedReport({ prompts: [buildPrompt({ models })] })));
  expect(page.length).toBeLessThan(20_000_000);
  expect(page.match(/<code>case-999<\/code>/gu)).toHaveLength(6);
});

test('a comparison of score files, which holds no replies, shows its cases by their counts', () => {
  const broken = buildCase({
    id: 'no-text',
    state: 'regressed',
    replies: [],
    new: { scores: [0, 0], passes: 0, of: 2, missing: 0 },
  });
  const page = whole(
    writeHtml(
      buildRegressedReport({ mode: 'compare', prompts: [buildPrompt({ models: [buildRow({ cases: [broken] })] })] }),
    ),
  );
  expect(page).toContain('0/2');
  expect(page).not.toContain('<div class="pair">');
});
