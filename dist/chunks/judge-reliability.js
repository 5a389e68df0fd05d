import { i as worst, r as verdicts } from "./verdict.js";
import { B as passesTell, H as tallySide, J as isBroken, n as showModel, r as verdictOfReason } from "./rows-of.js";
import { t as hash } from "./hash.js";
import { r as judgedChecks } from "./how-far-checked.js";
import { t as scenarioOf } from "./scenario-of.js";
import { t as gradesLikePeople } from "./grades-like-people.js";
import { n as drawsAgain, r as judgeText, s as unitMark } from "./call-of-side.js";
import { n as repeatedScores, r as repeatedVotes } from "./repeated-scores.js";

// src/core/gate/with-reasons.ts
function fellIn(cell) {
	const [old, now] = [tallySide(cell, "old"), tallySide(cell, "new")];
	if (old.of === 0 || now.of === 0) return false;
	const tell = passesTell(cell);
	return isBroken(levelOf(now, tell) - levelOf(old, tell));
}
function levelOf({ scores, passes, of }, tell) {
	if (tell && passes !== null) return passes / of;
	return scores.reduce((sum, score) => sum + score, 0) / of;
}
function tellOwnEdits(comparison, verdict, asBase, { unasked, allowed }) {
	return withReasons(verdict, ({ row }) => {
		const broken = (comparison.rows.find((compared) => compared.row === row)?.cases ?? []).filter(({ state }) => state === "regressed" || state === "fell");
		const shown = new Set(broken.map((one) => one.case));
		const fallen = asBase.filter((cell) => cell.row === row && !shown.has(cell.case) && fellIn(cell));
		const left = unasked.get(row) ?? 0;
		if (fallen.length + left === 0) return [];
		return [{
			kind: "own-edits",
			row,
			cases: [...new Map(fallen.map((cell) => [cell.case, cell])).values()].map((cell) => ({
				case: cell.case,
				old: countOf(tallySide(cell, "old")),
				new: countOf(tallySide(cell, "new"))
			})),
			unasked: left,
			allowed
		}];
	});
}
function countOf({ passes, of }) {
	return {
		passes,
		of
	};
}
function withReasons(verdict, reasonsOf) {
	const rows = verdict.rows.map((row) => {
		const more = reasonsOf(row);
		if (more.length === 0) return row;
		const reasons = [...row.reasons, ...more].toSorted((one, other) => rankOf(one) - rankOf(other));
		return {
			...row,
			verdict: worst([row.verdict, ...more.map(verdictOfReason)]),
			reasons
		};
	});
	return {
		...verdict,
		rows,
		verdict: worst([verdict.verdict, ...rows.map((row) => row.verdict)])
	};
}
function rankOf(reason) {
	return verdicts.indexOf(verdictOfReason(reason));
}
function tellFailing(comparison, verdict) {
	const rows = verdict.rows.map((row) => {
		const failing = (comparison.rows.find((compared) => compared.row === row.row)?.cases ?? []).flatMap(({ case: name, state, new: { passes, of } }) => state === "failing" ? [{
			kind: "failing-case",
			row: row.row,
			case: name,
			new: {
				passes,
				of
			}
		}] : []);
		if (failing.length === 0) return row;
		const others = row.reasons.filter(({ kind }) => kind !== "nothing-passes");
		return {
			...row,
			verdict: worst([row.verdict, "failing"]),
			reasons: [...others, ...failing]
		};
	});
	return {
		...verdict,
		rows,
		verdict: worst([verdict.verdict, ...rows.map((row) => row.verdict)])
	};
}

