import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { measurePromptfoo } from './measure-promptfoo.ts';
import { measureStart, measureWholeRun } from './measure-whole-run.ts';
import { runNode } from './run-node.ts';
import { startService } from './start-service.ts';

/**
 * Asking against its limit N × latency / concurrency, each in a process of its own.
 * `--sizes 200,4000` asks fewer; `--promptfoo` installs promptfoo into a temporary folder and runs it beside us.
 */
const latencyMs = 100;
const concurrency = 64;
const measured = z.object({ spanMs: z.number(), cpuMs: z.number(), peakMb: z.number(), answered: z.number() });
const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : (process.argv[at + 1] ?? '');
};
const sizes = (option('sizes') ?? '200,4000,20000').split(',').map(Number);
const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const script = fileURLToPath(new URL('./ask.ts', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'promptgate-bench-'));
const service = await startService(latencyMs);
try {
  console.log(
    `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${latencyMs} ms, ${concurrency} at once\n`,
  );
  console.log('| calls | span / limit | CPU a call | peak memory |\n| --- | --- | --- | --- |');
  for (const size of sizes) {
    const { stdout, stderr } = await runNode([
      script,
      service.url,
      join(folder, `${size}.sqlite`),
      `${size}`,
      `${concurrency}`,
    ]);
    const result = measured.safeParse(stdout === '' ? undefined : JSON.parse(stdout));
    if (!result.success || result.data.answered !== size)
      throw new Error(`asking ${size} calls failed: ${stdout}${stderr}`);
    const { spanMs, cpuMs, peakMb } = result.data;
    const ratio = spanMs / limitOf(size);
    console.log(`| ${size} | ${ratio.toFixed(2)} | ${cpuMs.toFixed(2)} ms | ${peakMb.toFixed(0)} MB |`);
  }
  if (existsSync(cli)) {
    const start = await measureStart(cli, folder);
    console.log(
      `\nStart of a skipped review: ${start.skipMs.toFixed(0)} ms, bare node ${start.bareMs.toFixed(0)} ms: ${(start.skipMs / start.bareMs).toFixed(1)} ×\n`,
    );
    for (const size of sizes.filter((count) => count <= 4000)) {
      const wallMs = await measureWholeRun({ cli, folder, url: service.url, calls: size, concurrency });
      console.log(
        `Whole review of ${size} calls: ${(wallMs / 1000).toFixed(2)} s, ${(wallMs / limitOf(size)).toFixed(2)} × limit`,
      );
    }
    if (process.argv.includes('--promptfoo')) {
      console.log(await measurePromptfoo({ cli, folder, url: service.url, calls: 200, concurrency }));
    }
  } else console.log('\nWithout dist/ the whole run is not measured: npm run build first.');
} finally {
  service.stop();
  rmSync(folder, { recursive: true, force: true });
}

function limitOf(size: number): number {
  return (size * latencyMs) / concurrency;
}
