import { a as onScale, n as channelOf } from "./channels.js";

// src/core/drift/baseline.ts
const mostBaselineRuns = 30;
const emptyBaseline = baselineOf(0, /* @__PURE__ */ new Map());
function baselineFrom(runs) {
	return runs.reduce((held, run) => held.with(run), emptyBaseline);
}
function baselineOf(runs, held) {
	return {
		runs,
		knows: ({ key }) => held.has(key),
		of: ({ key }, channel) => held.get(key)?.get(channel),
		with: (run) => {
			if (runs >= 30 && run.cases.every((one) => isFull(one, held))) return baselineOf(runs + 1, held);
			const grown = new Map(held);
			for (const one of run.cases) {
				const own = new Map(grown.get(one.key));
				for (const [channel, values] of Object.entries(one.values)) {
					const about = channelOf(channel);
					const before = own.get(channel) ?? none;
					if (about === void 0 || values.length === 0 || before.runs >= 30) continue;
					const after = values.reduce((moments, value) => grow(moments, onScale(value, about)), before);
					own.set(channel, {
						...after,
						runs: before.runs + 1
					});
				}
				grown.set(one.key, own);
			}
			return baselineOf(runs + 1, grown);
		}
	};
}
function isFull({ key, values }, held) {
	const own = held.get(key);
	if (own === void 0) return false;
	for (const channel in values) if ((own.get(channel) ?? none).runs < 30) return false;
	return true;
}
const none = {
	count: 0,
	runs: 0,
	mean: 0,
	squares: 0
};
function grow({ count, runs, mean, squares }, value) {
	const next = mean + (value - mean) / (count + 1);
	return {
		count: count + 1,
		runs,
		mean: next,
		squares: squares + (value - mean) * (value - next)
	};
}

// src/core/drift/canary-distance.ts
function leastOf({ values }, method) {
	return method === "border" ? 0 : Math.min(0, ...values);
}
function sumReplies({ inputs, method }) {
	return new Map(inputs.map(({ input, replies }) => {
		const tokens = /* @__PURE__ */ new Map();
		let least = 0;
		for (const reply of replies) {
			const own = leastOf(reply, method);
			least += own;
			for (const [at, token] of reply.tokens.entries()) tokens.set(token, (tokens.get(token) ?? 0) + (reply.values[at] ?? 0) - own);
		}
		return [input, {
			replies: replies.length,
			least,
			tokens
		}];
	}));
}
function distanceBetween(usual, run, method) {
	const parts = [...run].flatMap(([input, now]) => {
		const held = usual.flatMap((one) => one.get(input) ?? []);
		const replies = held.reduce((sum, one) => sum + one.replies, 0);
		if (replies === 0 || now.replies === 0) return [];
		const least = held.reduce((sum, one) => sum + one.least, 0);
		const tokens = /* @__PURE__ */ new Map();
		for (const one of held) for (const [token, value] of one.tokens) tokens.set(token, (tokens.get(token) ?? 0) + value);
		const names = /* @__PURE__ */ new Set([...tokens.keys(), ...now.tokens.keys()]);
		let sum = 0;
		for (const name of names) {
			const before = (least + (tokens.get(name) ?? 0)) / replies;
			sum += Math.abs(before - (now.least + (now.tokens.get(name) ?? 0)) / now.replies);
		}
		return names.size === 0 ? [] : [method === "border" ? sum / 2 : sum / names.size];
	});
	return parts.length === 0 ? void 0 : parts.reduce((sum, part) => sum + part, 0) / parts.length;
}

// src/core/drift/without-judged.ts
const unreadScore = "unread:score";
const ofScores = [
	"score",
	"pass",
	"case"
];
function isJudged({ channel }, { latest }) {
	return isJudgedIn(channel, [latest]);
}
function isJudgedIn(channel, runs) {
	return runs.some(({ judged, cases }) => judged?.includes(channel) === true || ofScores.includes(channel) && judged !== void 0 && cases.some((one) => one.judged === true));
}
function withoutJudged(run) {
	return mapJudged(run, () => void 0);
}
function besideShift(run, least) {
	return mapJudged(run, (values, channel, one) => {
		if (channel === "pass") return least < 0 ? void 0 : values;
		if (least < 0) return values.map((value) => Math.min(1, value - least));
		if (channel === "score" && one.values["plain"] !== void 0) return values;
		return values.map((value) => value >= 1 ? value : Math.max(0, value - least));
	});
}
function mapJudged(run, map) {
	if (run.judged === void 0) return run;
	const judged = new Set(run.judged);
	const cases = run.cases.map((one) => {
		const own = (channel) => judged.has(channel) || one.judged === true && ofScores.includes(channel);
		const kept = Object.entries(one.values).flatMap(([channel, values]) => {
			if (!own(channel)) return [[channel, values]];
			const read = map(values, channel, one);
			return [...read === void 0 ? [] : [[channel, read]], ...channel === "score" ? [[unreadScore, values]] : []];
		});
		return {
			...one,
			values: Object.fromEntries(kept.map(([channel, values]) => [channel, [...values]]))
		};
	});
	return {
		...run,
		cases
	};
}