// src/core/scoring/quadratic-kappa.ts
function quadraticKappa(pairs, low, high) {
	const count = high - low + 1;
	const levels = Array.from({ length: count }, (_, level) => level);
	const level = (rating) => Math.min(high, Math.max(low, Math.round(rating))) - low;
	const rows = levels.map(() => 0);
	const columns = levels.map(() => 0);
	const cells = /* @__PURE__ */ new Map();
	for (const [first, second] of pairs) {
		const [i, j] = [level(first), level(second)];
		rows[i] = (rows[i] ?? 0) + 1 / pairs.length;
		columns[j] = (columns[j] ?? 0) + 1 / pairs.length;
		cells.set(i * count + j, (cells.get(i * count + j) ?? 0) + 1 / pairs.length);
	}
	const weight = (i, j) => 1 - ((i - j) / (count - 1)) ** 2;
	const rowMean = levels.map((i) => sum(levels.map((j) => (columns[j] ?? 0) * weight(i, j))));
	const columnMean = levels.map((j) => sum(levels.map((i) => (rows[i] ?? 0) * weight(i, j))));
	const observed = sum([...cells].map(([at, share]) => share * weight(Math.floor(at / count), at % count)));
	const expected = sum(levels.map((i) => (rows[i] ?? 0) * (rowMean[i] ?? 0)));
	if (pairs.length === 0 || 1 - expected < 1e-12) return void 0;
	const kappa = Math.min(1, Math.max(-1, (observed - expected) / (1 - expected)));
	const variance = (sum([...cells].map(([at, share]) => {
		const [i, j] = [Math.floor(at / count), at % count];
		return share * (weight(i, j) - ((rowMean[i] ?? 0) + (columnMean[j] ?? 0)) * (1 - kappa)) ** 2;
	})) - (kappa - expected * (1 - kappa)) ** 2) / (pairs.length * (1 - expected) ** 2);
	return {
		kappa,
		standardError: Math.sqrt(Math.max(0, variance)),
		ratings: pairs.length
	};
}
function sum(numbers) {
	return numbers.reduce((total, number) => total + number, 0);
}

// src/core/scoring/human-label.ts
const low = 1;
const high = 10;
function binaryLabelFiles(cases) {
	const binary = [...Map.groupBy(cases.filter(({ label }) => label !== void 0), ({ at }) => at.file)].filter(([, held]) => held.every(({ label }) => label === 0 || label === 1));
	return new Set(binary.map(([file]) => file));
}
function labelAgreement(replies) {
	const pairs = replies.flatMap(({ label, binary, checks }) => {
		const scored = checks.filter((check) => check.kind === "scored");
		if (scored.length === 0 || scored.length < checks.length) return [];
		const value = scored.reduce((sum, check) => sum + check.value, 0) / scored.length;
		if (!binary) return [[label, low + 9 * value]];
		const marked = scored.filter((check) => check.passed !== void 0);
		const good = marked.length === 0 ? value >= .5 : marked.every((check) => check.passed === true);
		return [[label === 1 ? high : low, good ? high : low]];
	});
	return quadraticKappa(pairs, low, high);
}

// src/core/scoring/judge-reliability.ts
function judgeReliability(replies) {
	const repeated = replies.filter(({ grades }) => grades.length >= 2);
	if (repeated.length === 0) return void 0;
	const pairs = repeated.flatMap(({ grades }) => pairsOf(grades));
	const flips = repeated.flatMap(({ grades, min }) => min === void 0 ? [] : pairsOf(grades).map(([a, b]) => a >= min !== b >= min));
	const squares = repeated.map(({ grades }) => {
		const mean = grades.reduce((sum, one) => sum + one, 0) / grades.length;
		return grades.reduce((sum, one) => sum + (one - mean) ** 2, 0);
	});
	const freedom = repeated.reduce((sum, { grades }) => sum + grades.length - 1, 0);
	return {
		replies: repeated.length,
		agreement: pairs.filter(([a, b]) => a === b).length / pairs.length,
		...flips.length > 0 && { flipRate: flips.filter(Boolean).length / flips.length },
		sigma: Math.sqrt(squares.reduce((sum, one) => sum + one, 0) / freedom)
	};
}
function pairsOf(grades) {
	return grades.flatMap((first, index) => grades.slice(index + 1).map((second) => [first, second]));
}

