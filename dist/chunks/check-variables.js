import { i as showProblem } from "./problem.js";
import { c as engines, g as lookUp, h as showValue, l as needsNunjucks, m as listVariables, p as fillTemplate, u as nunjucks, v as suggestNearest } from "./settle-prompts.js";
import { t as rowsOf } from "./rows-of.js";
import { t as hash } from "./hash.js";
import { t as hasOwnName } from "./has-own-name.js";
import { f as renderTemplate, r as formatNamed, x as renderMessages } from "./revision-files.js";

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

// src/core/scoring/scenario-of.ts
function scenarioOf(golden, kinds) {
	for (const { kind, argument } of golden.checks.toReversed()) {
		const scenario = kinds.get(kind)?.scenario?.(argument);
		if (scenario !== void 0) return scenario;
	}
}

// src/core/design/vars-of.ts
function varsOf(golden) {
	return golden.context.length === 0 ? golden.vars : {
		context: golden.context.join("\n\n"),
		...golden.vars
	};
}

// src/core/design/wrap-prompt.ts
function wrapPrompt(prompt, { wrap }) {
	if (wrap === void 0) return prompt;
	const said = prompt.messages.findLastIndex(({ role }) => role === "user");
	const place = said === -1 ? prompt.messages.length - 1 : said;
	const messages = prompt.messages.map((message, index) => index === place ? {
		...message,
		content: `${wrap.prefix}${message.content}${wrap.suffix}`
	} : message);
	return {
		...prompt,
		messages
	};
}

// src/core/design/find-render-failure.ts
function findRenderFailure(prompt, cases, render) {
	for (const { golden } of cases) {
		const { failed } = render(wrapPrompt(prompt, golden), varsOf(golden));
		if (failed === void 0) continue;
		const { why, line, template } = failed;
		const at = template !== void 0 ? { file: prompt.path } : {
			file: prompt.path,
			...prompt.firstLine !== void 0 && { line: prompt.firstLine + line - 1 }
		};
		const where = template === void 0 ? "" : ` (in \`${template}\`, line ${line})`;
		return {
			reason: "files",
			what: `The template cannot be rendered for the case \`${golden.id}\`: ${why}${where}.`,
			at,
			fix: "Mend the template, or give the case the variables that it needs."
		};
	}
}

// src/core/design/turn-of.ts
function turnOf(golden, { turn }) {
	const vars = varsOf(golden);
	if (golden.user !== void 0) return {
		role: "user",
		content: fillTemplate(golden.user, vars).text
	};
	const value = turn === void 0 ? void 0 : lookUp(turn, vars);
	return value === void 0 ? void 0 : {
		role: "user",
		content: showValue(value)
	};
}

// src/core/design/with-history.ts
function withHistory(messages, history) {
	if (history.length === 0) return messages;
	const last = messages.at(-1);
	if (last?.role !== "user") return [...messages, ...history];
	return [
		...messages.slice(0, -1),
		...history,
		last
	];
}

// src/core/design/design-review.ts
function designReview(changes, choice, render, scenarioOf) {
	const problems = [];
	const prompts = [];
	for (const written of changes) {
		if (written.new === void 0) continue;
		const change = withoutBrokenOld(written, render);
		const { rows, problems: found } = rowsOf(change, choice);
		const failure = findRenderFailure(written.new, written.exam.cases, render);
		const all = failure === void 0 ? found : [...found, failure];
		problems.push(...all);
		prompts.push({
			...designPrompt(change, rows, render, scenarioOf),
			problems: all
		});
	}
	return {
		prompts,
		problems
	};
}
function withoutBrokenOld(change, render) {
	const failure = change.old && findRenderFailure(change.old, change.exam.cases, render);
	if (failure === void 0) return change;
	const { old: _, ...rest } = change;
	return {
		...rest,
		notes: [...change.notes, `The old side is left out: ${showProblem(failure)}`]
	};
}
function designPrompt(change, rows, render, scenarioOf) {
	const rendered = change.exam.cases.map((exam) => {
		const sideOf = (prompt) => {
			if (prompt === void 0) return void 0;
			const { messages } = render(wrapPrompt(prompt, exam.golden), varsOf(exam.golden));
			const turn = turnOf(exam.golden, prompt);
			return turn === void 0 ? messages : [...messages, turn];
		};
		return {
			exam,
			scenario: scenarioOf(exam.golden),
			old: sideOf(change.old),
			new: sideOf(change.new)
		};
	});
	const seen = /* @__PURE__ */ new Map();
	return {
		change,
		rows,
		cells: rows.flatMap((row) => rendered.map((sides) => cellOf(change.path, row, sides, seen)))
	};
}
function cellOf(prompt, row, { exam, scenario, ...sides }, seen) {
	const request = (messages, ref) => messages === void 0 ? void 0 : {
		kind: "chat",
		provider: ref.provider,
		model: ref.model,
		messages: withHistory(messages, exam.golden.history),
		params: ref.params
	};
	const before = request(sides.old, row.model.old);
	const after = request(sides.new, row.model.new);
	const hashes = [before, after].map((side) => side === void 0 ? "" : hash(side));
	const pair = hash(scenario === void 0 ? hashes : [...hashes, scenario]);
	const nth = seen.get(pair) ?? 0;
	seen.set(pair, nth + 1);
	return {
		prompt,
		row: row.id,
		exam,
		...before === void 0 ? {} : { old: before },
		...after === void 0 ? {} : { new: after },
		...scenario === void 0 ? {} : { scenario },
		identical: before !== void 0 && hashes[0] === hashes[1],
		comparison: nth === 0 ? pair : hash([pair, nth]),
		copy: nth
	};
}

// src/app/review/render-prompt.ts
function createRenderPrompt(sandbox) {
	const fill = (template, values) => {
		if (!needsNunjucks(template)) return nunjucks.fill(template, values);
		const rendered = renderTemplate(template, values, {
			sandbox,
			filters: []
		});
		return rendered.kind === "filled" ? {
			text: rendered.value,
			unknown: []
		} : {
			text: template,
			unknown: [],
			failed: {
				why: rendered.why,
				line: 1
			}
		};
	};
	return (prompt, vars) => {
		if (prompt.engine === "nunjucks") return renderMessages(prompt, vars, { fill });
		return (formatNamed(prompt.format)?.render ?? renderMessages)(prompt, vars);
	};
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
			return weak(what, held[0].golden.at, `Use \`${show(name)}\` in the prompt, or drop it.`);
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

export { createRenderPrompt as a, howFarChecked as c, judgedChecks as d, namedChecks as f, startWithCases as i, isChecked as l, weak as n, designReview as o, wrong as r, scenarioOf as s, checkVariables as t, gradesLikePeople as u };