import { a as argumentsOf, o as countDemands, s as includesJson } from "./skills.js";

// src/core/tools/canned-results.ts
const usualSteps = 8;
function stepsOf({ tools, maxSteps = 8 }) {
	if (tools === void 0) return {
		usual: 1,
		most: 1
	};
	return {
		usual: Math.min(maxSteps, 1 + Math.min(2, Math.max(1, Object.keys(tools).length))),
		most: maxSteps
	};
}
function cannedResult(tools, call) {
	const results = Object.hasOwn(tools, call.name) ? tools[call.name] ?? [] : [];
	const given = argumentsOf(call);
	let best;
	for (const result of results) {
		const { when } = result;
		if (when !== void 0 && (given === void 0 || !includesJson(given, when))) continue;
		const names = when === void 0 ? -1 : countDemands(when);
		if (best === void 0 || names > best.names) best = {
			result,
			names
		};
	}
	if (best === void 0) return void 0;
	const { returns } = best.result;
	return typeof returns === "string" ? returns : JSON.stringify(returns);
}
function stubFor(calls) {
	return `tools:\n${[...byTool(calls)].map(([name, held]) => {
		const results = held.map((call) => {
			const when = whenOf(call);
			const returns = "returns: {} # what the tool answers";
			return when === void 0 ? `    - ${returns}` : `    - when: ${spaced(when)}\n      ${returns}`;
		});
		return `  ${nameInYaml(name)}:\n${results.join("\n")}`;
	}).join("\n")}`;
}
function stubOnLine(calls) {
	return `tools: { ${[...byTool(calls)].map(([name, held]) => {
		const results = held.map(whenOf).map((when) => `{ ${when === void 0 ? "" : `when: ${spaced(when)}, `}returns: {} }`);
		return `${nameInYaml(name)}: [${results.join(", ")}]`;
	}).join(", ")} }`;
}
function byTool(calls) {
	const once = new Map(calls.map((call) => [JSON.stringify([call.name, whenOf(call)]), call]));
	return Map.groupBy(once.values(), ({ name }) => name);
}
function nameInYaml(name) {
	return /^[A-Za-z_][\w-]*$/u.test(name) ? name : JSON.stringify(name);
}
function whenOf(call) {
	const given = argumentsOf(call);
	if (typeof given !== "object" || given === null || isList(given)) return void 0;
	const telling = Object.entries(given).filter(([, value]) => JSON.stringify(value).length <= 62);
	return telling.length === 0 ? void 0 : Object.fromEntries(telling);
}
function isList(value) {
	return Array.isArray(value);
}
function spaced(value) {
	if (typeof value !== "object" || value === null) return JSON.stringify(value);
	if (isList(value)) return `[${value.map(spaced).join(", ")}]`;
	const members = Object.entries(value).map(([key, held]) => `${JSON.stringify(key)}: ${spaced(held)}`);
	return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

export { stubOnLine as i, stepsOf as n, stubFor as r, cannedResult as t };