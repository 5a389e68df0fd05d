import { t as canonicalJson } from "./json.js";
import { i as showValue, r as lookUp } from "./fill-template.js";
import { t as isObject } from "./is-object.js";
import "./scorers.js";
import { s as includesJson } from "./skills.js";

// src/core/exam/fields-demands.ts
function asksLessOfFields(base, head) {
	const [before, after] = [mapOf(base), mapOf(head)];
	const [ignoredBefore, ignoredAfter] = [listOf$1(before["ignore"]), listOf$1(after["ignore"])];
	if (ignoredAfter.some((field) => !ignoredBefore.includes(field))) return true;
	if (losesField(before["reference"] ?? null, after["reference"] ?? null)) return true;
	const [rules, now] = [mapOf(before["per-field"]), mapOf(after["per-field"])];
	return Object.keys(now).some((field) => isLooserRule(rules[field] ?? "equal", now[field] ?? "equal"));
}
function losesField(base, head) {
	if (isList$1(base)) return isList$1(head) && (head.length < base.length || base.some((one, at) => losesField(one, head[at] ?? null)));
	if (!isObject(base)) return false;
	if (!isObject(head)) return !(typeof head === "string" && head.includes("{{"));
	return Object.entries(base).some(([key, value]) => !Object.hasOwn(head, key) || losesField(value, head[key] ?? null));
}
function isLooserRule(base, head) {
	if (canonicalJson(base) === canonicalJson(head) || head === "equal") return false;
	const [before, after] = [mapOf(base), mapOf(head)];
	const [way] = Object.keys(after).filter((key) => key !== "min");
	if (way === void 0 || base === "equal" || !Object.hasOwn(before, way)) return true;
	if (way === "within") return sizeOf(after[way]) > sizeOf(before[way]) || typeof after[way] !== typeof before[way];
	if (way === "similar") return Number(after[way]) < Number(before[way]);
	return way === "judge" && (after["judge"] !== before["judge"] || Number(after["min"] ?? 7) < Number(before["min"] ?? 7));
}
function sizeOf(within) {
	return Number.parseFloat(String(within));
}
function mapOf(value) {
	return isObject(value) ? value : {};
}
function isList$1(value) {
	return Array.isArray(value);
}
function listOf$1(value) {
	return isList$1(value) ? value : [];
}

// src/core/exam/is-looser-call.ts
function isLooserCall(base, head) {
	const [before, after] = [callsOf(base), callsOf(head)];
	const left = [...after];
	let isLooser = after.length < before.length;
	for (const call of before) {
		const same = left.findIndex((one) => canonicalJson(one) === canonicalJson(call));
		const at = same === -1 ? left.findIndex((one) => one["name"] === call["name"]) : same;
		const [other] = at === -1 ? [] : left.splice(at, 1);
		isLooser ||= other !== void 0 && (asksFewer(call, other) || countsLess(call, other));
	}
	return isLooser;
}
function callsOf(argument) {
	return (isList(argument) ? argument : [argument]).flatMap((one) => isObject(one) ? one : typeof one === "string" ? { name: one } : []);
}
function asksFewer(base, head) {
	const [before, after] = [base["arguments"] ?? {}, head["arguments"] ?? {}];
	return canonicalJson(before) !== canonicalJson(after) && includesJson(before, after);
}
function countsLess(base, head) {
	const [before, after] = [timesOf(base), timesOf(head)];
	return after.least < before.least || after.most > before.most;
}
function timesOf({ times }) {
	const most = Number.POSITIVE_INFINITY;
	if (typeof times === "number") return {
		least: times,
		most: times
	};
	if (times === void 0 || !isObject(times)) return {
		least: 1,
		most
	};
	return {
		least: numberOr(times["at-least"], 0),
		most: numberOr(times["at-most"], most)
	};
}
function isList(value) {
	return Array.isArray(value);
}
function numberOr(value, other) {
	return typeof value === "number" ? value : other;
}

