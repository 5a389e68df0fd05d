import { n as readKeptLines } from "./kept-lines.js";
import { E as string, b as number, d as boolean, h as int, i as _enum, l as array, p as discriminatedUnion, r as datetime, v as literal, w as record, x as object } from "./zod.js";

// src/core/drift/drift-line.ts
const driftVersion = 1;
const count = int().min(0);
const place = {
	version: literal(1),
	at: datetime(),
	run: string().min(1),
	prompt: string().min(1),
	model: string().min(1)
};
const caseOfRun = object({
	id: string(),
	key: string(),
	input: count.exactOptional(),
	values: record(string(), array(number())),
	missing: count
});
const runLine = object({
	kind: literal("run"),
	...place,
	served: array(object({
		model: string(),
		fingerprint: string().exactOptional(),
		replies: count
	})),
	cases: array(caseOfRun)
});
const confirmationLine = object({
	kind: literal("confirmation"),
	...place,
	layer: string(),
	confirmed: boolean(),
	p: number().min(0).max(1),
	alpha: number().min(0).max(1),
	cases: array(string()),
	replies: count
});
const acceptedLine = object({
	kind: literal("accepted"),
	...place
});
const canaryLine = object({
	kind: literal("canary"),
	...place,
	method: _enum(["logprobs", "border"]),
	probe: string(),
	served: array(object({
		model: string(),
		replies: count
	})),
	inputs: array(object({
		input: string(),
		replies: array(object({
			tokens: array(string()),
			values: array(number())
		}))
	}))
});
const searchLine = object({
	kind: literal("search"),
	...place,
	tried: count,
	found: array(string())
});
const driftLine = discriminatedUnion("kind", [
	runLine,
	confirmationLine,
	acceptedLine,
	canaryLine,
	searchLine
]);

// src/core/drift/read-history.ts
function readHistory(text, file) {
	return readKeptLines(text, file, {
		line: driftLine,
		version: 1
	});
}
function writeHistory(lines) {
	return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
}
function monthOf(at) {
	return `${at.slice(0, 7)}.ndjson`;
}
function rowsOfHistory(lines) {
	const sorted = lines.toSorted((a, b) => a.at < b.at ? -1 : a.at > b.at ? 1 : 0);
	return Map.groupBy(sorted, ({ prompt, model }) => rowName(prompt, model));
}
const canaryRow = "*canary*";
function rowName(prompt, model) {
	return JSON.stringify([prompt, model]);
}

export { rowsOfHistory as a, rowName as i, monthOf as n, writeHistory as o, readHistory as r, canaryRow as t };