import "./rolldown-runtime.js";
import { setFlagsFromString } from "node:v8";

// src/providers/collect-early.ts
function collectEarly() {
	setFlagsFromString("--semi-space-growth-factor=1");
	setFlagsFromString("--heap-growing-percent=10");
}

export { collectEarly };