import { i as metricsOf, l as showModel, lt as signTest, u as verdictOfReason } from "./named-checks.js";
import { r as problemsOf, t as gateWordsOf } from "./report-outcome.js";
import { i as worst, r as verdicts } from "./verdict.js";
import { t as isStarter } from "./starters.js";
import { t as canonicalJson } from "./json.js";
import { t as isObject } from "./is-object.js";
import { n as readTranscript } from "./trial-run.js";
import { t as assistantText } from "./conversation.js";
import { t as fieldsOf } from "./score.js";
import { t as sides } from "./side.js";
import { n as quantile, t as mean } from "./quantile.js";
import { n as replayMarksOf, t as markEdits } from "./replay-marks.js";

// src/core/tools/declared-tools.ts
function declaredTools(params) {
	return [...listOf(params["tools"]), ...listOf(params["functions"])].flatMap((written) => {
		if (!isObject(written)) return [];
		const inner = written["function"];
		const { name, description, parameters } = isObject(inner) ? inner : written;
		if (typeof name !== "string") return [];
		return [{
			name,
			...typeof description === "string" ? { description } : {},
			...parameters === void 0 ? {} : { parameters }
		}];
	});
}
function argumentNames({ parameters }) {
	const properties = parameters !== void 0 && isObject(parameters) ? parameters["properties"] : void 0;
	return properties !== void 0 && isObject(properties) ? Object.keys(properties) : [];
}
function compareTools(old, next) {
	const [before, after] = [declaredTools(old), declaredTools(next)].map((tools) => new Map(tools.map((tool) => [tool.name, tool])));
	if (before === void 0 || after === void 0) return [];
	return [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
		const [one, other] = [before.get(name), after.get(name)];
		if (other === void 0) return [{
			tool: name,
			what: ["removed"]
		}];
		if (one === void 0) return [{
			tool: name,
			what: ["added"]
		}];
		const what = [...one.description === other.description ? [] : ["description changed"], ...compareSchemas(one, other)];
		return what.length === 0 ? [] : [{
			tool: name,
			what
		}];
	});
}
function compareSchemas(one, other) {
	if (canonicalJson(one.parameters ?? null) === canonicalJson(other.parameters ?? null)) return [];
	const [before, after] = [argumentNames(one), argumentNames(other)];
	const told = [.../* @__PURE__ */ new Set([...before, ...after])].flatMap((name) => {
		if (!after.includes(name)) return [`argument \`${name}\` removed`];
		if (!before.includes(name)) return [`argument \`${name}\` added`];
		const [was, is] = [one, other].map((tool) => canonicalJson(schemaOf(tool, name)));
		return was === is ? [] : [`argument \`${name}\` changed`];
	});
	return told.length === 0 ? ["schema changed"] : told;
}
function schemaOf({ parameters }, name) {
	const properties = parameters !== void 0 && isObject(parameters) ? parameters["properties"] : void 0;
	return properties !== void 0 && isObject(properties) ? properties[name] ?? null : null;
}
function listOf(value) {
	return Array.isArray(value) ? value : [];
}

