import { t as hash } from "./hash.js";

// src/core/fingerprint.ts
function fingerprintOf(design, settings, beside) {
	const { maxCalls, maxCostUsd, timeoutMs } = settings;
	const { publishReplies, mask, overrides } = settings;
	const { gate, sampling, trials, judge, embeddings, simulate, scorers, applications, providers, prices } = settings;
	const { programs, ...besides } = beside;
	return hash({
		form: 4,
		prompts: design.prompts.map(({ change, cells, edits = [] }) => ({
			path: change.path,
			change: change.change,
			changed: change.exam.changed,
			cells: cells.map(judgedOf),
			...edits.length > 0 && { edits: edits.map(judgedOf) }
		})),
		beside: besides,
		...programs !== void 0 && { programs },
		limits: {
			maxCalls,
			maxCostUsd,
			timeoutMs
		},
		gate: {
			...gate,
			sampling,
			trials
		},
		...overrides.length > 0 && { overrides },
		judges: {
			judge,
			embeddings,
			simulate,
			scorers: [...scorers]
		},
		...applications.size > 0 && { applications: [...applications] },
		endpoints: [...providers].map(([name, { api, baseUrl, apiVersion = [] }]) => [
			name,
			baseUrl,
			api === "chat" ? [] : [api],
			apiVersion
		].flat()),
		prices: [...prices],
		...publishReplies !== "excerpt" && { publishReplies },
		...mask && { mask }
	});
}
function judgedOf({ row, exam, comparison }) {
	const { key, family, weight, version } = exam;
	return {
		row,
		key,
		family,
		weight,
		version,
		comparison,
		...scoredByOf(exam)
	};
}
function scoredByOf({ golden }) {
	const { context, reference, label, segment, min, callsAsText, scoring, earlier } = golden;
	return {
		read: {
			context,
			reference,
			label,
			segment,
			min,
			callsAsText,
			...scoring && { scoring },
			...earlier && { earlier }
		},
		checks: golden.checks.map(withoutPlace),
		notRun: golden.notRun.map(({ name }) => name)
	};
}
function withoutPlace({ at: _, ...check }) {
	return check;
}

// src/core/assemble/replay-marks.ts
const digits = 16;
function markEdits(edits, settings) {
	return hash(edits.map((cell) => [cell.row, replayMarksOf(cell, settings)])).slice(0, digits);
}
function replayMarksOf({ comparison, exam }, { judge, embeddings, simulate, scorers }) {
	const { earlier = [] } = exam.golden;
	const judges = [
		judge ?? null,
		embeddings ?? null,
		simulate ?? null,
		[...scorers]
	];
	return {
		asked: hash([comparison, earlier]).slice(0, digits),
		scoredBy: hash([scoredByOf(exam), judges]).slice(0, digits)
	};
}

export { replayMarksOf as n, fingerprintOf as r, markEdits as t };