// src/core/drift/drawn-runs.ts
const mostCases = 24;
const fewestRuns = 3;
function meanOf({ cases }, channel) {
	const means = cases.flatMap(({ values }) => {
		const held = (channel === "score" ? values["unread:score"] : void 0) ?? values[channel] ?? [];
		return held.length === 0 ? [] : [mean(held)];
	});
	return means.length === 0 ? null : mean(means);
}
function usualScore(usual) {
	const scores = usual.slice(0, 30).flatMap((run) => meanOf(run, "score") ?? []);
	if (scores.length < fewestRuns) return void 0;
	const middle = mean(scores);
	const deviation = Math.sqrt(scores.reduce((sum, one) => sum + (one - middle) ** 2, 0) / (scores.length - 1));
	const [low, high] = [middle - 2 * deviation, middle + 2 * deviation];
	return {
		mean: middle,
		low: Math.max(0, low),
		high: Math.min(1, high),
		runs: scores.length
	};
}
function caseSeries(runs, ids) {
	return ids.slice(0, mostCases).map((id) => ({
		id,
		scores: runs.map(({ cases }) => {
			const values = cases.find((one) => one.id === id)?.values;
			const held = values?.["unread:score"] ?? values?.["score"] ?? [];
			return held.length === 0 ? null : mean(held);
		})
	}));
}
function canarySeries({ runs, usual, latest }) {
	const sums = new Map(usual.map((run) => [run, sumReplies(run)]));
	return runs.slice(-90).map((run) => {
		const reference = [...sums].flatMap(([other, held]) => other === run ? [] : [held]);
		const distance = distanceBetween(reference, sums.get(run) ?? sumReplies(run), latest.method);
		return {
			at: run.at,
			distance: distance ?? null
		};
	});
}
function mean(values) {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

// src/core/drift/drift.ts
function caseChannel(run) {
	return run?.cases.some(({ values }) => values["pass"] !== void 0) === true ? "pass" : "score";
}
function servedBy(run) {
	const replies = /* @__PURE__ */ new Map();
	for (const one of run?.served ?? []) replies.set(one.model, (replies.get(one.model) ?? 0) + one.replies);
	return [...replies].toSorted(([, a], [, b]) => b - a).map(([model]) => model);
}
function valuesTowards(one, channel, towards) {
	return (one.values[channel] ?? []).map((value) => -towards * value);
}

// src/core/drift/follow-fingerprint.ts
const most = .5;
const lasting = 3;
function findFingerprintChange(runs) {
	const known = /* @__PURE__ */ new Set();
	let [before, lasted] = [void 0, 0];
	let change;
	for (const [at, { served, watchesFingerprint }] of runs.entries()) {
		const counts = /* @__PURE__ */ new Map();
		for (const { fingerprint, replies } of served) if (fingerprint !== void 0) counts.set(fingerprint, (counts.get(fingerprint) ?? 0) + replies);
		const all = served.reduce((sum, { replies }) => sum + replies, 0);
		const [now] = [...counts].find(([, replies]) => replies > most * all) ?? [];
		if (now !== void 0) {
			if (before !== void 0 && now !== before) {
				const isNew = !known.has(now);
				const isBack = change?.isClear === true && now === change.before;
				change = isNew ? {
					now,
					before,
					at,
					isClear: lasted >= lasting,
					wasWatched: watchesFingerprint === true
				} : isBack && change !== void 0 ? {
					...change,
					isOver: true
				} : void 0;
				lasted = 0;
			}
			before = now;
			lasted++;
		}
		for (const one of counts.keys()) known.add(one);
	}
	return change;
}

// src/core/drift/row-of-state.ts
function rowOfState(state, watched) {
	const { latest, runs } = state;
	const drift = seen(state.drift ?? state.ended, watched);
	const missing = latest.cases.map(({ values, missing }) => ({
		missing,
		of: missing + Math.max(0, ...Object.values(values).map((held) => held.length))
	})).reduce((sum, one) => ({
		missing: sum.missing + one.missing,
		of: sum.of + one.of
	}), {
		missing: 0,
		of: 0
	});
	const changed = findFingerprintChange(runs);
	const print = changed?.isOver === true ? void 0 : changed;
	const wasTold = changed?.isClear === true && changed.wasWatched;
	const isOther = print !== void 0 && wasTold && watched.includes("fingerprint");
	const verdict = isOther || drift !== void 0 && state.drift !== void 0 ? "drifted" : state.verdict === "drifted" ? "steady" : state.verdict;
	const unseen = state.drift?.recovered === true ? "over" : "no-longer-asked";
	const ofPrint = wasTold && !isOther ? print === void 0 ? "over" : "no-longer-asked" : void 0;
	const settled = state.drift !== void 0 && drift === void 0 ? unseen : state.settled ?? ofPrint;
	const isSilent = missing.of > 0 && missing.missing === missing.of;
	const isUnsure = state.unsure === true && watched.includes("cases");
	const shown = runs.slice(-90);
	const at = print?.at ?? 0;
	const cases = [...new Set((drift?.found ?? []).flatMap((one) => one.cases))];
	const usual = usualScore(state.usual);
	return {
		model: latest.model,
		verdict: isSilent || isUnsure && verdict !== "drifted" ? "invalid" : verdict,
		...isUnsure ? { unsure: "judge" } : {},
		served: servedBy(latest),
		...print === void 0 ? {} : { fingerprint: {
			before: print.before,
			now: print.now,
			since: placeOf(runs, print.at)
		} },
		...drift === void 0 ? {} : {
			servedBefore: drift.servedBefore,
			since: sinceOf(drift)
		},
		...drift === void 0 && isOther ? {
			servedBefore: servedBy(runs[at - 1]),
			since: sinceOf({
				since: {
					at,
					from: at,
					to: at
				},
				runs
			})
		} : {},
		...drift !== void 0 && state.drift === void 0 && !isOther ? { ended: true } : {},
		...settled === void 0 ? {} : { settled },
		layers: state.layers.filter(({ layer }) => watched.includes(layer)),
		found: [...(drift?.found ?? []).map(({ layer, channel, towards }) => ({
			layer,
			...channel === void 0 ? {} : { channel },
			...towards === void 0 ? {} : { towards: towards === 1 ? "higher" : "lower" }
		})), ...isOther ? [{ layer: "fingerprint" }] : []],
		cases,
		...cases.length === 0 ? {} : { caseHistory: caseSeries(shown, cases) },
		metrics: metricsOf(state),
		...usual === void 0 ? {} : { usualScore: usual },
		history: shown.map((run) => {
			const [served] = servedBy(run);
			return {
				at: run.at,
				score: meanOf(run, "score"),
				...served === void 0 ? {} : { served }
			};
		}),
		runs: runs.length,
		missing
	};
}
function standingOf({ verdict, settled }) {
	if (verdict === "drifted") return "drifted";
	if (verdict === "invalid") return "unknown";
	return settled ?? (verdict === "baseline" ? "unknown" : "began-anew");
}
function seen(drift, watched) {
	const found = drift?.found.filter(({ layer }) => watched.includes(layer)) ?? [];
	return drift === void 0 || found.length === 0 ? void 0 : {
		...drift,
		found
	};
}
function placeOf(runs, at) {
	const run = runs[at];
	return {
		run: run?.run ?? "",
		at: run?.at ?? ""
	};
}
function sinceOf({ since, runs }) {
	return {
		...placeOf(runs, since.at),
		from: placeOf(runs, since.from),
		to: placeOf(runs, since.to)
	};
}
function metricsOf({ latest, baseline }) {
	const names = new Set(latest.cases.flatMap(({ values }) => Object.keys(values)));
	return Object.fromEntries([...names].flatMap((name) => {
		const channel = channelOf(name);
		if (channel === void 0) return [];
		const pairs = latest.cases.flatMap((one) => {
			const [usual, values] = [baseline.of(one, name), one.values[name] ?? []];
			if (usual === void 0 || usual.count === 0 || values.length === 0) return [];
			return [{
				usual: usual.mean,
				now: mean(values.map((value) => onScale(value, channel)))
			}];
		});
		if (pairs.length === 0) return [];
		const back = (value) => channel.scale === "size" ? Math.exp(value) : value;
		return [[name, {
			usual: back(mean(pairs.map(({ usual }) => usual))),
			now: back(mean(pairs.map(({ now }) => now)))
		}]];
	}));
}

export { valuesTowards as a, isJudged as c, distanceBetween as d, leastOf as f, emptyBaseline as h, servedBy as i, isJudgedIn as l, baselineFrom as m, standingOf as n, canarySeries as o, sumReplies as p, caseChannel as r, besideShift as s, rowOfState as t, withoutJudged as u };