// src/core/assemble/assemble-replies.ts
function assembleReplies({ cell, trials }, readSaid) {
	return trials.flatMap((trial) => [...trial.old === void 0 || cell.identical ? [] : [assembleReply("old", trial, trial.old, readSaid)], assembleReply("new", trial, trial.new, readSaid)]);
}
function assembleReply(side, { trial, round }, run, readSaid) {
	const { reply, score, conversation } = run;
	const checks = score.checks.map((check) => ({ ...check }));
	if (reply.kind === "failed") return {
		side,
		trial,
		round,
		checks,
		error: {
			reason: reply.reason,
			message: reply.message
		}
	};
	const about = aboutReply(run, reply, checks);
	const { call } = reply;
	if (conversation === void 0) return {
		side,
		trial,
		round,
		get text() {
			return readSaid(call)?.text ?? "";
		},
		...reply.answer.trace === void 0 ? {} : toldTrace(() => readSaid(call)?.trace ?? [], run.traceCut === true),
		...about
	};
	const transcript = () => readTranscript(conversation.turns, (said) => readSaid(said)?.text) ?? [];
	return {
		side,
		trial,
		round,
		get text() {
			return assistantText(transcript());
		},
		get transcript() {
			return transcript().map((message, at) => {
				const turn = conversation.turns[at];
				const trace = turn?.role === "assistant" ? readSaid(turn.call)?.trace : void 0;
				return {
					...plainTurn(message, turn),
					...trace === void 0 ? {} : { trace: cutTrace(trace).trace }
				};
			});
		},
		conversationEnd: conversation.end,
		...conversation.unanswered === void 0 ? {} : { unanswered: conversation.unanswered.map(plainCall) },
		...about
	};
}
function aboutReply({ score, costUsd }, { answer, kept }, checks) {
	return {
		...score.kind === "scored" ? { score: score.value } : { error: unscored(score.why) },
		...score.kind === "scored" && score.passes !== void 0 ? { passes: score.passes } : {},
		checks,
		usage: answer.usage,
		...costUsd === void 0 ? {} : { costUsd },
		latencyMs: answer.latencyMs,
		model: answer.servedModel,
		finishReason: answer.finishReason,
		...answer.toolCalls.length === 0 ? {} : { toolCalls: answer.toolCalls.map(plainCall) },
		...kept ? { kept: true } : {}
	};
}
function unscored(message) {
	return {
		reason: "unscored",
		message
	};
}
function plainTurn({ role, content, toolCalls }, turn) {
	if (turn?.role === "tool") return {
		role: "tool",
		content,
		tool: turn.name
	};
	const calls = toolCalls === void 0 ? {} : { toolCalls: toolCalls.map(plainCall) };
	return {
		role: role === "user" ? "user" : "assistant",
		content,
		...calls
	};
}
function plainCall({ name, arguments: written }) {
	return {
		name,
		arguments: written
	};
}
const mostTrace = 2e4;
function toldTrace(read, isCut) {
	return {
		get trace() {
			return cutTrace(read()).trace;
		},
		...isCut || cutTrace(read()).isCut ? { traceCut: true } : {}
	};
}
function cutTrace(trace) {
	let left = mostTrace;
	let isCut = false;
	const take = (length) => {
		const taken = Math.min(left, length);
		isCut ||= taken < length;
		left -= taken;
		return taken;
	};
	const told = [];
	for (const { step, contexts, details } of trace) {
		if (take(step.length + stepCosts) < step.length + stepCosts) break;
		const passages = contexts?.map((passage) => passage.slice(0, take(passage.length)));
		const more = details === void 0 ? 0 : JSON.stringify(details).length;
		const fits = take(more) === more;
		told.push({
			step,
			...passages === void 0 ? {} : { contexts: passages },
			...details !== void 0 && fits ? { details } : {}
		});
	}
	return {
		trace: told,
		isCut
	};
}
const stepCosts = 20;

// src/core/assemble/count-fields.ts
function countFields(cells) {
	const counted = /* @__PURE__ */ new Map();
	for (const { cell, trials } of cells) for (const trial of trials) {
		if (!trial.uniform || trial.diagnosis === true) continue;
		for (const side of sides) countRun(trial[cell.identical ? "new" : side], side, counted);
	}
	return [...counted.values()].map(({ check, field, tally }) => ({
		check,
		field,
		...tally
	})).toSorted((one, other) => fallOf(other) - fallOf(one));
}
function countRun(run, side, counted) {
	for (const check of run?.score.checks ?? []) {
		const name = metricsOf(check.scorer, check.check).at(-1) ?? check.check;
		for (const { field, right } of fieldsOf(check)) {
			const key = JSON.stringify([name, field]);
			const found = counted.get(key) ?? newCount(name, field);
			counted.set(key, found);
			found.tally[side].of += 1;
			if (right) found.tally[side].right += 1;
		}
	}
}
function newCount(check, field) {
	return {
		check,
		field,
		tally: {
			old: {
				right: 0,
				of: 0
			},
			new: {
				right: 0,
				of: 0
			}
		}
	};
}
function fallOf({ old, new: now }) {
	return old.of === 0 || now.of === 0 ? 0 : old.right / old.of - now.right / now.of;
}

