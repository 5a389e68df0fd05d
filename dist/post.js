import "./chunks/rolldown-runtime.js";
import { r as flushOutput } from "./chunks/create-log.js";
import { i as openRunner, t as keepStore } from "./chunks/kept-store.js";

// src/post.ts
try {
	await keepStore(await openRunner());
} catch (fault) {
	process.stdout.write(`Replies are not kept for later runs: ${fault instanceof Error ? fault.name : "unknown fault"}\n`);
}
await flushOutput();
process.exit(0);

export {  };