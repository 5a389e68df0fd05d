import type { Report, ReportCase, ReportPrompt } from '../../core/report/report.ts';
import { escapeName } from './escape.ts';

/** Longer ones belong to ids that nobody wrote by hand; a table of them would be the whole comment. */
const longestAddress = 400;

/** A link; empty where there is no address, or none that is plain. */
export function linkTo(text: string, address: string | undefined): string {
  const plain = plainAddress(address);
  return plain === undefined ? '' : `<a href="${plain.replaceAll('&', '&amp;')}">${text}</a>`;
}

/** A case by its name, which leads to it on the page where there is one. */
export function linkToCase(
  { prompt, case: { id } }: { readonly prompt: Pick<ReportPrompt, 'path'>; readonly case: Pick<ReportCase, 'id'> },
  report: Report,
): string {
  const page = plainAddress(report.links.report);
  const where = report.prompts.length > 1 ? `&prompt=${encoded(prompt.path)}` : '';
  const address = page === undefined ? undefined : `${page}#case=${encoded(id)}${where}`;
  if (address === undefined || address.length > longestAddress) return escapeName(id);
  const link = linkTo(escapeName(id), address);
  return link === '' ? escapeName(id) : link;
}

function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll(
    /[!'()*]/gu,
    (letter) => `%${letter.charCodeAt(0).toString(16)}`,
  );
}

/**
 * The address where it is a plain one, that nothing in HTML or Markdown could take for anything else: the only live links in
 * our output lead to the run and its report.
 */
export function plainAddress(address: string | undefined): string | undefined {
  return address !== undefined && /^https?:\/\/[\w.:-]+(?:\/[\w\-./~%?=&#]*)?$/u.test(address) ? address : undefined;
}
