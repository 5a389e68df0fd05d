import type { PageForm } from '../core/page-form.ts';

/** What an HTML report is written with, loaded when one is: most runs write none. */
export async function loadPage(): Promise<PageForm> {
  return (await import('../hosts/page/load-page.ts')).loadPage();
}
