/** Fails where dist/ is not what the sources make. Run: npm run check:dist */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from './build/bundle.ts';

const root = join(import.meta.dirname, '..');
const fresh = mkdtempSync(join(tmpdir(), 'promptgate-dist-'));
try {
  await bundle(root, fresh);
  const [committed, built] = [read(join(root, 'dist')), read(fresh)];
  const names = [...new Set([...committed.keys(), ...built.keys()])].toSorted();
  const differing = names.filter((name) => committed.get(name) !== built.get(name));
  if (differing.length === 0) console.log(`dist/ is what the sources make (${built.size} files).`);
  else {
    console.error(`dist/ is stale: ${differing.join(', ')}. Run \`npm run build\` and commit dist/.`);
    process.exitCode = 1;
  }
} finally {
  rmSync(fresh, { recursive: true });
}

/** Contents by path, and whether a file may be run: `npm ci` makes the command executable, and the tree must stay clean. */
function read(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((file) => {
      const path = join(file.parentPath, file.name);
      const isExecutable = (statSync(path).mode & 0o100) !== 0;
      return [
        path.slice(folder.length + 1).replaceAll('\\', '/'),
        `${isExecutable ? 'executable' : 'plain'}\n${readFileSync(path, 'utf8')}`,
      ];
    }),
  );
}
