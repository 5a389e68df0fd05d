import { t as suggestNearest } from "./suggest-nearest.js";
import { S as describeIssues } from "./settle-role.js";
import { t as require_dist } from "./dist.js";

// src/core/yaml/explain-issues.ts
function explainIssues(issues, located, known, reason = "files") {
	return describeIssues(issues, known).map(({ path, key, what, fix }) => {
		const steps = path.filter((step) => typeof step !== "symbol");
		return {
			reason,
			what,
			at: key === void 0 ? located.at(steps) : located.at([...steps, key], "key"),
			...fix !== void 0 && { fix }
		};
	});
}
function fixUnknown(name, known) {
	const nearest = suggestNearest(name, known);
	return nearest === void 0 ? `Known here: ${known.join(", ")}.` : `Did you mean \`${nearest}\`?`;
}

// src/core/yaml/yaml-values.ts
var import_dist = require_dist();
const deepest$1 = 100;
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
		if (depth <= deepest$1) return;
		throw new UnreadableNode(offsetOf(node), `The file is nested more than ${deepest$1} levels deep.`, "Flatten it.");
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

// src/core/yaml/read-yaml.ts
const longestText = 5e6;
function readYaml(text, file, from = { line: 1 }, repeated = "error") {
	const lines = new import_dist.LineCounter();
	const position = (offset) => {
		const { line, col } = lines.linePos(offset);
		return line === 0 ? {
			file,
			line: from.line,
			column: 1
		} : {
			file,
			line: line + from.line - 1,
			column: col
		};
	};
	const broken = (offset, what, fix) => ({
		kind: "broken",
		problems: [problemAt(position(offset), what, fix)]
	});
	if (text.length > longestText) return broken(0, `The file has ${text.length} characters, more than the ${longestText} that are read.`, "Split it.");
	if (text.indexOf("\0") !== -1) return {
		kind: "broken",
		problems: [problemAt({ file }, "The file holds NUL characters.", "Save it as UTF-8 text.")]
	};
	const bound = boundTokens(text);
	if (bound !== void 0) return broken(0, bound.what, bound.fix);
	let document;
	try {
		document = (0, import_dist.parseDocument)(text, {
			lineCounter: lines,
			merge: true,
			uniqueKeys: false,
			logLevel: "error",
			prettyErrors: false
		});
	} catch (error) {
		if (error instanceof RangeError) return broken(0, tooDeep, "Flatten it.");
		throw error;
	}
	const [first] = document.errors;
	if (first !== void 0) {
		if (/call stack/u.test(first.message)) return broken(first.pos[0], tooDeep, "Flatten it.");
		return broken(first.pos[0], ...explain(first.code, first.message, /\.jsonl?$/u.test(file)));
	}
	try {
		const values = new YamlValues(document, repeated);
		const value = values.read();
		const { twice } = values;
		return {
			kind: "read",
			located: {
				value,
				at: (path, on) => findPosition(document, path, on, position)
			},
			...twice !== void 0 && { repeated: position(twice) }
		};
	} catch (error) {
		if (error instanceof UnreadableNode) return broken(error.offset, error.message, error.fix);
		throw error;
	}
}
const tooDeep = "The file is nested too deep to be read.";
function explain(code, message, json) {
	if (code === "MULTIPLE_DOCS") return ["The file holds several YAML documents.", "Keep one; `---` begins another."];
	if (code === "TAB_AS_INDENT") return ["Tabs indent this YAML.", "Indent with spaces."];
	const [, mark] = /^Missing closing (['"])quote/u.exec(message) ?? [];
	const why = mark === void 0 ? message.replace(/\.$/u, "") : `a quote (${mark}) is opened and never closed`;
	if (json) return [`Not readable as JSON: ${why}.`];
	return [`Not readable as YAML: ${why}.`, "Texts with `: `, `#`, `{{` or quotes need quotes around them, or a `|` block."];
}
function problemAt(at, what, fix) {
	return fix === void 0 ? {
		reason: "files",
		what,
		at
	} : {
		reason: "files",
		what,
		at,
		fix
	};
}
function findPosition(document, path, on, position) {
	let node = document.contents;
	let offset = startOf(node) ?? 0;
	for (const [depth, step] of path.entries()) {
		const last = depth === path.length - 1;
		const found = stepInto(node, step, last && on === "key");
		if (found === void 0) break;
		offset = found.offset ?? offset;
		if ((0, import_dist.isAlias)(found.node)) break;
		node = found.node;
	}
	return position(offset);
}
function stepInto(node, step, onKey) {
	if ((0, import_dist.isSeq)(node)) {
		const item = node.items[Number(step)];
		return item === void 0 ? void 0 : {
			node: item,
			offset: startOf(item)
		};
	}
	if (!(0, import_dist.isMap)(node)) return void 0;
	const pair = node.items.find(({ key }) => (0, import_dist.isScalar)(key) && String(key.value ?? "") === String(step));
	if (pair === void 0) return void 0;
	const key = startOf(pair.key);
	return {
		node: pair.value,
		offset: onKey ? key : startOf(pair.value) ?? key
	};
}
function startOf(node) {
	if (!isNodeWithRange(node)) return void 0;
	return node.range?.[0];
}
function isNodeWithRange(node) {
	return (0, import_dist.isScalar)(node) || (0, import_dist.isMap)(node) || (0, import_dist.isSeq)(node) || (0, import_dist.isAlias)(node);
}
const mostTokens = 1e6;
const deepest = 100;
const shortest = 5e4;
function boundTokens(text) {
	if (text.length < shortest) return void 0;
	let count = 0;
	let depth = 0;
	for (const token of new import_dist.Lexer().lex(text)) {
		count += 1;
		if (token === "[" || token === "{") depth += 1;
		else if (token === "]" || token === "}") depth -= 1;
		if (depth > deepest) return {
			what: "The file is nested too deep to be read.",
			fix: "Flatten it."
		};
		if (count > 1e6) return {
			what: `The file is written with more than ${mostTokens.toLocaleString("en")} marks and texts.`,
			fix: "Split it."
		};
	}
}

export { fixUnknown as i, mostKeys as n, explainIssues as r, readYaml as t };