#!/usr/bin/env node
import "./chunks/rolldown-runtime.js";

// src/cli.ts
const least = [22, 13];
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < least[0] || major === least[0] && minor < least[1]) {
	process.stderr.write(`promptgate needs Node ${least.join(".")} or later; this is ${process.versions.node}.\n`);
	process.exit(2);
}
const { keepCompiled } = await import("./chunks/keep-compiled.js");
keepCompiled();
const { runCommandLine } = await import("./chunks/command-line.js");
process.exit(await runCommandLine(process.argv.slice(2)));

export {  };