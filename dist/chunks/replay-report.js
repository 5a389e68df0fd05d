import "./rolldown-runtime.js";
import { n as replayMarksOf, t as markEdits } from "./replay-marks.js";
import { i as withReasons } from "./with-reasons.js";
import { t as judgeAsMeasured } from "./judge-reliability.js";
import { i as passagesOf, n as failed, o as saidBy, r as measureSaid, s as scoreWith, t as emptiness } from "./run-side.js";
import { t as failureReasons } from "./reply.js";

// src/app/review/replay-lacks.ts
const lacks = {
	reply: "The report does not hold every reply to what this working tree would ask",
	grade: "The report does not hold what a model or scorer would say of checks that changed",
	whole: "The report does not hold whole replies for checks that changed"
};
var ReplayLacks = class {
	#found = /* @__PURE__ */ new Map();
	add(what, { prompt, exam, row }) {
		const cases = this.#found.get(what) ?? /* @__PURE__ */ new Map();
		const name = `\`${exam.key}\` of ${prompt}`;
		this.#found.set(what, cases.set(name, (cases.get(name) ?? /* @__PURE__ */ new Set()).add(row)));
	}
	problems({ head }) {
		const fix = `Check out ${head.sha.slice(0, 12)}, of which it was made, or review without \`--from-run\` to ask.`;
		return [...this.#found].map(([what, cases]) => ({
			reason: "files",
			what: word(what, cases),
			fix
		}));
	}
};
function word(what, cases) {
	const named = [...cases].slice(0, 5).map(([name, models]) => `${name} on ${[...models].join(", ")}`);
	const more = cases.size - named.length;
	const rest = more === 0 ? "" : `; and ${more} more ${more === 1 ? "case" : "cases"}`;
	return `${lacks[what]}: ${named.join("; ")}${rest}.`;
}

// src/app/review/saved-reply.ts
function keyOf(...parts) {
	return JSON.stringify(parts);
}
function failureOf({ error }) {
	const reason = failureReasons.find((known) => known === error?.reason);
	return reason === void 0 || error === void 0 ? void 0 : {
		reason,
		message: error.message
	};
}
function answeredBy(saved, call, row) {
	const { toolCalls = [], finishReason = "stop", usage = {}, model = row, latencyMs = 0 } = saved;
	return {
		kind: "answered",
		call,
		answer: {
			toolCalls,
			finishReason,
			usage,
			servedModel: model,
			servedBy: "",
			latencyMs,
			at: 0,
			...traceOf(saved)
		},
		kept: true
	};
}
function traceOf({ trace }) {
	return trace === void 0 ? {} : { trace };
}
function conversationOf({ transcript, conversationEnd: end, unanswered }, answer, id, texts) {
	if (transcript === void 0 || end === void 0) return {};
	return { conversation: {
		turns: transcript.map(({ role, content, toolCalls, tool: name = "", ...turn }, at) => {
			const call = keyOf(id, String(at));
			if (role === "tool") return {
				role,
				name,
				content,
				toolCallId: call
			};
			const text = role === "user" ? JSON.stringify({
				message: content,
				state: "going"
			}) : content;
			texts.set(call, {
				...answer,
				...traceOf(turn),
				text
			});
			return {
				role,
				call,
				...toolCalls === void 0 ? {} : { toolCalls }
			};
		}),
		end,
		...unanswered === void 0 ? {} : { unanswered }
	} };
}
function scoreOf({ score: value, passes, checks, error }) {
	if (value === void 0) return {
		kind: "unscored",
		why: error?.message ?? "the report has no score for it",
		checks
	};
	return {
		kind: "scored",
		value,
		...passes === void 0 ? {} : { passes },
		checks
	};
}

