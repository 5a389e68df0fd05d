import { a as showPart, r as partOf } from "./part-value.js";

// src/core/template/fill-template.ts
const placeholder = /\{\{[ \t]*([\w.-]+)[ \t]*\}\}/gu;
function listVariables(template) {
	return [...new Set(Array.from(template.matchAll(placeholder), (match) => match[1] ?? ""))];
}
function fillTemplate(template, values) {
	const unknown = /* @__PURE__ */ new Set();
	return {
		text: template.replace(placeholder, (written, name) => {
			const value = lookUp(name, values);
			if (value !== void 0) return showValue(value);
			unknown.add(name);
			return written;
		}),
		unknown: [...unknown]
	};
}
function lookUp(name, values) {
	if (Object.hasOwn(values, name)) return values[name];
	if (!name.includes(".")) return void 0;
	let held = values;
	for (const key of name.split(".")) {
		if (held === void 0 || held === null || typeof held !== "object") return void 0;
		held = isList(held) ? itemOf(held, key) : Object.hasOwn(held, key) ? held[key] : void 0;
	}
	return held;
}
function isList(value) {
	return Array.isArray(value);
}
function itemOf(list, key) {
	return /^\d{1,9}$/u.test(key) ? list[Number(key)] : void 0;
}
function showValue(value) {
	const part = partOf(value);
	if (part !== void 0) return showPart(part);
	return typeof value === "string" ? value : JSON.stringify(value) ?? "";
}
const mostVars = 6;
function showValues(vars) {
	const [only, ...others] = Object.values(vars);
	if (typeof only === "string" && others.length === 0) return only;
	return Object.entries(vars).slice(0, mostVars).map(([name, value]) => `${name}: ${showValue(value)}`).join(" · ");
}

export { showValues as a, showValue as i, listVariables as n, lookUp as r, fillTemplate as t };