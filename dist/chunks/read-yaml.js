import { t as require_dist } from "./dist2.js";
import { n as YamlValues, t as UnreadableNode } from "./yaml-values.js";

// src/core/yaml/read-yaml.ts
var import_dist = require_dist();
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
	if (text.trim() === "") return {
		kind: "read",
		located: {
			value: null,
			at: () => position(0)
		}
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

export { readYaml as t };