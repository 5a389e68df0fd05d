// src/core/suggest-nearest.ts
function suggestNearest(name, known) {
	const wanted = normalise(name);
	if (wanted.length > 100) return void 0;
	let nearest;
	for (const candidate of known) {
		const other = normalise(candidate);
		const allowed = Math.max(1, Math.floor(Math.max(wanted.length, other.length) / 3));
		if (Math.abs(other.length - wanted.length) > allowed) continue;
		const distance = editDistance(wanted, other);
		if (distance <= allowed && (nearest === void 0 || distance < nearest.distance)) nearest = {
			name: candidate,
			distance
		};
	}
	return nearest?.name;
}
function normalise(name) {
	return name.toLowerCase().replaceAll(/[-_\s]/gu, "");
}
function editDistance(a, b) {
	let beforePrevious = [];
	let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let row = 1; row <= a.length; row += 1) {
		const current = [row];
		for (let column = 1; column <= b.length; column += 1) {
			const same = a[row - 1] === b[column - 1];
			const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
			current.push(Math.min((previous[column] ?? row) + 1, (current[column - 1] ?? column) + 1, (previous[column - 1] ?? 0) + (same ? 0 : 1), swapped ? (beforePrevious[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY));
		}
		beforePrevious = previous;
		previous = current;
	}
	return previous[b.length] ?? a.length;
}

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
	return typeof value === "string" ? value : JSON.stringify(value) ?? "";
}

export { suggestNearest as a, showValue as i, listVariables as n, lookUp as r, fillTemplate as t };