import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { actionMetadata } from './action-metadata.ts';
import { checksDoc } from './checks-doc.ts';
import { formatsDoc } from './formats-doc.ts';
import { jsonSchemas } from './json-schemas.ts';
import { readmeWithTables } from './readme-tables.ts';

/** Every file of the repository that is made from the code, by path, with the text it should have. */
export function generatedFiles(root: string): ReadonlyMap<string, string> {
  return new Map([
    ['action.yml', actionMetadata({ post: existsSync(join(root, 'src/post.ts')) })],
    ['README.md', readmeWithTables(readFileSync(join(root, 'README.md'), 'utf8'))],
    ['docs/checks.md', checksDoc()],
    ['docs/formats.md', formatsDoc()],
    ...jsonSchemas(),
  ]);
}
