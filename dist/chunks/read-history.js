import { s as readKeptLines } from "./alert-state.js";
import { E as string, b as number, d as boolean, h as int, i as _enum, l as array, p as discriminatedUnion, r as datetime, v as literal, w as record, x as object } from "./zod.js";
import { i as mostValue, r as leastValue, t as areOnScale } from "./channels.js";

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
	values: record(string(), array(number().min(leastValue).max(mostValue))).refine(areOnScale, "a value that its channel cannot have"),
	missing: count,
	text: string().exactOptional(),
	sketch: string().exactOptional(),
	judged: literal(true).exactOptional()
});
const runLine = object({
	kind: literal("run"),
	...place,
	served: array(object({
		model: string(),
		fingerprint: string().exactOptional(),
		replies: count
	})),
	cases: array(caseOfRun),
	embedder: string().exactOptional(),
	watchesFingerprint: literal(true).exactOptional(),
	judged: array(string()).exactOptional()
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
			values: array(number().min(-1e6).max(1))
		}))
	}))
});
const searchLine = object({
	kind: literal("search"),
	...place,
	tried: count,
	found: array(string())
});
const anchorLine = object({
	kind: literal("anchor"),
	...place,
	id: string(),
	key: string(),
	text: string()
});
const driftLine = discriminatedUnion("kind", [
	runLine,
	confirmationLine,
	acceptedLine,
	canaryLine,
	searchLine,
	anchorLine
]);
function takenAsUsual({ version, at, run, prompt, model }) {
	return {
		kind: "accepted",
		version,
		at,
		run,
		prompt,
		model
	};
}

// src/core/drift/is-run-line.ts
function isRunLine(value) {
	if (!isObject(value)) return false;
	const { kind, version, at, run, prompt, model, served, cases, judged, watchesFingerprint } = value;
	return hasOnly(value, keysOfRun) && kind === "run" && version === 1 && isTime(at) && isName(run) && isName(prompt) && isName(model) && Array.isArray(served) && served.every(isServed) && Array.isArray(cases) && cases.every(isCase) && (!("watchesFingerprint" in value) || watchesFingerprint === true) && (!("judged" in value) || Array.isArray(judged) && judged.every((one) => typeof one === "string"));
}
function isCase(value) {
	if (!isObject(value)) return false;
	const { id, key, input, values, missing, text, judged } = value;
	if (!hasOnly(value, keysOfCase)) return false;
	if (typeof id !== "string" || typeof key !== "string" || !isCount(missing) || !isObject(values)) return false;
	if ("input" in value && !isCount(input)) return false;
	if ("judged" in value && judged !== true) return false;
	if ("text" in value && typeof text !== "string") return false;
	for (const channel in values) {
		const held = values[channel];
		if (channel === "__proto__" || !Array.isArray(held) || !areOnScale({ [channel]: held })) return false;
	}
	return true;
}
const keysOfRun = /* @__PURE__ */ new Set([...[
	"kind",
	"version",
	"at",
	"run",
	"prompt",
	"model",
	"served",
	"cases",
	"judged",
	"watchesFingerprint"
]]);
const keysOfCase = /* @__PURE__ */ new Set([
	"id",
	"key",
	"input",
	"values",
	"missing",
	"text",
	"judged"
]);
const keysOfServed = /* @__PURE__ */ new Set([
	"model",
	"fingerprint",
	"replies"
]);
function hasOnly(value, known) {
	for (const key in value) if (!known.has(key)) return false;
	return true;
}
function isServed(value) {
	if (!isObject(value)) return false;
	const { model, fingerprint, replies } = value;
	if (!hasOnly(value, keysOfServed)) return false;
	return typeof model === "string" && isCount(replies) && (!("fingerprint" in value) || typeof fingerprint === "string");
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function isName(value) {
	return typeof value === "string" && value !== "";
}
function isCount(value) {
	return Number.isSafeInteger(value) && Number(value) >= 0;
}
function isTime(value) {
	return typeof value === "string" && time.test(value);
}
const time = new RegExp(`^\\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d\\.\\d{3}Z$`, "u");

// src/core/drift/read-history.ts
function readHistory(text, file) {
	return readKeptLines(text, file, {
		line: driftLine,
		version: 1,
		isLine: isRunLine
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
const judgeRow = "*judge*";
function rowName(prompt, model) {
	return JSON.stringify([prompt, model]);
}

export { rowName as a, takenAsUsual as c, readHistory as i, judgeRow as n, rowsOfHistory as o, monthOf as r, writeHistory as s, canaryRow as t };