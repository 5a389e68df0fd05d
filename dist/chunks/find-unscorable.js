import { t as fileToJoin } from "./settle-role.js";
import { r as lookUp } from "./fill-template.js";
import { t as sides } from "./side.js";
import { t as canonicalJson } from "./json.js";
import { a as namedChecks } from "./named-checks.js";
import { t as hash } from "./hash.js";
import { t as engines } from "./engines.js";

// src/core/text/start-with-cases.ts
const mostNamed$1 = 5;
function startWithCases(cases) {
	const [first] = cases;
	if (cases.length === 1 && first !== void 0) return `The case \`${first.id}\``;
	const named = cases.slice(0, mostNamed$1).map(({ id }) => `\`${id}\``);
	const more = cases.length > mostNamed$1 ? ` and ${cases.length - mostNamed$1} more` : "";
	return `${cases.length} cases (${named.join(", ")}${more})`;
}

// src/core/design/find-unfilled.ts
const mostNamed = 5;
function findUnfilled({ change, cells }) {
	if (change.new?.rendered !== void 0) return void 0;
	const [first] = cells;
	const telling = cells.filter(({ row, scenario, exam, old: before, new: after }) => row === first?.row && scenario === void 0 && (after ?? before)?.subject === void 0 && Object.keys(exam.golden.vars).length > 0);
	const asked = sides.filter((side) => telling.some((cell) => cell[side] !== void 0));
	if (asked.length === 0) return void 0;
	const differ = new Set(telling.map(({ exam }) => canonicalJson(exam.golden.vars))).size > 1;
	if (!asked.every((side) => differ ? isAlike(telling, side) : isDeaf(telling, change[side]))) return void 0;
	const names = [...new Set(telling.flatMap(({ exam }) => Object.keys(exam.golden.vars)))];
	const listed = `${names.slice(0, mostNamed).map((name) => `\`${name}\``).join(", ")}${names.length > mostNamed ? " …" : ""}`;
	const engine = change.new?.engine ?? "mustache";
	const marker = engines[engine === "none" ? "mustache" : engine].show(names[0] ?? "question");
	const path = change.new === void 0 ? change.path : fileToJoin(change.new);
	const cases = telling.length === 1 ? "Its one golden case" : `Its ${telling.length} golden cases`;
	return {
		reason: "files",
		what: differ ? `${cases} differ in ${listed}, and the prompt makes the same request of all of them.` : `${cases} ${telling.length === 1 ? "sets" : "set"} ${listed}, and the prompt fills in none of it.`,
		at: { file: change.path },
		fix: `Write \`${marker}\` where the value belongs, name the prompt’s engine under \`templates\` in the config, or write the user’s turn as \`user\` in the cases. If your code joins text and input into one message, write \`roles: [{ paths: ["${path}"], role: user, append: "\\n\\n{{${names[0] ?? "question"}}}" }]\`.`
	};
}
function isAlike(cells, side) {
	return new Set(cells.map((cell) => hash(cell[side]?.messages ?? []))).size === 1;
}
function isDeaf(cells, prompt) {
	return cells.every(({ exam: { golden } }) => golden.user === void 0 && golden.stored === void 0 && golden.wrap === void 0 && golden.history.length === 0 && prompt?.variables.every((name) => lookUp(name, golden.vars) === void 0) !== false);
}

// src/core/scoring/find-unscorable.ts
const text = "A reply of several words, such as any model would give.";
const answer = {
	toolCalls: [],
	finishReason: "stop",
	usage: {
		inputTokens: 10,
		outputTokens: 10
	},
	servedModel: "",
	servedBy: "",
	latencyMs: 1,
	at: 0
};
function findUnscorable(cases, kinds) {
	const lacking = cases.flatMap((golden) => namedChecks(golden, kinds).flatMap(({ check, kind }) => {
		if (kind?.needs === "sandbox") return [];
		const { argument, options, min } = check;
		const given = {
			argument,
			options,
			...min === void 0 ? {} : { min },
			golden,
			messages: [],
			text,
			answer
		};
		const result = kind?.score({
			...given,
			costUsd: .001,
			answers: /* @__PURE__ */ new Map()
		});
		return result?.kind === "unscored" ? [{
			golden,
			check,
			why: result.why
		}] : [];
	}));
	return [...Map.groupBy(lacking, ({ check, why }) => JSON.stringify([check.kind, why])).values()].flatMap((held) => {
		const [first] = held;
		if (first === void 0) return [];
		const { check, golden, why } = first;
		const losers = [...new Set(held.map((one) => one.golden))];
		const at = losers.length === 1 && check.at.file === golden.at.file ? check.at : golden.at;
		return [{
			reason: "files",
			what: `\`${check.kind}\` can score no reply: ${why}. ${startWithCases(losers)} would have no score.`,
			at,
			fix: "Add what is lacking to the case, or drop the check."
		}];
	});
}

export { findUnfilled as n, startWithCases as r, findUnscorable as t };