// src/core/scoring/judge-trust.ts
const judgeBounds = {
	flipRate: .2,
	sigma: .5 / 2.8,
	kappa: .4,
	leastReplies: 10,
	leastLabels: 20
};
const oneSided95 = 1.645;
function judgeTrust(reliability, kappa, scale = [0, 1]) {
	const reasons = [...doubtsOfRepeats(reliability, scale), ...doubtsOfLabels(kappa)];
	if (reasons.length > 0) return {
		kind: "doubted",
		why: reasons.join("; ")
	};
	const lacks = {
		replies: Math.max(0, judgeBounds.leastReplies - (reliability?.replies ?? 0)),
		labels: Math.max(0, judgeBounds.leastLabels - (kappa?.ratings ?? 0))
	};
	return lacks.replies === 0 || lacks.labels === 0 ? { kind: "trusted" } : {
		kind: "unknown",
		lacks
	};
}
function doubtsOfRepeats(reliability, [low, high]) {
	if (reliability === void 0 || reliability.replies < judgeBounds.leastReplies) return [];
	const { flipRate, sigma, replies } = reliability;
	if (flipRate !== void 0) {
		if (flipRate <= judgeBounds.flipRate) return [];
		return [`of ${replies} replies judged again, ${percent(flipRate)} came out on the other side of their mark (at most ${percent(judgeBounds.flipRate)})`];
	}
	if (sigma <= judgeBounds.sigma) return [];
	const shown = (spread) => (spread * (high - low)).toFixed(2);
	return [`${replies} replies judged again spread by σ = ${shown(sigma)} on ${low}–${high} (at most ${shown(judgeBounds.sigma)})`];
}
function doubtsOfLabels(kappa) {
	if (kappa === void 0 || kappa.ratings < judgeBounds.leastLabels) return [];
	if (kappa.kappa - oneSided95 * kappa.standardError >= judgeBounds.kappa) return [];
	return [`against ${kappa.ratings} human labels κ is ${kappa.kappa.toFixed(2)} ± ${kappa.standardError.toFixed(2)} (its lower bound must reach ${judgeBounds.kappa})`];
}
function percent(share) {
	return `${Math.round(share * 100)} %`;
}

// src/app/review/judge-labelled.ts
function labelledTexts(cases) {
	return cases.flatMap(({ golden, messages }) => {
		const { reference, ...rest } = golden;
		return reference === void 0 || golden.label === void 0 ? [] : [{
			golden: rest,
			messages,
			text: reference
		}];
	});
}
async function judgeLabelled(texts, deps) {
	const binary = binaryLabelFiles(texts.map(({ golden }) => golden));
	return (await Promise.all(texts.map(async (given) => {
		const { label, at } = given.golden;
		if (label === void 0) return [];
		const checks = await judgeText(given, 0, deps, gradesLikePeople);
		return [{
			label,
			binary: binary.has(at.file),
			checks: checks.map(({ score }) => score)
		}];
	}))).flat();
}

// src/app/review/pick-judged-replies.ts
function pickJudgedReplies(cells, kinds, most, textOf) {
	const trials = cells.filter(({ cell: { exam } }) => {
		const { golden } = exam;
		return judgedChecks(golden, kinds).length > 0 && scenarioOf(golden, kinds) === void 0;
	}).flatMap(({ cell, trials: held }) => held.map((trial) => ({
		cell,
		trial,
		at: hash([cell.comparison, trial.trial])
	}))).filter(({ trial }) => [trial.old, trial.new].every((run) => run === void 0 || run.score.kind === "scored")).toSorted((one, other) => one.trial.round - other.trial.round || (one.at < other.at ? -1 : 1));
	const picked = /* @__PURE__ */ new Map();
	for (const { cell, trial } of trials) {
		if (picked.size >= most) break;
		for (const side of ["old", "new"]) {
			const reply = readReply(cell, trial, side, textOf);
			if (reply !== void 0) picked.set(hash([reply.golden, reply.text]), reply);
		}
	}
	return [...picked.values()];
}
function readReply(cell, trial, side, textOf) {
	const run = trial[side];
	const request = cell[side];
	if (run?.reply.kind !== "answered" || request === void 0) return void 0;
	const text = textOf(run.reply.call);
	return text === void 0 ? void 0 : {
		golden: cell.exam.golden,
		messages: request.messages,
		text,
		judged: run.score.checks
	};
}

