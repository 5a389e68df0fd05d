// src/core/drift/channels.ts
const fixed = {
	score: {
		worse: "lower",
		scale: "share"
	},
	pass: {
		worse: "lower",
		scale: "share"
	},
	refusal: {
		worse: "higher",
		scale: "share"
	},
	distance: {
		worse: "higher",
		scale: "share"
	},
	length: {
		worse: "either",
		scale: "size"
	},
	latency: {
		worse: "higher",
		scale: "size"
	},
	cost: {
		worse: "higher",
		scale: "size"
	}
};
const metric = {
	worse: "lower",
	scale: "share"
};
function channelOf(name) {
	if (name.startsWith("metric:")) return metric;
	return Object.hasOwn(fixed, name) ? fixed[name] : void 0;
}
function onScale(value, { scale }) {
	return scale === "share" ? value : Math.log(Math.max(value, 1e-9));
}

// src/core/drift/drift.ts
function caseChannel(run) {
	return run?.cases.some(({ values }) => values["pass"] !== void 0) === true ? "pass" : "score";
}
function servedBy(run) {
	return (run?.served ?? []).map(({ model }) => model);
}
function valuesTowards(one, channel, towards) {
	return (one.values[channel] ?? []).map((value) => -towards * value);
}

// src/core/drift/row-of-state.ts
function rowOfState(state, watched) {
	const { latest, runs } = state;
	const drift = seen(state.drift ?? state.ended, watched);
	const missing = latest.cases.map(({ values, missing }) => ({
		missing,
		of: missing + (values["score"] ?? []).length
	})).reduce((sum, one) => ({
		missing: sum.missing + one.missing,
		of: sum.of + one.of
	}), {
		missing: 0,
		of: 0
	});
	const verdict = drift !== void 0 && state.drift !== void 0 ? "drifted" : state.verdict === "drifted" ? "steady" : state.verdict;
	const settled = state.drift !== void 0 && drift === void 0 ? "no-longer-asked" : state.settled;
	return {
		model: latest.model,
		verdict: missing.of > 0 && missing.missing === missing.of ? "invalid" : verdict,
		served: servedBy(latest),
		...drift === void 0 ? {} : {
			servedBefore: drift.servedBefore,
			since: sinceOf(drift)
		},
		...drift !== void 0 && state.drift === void 0 ? { ended: true } : {},
		...settled === void 0 ? {} : { settled },
		layers: state.layers.filter(({ layer }) => watched.includes(layer)),
		found: (drift?.found ?? []).map(({ layer, channel, towards }) => ({
			layer,
			...channel === void 0 ? {} : { channel },
			...towards === void 0 ? {} : { towards: towards === 1 ? "higher" : "lower" }
		})),
		cases: [...new Set((drift?.found ?? []).flatMap(({ cases }) => cases))],
		metrics: metricsOf(state),
		history: runs.slice(-90).map((run) => {
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
function sinceOf({ since, runs }) {
	const place = (at) => {
		const run = runs[at];
		return {
			run: run?.run ?? "",
			at: run?.at ?? ""
		};
	};
	return {
		...place(since.at),
		from: place(since.from),
		to: place(since.to)
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
function meanOf({ cases }, channel) {
	const means = cases.flatMap(({ values }) => {
		const held = values[channel] ?? [];
		return held.length === 0 ? [] : [mean(held)];
	});
	return means.length === 0 ? null : mean(means);
}
function mean(values) {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export { valuesTowards as a, servedBy as i, standingOf as n, channelOf as o, caseChannel as r, onScale as s, rowOfState as t };