import { t as isObject } from "./is-object.js";
import { a as argumentsOf } from "./skills.js";

// src/core/golden-set/used-calls.ts
const callKinds = /* @__PURE__ */ new Set([
	"tool-call",
	"not-tool-call",
	"tool-call-f1"
]);
function usedCalls(cases, reviewed) {
	const used = /* @__PURE__ */ new Map();
	const add = (name, given) => {
		if (typeof name !== "string") return;
		const names = given !== void 0 && isObject(given) ? Object.keys(given) : [];
		used.set(name, /* @__PURE__ */ new Set([...used.get(name) ?? [], ...names]));
	};
	for (const { checks, tools = {} } of cases) {
		for (const [name, results] of Object.entries(tools)) for (const { when } of results) add(name, when ?? {});
		for (const { kind, argument } of checks) {
			if (!callKinds.has(kind)) continue;
			const wanted = isList(argument) ? argument : [argument];
			for (const one of wanted) add(isObject(one) ? one["name"] : one, isObject(one) ? one["arguments"] : void 0);
		}
	}
	for (const { cases: reviewedCases } of reviewed?.models ?? []) {
		const replies = reviewedCases.flatMap((one) => one.replies.filter(({ side }) => side === "new"));
		for (const call of replies.flatMap(({ toolCalls = [] }) => toolCalls)) add(call.name, argumentsOf(call));
	}
	return used;
}
function isList(value) {
	return Array.isArray(value);
}

export { usedCalls as n, callKinds as t };