// src/app/review/repeat-judgements.ts
function votesTaken(cells, { kinds, votes }) {
	return cells.flatMap(({ cell, trials }) => {
		const checks = judgedChecks(cell.exam.golden, kinds);
		return trials.flatMap((trial) => [trial.old, trial.new]).flatMap((run) => {
			if (run?.reply.kind !== "answered") return [];
			const { reply, score } = run;
			return checks.flatMap((named) => {
				const judged = find(score.checks, named);
				if (judged === void 0) return [];
				return votesIn(judged, named, votes).map((repeated) => ({
					...nameOf(named),
					reply: reply.call,
					scores: [judged],
					repeated
				}));
			});
		});
	});
}
function votesIn(judged, named, votes) {
	const wanted = named.check.options["votes"] ?? votes;
	return repeatedVotes(judged, typeof wanted === "number" ? wanted : votes, markOf(named));
}
async function judgeAgain(picked, deps) {
	const again = picked.map(async (given, at) => {
		return (await judgeText(given, drawsAgain, deps)).map(({ named, score }) => {
			const first = find(given.judged, named);
			const both = first === void 0 ? [score] : [first, score];
			return {
				...nameOf(named),
				reply: String(at),
				scores: both,
				repeated: repeatedScores(both, markOf(named))
			};
		});
	});
	return (await Promise.all(again)).flat();
}
function markOf({ check, kind }) {
	return check.min === void 0 || kind === void 0 ? void 0 : unitMark(check.min, kind.minRange);
}
function nameOf(named) {
	return {
		kind: named.check.kind,
		name: named.check.name,
		named
	};
}
function find(checks, { check }) {
	return checks.find((one) => one.scorer === check.kind && one.check === check.name);
}

