import { S as suggestNearest, g as listVariables, t as fileToJoin, v as lookUp } from "./settle-role.js";
import { t as hasOwnName } from "./metrics-of.js";
import { I as scorerNamed, j as engines } from "./promptfoo-reader.js";
import { o as varsOf } from "./render-prompt.js";

// src/core/scoring/named-checks.ts
function namedChecks(golden, kinds) {
	return golden.checks.flatMap((check) => parts(check, kinds)).map((check) => ({
		check,
		kind: kinds.get(check.kind),
		prefix: `${check.kind} ${check.name}/`
	})).filter(({ kind }) => kind?.scenario === void 0 && kind?.compare === void 0);
}
function parts(check, kinds) {
	const names = kinds.get(check.kind)?.expandsTo;
	if (names === void 0) return [check];
	const own = hasOwnName(check.kind, check.name);
	return names.map((part) => ({
		...check,
		kind: part,
		name: own ? `${check.name}: ${part}` : part
	}));
}

// src/core/scoring/judged-checks.ts
function judgedChecks(golden, kinds) {
	return namedChecks(golden, kinds).filter(({ kind }) => {
		return kind?.needs === "judge" || kind?.needs === "judge and embeddings";
	});
}

// src/app/review/missing-roles.ts
function missingRoles(checks, settings, kinds) {
	return [...Map.groupBy(checks, ({ kind, argument, at }) => JSON.stringify([
		kind,
		at.file,
		kinds.get(kind)?.needs === "scorer" ? scorerNamed(argument) : null
	])).values()].flatMap(([check]) => {
		if (check === void 0) return [];
		const needs = kinds.get(check.kind)?.needs ?? "nothing";
		const lacksJudge = settings.judge === void 0 && (needs === "judge" || needs === "judge and embeddings");
		const lacksSimulator = settings.simulate === void 0 && needs === "simulator";
		const lacksEmbeddings = settings.embeddings === void 0 && (needs === "embeddings" || needs === "judge and embeddings");
		const lacksScorer = needs === "scorer" && !settings.scorers.has(scorerNamed(check.argument));
		const told = (what, fix) => ({
			reason: "config",
			what: `the check \`${check.kind}\` ${what}`,
			at: check.at,
			fix
		});
		return [
			...lacksJudge ? [told("is graded by a model, and no judge is configured.", "Write `judge: gpt-5` in promptgate.yml, or give it to the action (`--judge gpt-5` on the command line).")] : [],
			...lacksSimulator ? [told("needs a model that plays the user.", "Write `simulate: gpt-5-mini` in promptgate.yml, or name a `judge`, which then plays it.")] : [],
			...lacksEmbeddings ? [told("compares meanings, and no embedding model is configured.", "Write `embeddings: text-embedding-3-small` in promptgate.yml.")] : [],
			...lacksScorer ? [told(`names a scorer that is not configured: \`${scorerNamed(check.argument)}\`.`, "Add it under `scorers` in promptgate.yml; the action reads that of the base branch.")] : []
		];
	});
}

// src/core/scoring/grades-like-people.ts
function gradesLikePeople({ kind }) {
	return kind?.minRange[0] === 1 && kind.minRange[1] === 10;
}

// src/core/exam/is-checked.ts
function isChecked({ checks, notRun }) {
	return checks.some(({ kind }) => kind !== "simulate" && kind !== "prefer") || notRun.length > 0;
}

// src/core/exam/how-far-checked.ts
function howFarChecked(golden) {
	if (golden.notRun.length === 0) return isChecked(golden) ? "whole" : "unchecked";
	return isChecked({
		...golden,
		notRun: []
	}) && !golden.notRun.some(({ whole }) => whole === true) ? "part" : "not-run";
}

// src/core/text/start-with-cases.ts
const mostNamed = 5;
function startWithCases(cases) {
	const [first] = cases;
	if (cases.length === 1 && first !== void 0) return `The case \`${first.id}\``;
	const named = cases.slice(0, mostNamed).map(({ id }) => `\`${id}\``);
	const more = cases.length > mostNamed ? ` and ${cases.length - mostNamed} more` : "";
	return `${cases.length} cases (${named.join(", ")}${more})`;
}

