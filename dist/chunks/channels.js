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
	plain: {
		worse: "lower",
		scale: "share"
	},
	grade: {
		worse: "either",
		scale: "grade"
	},
	refusal: {
		worse: "higher",
		scale: "share"
	},
	distance: {
		worse: "higher",
		scale: "grade"
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
	return scale === "size" ? Math.log(Math.max(value, 1e-9)) : value;
}
const leastValue = -1e-9;
const mostValue = 0x38d7ea4c68000;
function areOnScale(values) {
	for (const name in values) {
		const most = (channelOf(name)?.scale ?? "size") === "size" ? mostValue : 1.000000001;
		for (const value of values[name] ?? []) if (typeof value !== "number" || !(value >= -1e-9 && value <= most)) return false;
	}
	return true;
}

export { onScale as a, mostValue as i, channelOf as n, leastValue as r, areOnScale as t };