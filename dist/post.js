import "./chunks/rolldown-runtime.js";
import { l as openRunner, n as keepStore, t as flushOutput } from "./chunks/wire.js";

// src/post.ts
try {
	await keepStore(openRunner());
} catch (fault) {
	process.stdout.write(`Replies are not kept for later runs: ${fault instanceof Error ? fault.name : "unknown fault"}\n`);
}
await flushOutput();
process.exit(0);

export {  };