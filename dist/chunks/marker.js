import { E as string, b as number, g as json, i as _enum, l as array, v as literal, w as record, x as object } from "./zod.js";
import { n as settledVerdicts, r as verdicts } from "./verdict.js";

// src/core/publish/marker.ts
const markerSchema = object({
	version: literal(1),
	name: string(),
	run: string(),
	startedAt: number(),
	head: string(),
	verdict: _enum(verdicts),
	judged: array(object({
		fingerprint: string(),
		at: string().optional(),
		verdict: _enum(settledVerdicts).optional(),
		head: string().optional(),
		line: string().optional()
	})).min(1),
	asking: literal(true).optional(),
	carried: record(string(), json()),
	signature: string().optional()
});
const markerOpens = "<!-- promptgate ";
const markerCloses = " -->";
function readMarker(body) {
	const line = markedLine(body);
	if (line === void 0) return void 0;
	const read = markerSchema.safeParse(parse(line.slice(16, -4)));
	return read.success ? read.data : void 0;
}
function textBesideMarker(body) {
	const text = body.replaceAll("\r\n", "\n");
	const line = markedLine(text);
	return (line === void 0 ? text : text.split("\n").filter((one) => one.trimEnd() !== line).join("\n")).trim();
}
function markedLine(body) {
	return body.split(/\r?\n/u).map((line) => line.trimEnd()).findLast((line) => line.startsWith("<!-- promptgate ") && line.endsWith(" -->"));
}
function parse(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}

export { textBesideMarker as i, markerOpens as n, readMarker as r, markerCloses as t };