import { join } from 'node:path';
import { rolldown } from 'rolldown';

const root = join(import.meta.dirname, '..', '..', '..');

/**
 * The program that runs in the page, bundled from `src/page/` into one script. The build puts its text in the place of this
 * module (`scripts/build/inline-page.ts`).
 */
export async function loadProgram(): Promise<string> {
  return (await bundleProgram()).code;
}

/** The script, and the modules it was made of. */
export async function bundleProgram(): Promise<{ readonly code: string; readonly modules: readonly string[] }> {
  const building = await rolldown({
    cwd: root,
    input: './src/page/main.tsx',
    platform: 'browser',
    tsconfig: 'tsconfig.page.json',
    transform: {
      target: 'es2022',
      define: { 'process.env.NODE_ENV': '"production"' },
    },
    onLog(level, log) {
      if (level === 'warn') throw new Error(`${log.code ?? 'warning'}: ${log.message}`);
    },
  });
  const { output } = await building.generate({
    format: 'iife',
    minify: true,
    sourcemap: false,
    comments: { legal: false, annotation: false, jsdoc: false },
  });
  await building.close();
  const [script] = output;
  // It stands between the tags of a script: nothing in it may end that.
  return { code: script.code.trim().replaceAll('</script', String.raw`<\/script`), modules: script.moduleIds };
}
