import { t as ProblemError } from "./problem.js";
import { t as parseInputs } from "./parse-inputs.js";
import { t as exits } from "./exits.js";
import { writeFile } from "node:fs/promises";

// src/commands/put-result.ts
async function putResult({ files, text, faulty, open }, print) {
	for (const file of files) await writeFile(file.path, file.text);
	print(text);
	if (faulty) return exits.input;
	return open ? exits.open : exits.closed;
}

// src/commands/read-inputs.ts
function readInputs(given) {
	const inputs = parseInputs(given);
	if (inputs.kind === "broken") throw new ProblemError(...inputs.problems);
	return inputs.inputs;
}

export { putResult as n, readInputs as t };