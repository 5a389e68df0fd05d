import { gunzipSync } from 'node:zlib';
import type { Report } from '../../src/core/report/report.ts';
import { loadPage } from '../../src/hosts/page/load-page.ts';
import { writeHtml } from '../../src/reporters/html.ts';
import { whole } from './whole.ts';

const form = await loadPage();

/** The page of a report as it is written to its file. */
export function writePage(report: Report): string {
  return whole(writeHtml(report, form));
}

/** What a page holds packed: its index, then its blocks of cases. */
export function unpackPage(page: string): readonly string[] {
  const packed = page.matchAll(/<script type="application\/gzip" id="[\w-]+">([\w+/=]*)<\/script>/gu);
  return [...packed].map(([, text = '']) => gunzipSync(Buffer.from(text, 'base64')).toString());
}

/** A page without its program and its packed data: what stands where no script runs. */
export function staticPartOf(page: string): string {
  return page.replaceAll(/<script\b[^>]*>[\s\S]*?<\/script>/gu, '');
}
