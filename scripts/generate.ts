/**
 * Writes what is made from the code: action.yml, the README's tables, the JSON Schemas.
 * `--check` writes nothing and fails where a file is stale. Run: npm run generate
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedFiles } from './generate/generated-files.ts';

const root = join(import.meta.dirname, '..');
const check = process.argv.includes('--check');
const stale: string[] = [];
for (const [path, text] of generatedFiles(root)) {
  const file = join(root, path);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  stale.push(path);
  if (check) continue;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
if (check && stale.length > 0) {
  console.error(`Stale: ${stale.join(', ')}. Run \`npm run generate\` and commit what it wrote.`);
  process.exitCode = 1;
} else {
  console.log(stale.length === 0 ? 'All that is made from the code is fresh.' : `Written: ${stale.join(', ')}.`);
}
