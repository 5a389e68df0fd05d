import { t as require_dist } from "./dist2.js";

// src/core/yaml/yaml-values.ts
var import_dist = require_dist();
const deepest = 100;
const mostValues = 2e6;
const mostKeys = 2e4;
var UnreadableNode = class extends Error {
	offset;
	fix;
	constructor(offset, what, fix) {
		super(what);
		this.name = "UnreadableNode";
		this.offset = offset;
		this.fix = fix;
	}
};
var YamlValues = class {
	#document;
	#anchored;
	#repeated;
	#seen = 0;
	twice;
	constructor(document, repeated) {
		this.#document = document;
		this.#repeated = repeated;
		this.#anchored = followAliases(document);
	}
	read() {
		return this.#valueOf(this.#document.contents, 0);
	}
	#valueOf(node, depth) {
		this.#count(node, depth);
		if (node === null || node === void 0) return null;
		if ((0, import_dist.isAlias)(node)) return this.#valueOf(this.#target(node), depth + 1);
		if ((0, import_dist.isMap)(node)) return this.#objectOf(node, depth);
		if ((0, import_dist.isSeq)(node)) return node.items.map((item) => this.#valueOf(item, depth + 1));
		if ((0, import_dist.isScalar)(node)) return scalarOf(node);
		throw new UnreadableNode(offsetOf(node), "This part of the file is no value.", "Write a text, number, list or map.");
	}
	#objectOf(map, depth) {
		const entries = [];
		const merged = [];
		const names = /* @__PURE__ */ new Set();
		if (map.items.length > 2e4) {
			const what = `This map has ${map.items.length.toLocaleString("en")} keys, more than the ${mostKeys.toLocaleString("en")} that are read.`;
			throw new UnreadableNode(offsetOf(map), what, "Split it.");
		}
		for (const { key, value } of map.items) {
			if (isMergeKey(key)) {
				for (const entry of this.#merge(value, depth)) merged.push(entry);
				continue;
			}
			const name = keyOf(key);
			if (names.has(name)) {
				if (this.#repeated === "error") throw new UnreadableNode(offsetOf(key), "A key is written twice.", "Keep one of the two.");
				this.twice ??= offsetOf(key);
			}
			names.add(name);
			entries.push([name, this.#valueOf(value, depth + 1)]);
		}
		return Object.fromEntries([...merged, ...entries]);
	}
	#merge(node, depth) {
		this.#count(node, depth);
		const source = (0, import_dist.isAlias)(node) ? this.#target(node) : node;
		if ((0, import_dist.isMap)(source)) return Object.entries(this.#objectOf(source, depth + 1));
		if ((0, import_dist.isSeq)(source)) return source.items.toReversed().flatMap((item) => this.#merge(item, depth + 1));
		throw new UnreadableNode(offsetOf(node), "`<<` takes a map or a list of maps.", "Point it at one.");
	}
	#count(node, depth) {
		this.#seen += 1;
		if (this.#seen > mostValues) {
			const what = `The file holds more than ${mostValues} values, its aliases followed.`;
			throw new UnreadableNode(offsetOf(node), what, "Split it.");
		}
		if (depth <= deepest) return;
		throw new UnreadableNode(offsetOf(node), `The file is nested more than ${deepest} levels deep.`, "Flatten it.");
	}
	#target(alias) {
		const target = this.#anchored.get(alias);
		if (target !== void 0) return target;
		throw new UnreadableNode(offsetOf(alias), "This alias has no anchor before it.", "Quote the text if the `*` is part of it.");
	}
};
function followAliases(document) {
	const anchors = /* @__PURE__ */ new Map();
	const targets = /* @__PURE__ */ new Map();
	(0, import_dist.visit)(document, {
		Alias(_, alias) {
			const target = anchors.get(alias.source);
			if (target !== void 0) targets.set(alias, target);
		},
		Value(_, node) {
			if (node.anchor !== void 0) anchors.set(node.anchor, node);
		}
	});
	return targets;
}
function scalarOf(scalar) {
	const { value } = scalar;
	if (value === null || typeof value === "string" || typeof value === "boolean") return value;
	if (typeof value === "number" && Number.isFinite(value)) return value;
	throw new UnreadableNode(offsetOf(scalar), "JSON has no such number.", "Quote it if it is a text.");
}
function isMergeKey(key) {
	if (key === void 0 || !(0, import_dist.isScalar)(key)) return false;
	return (typeof key.value === "symbol" || key.value === "<<") && key.type !== "QUOTE_DOUBLE" && key.type !== "QUOTE_SINGLE";
}
function keyOf(key) {
	if (!(0, import_dist.isScalar)(key)) throw new UnreadableNode(offsetOf(key), "A list or map cannot be a key.", "Quote it if it is a text such as `{{name}}`.");
	const name = String(key.value ?? "");
	if (name === "__proto__") throw new UnreadableNode(offsetOf(key), "The key `__proto__` is not taken.", "Rename it.");
	return name;
}
function offsetOf(node) {
	return (0, import_dist.isScalar)(node) || (0, import_dist.isMap)(node) || (0, import_dist.isSeq)(node) || (0, import_dist.isAlias)(node) ? node.range?.[0] ?? 0 : 0;
}

export { YamlValues as n, mostKeys as r, UnreadableNode as t };