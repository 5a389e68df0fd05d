import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/core/report/report.ts';
import { loadPage } from '../../src/hosts/page/load-page.ts';
import { packCases } from '../../src/reporters/html/pack-cases.ts';
import { styles } from '../../src/reporters/html/styles.ts';
import { writeHtml } from '../../src/reporters/html.ts';
import { buildHostileReport } from '../support/hostile-report.ts';
import { hostileTexts } from '../support/hostile-text.ts';
import { buildLargeReport } from '../support/large-report.ts';
import { buildCase, buildPrompt, buildRegressedReport, buildReport, buildRow } from '../support/report-builder.ts';
import { staticPartOf, unpackPage } from '../support/unpack-page.ts';
import { writePage } from '../support/write-page.ts';

const hashed = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

test('one file that asks for nothing, and in which nothing runs but the program that its policy names by its hash', () => {
  const page = writePage(buildRegressedReport());
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/u.exec(page)?.[1] ?? '';
  const programs = [...page.matchAll(/<script>([\s\S]*?)<\/script>/gu)].map(([, text = '']) => text);
  expect(programs).toHaveLength(1);
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    `script-src '${hashed(programs[0] ?? '')}'`,
    `style-src '${hashed(styles)}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ]);
  expect(staticPartOf(page)).not.toMatch(
    /<(?:script|img|link|iframe|object|embed|form)\b|\bsrc=|\bstyle=|url\(|@import/iu,
  );
});

test('the program takes at most 100 kB, 35 kB packed, and the looks 12 kB', async () => {
  const { program } = await loadPage();
  expect(program.length).toBeLessThanOrEqual(100_000);
  expect(gzipSync(program).length).toBeLessThanOrEqual(35_000);
  expect(styles.length).toBeLessThanOrEqual(12_000);
});

test('what is static stands before the data, and takes at most 100 kB at any size', () => {
  for (const size of [
    { cases: 60, models: 3 },
    { prompts: 8, cases: 20, models: 4, sentences: 8 },
    { prompts: 30, cases: 2, models: 3, sentences: 40 },
  ]) {
    const page = writePage(buildLargeReport(size));
    expect(page.indexOf('<script')).toBeGreaterThan(page.indexOf('<footer>'));
    expect(Buffer.byteLength(page.slice(0, page.indexOf('<script')))).toBeLessThanOrEqual(100_000);
  }
});

test('no text from outside becomes an element, an attribute or a link', () => {
  const elements = (page: string) => new Set([...page.matchAll(/<([a-z][a-z0-9]*)/giu)].map(([, name]) => name));
  const known = elements(staticPartOf(writePage(buildRegressedReport())));
  const check = (text: string) => {
    const page = writePage(buildHostileReport(text));
    const still = staticPartOf(page);
    for (const name of elements(still)) expect([...known, 'ul', 'li', 'details', 'summary', 'pre']).toContain(name);
    expect(still).not.toMatch(/href="(?!https:\/\/github\.com|#app")/u);
    expect(page).not.toMatch(/\p{Bidi_Control}/u);
    // Every piece of packed data stands as one word between its own tags.
    expect(page.match(/<script\b/gu)).toHaveLength(unpackPage(page).length + 1);
  };
  for (const text of hostileTexts) check(text);
});

test('words that decided are underlined, before and now', () => {
  const page = writePage(buildLargeReport({ cases: 20, models: 1 }));
  expect(page).toContain('within <mark>30 days</mark> of delivery');
  expect(page).toContain('we <mark>gladly refund</mark> the full price');
});

test('how sure it is stands there once, with the command that judges the same replies again', () => {
  const sure = (report: Report) => /<section id="sure">[\s\S]*?<\/section>/u.exec(writePage(report))?.[0] ?? '';
  const [base, head] = ['a1b2c3d4e5f6'.padEnd(40, '0'), '9f8e7d6c5b4a'.padEnd(40, '0')];
  const reviewed = { ...buildRegressedReport(), base: { ref: 'main', sha: base }, head: { ref: 'edit', sha: head } };
  const told = sure(reviewed);
  expect(told.match(/A harmless edit is blocked/gu)).toHaveLength(1);
  expect(told.match(/would have seen/giu)).toHaveLength(1);
  expect(told).toContain(
    '<code>git switch --detach 9f8e7d6c5b4a &#38;&#38; npx promptgate review --base a1b2c3d4e5f6 --from-run promptgate.json</code>',
  );
  expect(sure({ ...reviewed, mode: 'check' })).toContain(
    '<code>npx promptgate check prompts/support.prompt.yml</code>',
  );
  expect(sure({ ...reviewed, head: { ref: 'edit', sha: '' } })).toContain('<code>npx promptgate review</code>');
  expect(sure({ ...reviewed, mode: 'compare' })).not.toContain('npx promptgate');
});

test('every case on every model is in the page, and its replies with it', () => {
  const report = buildLargeReport({ cases: 120, models: 3 });
  const [index, ...blocks] = unpackPage(writePage(report));
  const cases: unknown[] = blocks.flatMap((block) => JSON.parse(block));
  expect(cases).toHaveLength(120);
  for (const { id } of report.prompts[0]?.exam ?? []) expect(index).toContain(`"${id}"`);
  expect(blocks.join('').match(/"trial":/gu)?.length).toBe(
    report.prompts.flatMap(({ models }) => models.flatMap((row) => row.cases.flatMap(({ replies }) => replies))).length,
  );
});

test('cases that broke come first, then those that fell, fail, waver and got better', () => {
  const [index = ''] = unpackPage(writePage(buildLargeReport({ cases: 60, models: 3 })));
  const { cases, cells }: { cases: { on: number[] }[]; cells: { outcome: string }[] } = JSON.parse(index);
  const order = ['broke', 'worse', 'fell', 'unscored', 'fails', 'flaky', 'rose', 'better', 'holds'];
  const ranks = cases.map(({ on }) => Math.min(...on.map((cell) => order.indexOf(cells[cell]?.outcome ?? 'holds'))));
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  expect(ranks[0]).toBe(0);
});

describe('a report that would be more than 10 MB', () => {
  const pack = (text: string) => text;
  const told = (report: Report, most: number) => {
    const packing = packCases(report, pack, most);
    for (let step = packing.next(); ; step = packing.next()) if (step.done) return step.value;
  };

  test('keeps one pair of steady cases, then their start, and says so', () => {
    const report = buildLargeReport({ cases: 100, models: 2, sentences: 12 });
    const full = told(report, Number.POSITIVE_INFINITY);
    const size = full?.blocks.join('').length ?? 0;
    const fewer = told(report, size);
    expect(fewer?.index).toContain('one pair of replies is kept of each steady case');
    expect(fewer?.blocks.join('').length).toBeLessThan(size);
    expect(told(report, size / 3)?.index).toContain('its first 500 characters');
  });

  test('keeps all where there is room, and says nothing', () => {
    expect(told(buildLargeReport({ cases: 50, models: 2 }), 10_000_000)?.index).not.toContain('under 10 MB');
  });

  test('still names every case where not even the shortest replies have room', () => {
    const packed = told(buildLargeReport({ cases: 100, models: 1 }), 20_000);
    expect(packed?.blocks).toEqual([]);
    expect(packed?.index).toContain('do not fit at all');
  });
});

test('a page is made in pieces of 24 cases at most, with an empty one between: others have their turn', () => {
  const report = buildLargeReport({ cases: 240, models: 2 });
  let [packed, most, turns] = [0, 0, 0];
  const pack = (text: string) => {
    packed += 1;
    return text;
  };
  const form = { program: '', pack, hash: () => '' };
  for (const piece of writeHtml(report, form)) {
    most = Math.max(most, packed);
    packed = 0;
    if (piece === '') turns += 1;
  }
  expect([most, turns]).toEqual([1, expect.any(Number)]);
  expect(turns).toBeGreaterThanOrEqual(2 * 10);
});

test('a comparison of score files, which holds no replies, shows its cases by their counts', () => {
  const broken = buildCase({
    id: 'no-text',
    state: 'regressed',
    replies: [],
    old: { scores: [1, 1], passes: 2, of: 2, missing: 0 },
    new: { scores: [0, 0], passes: 0, of: 2, missing: 0 },
  });
  const page = writePage(
    buildRegressedReport({ mode: 'compare', prompts: [buildPrompt({ models: [buildRow({ cases: [broken] })] })] }),
  );
  expect(page).toContain('0/2');
  expect(page).not.toContain('<div class="pair">');
});

test('a review that asked nothing has a page without a program', () => {
  const problems = [{ reason: 'files', what: 'support.cases.yml: there is no check contians' }] as const;
  const page = writePage(buildReport({ verdict: 'invalid', problems, gate: { open: false, failOn: ['invalid'] } }));
  expect(page).not.toContain('<script');
  expect(page).toContain('Not reviewed: ');
  expect(page).toContain('there is no check contians');
});
