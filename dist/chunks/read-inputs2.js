import "./rolldown-runtime.js";
import { t as ProblemError } from "./problem.js";
import { t as parseInputs } from "./parse-inputs.js";

// src/commands/read-inputs.ts
function readInputs(given) {
	const inputs = parseInputs(given);
	if (inputs.kind === "broken") throw new ProblemError(...inputs.problems);
	return inputs.inputs;
}

export { readInputs as t };