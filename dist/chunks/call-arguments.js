import { t as canonicalJson } from "./json.js";

// src/core/tools/call-arguments.ts
function argumentsOf(call) {
	if (call.arguments.trim() === "") return {};
	try {
		return JSON.parse(call.arguments);
	} catch {
		return;
	}
}
function includesJson(given, wanted) {
	if (!isMap(wanted)) return canonicalJson(given) === canonicalJson(wanted);
	return isMap(given) && Object.entries(wanted).every(([key, value]) => {
		const held = Object.hasOwn(given, key) ? given[key] : void 0;
		return held !== void 0 && includesJson(held, value);
	});
}
function countDemands(wanted) {
	if (!isMap(wanted)) return 1;
	return Object.values(wanted).reduce((sum, value) => sum + countDemands(value), 0);
}
function isMap(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function showCall({ name, arguments: written }) {
	return `${name}(${written.trim() === "{}" ? "" : written.trim()})`;
}

export { showCall as i, countDemands as n, includesJson as r, argumentsOf as t };