import { t as ProblemError } from "./problem.js";
import { E as string, b as number, h as int, i as _enum, l as array, v as literal, x as object } from "./zod.js";
import { a as alertTargets } from "./config-schema.js";
import { t as alertSchema } from "./alert.js";

// src/core/kept-lines.ts
function readKeptLines(text, file, form) {
	const lines = [];
	const unread = [];
	for (const [index, line] of text.split("\n").entries()) {
		if (line.trim() === "") continue;
		const read = readLine(line, form);
		if (typeof read === "string") unread.push({
			at: `${file}:${index + 1}`,
			why: read
		});
		else lines.push(read.line);
	}
	return {
		lines,
		unread
	};
}
function isOfLaterVersion({ why }) {
	return why.startsWith(later);
}
function ownLines(read, file) {
	const { lines, unread } = read;
	const isForeign = unread.length > 1 || unread.some(({ why }) => why.startsWith(other));
	if (lines.length > 0 || !isForeign || unread.some(isOfLaterVersion)) return read;
	throw new ProblemError({
		reason: "files",
		what: `\`${file}\` is named as the history, and holds something else: none of its lines is one of a history. Nothing was written to it.`,
		at: { file },
		fix: "Name a file of its own as the history: one that is not there yet, or the one of earlier runs."
	});
}
const other = "is no line of a history";
const later = "was written by a later version";
function readLine(line, form) {
	let value;
	try {
		value = JSON.parse(line);
	} catch {
		return "is no JSON";
	}
	if (form.isLine?.(value) === true) return { line: value };
	const read = form.line.safeParse(value);
	if (read.success) return { line: read.data };
	if (typeof value === "object" && value !== null && "version" in value && typeof value.version === "number" && value.version > form.version) return `${later} (${value.version})`;
	return `${other}: ${read.error.issues[0]?.message ?? "it has another shape"}`;
}

// src/core/alerts/alert-state.ts
const entrySchema = object({
	key: string(),
	runs: int().min(0),
	told: array(_enum(alertTargets)),
	since: string().exactOptional(),
	toldMs: number().exactOptional(),
	seenMs: number(),
	about: alertSchema.shape.about
});
const alertStateSchema = object({
	version: literal(1),
	entries: array(entrySchema)
});
const noAlerts = {
	version: 1,
	entries: []
};
function readAlertState(text) {
	if (text.trim() === "") return noAlerts;
	let value;
	try {
		value = JSON.parse(text);
	} catch {
		return "is no JSON";
	}
	const read = alertStateSchema.safeParse(value);
	if (read.success) return read.data;
	return typeof value === "object" && value !== null && "version" in value && Number(value.version) > 1 ? "was written by a later version" : `is no state of alerts: ${read.error.issues[0]?.message ?? ""}`;
}
function whyNoAlertState(text) {
	const read = readAlertState(text);
	return typeof read === "string" ? read : void 0;
}
function writeAlertState(state) {
	return `${JSON.stringify(state)}\n`;
}

export { isOfLaterVersion as a, writeAlertState as i, readAlertState as n, ownLines as o, whyNoAlertState as r, readKeptLines as s, noAlerts as t };