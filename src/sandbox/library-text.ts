import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { SandboxScript } from '../core/ports.ts';

const require = createRequire(import.meta.url);

/** Builds of libraries that run inside the sandbox, as scripts without modules. */
const files = {
  nunjucks: () => require.resolve('nunjucks/browser/nunjucks.min.js'),
} as const satisfies Record<NonNullable<SandboxScript['library']>, () => string>;

/** The source of a library. The build puts the text in the place of this module (`scripts/build/inline-libraries.ts`). */
export function libraryText(name: keyof typeof files): string {
  return readFileSync(files[name](), 'utf8');
}