// src/core/exam/is-wider-pattern.ts
const mostPieces = 300;
function isWiderPattern(pattern, than) {
	const [wide, narrow] = [readPattern(pattern), readPattern(than)];
	if (wide === void 0 || narrow === void 0 || pattern === than) return false;
	if (findsEmpty(wide.branches) && !findsEmpty(narrow.branches)) return true;
	return covers(wide, narrow) && !covers(narrow, wide);
}
function covers(wide, narrow) {
	const [flags, others] = [new Set(wide.flags), new Set(narrow.flags)];
	if ([...flags].filter((flag) => !others.has(flag)).some((flag) => flag !== "i" && flag !== "s") || [...others].some((flag) => !flags.has(flag))) return false;
	return narrow.branches.every((branch) => wide.branches.some((one) => holds(one, branch, true)));
}
function findsEmpty(branches) {
	return branches.some((branch) => branch.every(isEmptyAllowed));
}
function isEmptyAllowed(piece) {
	if (piece.kind === "place") return piece.text !== "\\b";
	return piece.least === 0 || piece.branches !== void 0 && findsEmpty(piece.branches);
}
function holds(wide, narrow, within) {
	if (wide.length > mostPieces || narrow.length > mostPieces) return false;
	const known = /* @__PURE__ */ new Map();
	const from = (at, next) => {
		const key = at * (wide.length + 1) + next;
		const before = known.get(key);
		if (before !== void 0) return before;
		known.set(key, false);
		const result = step(at, next);
		known.set(key, result);
		return result;
	};
	const step = (at, next) => {
		const [piece, wanted] = [narrow[at], wide[next]];
		if (wanted === void 0) return within || narrow.slice(at).every(({ kind }) => kind === "place");
		if (wanted.kind === "match" && isEmptyAllowed(wanted) && from(at, next + 1)) return true;
		if (piece === void 0) return false;
		if (piece.kind === "place") return from(at + 1, next) || wanted.kind === "place" && wanted.text === piece.text && from(at + 1, next + 1);
		if (wanted.kind === "place" || !isCovered(piece, wanted)) return false;
		return isOften(piece, wanted) && from(at + 1, next + 1) || wanted.most === 1e400 && from(at + 1, next);
	};
	return narrow.some((_, start) => (within || start === 0) && from(start, 0)) || narrow.length === 0 && from(0, 0);
}
function isOften(piece, wanted) {
	return wanted.least <= piece.least && wanted.most >= piece.most;
}
function isCovered(piece, wanted) {
	if (piece.text === wanted.text) return true;
	if (piece.branches !== void 0) {
		const { branches = [[{
			...wanted,
			least: 1,
			most: 1
		}]] } = wanted;
		return piece.branches.every((branch) => branches.some((one) => holds(one, branch, false)));
	}
	if (wanted.branches !== void 0) return wanted.branches.some((one) => holds(one, [{
		...piece,
		least: 1,
		most: 1
	}], false));
	if (/^\[\\?[sS]\\[sS]\]$/u.test(wanted.text)) return true;
	return wanted.text === "." && /^(?:\\[dw.]|[^\\[\n])$/u.test(piece.text);
}
const place = /^(?:\^|\$|\\[AzbB])/u;
const quantifier = /^(?:[*+?]|\{(?<from>\d+)(?<comma>,)?(?<to>\d*)\})[?+]?/u;
const single = /^(?:\\p\{[^}]*\}|\\x\{[^}]*\}|\\x[\da-f]{2}|\\[\s\S]|[^\\()[\]|])/iu;
const charClass = /^\[\^?\]?(?:\[:[^\]]*:\]|\\[\s\S]|[^\]\\])*\]/u;
const groupStart = /^\((?:\?(?:P?<[^>]*>|[a-zA-Z-]*:))?/u;
function readPattern(pattern) {
	const flags = /^\(\?([a-zA-Z-]+)\)/u.exec(pattern);
	const read = readBranches(pattern.slice(flags?.[0].length ?? 0));
	return read === void 0 || read.rest !== "" ? void 0 : {
		flags: flags?.[1] ?? "",
		branches: read.branches
	};
}
const deepest = 100;
function readBranches(text, depth = 0) {
	if (depth > deepest) return void 0;
	const branches = [];
	let pieces = [];
	let rest = text;
	while (rest !== "" && !rest.startsWith(")")) {
		if (rest.startsWith("|")) {
			branches.push(pieces);
			pieces = [];
			rest = rest.slice(1);
			continue;
		}
		const read = readPiece(rest, depth);
		if (read === void 0) return void 0;
		pieces.push(read.piece);
		rest = read.rest;
	}
	return {
		branches: [...branches, pieces],
		rest
	};
}
function readPiece(text, depth) {
	const at = place.exec(text)?.[0];
	if (at !== void 0) return {
		piece: {
			kind: "place",
			text: at
		},
		rest: text.slice(at.length)
	};
	const atom = text.startsWith("(") ? readGroup(text, depth) : readAtom(text);
	if (atom === void 0) return void 0;
	const { rest, ...matched } = atom;
	const found = quantifier.exec(rest);
	const [least, most] = found === null ? [1, 1] : spanOf(found);
	return {
		piece: {
			kind: "match",
			...matched,
			least,
			most
		},
		rest: rest.slice(found?.[0].length ?? 0)
	};
}
function readAtom(text) {
	const found = (text.startsWith("[") ? charClass : single).exec(text)?.[0];
	return found === void 0 ? void 0 : {
		text: found,
		rest: text.slice(found.length)
	};
}
function readGroup(text, depth) {
	const start = groupStart.exec(text)?.[0] ?? "";
	if (/\?[a-zA-Z-]+:/u.test(start) || text.startsWith("?", start.length)) return void 0;
	const inner = readBranches(text.slice(start.length), depth + 1);
	if (inner === void 0 || !inner.rest.startsWith(")")) return void 0;
	const length = text.length - inner.rest.length + 1;
	return {
		text: text.slice(0, length),
		branches: inner.branches,
		rest: text.slice(length)
	};
}
function spanOf({ 0: written, groups }) {
	if (written.startsWith("*")) return [0, Number.POSITIVE_INFINITY];
	if (written.startsWith("+")) return [1, Number.POSITIVE_INFINITY];
	if (written.startsWith("?")) return [0, 1];
	const from = Number(groups?.["from"]);
	if (groups?.["comma"] === void 0) return [from, from];
	return [from, groups["to"] === "" ? Number.POSITIVE_INFINITY : Number(groups["to"])];
}

// src/core/exam/schema-demands.ts
function asksLess(head, base) {
	return canonicalJson(head) !== canonicalJson(base) && isWithin(head, base) && !isWithin(base, head);
}
function isWithin(part, whole) {
	if (allowsAll(part)) return true;
	if (!isObject(part) || !isObject(whole)) return canonicalJson(part) === canonicalJson(whole);
	return Object.entries(part).every(([word, demand]) => {
		if (demandsNothing(word, demand)) return true;
		const held = Object.hasOwn(whole, word) ? whole[word] : void 0;
		if (held === void 0) return false;
		if (maps.has(word)) return isMapWithin(demand, held);
		if (word === "required") return listOf(demand).every((name) => listOf(held).includes(name));
		return schemas.has(word) ? isWithin(demand, held) : canonicalJson(demand) === canonicalJson(held);
	});
}
function isMapWithin(part, whole) {
	if (!isObject(part) || !isObject(whole)) return false;
	return Object.entries(part).every(([name, schema]) => allowsAll(schema) || Object.hasOwn(whole, name) && isWithin(schema, whole[name] ?? true));
}
function dropsDemand(base, head) {
	if (allowsAll(base)) return isObject(base) && isObject(head) && definitionsOf(base, head).some(drops);
	if (allowsAll(head)) return true;
	if (!isObject(base) || !isObject(head)) return false;
	return Object.entries(base).filter(([word, demand]) => !demandsNothing(word, demand)).some(([word, demand]) => !Object.hasOwn(head, word) || dropsWord(word, demand, head[word] ?? true)) || definitionsOf(base, head).some(drops);
}
function drops([base, head]) {
	return dropsDemand(base, head);
}
function definitionsOf(base, head) {
	return ["$defs", "definitions"].flatMap((word) => sharedOf(base[word] ?? null, head[word] ?? null));
}
function sharedOf(base, head) {
	if (!isObject(base) || !isObject(head)) return [];
	return Object.entries(base).flatMap(([name, schema]) => Object.hasOwn(head, name) ? [[schema, head[name] ?? true]] : []);
}
function dropsWord(word, before, after) {
	if (canonicalJson(before) === canonicalJson(after)) return false;
	if (demandsNothing(word, after)) return true;
	if (maps.has(word)) {
		const names = isObject(before) ? Object.entries(before).filter(([, schema]) => !allowsAll(schema)) : [];
		const isGone = (name) => !isObject(after) || !Object.hasOwn(after, name);
		return names.some(([name]) => isGone(name)) || sharedOf(before, after).some(drops);
	}
	if (word === "required" || word === "allOf") return isLacking(before, after);
	if ([
		"enum",
		"type",
		"anyOf",
		"oneOf"
	].includes(word)) return !isLacking(before, after) && isLacking(after, before);
	if (typeof before === "number" && typeof after === "number") return /^(?:min|exclusiveMin)/u.test(word) ? after < before : /^(?:max|exclusiveMax)/u.test(word) && after > before;
	if (word === "pattern") return isWiderPattern(String(after), String(before));
	if (word === "not") return dropsDemand(after, before);
	return schemas.has(word) && dropsDemand(before, after);
}
function isLacking(before, after) {
	const held = new Set(listOf(after).map(canonicalJson));
	return listOf(before).some((one) => !held.has(canonicalJson(one)));
}
function allowsAll(schema) {
	if (schema === true) return true;
	return isObject(schema) && Object.entries(schema).every(([word, demand]) => demandsNothing(word, demand));
}
function demandsNothing(word, demand) {
	if (!demanding.has(word)) return true;
	if (maps.has(word)) return isObject(demand) && Object.values(demand).every(allowsAll);
	if (word === "required" || word === "allOf") return listOf(demand).every(allowsAll);
	if (word === "anyOf") return listOf(demand).some(allowsAll);
	if (word === "type") return allTypes.every((type) => listOf(demand).includes(type));
	if (word.startsWith("min") && word !== "minimum") return demand === 0;
	return schemas.has(word) && word !== "not" && allowsAll(demand);
}
function listOf(value) {
	return Array.isArray(value) ? value : [value];
}
const allTypes = [
	"array",
	"boolean",
	"null",
	"number",
	"object",
	"string"
];
const maps = /* @__PURE__ */ new Set([
	"properties",
	"patternProperties",
	"dependentSchemas"
]);
const schemas = /* @__PURE__ */ new Set([
	"items",
	"contains",
	"additionalProperties",
	"unevaluatedProperties",
	"unevaluatedItems",
	"propertyNames",
	"not"
]);
const demanding = /* @__PURE__ */ new Set([
	...maps,
	...schemas,
	"$dynamicRef",
	"$ref",
	"allOf",
	"anyOf",
	"const",
	"dependencies",
	"dependentRequired",
	"else",
	"enum",
	"exclusiveMaximum",
	"exclusiveMinimum",
	"if",
	"maxContains",
	"maxItems",
	"maxLength",
	"maxProperties",
	"maximum",
	"minContains",
	"minItems",
	"minLength",
	"minProperties",
	"minimum",
	"multipleOf",
	"oneOf",
	"pattern",
	"prefixItems",
	"required",
	"then",
	"type",
	"uniqueItems"
]);

// src/core/exam/is-looser.ts
const loosened = new Map(Object.entries({
	contains: (base, head) => everyText(head, (text) => someText(base, (one) => one.includes(text))),
	"starts-with": (base, head) => everyText(head, (text) => someText(base, (one) => one.startsWith(text))),
	"ends-with": (base, head) => everyText(head, (text) => someText(base, (one) => one.endsWith(text))),
	"contains-any": (base, head) => everyText(base, (text) => someText(head, (one) => text.includes(one))),
	"not-contains": (base, head) => everyText(head, (text) => someText(base, (one) => text.includes(one))),
	"not-equals": (base, head) => everyText(head, (text) => someText(base, (one) => text === one)),
	"max-words": raised,
	"max-steps": raised,
	"max-tokens": raised,
	"max-latency": raised,
	"max-cost": raised,
	"min-words": (base, head) => raised(head, base),
	number: (base, head) => sameBut("within", base, head, raised),
	"json-path": (base, head) => sameBut("contains", base, head, (one, other) => showValue(one).includes(showValue(other))) || sameBut("matches", base, head, (one, other) => isWiderPattern(showValue(other), showValue(one))) || sameBut("equals", base, head, () => false),
	regex: (base, head) => everyText(head, (text) => someText(base, (one) => text === one || isWiderPattern(text, one))) || hasMoved(base, head, (one, text) => isWiderPattern(text, one)),
	"not-regex": (base, head) => everyText(head, (text) => someText(base, (one) => text === one || isWiderPattern(one, text))) || hasMoved(base, head, (one, text) => isWiderPattern(one, text)),
	simulate: (base, head) => turnsOf(head) < turnsOf(base),
	"tool-call": isLooserCall,
	"not-tool-call": (base, head) => isLooserCall(head, base),
	"json-fields": asksLessOfFields,
	"json-schema": (base, head) => dropsDemand(base, head),
	triggers: () => true,
	sql: grantsMore,
	"contains-sql": grantsMore,
	"contains-json": (base, head) => base !== null && (head === null || dropsDemand(base, head))
}));
const negative = /^not-/u;
const ofAllTurns = /^(?:not-|max-|answers$)/u;
const ofSomeTurn = /* @__PURE__ */ new Set([
	"contains",
	"contains-any",
	"contains-html",
	"contains-json",
	"contains-sql",
	"contains-xml",
	"regex",
	"refuses",
	"min-words"
]);
function isLooser(base, head) {
	return isArgumentLooser(base, head) || isCaseLooser(base, head) || isTurnLooser(base, head) || isOptionLooser("strict", base, head) || isOptionLooser("exact", base, head) || isOptionLooser("in-order", base, head) || raised(mostEdits(base), mostEdits(head));
}
function isArgumentLooser(base, head) {
	if (canonicalJson(base.argument) === canonicalJson(head.argument)) return false;
	return loosened.get(base.kind)?.(base.argument, head.argument) === true;
}
function isCaseLooser(base, head) {
	const after = head.options["ignore-case"] === true;
	return after !== (base.options["ignore-case"] === true) && after !== negative.test(base.kind);
}
function isTurnLooser(base, head) {
	const after = head.options["turn"] === "last";
	if (after === (base.options["turn"] === "last")) return false;
	return after ? ofAllTurns.test(base.kind) : ofSomeTurn.has(base.kind);
}
function isOptionLooser(option, base, head) {
	const after = head.options[option] === true;
	return after !== (base.options[option] === true) && after === negative.test(base.kind);
}
function mostEdits({ options }) {
	return options["max-edits"] ?? Number.POSITIVE_INFINITY;
}
function turnsOf(argument) {
	const turns = isObject(argument) ? argument["turns"] : void 0;
	return turns === void 0 ? 5 : numberOf(turns);
}
function raised(base, head) {
	return numberOf(head) > numberOf(base);
}
function numberOf(value) {
	return typeof value === "number" || typeof value === "string" ? Number(value) : NaN;
}
function sameBut(key, base, head, compare) {
	if (!isObject(base) || !isObject(head)) return false;
	const { [key]: baseValue, ...baseRest } = base;
	const { [key]: headValue, ...headRest } = head;
	if (canonicalJson(baseRest) !== canonicalJson(headRest)) return false;
	if (headValue === void 0) return baseValue !== void 0 && key !== "within";
	return baseValue === void 0 ? key === "within" && numberOf(headValue) > 0 : compare(baseValue, headValue);
}
function everyText(argument, test) {
	return textsOf(argument).every(test);
}
function hasMoved(base, head, test) {
	const [before, after] = [textsOf(base), textsOf(head)];
	const [gone, come] = [before.filter((one) => !after.includes(one)), after.filter((one) => !before.includes(one))];
	return gone.some((one) => come.some((text) => test(one, text)));
}
function someText(argument, test) {
	return textsOf(argument).some(test);
}
function textsOf(argument) {
	return (Array.isArray(argument) ? argument : [argument]).map(showValue);
}
function grantsMore(base, head) {
	const [before, after] = [rightsOf(base), rightsOf(head)];
	const alike = (before["dialect"] ?? "mysql") === (after["dialect"] ?? "mysql");
	const kept = (key) => {
		const [held, now] = [before[key], after[key]];
		return now === void 0 || Array.isArray(held) && Array.isArray(now) && held.every((one) => now.includes(one));
	};
	return alike && kept("tables") && kept("columns");
}
function rightsOf(argument) {
	if (isObject(argument)) return argument;
	return typeof argument === "string" ? { dialect: argument } : {};
}

// src/core/exam/compare-checks.ts
function compareChecks(before, after) {
	const [base, head] = [withOneUser(before), withOneUser(after)];
	const pairs = pairChecks(base, head);
	const compared = pairs.map(([one, other]) => compareCheck(one, other));
	const kept = new Set(pairs.map(([, other]) => other));
	const matched = new Set(pairs.map(([one]) => one));
	const dropped = base.filter((check) => !matched.has(check)).map(({ name }) => `check \`${name}\` dropped`);
	const added = head.filter((check) => !kept.has(check)).map(({ name }) => `check \`${name}\` added`);
	return {
		weakened: [
			...dropped,
			...compared.flatMap(({ weakened }) => weakened),
			...findDrowning(base, head, pairs)
		],
		edited: [...compared.flatMap(({ edited }) => edited), ...added]
	};
}
function withOneUser(checks) {
	const last = checks.findLast(({ kind }) => kind === "simulate");
	return checks.filter((check) => check.kind !== "simulate" || check === last);
}
function pairChecks(base, head) {
	const left = new Set(head);
	const take = (fits) => {
		const found = [...left].find(fits);
		if (found !== void 0) left.delete(found);
		return found;
	};
	return base.map((check) => ({
		check,
		other: take(({ kind, name }) => kind === check.kind && name === check.name)
	})).flatMap(({ check, other }) => {
		const found = other ?? take(({ kind }) => kind === check.kind);
		return found === void 0 ? [] : [[check, found]];
	});
}
const rubrics = /* @__PURE__ */ new Set(["judge", "llm"]);
function compareCheck(base, head) {
	const weakened = [];
	const edited = [];
	const { name } = base;
	const both = base.not === true && head.not === true;
	if (rubrics.has(base.kind) && canonicalJson(base.argument) !== canonicalJson(head.argument)) weakened.push(`the rubric of \`${name}\` is another`);
	else if (both ? isLooser(head, base) : isLooser(base, head)) weakened.push(`check \`${name}\` loosened to \`${showCheck(head)}\``);
	else if (contentOf(base) !== contentOf(head)) edited.push(`check \`${name}\` now \`${showCheck(head)}\``);
	else if (name !== head.name) edited.push(`check \`${name}\` renamed to \`${head.name}\``);
	if (base.required && !head.required) weakened.push(`check \`${name}\` no longer required`);
	if (!base.required && head.required) edited.push(`check \`${name}\` now required`);
	const marks = compareMark(`\`min\` of \`${name}\``, base, head);
	const weights = compareNumber(`weight of \`${name}\``, base.weight, head.weight);
	const sets = comparePassMark(`\`min\` of the set of \`${name}\``, base.set?.min, head.set?.min);
	return {
		weakened: [
			...weakened,
			...marks.weakened,
			...weights.weakened,
			...sets.weakened
		],
		edited: [
			...edited,
			...marks.edited,
			...weights.edited,
			...sets.edited
		]
	};
}
function compareMark(what, base, head) {
	const { weakened, edited } = compareNumber(what, base.min, head.min);
	return base.not === true && base.min !== void 0 && head.min !== void 0 ? {
		weakened: edited,
		edited: weakened
	} : {
		weakened,
		edited
	};
}
function compareNumber(what, base, head) {
	if (base === head) return {
		weakened: [],
		edited: []
	};
	if (base === void 0) return {
		weakened: [],
		edited: [`${what} set to ${head}`]
	};
	if (head === void 0) return {
		weakened: [`${what} (${base}) dropped`],
		edited: []
	};
	return head < base ? {
		weakened: [`${what} lowered from ${base} to ${head}`],
		edited: []
	} : {
		weakened: [],
		edited: [`${what} raised from ${base} to ${head}`]
	};
}
function comparePassMark(what, base, head) {
	if (base === void 0 && head !== void 0) return {
		weakened: [`${what} set to ${head}`],
		edited: []
	};
	if (base !== void 0 && head === void 0) return {
		weakened: [],
		edited: [`${what} (${base}) dropped`]
	};
	return compareNumber(what, base, head);
}
function findDrowning(base, head, pairs) {
	const all = base.reduce((sum, { weight }) => sum + weight, 0);
	if (all === 0) return [];
	const before = new Map(pairs.map(([one, other]) => [other, one.weight]));
	const more = head.map((check) => ({
		check,
		by: Math.max(0, check.weight - (before.get(check) ?? 0))
	}));
	const added = more.reduce((sum, { by }) => sum + by, 0);
	if (added <= all) return [];
	const names = more.filter(({ by }) => by > 0).map(({ check }) => `\`${check.name}\``);
	const shown = names.length > 3 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more` : names.join(", ");
	const [checks, outweigh] = names.length === 1 ? ["check", "outweighs"] : ["checks", "outweigh"];
	return [`${checks} ${shown} with a weight of ${added} ${outweigh} all checks there were`];
}
function contentOf({ argument, options, not, transforms = [], contextFrom }) {
	return canonicalJson([
		argument,
		options,
		not === true,
		[...transforms],
		contextFrom ?? null
	]);
}
function showCheck({ name, options }) {
	return Object.keys(options).length === 0 ? name : `${name} ${canonicalJson(options)}`;
}

// src/core/exam/compare-case.ts
function compareCase(base, head) {
	const checks = compareChecks(base.checks, head.checks);
	const weight = compareNumber("weight", base.weight, head.weight);
	const mark = comparePassMark("`min`", base.min, head.min);
	const renamed = base.id === head.id ? [] : [`renamed from \`${base.id}\``];
	return {
		weakened: [
			...checks.weakened,
			...weight.weakened,
			...mark.weakened,
			...compareNotRun(base, head),
			...compareScoring(base, head)
		],
		edited: [
			...renamed,
			...compareVars(base, head),
			...compareFields(base, head),
			...compareTools(base.tools, head.tools),
			...checks.edited,
			...weight.edited,
			...mark.edited
		]
	};
}
function asksTheSame(base, head) {
	const asked = ({ vars, history, context, user, wrap, earlier = [], stored = [], ...steps }) => canonicalJson([...[
		vars,
		history,
		context,
		user ?? null,
		wrap ?? null,
		earlier,
		stored
	], ...[steps.tools ?? null, steps.maxSteps ?? null]]);
	return asked(base) === asked(head) && conversation(base) === conversation(head);
}
function isJudgedAlike(base, head) {
	const judged = ({ checks, min, reference, notRun, callsAsText, scoring }) => canonicalJson([
		checks.map(({ at: _, name: __, ...check }) => check),
		min ?? null,
		reference ?? null,
		notRun.map(({ name }) => name),
		callsAsText === true,
		...scoring === void 0 ? [] : [scoring]
	]);
	return asksTheSame(base, head) && judged(base) === judged(head);
}
function conversation({ checks }) {
	return canonicalJson(checks.filter(({ kind }) => kind === "simulate").map(({ argument, options }) => [argument, options]));
}
function compareVars(base, head) {
	return [.../* @__PURE__ */ new Set([...Object.keys(base.vars), ...Object.keys(head.vars)])].flatMap((name) => {
		if (!Object.hasOwn(head.vars, name)) return [`variable \`${name}\` dropped`];
		if (!Object.hasOwn(base.vars, name)) return [`variable \`${name}\` added`];
		return canonicalJson(base.vars[name]) === canonicalJson(head.vars[name]) ? [] : [`variable \`${name}\` changed`];
	});
}
const shown = {
	wrap: "prefix or suffix",
	earlier: "turns before it",
	maxSteps: "`max-steps`"
};
function compareFields(base, head) {
	const changed = [...[
		"user",
		"wrap",
		"history",
		"context",
		"reference",
		"label",
		"segment",
		"tags",
		"earlier"
	], "maxSteps"].filter((field) => canonicalJson(base[field] ?? null) !== canonicalJson(head[field] ?? null));
	const gone = base.notRun.length > 0 && head.notRun.length === 0 ? ["assertions that are not run dropped"] : [];
	return [...changed.map((field) => `${shown[field] ?? field} changed`), ...gone];
}
function compareTools(base = {}, head = {}) {
	return [.../* @__PURE__ */ new Set([...Object.keys(base), ...Object.keys(head)])].flatMap((name) => {
		if (!Object.hasOwn(head, name)) return [`results of the tool \`${name}\` dropped`];
		if (!Object.hasOwn(base, name)) return [`results of the tool \`${name}\` added`];
		return canonicalJson(base[name]) === canonicalJson(head[name]) ? [] : [`results of the tool \`${name}\` changed`];
	});
}
function compareScoring({ scoring: base }, { scoring: head }) {
	const [before, after] = [base, head].map((one) => one === void 0 ? void 0 : canonicalJson(one.script));
	return before === after ? [] : ["the script that scores it changed"];
}
function compareNotRun(base, head) {
	return howFarChecked(base) !== "not-run" && howFarChecked(head) === "not-run" ? ["made one that cannot be run"] : [];
}
function fillVars(golden, names, lenders) {
	const lent = names.filter((name) => lookUp(name, golden.vars) === void 0).flatMap((name) => {
		const value = lenders.map((lender) => lookUp(name, lender)).find((held) => held !== void 0);
		return value === void 0 ? [] : [[name, value]];
	});
	return lent.length === 0 ? golden : {
		...golden,
		vars: {
			...golden.vars,
			...Object.fromEntries(lent)
		}
	};
}
function howFarChecked(golden) {
	if (golden.notRun.length === 0) return isChecked(golden) ? "whole" : "unchecked";
	return isChecked({
		...golden,
		notRun: []
	}) && !golden.notRun.some(({ whole }) => whole === true) ? "part" : "not-run";
}
function isChecked({ checks, notRun }) {
	return checks.some(({ kind }) => kind !== "simulate" && kind !== "prefer") || notRun.length > 0;
}

export { isChecked as a, asksLess as c, howFarChecked as i, compareCase as n, isJudgedAlike as o, fillVars as r, allowsAll as s, asksTheSame as t };