import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/core/report/report.ts';
import { expectAccessible, expectFewElements } from '../support/expect-of-page.ts';
import { buildHostileReport } from '../support/hostile-report.ts';
import { hostileTexts } from '../support/hostile-text.ts';
import { buildLargeReport } from '../support/large-report.ts';
import {
  buildCase,
  buildCheck,
  buildPast,
  buildPrompt,
  buildRegressedReport,
  buildReply,
  buildRow,
} from '../support/report-builder.ts';
import { watchPages } from '../support/watch-pages.ts';

const sixty = buildLargeReport({ cases: 60, models: 3 });
const several = buildLargeReport({ prompts: 4, cases: 12, models: 2 });
const hostile = buildHostileReport(hostileTexts.join('\n'));
const merged: Report = {
  ...sixty,
  prompts: sixty.prompts.map((prompt) => ({
    ...prompt,
    models: prompt.models.map((row) => ({ ...row, past: buildPast(14) })),
  })),
};
const phone = { viewport: { width: 390, height: 800 } };

/** A conversation that goes wrong in its second turn, and a reply from right to left. */
const spoken: Report = buildRegressedReport({
  prompts: [
    buildPrompt({
      verdict: 'regressed',
      models: [
        buildRow({
          verdict: 'regressed',
          cases: [
            buildCase({
              id: 'talk',
              state: 'regressed',
              delta: -1,
              replies: [talk('old', 'No, after 30 days we cannot.'), talk('new', 'Fine, we gladly refund it.')],
            }),
            buildCase({
              id: 'arabic',
              replies: [
                buildReply({ side: 'old', text: 'نعم، خلال ثلاثين يوما.' }),
                buildReply({ text: 'نعم، خلال ثلاثين يوما.' }),
              ],
            }),
            buildCase({
              id: 'json',
              replies: [
                buildReply({ side: 'old', text: '{"days":30}' }),
                buildReply({
                  text: '{"days":30}',
                  trace: [
                    { step: 'retrieve', contexts: ['<b>Thirty</b> days.'], details: { index: 'policy' } },
                    { step: 'rank' },
                  ],
                }),
              ],
            }),
          ],
        }),
      ],
    }),
  ],
});

function talk(side: 'old' | 'new', end: string) {
  const right = side === 'old';
  return buildReply({
    side,
    text: `We take returns within 30 days.\n${end}`,
    passes: right,
    score: right ? 1 : 0,
    checks: [buildCheck('promises no refund', right, right ? 'holds' : 'says "gladly refund"')],
    transcript: [
      { role: 'user', content: 'Can I return it after 40 days?' },
      { role: 'assistant', content: 'We take returns within 30 days.' },
      { role: 'user', content: 'Please, it is only ten days more.' },
      { role: 'assistant', content: end, trace: [{ step: 'look up', contexts: ['30 days, no longer.'] }] },
    ],
  });
}

const { open, expectFault } = watchPages();

const shownCount = (page: Page) => page.locator('.found [role=status]').textContent();
const shownCase = (page: Page) => page.locator('.case h2').textContent();
/** A key is heard at once, and what it shows is drawn a little later. */
const untilShown = (page: Page, when = 'after a key') =>
  expect.poll(() => shownCase(page), { timeout: 20_000, message: when });
const fragment = (page: Page) => new URLSearchParams(new URL(page.url()).hash.slice(1));

