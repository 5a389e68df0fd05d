import { E as string, b as number, d as boolean, h as int, l as array, p as discriminatedUnion, r as datetime, v as literal, w as record, x as object } from "./zod.js";

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
const driftLine = discriminatedUnion("kind", [
	runLine,
	confirmationLine,
	acceptedLine
]);

// src/core/drift/read-history.ts
function readHistory(text, file) {
	const lines = [];
	const unread = [];
	for (const [index, line] of text.split("\n").entries()) {
		if (line.trim() === "") continue;
		const read = readLine(line);
		if (typeof read === "string") unread.push({
			at: `${file}:${index + 1}`,
			why: read
		});
		else lines.push(read);
	}
	return {
		lines,
		unread
	};
}
function readLine(line) {
	let value;
	try {
		value = JSON.parse(line);
	} catch {
		return "is no JSON";
	}
	const read = driftLine.safeParse(value);
	if (read.success) return read.data;
	if (typeof value === "object" && value !== null && "version" in value && typeof value.version === "number" && value.version > 1) return `was written by a later version (${value.version})`;
	return `is no line of a history: ${read.error.issues[0]?.message ?? "it has another shape"}`;
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
function rowName(prompt, model) {
	return JSON.stringify([prompt, model]);
}

export { writeHistory as a, rowsOfHistory as i, readHistory as n, rowName as r, monthOf as t };