// src/core/golden-set/finding.ts
function wrong({ reason: _, ...told }) {
	return {
		severity: "wrong",
		...told
	};
}
function weak(what, at, fix) {
	return {
		severity: "weak",
		what,
		at,
		...fix === void 0 ? {} : { fix }
	};
}

// src/core/golden-set/check-variables.ts
const mostNames = 100;
const mostMeant = 50;
const mostSteps = 10;
function checkVariables(prompt, cases, { kinds, written }) {
	const known = namesAndTheirBeginnings(prompt.variables);
	const { show } = engines[prompt.engine];
	const spareOf = ({ vars, user = "" }) => {
		const inTurn = namesAndTheirBeginnings(listVariables(user));
		return Object.keys(vars).filter((key) => !known.has(key) && !inTurn.has(key));
	};
	const names = prompt.variables.filter((name) => prompt.optional?.includes(name) !== true).slice(0, mostNames);
	const lacks = byName(cases.flatMap((golden) => {
		const values = {
			...prompt.defaults,
			...varsOf(golden)
		};
		return names.filter((name) => lookUp(name, values) === void 0 && !(name === prompt.turn && golden.user !== void 0)).map((name) => ({
			name,
			golden
		}));
	})).map(([name, held]) => {
		const [{ golden }] = held;
		return {
			name,
			held,
			golden,
			meant: suggestNearest(name, spareOf(golden).slice(0, mostMeant))
		};
	});
	const meant = new Set(lacks.flatMap((one) => one.meant ?? []));
	const spares = byName(cases.filter((golden) => written.has(golden.at.file) && (!readsVars(golden, kinds) || isDeaf(golden, spareOf(golden)))).flatMap((golden) => spareOf(golden).map((name) => ({
		name,
		golden
	}))).filter(({ name }) => !meant.has(name)));
	return [
		...lacks.map(({ name, held, golden, meant: other }) => {
			const what = `${startOf(held)} no value to \`${show(name)}\`: ${prompt.engine === "jinja" || prompt.engine === "nunjucks" ? "it would be left empty" : "the model would see it as it is written"}.`;
			const fix = other === void 0 ? "Add it under `vars`, or under `vars` of the file’s `defaults`." : `Did it mean \`${name}\` where it says \`${other}\`?`;
			return weak(what, golden.at, fix);
		}),
		...spares.slice(0, mostNames).map(([name, held]) => {
			const what = `${startOf(held)} a value to \`${name}\`, which the prompt does not use.`;
			return weak(what, held[0].golden.at, `Use \`${show(name)}\` in the prompt, or drop it. If your code adds it to the text, write \`roles: [{ paths: ["${fileToJoin(prompt)}"], role: ${prompt.turn === void 0 ? "user" : "system"}, append: "\\n\\n{{${name}}}" }]\` in the config.`);
		}),
		...spares.length <= mostNames ? [] : [weak(`${spares.length - mostNames} more variables of its cases are not used.`, { file: prompt.path })]
	];
}
function byName(found) {
	return [...Map.groupBy(found, ({ name }) => name)].flatMap(([name, [first, ...rest]]) => first === void 0 ? [] : [[name, [first, ...rest]]]);
}
function startOf(held) {
	return `${startWithCases(held.map(({ golden }) => golden))} ${held.length === 1 ? "gives" : "give"}`;
}
function namesAndTheirBeginnings(variables) {
	return new Set(variables.flatMap((name) => {
		const steps = name.split(".", mostSteps);
		return [name, ...steps.map((_, index) => steps.slice(0, index + 1).join("."))];
	}));
}
function isDeaf({ vars }, spare) {
	return spare.length === Object.keys(vars).length;
}
function readsVars({ checks }, kinds) {
	return checks.some(({ kind }) => {
		const needs = kinds.get(kind)?.needs;
		return needs !== void 0 && needs !== "nothing" && needs !== "embeddings";
	});
}

export { howFarChecked as a, missingRoles as c, startWithCases as i, judgedChecks as l, weak as n, isChecked as o, wrong as r, gradesLikePeople as s, checkVariables as t, namedChecks as u };