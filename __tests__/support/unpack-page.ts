import { gunzipSync } from 'node:zlib';

/** What a page holds packed: its index, then its blocks of cases. */
export function unpackPage(page: string): readonly string[] {
  const packed = page.matchAll(/<script type="application\/gzip" id="[\w-]+">([\w+/=]*)<\/script>/gu);
  return [...packed].map(([, text = '']) => gunzipSync(Buffer.from(text, 'base64')).toString());
}

/** A page without its program and its packed data: what stands where no script runs. */
export function staticPartOf(page: string): string {
  return page.replaceAll(/<script\b[^>]*>[\s\S]*?<\/script>/gu, '');
}

/** All texts of a page: those that stand in it, and those that its program shows. */
export function textsOfPage(page: string): string {
  return [staticPartOf(page), ...unpackPage(page)].join('\n');
}