// src/app/review/judge-reliability.ts
const mostJudgedAgain = 20;
const mostLabels = 60;
async function measureJudge(cells, settings, ended, deps) {
	const { judge: model } = settings;
	const judged = cells.flatMap(({ cell }) => judgedChecks(cell.exam.golden, deps.kinds));
	if (model === void 0 || judged.length === 0) return void 0;
	const judge = {
		model: showModel(model),
		votes: model.votes
	};
	const gated = Object.keys(settings.gate.metrics).filter((metric) => judged.some((named) => isOf(metric, named)));
	const votes = votesTaken(cells, deps);
	const again = votes.length > 0 && gated.every((metric) => isSteady(metric, votes)) ? {
		judgements: [],
		notes: []
	} : await judgePickedAgain(cells, ended, deps);
	const judgements = again.judgements.length > 0 ? again.judgements : votes;
	const kappa = ended === "complete" ? await agreementWithPeople(cells, deps) : void 0;
	const doubts = gated.flatMap((metric) => {
		const labels = judged.some((named) => isOf(metric, named) && gradesLikePeople(named)) ? kappa : void 0;
		const trust = judgeTrust(reliabilityOf(metric, again.judgements), labels);
		return trust.kind === "doubted" ? [{
			metric,
			why: trust.why
		}] : [];
	});
	const unsteady = [...new Map(judged.filter(isUnmarked).map((named) => [named.check.kind, named]))].flatMap(([kind, named]) => {
		const own = again.judgements.filter(({ repeated }) => repeated.min === void 0);
		const trust = judgeTrust(reliabilityOf(kind, own), gradesLikePeople(named) ? kappa : void 0);
		return trust.kind === "doubted" ? [{
			metric: kind,
			why: trust.why
		}] : [];
	});
	const all = judgeReliability(judgements.map(({ repeated }) => repeated));
	return {
		judge: {
			...judge,
			...all === void 0 ? {} : { reliability: {
				...all,
				replies: countReplies(judgements)
			} },
			...kappa === void 0 ? {} : { kappa: {
				labels: kappa.ratings,
				value: kappa.kappa,
				error: kappa.standardError
			} },
			...doubts.length === 0 ? {} : { advises: doubts },
			...unsteady.length === 0 ? {} : { doubted: unsteady.map(({ metric, why }) => ({
				kind: metric,
				why
			})) }
		},
		advise: new Set(doubts.map(({ metric }) => metric)),
		doubted: unsteady.map(({ metric }) => metric),
		notes: [...again.notes, ...wordDoubts(judge.model, doubts, unsteady)]
	};
}
function judgeAsMeasured(judge) {
	const { model, advises = [], doubted = [] } = judge;
	const unsteady = doubted.map(({ kind, why }) => ({
		metric: kind,
		why
	}));
	return {
		judge,
		advise: new Set(advises.map(({ metric }) => metric)),
		doubted: doubted.map(({ kind }) => kind),
		notes: wordDoubts(model, advises, unsteady)
	};
}
function wordDoubts(model, doubts, unsteady) {
	return [...doubts.map((doubt) => wordDoubt(model, doubt)), ...unsteady.map(({ metric, why }) => `A fall of ${metric} grades without a \`min\` breaks no single case in this review: ${why}.`)];
}
function isUnmarked({ check: { min, set, weight }, kind }) {
	return kind?.scale === "graded" && min === void 0 && set === void 0 && weight > 0;
}
async function judgePickedAgain(cells, ended, deps) {
	const may = ended === "complete" ? deps.mayAsk(20) : ended;
	if (may !== "complete") return {
		judgements: [],
		notes: [`The judge was not measured: ${may === "budget" ? "no calls or dollars were" : may === "deadline" ? "no time was" : "nothing was"} left to judge replies again.`]
	};
	const picked = pickJudgedReplies(cells, deps.kinds, 20, (call) => deps.ask.kept(call)?.text);
	return {
		judgements: await judgeAgain(picked, deps),
		notes: []
	};
}
async function agreementWithPeople(cells, deps) {
	const chosen = [...new Map(labelledTexts(cells.map(({ cell }) => ({
		golden: cell.exam.golden,
		messages: messagesOf(cell)
	}))).map((text) => [hash(text.golden), text]))].toSorted(([one], [other]) => one < other ? -1 : 1).slice(0, 60);
	if (chosen.length === 0 || deps.mayAsk(chosen.length) !== "complete") return void 0;
	return labelAgreement(await judgeLabelled(chosen.map(([, text]) => text), deps));
}
function messagesOf(cell) {
	return (cell.new ?? cell.old)?.messages ?? [];
}
function isOf(metric, { check }) {
	return check.kind === metric || check.name === metric;
}
function reliabilityOf(metric, judgements) {
	const own = judgements.filter(({ kind, name }) => kind === metric || name === metric);
	return judgeReliability(own.map(({ repeated }) => repeated));
}
function isSteady(metric, votes) {
	return judgeTrust(reliabilityOf(metric, votes), void 0).kind === "trusted";
}
function countReplies(judgements) {
	return new Set(judgements.filter(({ repeated }) => repeated.grades.length > 1).map(({ reply }) => reply)).size;
}
function wordDoubt(model, { metric, why }) {
	return `\`gate.metrics.${metric}\` only advises in this review: ${why}. The judge ${model} is not steady or not right enough for a gate of its own; the reply's score gates as before, since chance in a judge falls on both sides alike. More \`votes\`, a clearer rubric or another judge make it one.`;
}

export { judgeLabelled as a, judgeReliability as c, tellFailing as d, tellOwnEdits as f, votesIn as i, labelAgreement as l, measureJudge as n, labelledTexts as o, withReasons as p, judgeAgain as r, judgeTrust as s, judgeAsMeasured as t, fellIn as u };