describe('the matrix', () => {
  test('of 40 prompts has at most 2,500 elements, and lines come as they are scrolled to', async () => {
    await expectFewElements(await open(buildLargeReport({ prompts: 40, cases: 25, models: 6 })));
  });

  test('never cuts what came of a case, and keeps names in sight beside many models', async () => {
    for (const width of [1280, 390]) {
      const page = await open(buildLargeReport({ cases: 20, models: 6 }), '', { viewport: { width, height: 900 } });
      await page.locator('.pill').first().waitFor();
      const cut = await page.evaluate(
        "[...document.querySelectorAll('.pill')].filter((pill) => pill.scrollWidth > pill.clientWidth).map((pill) => pill.textContent)",
      );
      expect(cut, String(width)).toEqual([]);
      const left = () =>
        page.evaluate(
          "document.querySelector('.row .id').getBoundingClientRect().left - document.getElementById('matrix').getBoundingClientRect().left",
        );
      await page.locator('#matrix').evaluate((matrix) => matrix.scrollTo({ left: 500 }));
      expect(await page.locator('#matrix').evaluate((matrix) => matrix.scrollLeft), String(width)).toBeGreaterThan(0);
      expect(await left(), String(width)).toBeGreaterThanOrEqual(0);
    }
  });

  test('is one stop of the Tab key, and says how many lines it has', async () => {
    const page = await open(sixty);
    const stops = await page
      .locator('#matrix')
      .evaluate(
        (grid) =>
          [grid, ...grid.querySelectorAll('*')].filter((one) => 'tabIndex' in one && Number(one.tabIndex) >= 0).length,
      );
    expect(stops).toBe(1);
    expect(await page.locator('#matrix').getAttribute('aria-rowcount')).toBe('61');
    const broken = page.locator('#matrix').getByRole('gridcell', { name: 'broke 8/8 → 0/8' }).first();
    expect(await broken.textContent()).toBe('8/8 → 0/8');
  });

  test('groups cases under their prompts, which fold by key and by click', async () => {
    const page = await open(several);
    expect(await page.locator('.row.prompt').first().textContent()).toContain('prompts/desk-1.prompt.yml');
    expect(await page.locator('#matrix').getAttribute('aria-rowcount')).toBe('53');
    await page.locator('.row.prompt').first().click();
    expect(await page.locator('#matrix').getAttribute('aria-rowcount')).toBe('41');
    await page.locator('#matrix').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    expect(await page.locator('#matrix').getAttribute('aria-rowcount')).toBe('53');
  });
});

describe('filters', () => {
  test('of outcomes, failing checks, models, segments and tags narrow the cases down, each counted', async () => {
    const page = await open(sixty);
    expect(await shownCount(page)).toBe('60 of 60');
    await page.getByRole('button', { name: 'broke 2' }).click();
    expect(await shownCount(page)).toBe('2 of 60');
    await expect.poll(() => fragment(page).get('state'), { timeout: 20_000 }).toBe('broke');
    await page.getByRole('button', { name: 'flaky 4' }).click();
    expect(await shownCount(page)).toBe('6 of 60');
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByRole('button', { name: /promises no refund/u }).click();
    expect(await shownCount(page)).toMatch(/^\d of 60$/u);
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByLabel('Only this segment').selectOption('member');
    expect(await shownCount(page)).toBe('20 of 60');
    await page.getByLabel('Only this tag').selectOption('refund');
    expect(await shownCount(page)).toBe('2 of 60');
  });

  test('search names, questions and, once they are read, replies and reasons', async () => {
    const page = await open(sixty);
    await page.keyboard.press('/');
    await page.keyboard.type('gladly refund');
    await page.getByText(/^(?!60 )\d+ of 60$/u).waitFor();
    const found = Number.parseInt((await shownCount(page)) ?? '', 10);
    expect(found).toBeGreaterThan(2);
    await page.locator('#search').fill('loyalty-abroad');
    await page.getByText('1 of 60').waitFor();
  });
});

