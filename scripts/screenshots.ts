/** Draws the comment and the page of the demo, light and dark, into docs/images/. Run after a build: npm run screenshots */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawPages } from './screenshots/draw-pages.ts';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'promptgate-screenshots-'));
try {
  const cli = join(root, 'dist', 'cli.js');
  execFileSync(process.execPath, [cli, 'demo', '--comment', 'comment.md'], { cwd: folder, stdio: 'inherit' });
  const images = join(root, 'docs', 'images');
  mkdirSync(images, { recursive: true });
  const report = execFileSync('find', [folder, '-name', 'promptgate.html'], { encoding: 'utf8' }).trim();
  await drawPages({ comment: readFileSync(join(folder, 'comment.md'), 'utf8'), report, images, scratch: folder });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
