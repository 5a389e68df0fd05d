import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { actionMetadata } from './action-metadata.ts';
import { checksDoc } from './checks-doc.ts';
import { floorPicture, floorTable } from './floor-parts.ts';
import { formatsDoc, scoreFilesTable } from './formats-doc.ts';
import { jsonSchemas } from './json-schemas.ts';
import { withMarkedParts } from './marked-parts.ts';
import { readmeTables } from './readme-tables.ts';
import { serviceTables } from './services-doc.ts';

/** Every file of the repository that is made from the code, by path, with the text it should have. */
export function generatedFiles(root: string): ReadonlyMap<string, string> {
  const marked = (path: string, parts: Readonly<Record<string, () => string>>): string =>
    withMarkedParts({ path, text: readFileSync(join(root, path), 'utf8') }, parts);
  return new Map([
    ['action.yml', actionMetadata({ post: existsSync(join(root, 'src/post.ts')) })],
    ['README.md', marked('README.md', readmeTables)],
    ['CONTRIBUTING.md', marked('CONTRIBUTING.md', floorTable)],
    ['docs/architecture.md', marked('docs/architecture.md', floorPicture)],
    ['docs/checks.md', checksDoc()],
    ['docs/compare.md', marked('docs/compare.md', scoreFilesTable)],
    ['docs/formats.md', formatsDoc()],
    ['docs/services.md', marked('docs/services.md', serviceTables)],
    ...jsonSchemas(),
  ]);
}
