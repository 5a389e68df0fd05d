import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Writes files into a fresh folder that only this user can enter; its path. Each may be a program. */
export function layOutFiles(files: ReadonlyMap<string, string>, temp: string | undefined): string {
  const folder = mkdtempSync(join(temp ?? tmpdir(), 'promptgate-scorers-'));
  for (const [path, text] of files) {
    const at = join(folder, path);
    mkdirSync(dirname(at), { recursive: true });
    writeFileSync(at, text, { mode: 0o700 });
  }
  return folder;
}