// src/core/assemble/assemble-row.ts
function assembleRow(row, cells, compared, judged, settings, readSaid) {
	const runs = sidesOf(cells);
	const prefer = countPreferences(cells);
	const fields = countFields(cells);
	const byKey = new Map(cells.map((held) => [held.cell.exam.key, held]));
	return {
		id: row.id,
		own: row.own,
		model: {
			old: showModel(row.model.old),
			new: showModel(row.model.new)
		},
		provider: row.model.new.provider,
		...judgedRow(compared, judged),
		cost: {
			old: compared.cost.old,
			new: compared.cost.new,
			...segmentsOf(cells, settings)
		},
		tokens: {
			input: perSide(runs, (side) => mean(side.flatMap((run) => usageOf(run)?.inputTokens ?? []))),
			output: perSide(runs, (side) => mean(side.flatMap((run) => usageOf(run)?.outputTokens ?? [])))
		},
		latency: {
			p50: perSide(runs, (side) => quantile(latenciesOf(side), .5)),
			p95: perSide(runs, (side) => quantile(latenciesOf(side), .95))
		},
		...prefer === void 0 ? {} : { prefer },
		...fields.length === 0 ? {} : { fields },
		cases: compared.cases.flatMap((found) => {
			const held = byKey.get(found.case);
			return held === void 0 ? [] : [assembleCase(found, held, settings, readSaid)];
		})
	};
}
function assembleCase(found, held, settings, readSaid) {
	const { segment } = held.cell.exam.golden;
	const pairs = held.trials.flatMap(({ trial, pairs: found = [] }) => found.map((pair) => ({
		...pair,
		trial
	})));
	return {
		...judgedCase(found),
		...segment === void 0 ? {} : { segment },
		replies: assembleReplies(held, readSaid),
		...replayMarksOf(held.cell, settings),
		...held.history === void 0 ? {} : { history: held.history },
		...pairs.length === 0 ? {} : { prefer: pairs }
	};
}
function sidesOf(cells) {
	const runs = (side) => cells.flatMap(({ cell, trials }) => trials.flatMap((trial) => trial.diagnosis === true ? [] : trial[cell.identical ? "new" : side] ?? []));
	return {
		old: runs("old"),
		new: runs("new")
	};
}
function perSide(runs, read) {
	return {
		old: read(runs.old),
		new: read(runs.new)
	};
}
function usageOf(run) {
	return run.reply.kind === "answered" ? run.reply.answer.usage : void 0;
}
function latenciesOf(side) {
	return side.flatMap((run) => run.reply.kind === "answered" ? [run.reply.answer.latencyMs] : []);
}
function segmentsOf(cells, settings) {
	const named = cells.filter(({ cell }) => cell.exam.golden.segment !== void 0);
	const perSegment = [...Map.groupBy(named, ({ cell }) => cell.exam.golden.segment ?? "")].map(([segment, held]) => {
		return [segment, perSide(sidesOf(held), meanCost)];
	});
	const monthly = perSegment.flatMap(([segment, cost]) => {
		const replies = settings.segments.get(segment)?.monthly;
		if (replies === void 0) return [];
		const times = (dollars) => dollars === null ? null : dollars * replies;
		return [[segment, {
			replies,
			old: times(cost.old),
			new: times(cost.new)
		}]];
	});
	return {
		perSegment: Object.fromEntries(perSegment),
		monthly: Object.fromEntries(monthly)
	};
}
function meanCost(side) {
	const answered = side.filter((run) => run.reply.kind === "answered");
	const known = answered.flatMap((run) => run.costUsd ?? []);
	return known.length < answered.length ? null : mean(known);
}
function judgedCase(found) {
	return {
		id: found.case,
		family: found.family,
		identical: found.identical,
		old: found.old,
		new: found.new,
		delta: found.delta,
		p: found.p,
		method: found.method,
		state: found.state,
		...found.falls.length === 0 ? {} : { falls: found.falls.map(({ confirmed, ...fall }) => ({
			...fall,
			state: confirmed === null ? "fell" : "regressed"
		})) },
		...found.diagnosed === void 0 ? {} : { diagnosed: found.diagnosed }
	};
}
function countPreferences(cells) {
	const pairs = cells.flatMap(({ trials }) => trials.flatMap(({ pairs: found }) => found === void 0 ? [] : [found]));
	if (pairs.length === 0) return void 0;
	const leads = pairs.map(leadOf);
	const count = (fits) => leads.filter((lead) => lead !== void 0 && fits(lead)).length;
	const [wins, ties, losses] = [
		count((lead) => lead > 0),
		count((lead) => lead === 0),
		count((lead) => lead < 0)
	];
	return {
		wins,
		ties,
		losses,
		unscored: leads.filter((lead) => lead === void 0).length,
		p: signTest({
			wins,
			losses
		})
	};
}
function leadOf(scores) {
	let lead = 0;
	for (const score of scores) {
		if (score.kind === "unscored") return void 0;
		lead += {
			win: 1,
			tie: 0,
			loss: -1
		}[score.outcome];
	}
	return lead;
}
function judgedRow(compared, judged) {
	return {
		verdict: judged.verdict,
		reasons: judged.reasons,
		pooledOnly: judged.pooledOnly,
		score: judged.showInterval ? compared.score : {
			...compared.score,
			low: null,
			high: null
		},
		showInterval: judged.showInterval,
		looks: compared.looks,
		method: compared.test?.method ?? null,
		passRate: compared.passRate,
		metrics: Object.fromEntries(Object.entries(compared.metrics).map(([name, { gated, old: before, new: after, delta, low, high, p }]) => [name, {
			gated,
			old: before,
			new: after,
			delta,
			low,
			high,
			p
		}])),
		wouldSee: compared.wouldSee,
		missing: compared.missing,
		replies: compared.replies
	};
}

