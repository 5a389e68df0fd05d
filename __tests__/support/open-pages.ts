import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { type BrowserContext, type BrowserContextOptions, chromium as launcher, type Page } from 'playwright-core';
import type { Report } from '../../src/core/report/report.ts';
import { writePage } from './write-page.ts';

export type OpenPage = {
  readonly page: Page;
  /** Requests beside the page itself, lines of its console, errors and dialogs. */
  readonly faults: readonly string[];
};

/** One browser that opens the pages of reports from files, as a reader does. */
export type Pages = {
  readonly open: (report: Report, fragment?: string, how?: BrowserContextOptions) => Promise<OpenPage>;
  /** A page as it is written, from a file. */
  readonly openWritten: (html: string, how?: BrowserContextOptions) => Promise<OpenPage>;
  /** Any HTML, as wide as that. */
  readonly show: (html: string, width: number) => Promise<Page>;
  readonly close: () => Promise<void>;
};

export async function openPages(): Promise<Pages> {
  const folder = mkdtempSync(join(tmpdir(), 'promptgate-page-'));
  const browser = await launcher.launch({
    executablePath: await chromium.executablePath(),
    // In one process with its pages it would end with the first of them.
    args: chromium.args.filter((arg) => arg !== '--single-process'),
    headless: true,
  });
  const contexts = new Map<string, BrowserContext>();
  const written = new Map<Report, string>();
  const write = (report: Report): string => {
    const file = written.get(report) ?? join(folder, `report-${written.size}.html`);
    if (!written.has(report)) writeFileSync(file, writePage(report));
    written.set(report, file);
    return file;
  };
  const openFile = async (file: string, fragment: string, how: BrowserContextOptions): Promise<OpenPage> => {
    const address = `file://${file}`;
    const key = JSON.stringify(how);
    const context = contexts.get(key) ?? (await browser.newContext({ viewport: { width: 1280, height: 900 }, ...how }));
    contexts.set(key, context);
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('request', (request) => {
      if (request.url().replace(/#.*$/u, '') !== address) faults.push(`asked for ${request.url()}`);
    });
    page.on('console', (message) => void faults.push(message.text()));
    page.on('pageerror', (error) => void faults.push(error.message));
    page.on('dialog', (dialog) => {
      faults.push(dialog.message());
      void dialog.dismiss();
    });
    await page.goto(address + fragment);
    return { page, faults };
  };
  let stills = 0;
  return {
    open: async (report, fragment = '', how = {}) => {
      const opened = await openFile(write(report), fragment, how);
      if (how.javaScriptEnabled !== false) await opened.page.locator('[role=tablist]').waitFor();
      return opened;
    },
    openWritten: async (html, how = {}) => {
      stills += 1;
      const file = join(folder, `still-${stills}.html`);
      writeFileSync(file, html);
      return openFile(file, '', how);
    },
    show: async (html, width) => {
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      await page.setContent(html);
      return page;
    },
    close: async () => {
      await browser.close();
      rmSync(folder, { recursive: true });
    },
  };
}
