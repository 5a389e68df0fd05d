import { E as string, O as union, f as custom, l as array, v as literal, x as object } from "./zod.js";
import { n as nestingOf } from "./json-members.js";
import { t as ProblemError } from "./problem.js";
import { t as isObject } from "./is-object.js";
import { a as checkScoreSchema, c as stepSchema, i as caseSchema, l as turnSchema, n as promptSchema, r as rowSchema, s as replySchema, t as reportSchema, u as usageSchema } from "./report.js";
import { t as count } from "./quantities.js";

// src/core/report/parse-report.ts
const placeIn = (list) => count.meta({ description: `Place in \`shared.${list}\`, counted from 0.` });
const sharingTrace = array(stepSchema.extend({ contexts: array(placeIn("texts")).exactOptional() }));
const sharingReply = replySchema.extend({
	text: placeIn("texts").exactOptional(),
	transcript: array(turnSchema.extend({
		content: placeIn("texts"),
		trace: sharingTrace.exactOptional()
	})).exactOptional(),
	trace: sharingTrace.exactOptional(),
	checks: array(placeIn("checks")),
	usage: placeIn("usages").exactOptional(),
	model: placeIn("models").exactOptional()
});
const sharingCase = caseSchema.extend({ replies: array(sharingReply) });
const sharingRow = rowSchema.extend({ cases: array(sharingCase) });
const longReportSchema = reportSchema.extend({
	version: literal(2),
	prompts: array(promptSchema.extend({ models: array(sharingRow) })),
	shared: object({
		texts: array(string()),
		checks: array(checkScoreSchema),
		usages: array(usageSchema),
		models: array(string())
	})
});
const savedReportSchema = union([reportSchema, longReportSchema]);
function tellWhole(saved) {
	if (!isObject(saved) || saved["version"] !== 2 || !isObject(saved["shared"])) return saved;
	const { shared, ...report } = saved;
	const listOf = (name) => {
		const list = shared[name];
		return isList(list) ? list : [];
	};
	const [texts, checks, usages, models] = [
		listOf("texts"),
		listOf("checks"),
		listOf("usages"),
		listOf("models")
	];
	const lists = {
		texts,
		checks,
		usages,
		models
	};
	const inCase = (one) => eachOf(one, "replies", (reply) => tellReply(reply, lists));
	const inRow = (row) => eachOf(row, "cases", inCase);
	const inPrompt = (prompt) => eachOf(prompt, "models", inRow);
	return {
		...eachOf(report, "prompts", inPrompt),
		version: 1
	};
}
function tellReply(reply, { texts, checks, usages, models }) {
	const { text, transcript, checks: places, usage, model } = reply;
	const step = (one) => {
		const { contexts } = one;
		return isList(contexts) ? {
			...one,
			contexts: contexts.map((place) => tell(place, texts))
		} : one;
	};
	const turn = (one) => ({
		...eachOf(one, "trace", step),
		content: tell(one["content"] ?? null, texts)
	});
	return {
		...eachOf(reply, "trace", step),
		...text === void 0 ? {} : { text: tell(text, texts) },
		...transcript === void 0 ? {} : eachOf({ transcript }, "transcript", turn),
		...isList(places) ? { checks: places.map((place) => tell(place, checks)) } : {},
		...usage === void 0 ? {} : { usage: tell(usage, usages) },
		...model === void 0 ? {} : { model: tell(model, models) }
	};
}
function tell(place, list) {
	return typeof place === "number" ? list[place] ?? place : place;
}
function eachOf(held, key, replace) {
	const list = held[key];
	return isList(list) ? {
		...held,
		[key]: list.map((item) => isObject(item) ? replace(item) : item)
	} : held;
}
function isList(value) {
	return Array.isArray(value);
}
const deepest = 1e3;
const anyJson = custom(() => true);
function parseReport(text, file) {
	if (nestingOf(text) > deepest) throw unreadable(file, `it is nested deeper than ${deepest} levels`);
	const read = reportSchema.safeParse(tellWhole(parseJson(text, file)));
	if (read.success) return read.data;
	const [first] = read.error.issues;
	throw unreadable(file, `it is not a report of Promptgate, or one of another version${first === void 0 || first.path.length === 0 ? "" : ` (at ${first.path.map(String).join(".")}: ${first.message})`}`);
}
function parseJson(text, file) {
	try {
		return anyJson.parse(JSON.parse(text));
	} catch (fault) {
		throw unreadable(file, `it is not JSON: ${fault instanceof Error ? fault.message : String(fault)}`);
	}
}
function unreadable(file, why) {
	return new ProblemError({
		reason: "files",
		at: { file },
		what: `The report cannot be read: ${why}.`,
		fix: "Name a promptgate.json as the artifact of a run holds it, or what `--json` printed."
	});
}

export { tellWhole as n, parseReport as t };