import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type OpenPage, openPages, type Pages } from './open-pages.ts';

/** Opens pages in one browser for all tests of a file; after each of them: nothing was asked for, and nothing said on the console. */
export function watchPages(): {
  readonly open: (...given: Parameters<Pages['open']>) => Promise<Page>;
  /** A page as it is written. */
  readonly openWritten: (...given: Parameters<Pages['openWritten']>) => Promise<Page>;
  /** A line of the console that a test brings about itself. */
  readonly expectFault: (part: string) => void;
} {
  let pages: Pages;
  let opened: OpenPage[] = [];
  let expected: string[] = [];
  beforeAll(async () => {
    pages = await openPages();
  }, 240_000);
  afterAll(() => pages.close());
  afterEach(async () => {
    const faults = opened.flatMap((one) => one.faults);
    const wanted = expected;
    await Promise.all(opened.map(({ page }) => page.close()));
    opened = [];
    expected = [];
    expect(faults.filter((fault) => !wanted.some((part) => fault.includes(part)))).toEqual([]);
  });
  const kept = async (opening: Promise<OpenPage>): Promise<Page> => {
    const one = await opening;
    opened.push(one);
    return one.page;
  };
  return {
    open: (...given) => kept(pages.open(...given)),
    openWritten: (...given) => kept(pages.openWritten(...given)),
    expectFault: (part) => void expected.push(part),
  };
}
