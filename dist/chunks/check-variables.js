import { r as varsOf } from "./messages-of.js";
import { t as fileToJoin } from "./settle-role.js";
import { r as suggestNearest } from "./describe-issues.js";
import { t as engines } from "./engines.js";
import { n as listVariables, r as lookUp } from "./fill-template.js";
import { r as startWithCases } from "./find-unscorable.js";

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
	const spareOf = ({ vars, user = "", checks }) => {
		const inChecks = checks.flatMap(({ kind, argument }) => kinds.get(kind)?.variables?.(argument) ?? []);
		const inTurn = namesAndTheirBeginnings([...listVariables(user), ...inChecks]);
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
			const what = `${startOf(held)} no value to \`${show(name)}\`: ${[
				"jinja",
				"nunjucks",
				"handlebars"
			].includes(prompt.engine) ? "it would be left empty" : "the model would see it as it is written"}.`;
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

export { weak as n, wrong as r, checkVariables as t };