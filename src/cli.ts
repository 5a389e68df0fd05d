#!/usr/bin/env node
/** The command line. The version is checked before anything that an older Node could not load. */
const least = [22, 13] as const;
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < least[0] || (major === least[0] && minor < least[1])) {
  process.stderr.write(`promptgate needs Node ${least.join('.')} or later; this is ${process.versions.node}.\n`);
  process.exit(2);
}
const { keepCompiled } = await import('./wire/keep-compiled.ts');
keepCompiled();
const { runCommandLine } = await import('./command-line.ts');
process.exit(await runCommandLine(process.argv.slice(2)));

export {};
