import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;
/** What `npx promptgate` has to fetch and to unpack, in bytes; most of it is loaded where a config or a case asks for it. */
const most = { packed: 4_450_000, unpacked: 20_300_000 };

let folder: string;
let packed: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'promptgate-package-'));
  const npm = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  execFileSync('npm', npm, {
    cwd: root,
    stdio: 'pipe',
    env: { ...process.env, npm_config_cache: join(folder, 'npm') },
  });
  packed = join(folder, readdirSync(folder).find((file) => file.endsWith('.tgz')) ?? '');
  execFileSync('tar', ['-xzf', packed, '-C', folder]);
  // As npm lays out what npx runs.
  mkdirSync(join(folder, 'bin'));
  symlinkSync(join(folder, 'package', 'dist', 'cli.js'), join(folder, 'bin', 'promptgate'));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: readonly string[]) => {
  const home = join(folder, 'home');
  mkdirSync(home, { recursive: true });
  const env = { PATH: process.env['PATH'] ?? '', HOME: home };
  return spawnSync(process.execPath, [join(folder, 'bin', 'promptgate'), ...args], {
    cwd: home,
    env,
    encoding: 'utf8',
  });
};
const filesBelow = (path: string): readonly string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe('the package, unpacked in a folder of its own', () => {
  it('runs by its bin, of the version it says, and tells its commands', () => {
    const manifest = JSON.parse(readFileSync(join(folder, 'package/package.json'), 'utf8'));
    expect(manifest.bin).toEqual({ promptgate: 'dist/cli.js' });
    expect(statSync(join(folder, 'package/dist/cli.js')).mode & 0o111).not.toBe(0);
    const version = run('--version');
    expect([version.status, version.stdout.trim()]).toEqual([0, manifest.version]);
    const help = run('check', '--help');
    expect([help.status, help.stdout]).toEqual([0, expect.stringContaining('--models')]);
  });

  it('shows the demo outside any repository, with no other package beside it', () => {
    const demo = run('demo');
    expect([demo.status, demo.stdout]).toEqual([0, expect.stringContaining('3 refund cases broke')]);
  }, 120_000);

  it('loads nothing but itself and Node', () => {
    const loads = filesBelow(join(folder, 'package/dist'))
      .filter((file) => file.endsWith('.js'))
      .flatMap((file) => {
        const lines = readFileSync(file, 'utf8').split('\n');
        return lines.flatMap(
          (line) => /^(?:import|export)\b[^'"`;]*?(?:from )?["']([^"'.][^"']*)["'];?$/u.exec(line)?.[1] ?? [],
        );
      });
    expect(loads.length).toBeGreaterThan(20);
    const foreign = loads.filter((name) => !name.startsWith('node:') && !builtinModules.includes(name));
    expect(foreign).toEqual([]);
  });

  it('is small enough to be fetched on the fly', () => {
    const size = filesBelow(join(folder, 'package')).reduce((sum, file) => sum + statSync(file).size, 0);
    expect(statSync(packed).size).toBeLessThan(most.packed);
    expect(size).toBeLessThan(most.unpacked);
  });

  it('holds the schemas that editors are pointed to, and no sources, tests or benches', () => {
    const held = filesBelow(join(folder, 'package')).map((file) => file.slice(join(folder, 'package/').length));
    expect(held).toContain('schema/promptgate.schema.json');
    expect(held).toContain('schema/cases.schema.json');
    expect(held.filter((file) => /^(?:src|__tests__|bench|scripts|docs)\//u.test(file))).toEqual([]);
  });
});