// src/app/review/replay-report.ts
function replayReport(report, from) {
	const cases = /* @__PURE__ */ new Map();
	for (const { path, models } of report.prompts) for (const row of models) for (const one of row.cases) if (one.asked !== void 0) cases.set(keyOf(path, row.id, one.asked), one);
	const isWithheld = report.published?.replies === "none" || report.published?.masked === true;
	const texts = /* @__PURE__ */ new Map();
	const lacking = new ReplayLacks();
	const used = /* @__PURE__ */ new Set();
	const cut = /* @__PURE__ */ new Set();
	const caseOf = (cell, settings) => cases.get(keyOf(cell.prompt, cell.row, replayMarksOf(cell, settings).asked));
	const find = (held, side, trial) => held?.replies.find((reply) => reply.side === side && reply.trial === trial);
	const runSide = async (asked, settings, deps) => {
		const { cell, side, trial } = asked;
		const held = caseOf(cell, settings);
		const saved = find(held, side, trial);
		const id = keyOf(cell.prompt, cell.row, held?.asked ?? "", side, String(trial));
		const request = cell[side];
		if (held === void 0 || saved === void 0 || request === void 0) {
			lacking.add("reply", cell);
			return failed({
				kind: "failed",
				call: id,
				reason: "refused-request",
				message: "The report does not hold it."
			});
		}
		used.add(saved);
		const failure = failureOf(saved);
		if (failure !== void 0) return failed({
			kind: "failed",
			call: id,
			...failure
		});
		const isCut = isWithheld || saved.cut === true || saved.text === void 0;
		if (isCut) cut.add(saved);
		const reply = answeredBy(saved, id, cell.row);
		const text = saved.text ?? "";
		texts.set(id, {
			...reply.answer,
			text
		});
		const conversation = conversationOf(saved, reply.answer, id, texts);
		const said = isCut ? {} : {
			said: saidBy(reply, saved.transcript ?? text),
			...measureSaid(reply, text),
			...emptiness(reply, text, saved.conversationEnd)
		};
		const costs = saved.costUsd === void 0 ? {} : { costUsd: saved.costUsd };
		const rest = {
			...said,
			...costs,
			...conversation,
			...saved.traceCut === void 0 ? {} : { traceCut: saved.traceCut }
		};
		if (held.scoredBy === replayMarksOf(cell, settings).scoredBy) return {
			reply,
			score: scoreOf(saved),
			...rest
		};
		if (isCut || saved.traceCut === true) {
			lacking.add("whole", cell);
			return {
				reply,
				score: {
					kind: "unscored",
					why: "the report holds only a part of the reply",
					checks: []
				},
				...rest
			};
		}
		const { transcript } = saved;
		const replied = {
			reply,
			text,
			retrieved: passagesOf(reply.answer),
			...costs,
			...transcript === void 0 ? {} : { transcript }
		};
		const ask = {
			...deps.ask,
			reply: async (call) => {
				lacking.add("grade", cell);
				return {
					kind: "failed",
					call: call.id,
					reason: "refused-request",
					message: "The report does not hold it."
				};
			}
		};
		return {
			reply,
			score: await scoreWith(asked, request, replied, {
				...deps,
				ask
			}),
			...rest
		};
	};
	const holds = (jobs, settings) => jobs.every(({ cell, trial }) => find(caseOf(cell, settings), "new", trial) !== void 0);
	const replay = {
		runSide,
		mayAsk: (jobs, settings) => holds(jobs, settings) ? "complete" : report.ended,
		stoppedAt: (path, jobs, settings) => {
			const reason = (report.prompts.find((prompt) => prompt.path === path)?.models ?? []).flatMap((row) => row.reasons).find(({ kind }) => kind === "own-budget");
			return reason?.kind !== "own-budget" || holds(jobs, settings) ? void 0 : reason.of;
		},
		recall: (cell, settings) => {
			const history = caseOf(cell, settings)?.history;
			return {
				cell,
				trials: [],
				...history === void 0 ? {} : { history }
			};
		},
		judge: report.judge === void 0 ? void 0 : judgeAsMeasured(report.judge),
		withPairs: (run) => ({
			...run,
			cells: run.cells.map((held) => withPairs(held, report.prompts))
		}),
		withOwnEdits: (result, settings) => {
			const { edits, change } = result.run.design;
			if (edits === void 0) return result;
			const saved = report.prompts.find(({ path }) => path === change.path);
			return saved?.edits === markEdits(edits, settings) ? withOwnEdits(result, saved) : void 0;
		},
		missing: () => lacking.problems(report)
	};
	const unavailable = (call) => ({
		kind: "failed",
		call,
		reason: "refused-request",
		message: "Nothing is asked: replies come from a report."
	});
	return {
		replay,
		ask: {
			reply: async (call) => unavailable(call.id),
			kept: (call) => texts.get(call),
			isKept: () => true,
			runScorer: async () => ({
				kind: "failed",
				why: "no scorer is run: replies come from a report"
			})
		},
		priceOf: () => void 0,
		mayAsk: () => "complete",
		wouldBreak: () => void 0,
		stoppedBy: (ended) => ended === "complete" ? void 0 : report.stoppedBy,
		expect: () => void 0,
		stopped: () => report.problems.flatMap(({ reason, what }) => reason === "provider" ? [what] : []),
		spent: () => ({
			calls: {
				made: 0,
				kept: used.size,
				saved: 0,
				failed: 0,
				retried: 0,
				byPurpose: nothingAsked
			},
			costUsd: {
				actual: 0,
				unpriced: []
			},
			served: report.served,
			adapted: report.adapted
		}),
		notes: () => [`Replayed from ${from}: ${used.size} replies of the review of ${report.head.sha.slice(0, 12)} on ${report.startedAt.slice(0, 10)}. Nothing was asked.`, ...cut.size === 0 ? [] : [`The report holds no whole replies: ${cut.size} are cut, masked or left out in it, and are shown as far as they are there.`]],
		history: {
			scores: () => [],
			keepScores: async () => void 0
		},
		close: async () => void 0
	};
}
const nothingAsked = {
	reply: 0,
	judge: 0,
	simulate: 0,
	embedding: 0
};
function withPairs(held, prompts) {
	const { prompt, row, exam } = held.cell;
	const saved = prompts.find(({ path }) => path === prompt)?.models.find(({ id }) => id === row)?.cases.find(({ id }) => id === exam.key);
	const byTrial = Map.groupBy(saved?.prefer ?? [], ({ trial }) => trial);
	const trials = held.trials.map((trial) => {
		const pairs = byTrial.get(trial.trial);
		return pairs === void 0 ? trial : {
			...trial,
			pairs: pairs.map(({ trial: _, ...pair }) => pair)
		};
	});
	return {
		...held,
		trials
	};
}
function withOwnEdits(result, { models }) {
	const verdict = withReasons(result.verdict, ({ row }) => (models.find(({ id }) => id === row)?.reasons ?? []).filter(({ kind }) => kind === "own-edits"));
	return {
		...result,
		verdict
	};
}

export { replayReport };