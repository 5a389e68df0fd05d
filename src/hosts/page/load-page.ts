import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { PageForm } from '../../core/page-form.ts';
import { loadProgram } from './load-program.ts';

/** What a page is written with: its program, which is read when the first page is. */
export async function loadPage(): Promise<PageForm> {
  return {
    program: await loadProgram(),
    pack: (text) => gzipSync(text, { level: 9 }).toString('base64'),
    hash: (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`,
  };
}