describe('a case', () => {
  test('shows what was said before and now, what decided, and its checks, what changed first', async () => {
    const page = await open(sixty, '#case=account-status');
    expect(await page.locator('.side.old mark').first().textContent()).toBe('30 days');
    expect(await page.locator('.side.new mark').first().textContent()).toBe('gladly refund');
    expect(await page.locator('.judged > .checks li').first().textContent()).toContain('✓ → ✗ contains: 30 days');
    await page.getByText('1 check alike').waitFor({ state: 'visible' });
    expect(await page.locator('.about a').getAttribute('href')).toMatch(
      /^https:\/\/github\.com\/acme\/shop\/blob\/[0-9a-f]{40}\/prompts\/support\.cases\.yml#L\d+$/u,
    );
  });

  test('is walked by keys: cases, replies, models, marks, checks, and a list of them', async () => {
    const page = await open(sixty);
    const first = await shownCase(page);
    await page.keyboard.press('j');
    await untilShown(page).not.toBe(first);
    await page.keyboard.press('k');
    await untilShown(page).toBe(first);
    await page.keyboard.press('b');
    await untilShown(page).toBe('account-status');
    await page.keyboard.press('ArrowRight');
    await page.getByText('Reply 2 of 8').waitFor();
    await page.keyboard.press('m');
    await expect.poll(() => fragment(page).get('model'), { timeout: 20_000 }).toBe('clerk-mini');
    await page.keyboard.press('d');
    await expect.poll(() => fragment(page).get('marks'), { timeout: 20_000 }).toBe('words');
    await page.keyboard.press('e');
    await page.locator('.judged').getByText('max-words').waitFor({ state: 'visible' });
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor({ state: 'visible' });
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('is linked to with model and reply, and stays after loading again', async () => {
    const page = await open(sixty, '#case=account-status&model=clerk-mini&trial=3');
    for (const turn of ['opened', 'loaded again']) {
      await untilShown(page, turn).toBe('account-status');
      expect(await page.locator('.models [aria-pressed=true]').textContent()).toContain('clerk-mini');
      await page.getByText('Reply 3 of 8').waitFor();
      await page.reload();
      await page.locator('.side.new').waitFor();
    }
  });

  test('is left by the back button of the browser', async () => {
    const page = await open(sixty);
    await page.locator('.lines .row').nth(4).click();
    await page.locator('.lines .row').nth(6).click();
    const second = await shownCase(page);
    await page.goBack();
    await untilShown(page).not.toBe(second);
    await page.goForward();
    await untilShown(page).toBe(second);
  });

  test('takes the place of the matrix on a phone, and hands the focus there and back', async () => {
    const page = await open(sixty, '', phone);
    await page.locator('.lines .row').nth(2).click();
    expect(await page.locator('#matrix').count()).toBe(0);
    expect(await page.evaluate('document.activeElement.id')).toBe('back');
    await page.keyboard.press('Escape');
    await page.locator('#matrix').waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('matrix');
    await page.goBack();
    await page.locator('#back').waitFor({ state: 'visible' });
  });

  test('that is a conversation marks the turn it is decided at, and folds what is alike', async () => {
    const page = await open(spoken, '#case=talk');
    await page.getByText('3 turns alike').waitFor({ state: 'visible' });
    expect(await page.locator('.turning').textContent()).toContain('It is decided here');
    expect(await page.locator('.turning mark').textContent()).toBe('gladly refund');
  });

  test('shows what an application did, folded, beside its reply and in its turns', async () => {
    const page = await open(spoken, '#case=json');
    const told = page.locator('.side.new .trace');
    await told.getByText('What it did: retrieve, rank').click();
    await told.getByText('<b>Thirty</b> days.').waitFor({ state: 'visible' });
    expect(await told.textContent()).toContain('"index": "policy"');
    expect(await page.locator('.side.old .trace').count()).toBe(0);
    const turns = await open(spoken, '#case=talk');
    await turns.getByText('What it did: look up').last().click();
    await turns.getByText('30 days, no longer.').last().waitFor({ state: 'visible' });
  });

  test('shows the pictures that it was asked about out of the report, and no other', async () => {
    const [small, large] = ['a'.repeat(64), 'b'.repeat(64)];
    const shown = (sha256: string) => ({ image: 'receipt.png', mediaType: 'image/png', bytes: 70, sha256 });
    const exam = [
      {
        id: 'talk',
        tags: [],
        weight: 1,
        vars: { question: 'Till when?', receipt: shown(small), other: shown(large) },
        checks: [],
        at: { file: 'p.cases.yml' },
      },
    ];
    const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const report = { ...spoken, prompts: spoken.prompts.map((prompt) => ({ ...prompt, exam })) };
    const page = await open({ ...report, pictures: { [small]: `data:image/png;base64,${pixel}` } }, '#case=talk');
    await page.locator('.asked img').first().waitFor();
    expect(
      await page.locator('.asked img').evaluateAll((all) => all.map((one) => Reflect.get(one, 'naturalWidth'))),
    ).toEqual([1]);
    expect(await page.locator('.asked').first().textContent()).toContain('[image: receipt.png] image/png, 70 bytes');
  });

  test('lays replies out in the direction of their language, and JSON in lines', async () => {
    const page = await open(spoken, '#case=arabic');
    expect(await page.evaluate("getComputedStyle(document.querySelector('.side.new .text')).direction")).toBe('rtl');
    await page.keyboard.press('j');
    await page.locator('.side.new > .json').waitFor();
    expect(await page.locator('.side.new > .json').textContent()).toBe('{\n  "days": 30\n}');
  });
});

describe('the other parts', () => {
  test('are tabs that the address names, one of them shown at a time', async () => {
    const page = await open(sixty);
    expect(await page.locator('main > section:visible').count()).toBe(0);
    await page.getByRole('tab', { name: 'Models and cost' }).click();
    expect(await page.locator('main > section:visible').evaluateAll((all) => all.map(({ id }) => id))).toEqual([
      'models',
    ]);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => fragment(page).get('tab'), { timeout: 20_000 }).toBe('sure');
    expect(await page.getByText('A harmless edit is blocked in at most 1 of 20 reviews.').first().isVisible()).toBe(
      true,
    );
    await page.goBack();
    await page.locator('#models').waitFor({ state: 'visible' });
  });

  test('stand with the cases that broke where scripts are off, and on paper', async () => {
    const still = await open(sixty, '', { javaScriptEnabled: false });
    for (const id of ['cards', 'models', 'diff', 'sure'])
      expect(await still.locator(`#${id}`).isVisible(), id).toBe(true);
    expect(await still.locator('#cards article').count()).toBe(3);
    const printed = await open(sixty);
    await printed.emulateMedia({ media: 'print' });
    for (const id of ['cards', 'models', 'diff', 'sure'])
      expect(await printed.locator(`#${id}`).isVisible(), id).toBe(true);
    expect(await printed.locator('#app').isVisible()).toBe(false);
    expect(
      await printed.evaluate('[...document.querySelectorAll("table")].every((one) => one.scrollWidth <= innerWidth)'),
    ).toBe(true);
  });
});

describe('nothing a report holds', () => {
  test('is taken for markup or a script: the browser refuses what could be', async () => {
    const page = await open(hostile);
    await page.locator('.case .text').first().waitFor();
    expect(await page.locator('img, iframe, script:not([type]):not(:last-child)').count()).toBe(0);
    expectFault('TrustedHTML');
    // Trusted Types: even our own program could not put text into the page as HTML.
    expect(
      await page.evaluate(
        `(() => { try { document.body.innerHTML = '<b>x</b>'; return 'taken'; } catch (error) { return error.name; } })()`,
      ),
    ).toBe('TypeError');
    for (const tab of ['Prompt diff', 'Models and cost', 'How sure'])
      await page.getByRole('tab', { name: tab }).click();
  });

  test('makes the page wider than a phone', async () => {
    for (const report of [several, hostile, spoken]) {
      const page = await open(report, '', { viewport: { width: 360, height: 700 } });
      const width = () => page.evaluate('document.documentElement.scrollWidth');
      expect(await width()).toBe(360);
      await page.locator('.lines .row:not(.prompt)').first().click();
      await page.locator('.case .side').first().waitFor();
      expect(await width()).toBe(360);
      for (const tab of ['diff', 'models', 'sure']) {
        await page.locator(`#tab-${tab}`).click();
        expect(await width(), tab).toBe(360);
      }
    }
  });
});

test.each([
  ['light', 1280],
  ['dark', 390],
] as const)('has no fault of accessibility, %s at %d pixels', async (colorScheme, width) => {
  // The audit is no part of the page: its policy would refuse it.
  await expectAccessible(
    await open(sixty, '#case=account-status', { colorScheme, viewport: { width, height: 900 }, bypassCSP: true }),
  );
});

test.each(['light', 'dark'] as const)(
  'the models at hand and merged versions have a matrix, drawings and figures (%s), and nothing wider than a phone but what scrolls',
  async (colorScheme) => {
    const page = await open(merged, '', { ...phone, colorScheme, bypassCSP: true });
    await page.locator('#tab-models').click();
    const matrix = page.getByRole('region', { name: 'Models that this is safe on' });
    expect(await matrix.locator('thead').textContent()).toMatch(/^ModelVerdictScoreFailsPer 1,000/u);
    expect(await matrix.locator('tbody tr').count()).toBe(3);
    expect(await page.getByRole('img', { name: /^Score of merged versions on / }).count()).toBe(3);
    expect(await page.getByRole('img', { name: /^Cost of 1,000 replies of merged versions on / }).count()).toBe(3);
    const versions = page.getByRole('region', { name: 'Merged versions' });
    expect(await versions.locator('tbody tr').count()).toBe(30);
    // The latest ten of fourteen, the newest first.
    expect(await versions.locator('tbody tr').first().textContent()).toContain('0000000');
    expect(await versions.locator('tbody tr').nth(9).textContent()).toContain('2026-11-05');
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expect(await page.evaluate('document.querySelectorAll("*").length')).toBeLessThanOrEqual(2500);
    await page.evaluate(axe.source);
    const faults =
      "axe.run('#models', { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id }) => id))";
    expect(await page.evaluate(faults)).toEqual([]);
  },
);