// src/core/assemble/assemble-prompt.ts
function assemblePrompt({ run, comparison, verdict, quality }, settings, readSaid) {
	const { change, rows } = run.design;
	const toolsChanged = change.old === void 0 || change.new === void 0 ? [] : compareTools(change.old.params, change.new.params);
	const byRow = Map.groupBy(run.cells, (held) => held.cell.row);
	const models = rows.flatMap((row) => {
		const compared = comparison.rows.find((found) => found.row === row.id);
		const judged = verdict.rows.find((found) => found.row === row.id);
		if (compared === void 0 || judged === void 0) return [];
		return [assembleRow(row, byRow.get(row.id) ?? [], compared, judged, settings, readSaid)];
	});
	return {
		path: change.path,
		...change.previousPath === void 0 ? {} : { previousPath: change.previousPath },
		change: change.change,
		verdict: verdict.verdict,
		diff: change.diff,
		reasons: verdict.reasons,
		pooled: pooledOf(comparison),
		level: comparison.level,
		rounds: comparison.rounds,
		casesChanged: change.exam.changed,
		...run.design.edits === void 0 ? {} : { edits: markEdits(run.design.edits, settings) },
		...toolsChanged.length === 0 ? {} : { toolsChanged },
		unchecked: change.exam.unchecked,
		...quality === void 0 ? {} : { gateQuality: quality },
		...change.setAside === void 0 ? {} : { setAside: change.setAside },
		notes: [
			...change.notes,
			...wordStarters(change.exam.cases.map(({ golden }) => golden)),
			...wordRepeats(comparison, settings),
			...wordHistory(comparison),
			...wordUnheard(run, settings)
		],
		exam: change.exam.cases.map(({ key, golden, weight }) => ({
			id: key,
			...golden.segment === void 0 ? {} : { segment: golden.segment },
			tags: golden.tags,
			weight,
			vars: golden.vars,
			...golden.reference === void 0 ? {} : { reference: golden.reference },
			checks: golden.checks.map(({ name, required }) => ({
				name,
				required
			})),
			...golden.notRun.length === 0 ? {} : { notRun: golden.notRun.map(({ name }) => name) },
			at: golden.at
		})),
		models
	};
}
function pooledOf({ pooled }) {
	return pooled === null ? null : {
		p: pooled.p,
		delta: pooled.delta,
		method: pooled.test.method
	};
}
function wordStarters(cases) {
	if (cases.length === 0 || !cases.every(isStarter)) return [];
	return ["All golden cases are still the examples that `init` wrote, which see little of what may break. Put in what your users really send, and checks of what a good reply says."];
}
function wordHistory({ rows }) {
	return rows.flatMap(({ row, history }) => {
		if (history === null) return [];
		const { cases, steady, of, replies } = history;
		const known = `${row}: ${replies} kept replies of other reviews show how steady ${cases === of ? "the" : `${cases} of the`} ${of} cases are`;
		if (steady === 0 || steady === of) return [`${known}.`];
		return [`${known}; a fall of the ${steady} that hardly ever changed weighs more.`];
	});
}
function wordRepeats({ rows }, { gate }) {
	return rows.flatMap(({ row, repeats, copies }) => {
		const told = copies.map((group) => wordCopies(row, group));
		if (repeats === 0) return told;
		return [`${row} repeats itself: ${repeats === 1 ? "the one case that was" : `all ${repeats} cases that were`} asked again got the same reply byte for byte, so the others were not asked again; ${gate.repeats === "chance" ? "each case counts as one reply (`gate.repeats: chance`)" : "a case that passed and now fails does so every time, which counts as broken (`gate.repeats: fact`)"}.`, ...told];
	});
}
function wordUnheard({ cells }, { applications }) {
	const asked = cells.filter(({ cell }) => !cell.identical && applications.has(cell.new?.provider ?? ""));
	return [...Map.groupBy(asked, ({ cell }) => cell.row)].flatMap(([row, held]) => {
		const pairs = held.flatMap(({ trials }) => trials.flatMap(({ old, new: next }) => old === void 0 ? [] : [{
			old,
			next
		}]));
		const isAlike = pairs.every(({ old, next }) => old.said !== void 0 && old.said === next.said);
		if (pairs.length === 0 || !isAlike) return [];
		return [`${row} answers both prompts alike, byte for byte, in ${pairs.length === 1 ? "the one pair of replies" : `all ${pairs.length} pairs of replies`}. If it does not use the \`prompt\` or the \`messages\` that it is given, this review saw nothing of the edit.`];
	});
}
const mostNamed = 5;
function wordCopies(row, group) {
	return `${group.slice(0, mostNamed).join(", ")}${group.length > mostNamed ? ` and ${group.length - mostNamed} more` : ""} ask nearly the same and got the same replies byte for byte on ${row}: they count as one case.`;
}

