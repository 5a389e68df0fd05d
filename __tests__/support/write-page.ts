import type { Report } from '../../src/core/report/report.ts';
import { loadPage } from '../../src/hosts/page/load-page.ts';
import { writeHtml } from '../../src/reporters/html.ts';
import { whole } from './whole.ts';

const form = await loadPage();

/** The page of a report as it is written to its file. */
export function writePage(report: Report): string {
  return whole(writeHtml(report, form));
}