// src/core/assemble/assemble-report.ts
function assembleReport({ results, broken, readSaid, ...facts }) {
	return closeReport(facts, [...results.map((result) => assemblePrompt(result, facts.settings, readSaid)), ...broken.map(assembleBroken)].toSorted((one, other) => one.path < other.path ? -1 : Number(one.path > other.path)));
}
function assembleBroken({ path, previousPath, change, diff, problems }) {
	return {
		path,
		...previousPath === void 0 ? {} : { previousPath },
		change,
		verdict: "invalid",
		diff,
		reasons: [],
		pooled: null,
		rounds: 0,
		casesChanged: {
			added: [],
			removed: [],
			edited: [],
			weakened: []
		},
		unchecked: [],
		problems,
		notes: [],
		exam: [],
		models: []
	};
}
function closeReport(facts, prompts) {
	const { settings, problems, unreviewed, accepted } = facts;
	const all = gateWordsOf({
		prompts,
		problems,
		unreviewed
	});
	return {
		version: 1,
		tool: facts.tool,
		mode: settings.mode,
		...settings.name === void 0 ? {} : { name: settings.name },
		base: facts.pull.base,
		head: facts.pull.head,
		...facts.pull.number === void 0 ? {} : { pullRequest: facts.pull.number },
		startedAt: facts.startedAt,
		fingerprint: facts.fingerprint,
		verdict: worst(all),
		reasons: reasonsOf(prompts),
		gate: {
			open: isOpen(all, problemsOf({
				problems,
				prompts
			}).map(({ problem }) => problem), settings.failOn, accepted.length > 0),
			failOn: settings.failOn,
			...facts.pull.number === void 0 ? {} : { acceptLabel: settings.acceptLabel }
		},
		problems,
		ended: facts.ended,
		...facts.stoppedBy === void 0 ? {} : { stoppedBy: facts.stoppedBy },
		accepted,
		unreviewed,
		notes: [...facts.notes, ...unmeasuredMetrics(prompts, settings)],
		prompts,
		...facts.judge === void 0 ? {} : { judge: facts.judge },
		calls: facts.spent.calls,
		costUsd: facts.spent.costUsd,
		served: facts.spent.served.map((one) => settings.servedModel === "allow" ? withoutOthers(one) : one),
		...facts.spent.recounted === void 0 ? {} : { recounted: facts.spent.recounted },
		adapted: facts.spent.adapted,
		method: {
			sampling: settings.sampling,
			trials: settings.trials,
			alpha: settings.gate.alpha,
			tolerance: settings.gate.tolerance,
			margin: settings.gate.margin,
			cases: settings.gate.cases
		},
		links: facts.links
	};
}
function isOpen(all, problems, failOn, accepted) {
	if (problems.some(({ reason }) => reason === "config" || reason === "files" || reason === "permission")) return false;
	const failing = new Set(failOn);
	return !all.some((word) => failing.has(word) && !(accepted && word === "regressed"));
}
function reasonsOf(prompts) {
	const found = prompts.flatMap((prompt) => [...prompt.reasons, ...prompt.models.flatMap((row) => row.reasons)].map((reason) => ({
		prompt: prompt.path,
		reason
	})));
	const rank = ({ reason }) => verdicts.indexOf(verdictOfReason(reason));
	return found.toSorted((a, b) => rank(a) - rank(b));
}
function withoutOthers({ asked, served, changes }) {
	return {
		asked,
		served,
		...changes === void 0 ? {} : { changes }
	};
}
function unmeasuredMetrics(prompts, { gate }) {
	const rows = prompts.flatMap(({ models }) => models);
	if (rows.length === 0) return [];
	const measured = [...new Set(rows.flatMap((row) => Object.keys(row.metrics)))].toSorted();
	const known = measured.length === 0 ? "no check has a name" : `there are ${measured.slice(0, 10).join(", ")}`;
	return Object.keys(gate.metrics).filter((name) => !measured.includes(name)).map((name) => `\`gate.metrics\` names \`${name}\`, which no check asked here is called: it gates nothing (${known}).`);
}

export { judgedCase as a, declaredTools as c, pooledOf as i, closeReport as n, judgedRow as o, isOpen as r, argumentNames as s, assembleReport as t };