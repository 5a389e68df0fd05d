import { i as showProblem } from "./problem.js";
import { d as suggestNearest } from "./settle-role.js";
import { p as canonicalJson } from "./utils.js";
import { t as isObject } from "./is-object.js";
import { t as rowsOf } from "./rows-of.js";
import { t as hash } from "./hash.js";
import { t as hasOwnName } from "./has-own-name.js";
import { A as engines, F as listVariables, I as showValue, L as lookUp, M as nunjucks, O as renderMessages, P as fillTemplate, i as formatNamed, j as needsNunjucks, v as renderTemplate } from "./promptfoo-reader.js";

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

// src/core/design/find-other-question.ts
function findOtherQuestion({ key, golden, question }, prompts, ask) {
	if (question === void 0) return void 0;
	const isUsed = (prompt, name) => {
		const other = {
			...golden,
			vars: altered(golden.vars, name)
		};
		return textOf(ask(prompt, golden)) !== textOf(ask(prompt, other));
	};
	const heldAs = (name) => lookUp(name, golden.vars) ?? lookUp(name, prompts.new.defaults);
	const brought = prompts.new.variables.filter((name) => !prompts.old.variables.includes(name) && lookUp(name, question) === void 0).filter((name) => {
		if (heldAs(name) === void 0) return false;
		return lookUp(name, golden.vars) === void 0 || isUsed(prompts.new, name);
	});
	if (brought.length === 0) return void 0;
	const dropped = prompts.old.variables.filter((name) => lookUp(name, question) !== void 0 && isUsed(prompts.old, name) && !isUsed(prompts.new, name));
	const renamed = new Set(brought.map((name) => canonicalJson(heldAs(name) ?? null)));
	const lost = dropped.filter((name) => !renamed.has(canonicalJson(lookUp(name, question) ?? null)));
	const kept = new Set(dropped.map((name) => canonicalJson(lookUp(name, question) ?? null)));
	const others = brought.filter((name) => !kept.has(canonicalJson(heldAs(name) ?? null)));
	return lost.length === 0 || others.length === 0 ? void 0 : {
		case: key,
		dropped: lost,
		brought: others
	};
}
function textOf(messages) {
	return JSON.stringify(messages);
}
function altered(vars, name) {
	const [root = name] = Object.hasOwn(vars, name) ? [name] : name.split(".");
	const value = Object.hasOwn(vars, root) ? vars[root] : void 0;
	return value === void 0 ? vars : {
		...vars,
		[root]: anotherValue(value)
	};
}
function anotherValue(value) {
	if (typeof value === "string") return `${value} (another)`;
	if (typeof value === "number") return value + 1;
	if (typeof value === "boolean") return !value;
	if (Array.isArray(value)) return value.map(anotherValue);
	if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, anotherValue(held)]));
	return "another";
}

// src/core/design/vars-of.ts
function varsOf(golden, said) {
	const vars = golden.context.length === 0 ? golden.vars : {
		context: golden.context.join("\n\n"),
		...golden.vars
	};
	if (golden.earlier === void 0) return vars;
	return {
		...vars,
		_conversation: said ?? golden.earlier.map(standIn)
	};
}
function standIn(vars) {
	const input = JSON.stringify(vars);
	return {
		prompt: input,
		input,
		output: "…"
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
		const other = template === void 0 ? void 0 : prompt.included?.[template];
		const at = other === void 0 ? {
			file: prompt.path,
			...prompt.firstLine !== void 0 && { line: prompt.firstLine + line - 1 }
		} : {
			file: other.file,
			line
		};
		return {
			reason: "files",
			what: `The template cannot be rendered for the case \`${golden.id}\`: ${why}.`,
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

// src/core/design/messages-of.ts
function messagesOf(prompt, golden, render, said) {
	const { messages } = render(wrapPrompt(prompt, golden), varsOf(golden, said));
	const turn = turnOf(golden, prompt);
	return turn === void 0 ? messages : [...messages, turn];
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
		const whole = withoutBrokenOld(written, render);
		const { rows, problems: found, leftOut } = rowsOf(whole, choice);
		const change = noting(whole, leftOut);
		const failure = findRenderFailure(written.new, casesOf(written), render);
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
function noting(change, leftOut) {
	if (leftOut.length === 0) return change;
	const note = `Not sent: ${leftOut.map((name) => `\`${name}\``).join(", ")}. Such parameters may ask another model, at another price or place; list them under \`allowed-params\` in the base branch's config to send them.`;
	return {
		...change,
		notes: [...change.notes, note]
	};
}
function casesOf({ exam }) {
	return [...exam.cases, ...exam.edits ?? []];
}
function withoutBrokenOld(change, render) {
	const failure = change.old && findRenderFailure(change.old, casesOf(change), render);
	if (failure === void 0) return change;
	const { old: _, ...rest } = change;
	return {
		...rest,
		notes: [...change.notes, `The old side is left out: ${showProblem(failure)}`]
	};
}
function designPrompt(change, rows, render, scenarioOf) {
	const ask = (prompt, golden) => messagesOf(prompt, golden, render);
	const { old: before, new: after } = change;
	const renderCase = (exam) => ({
		exam,
		scenario: scenarioOf(exam.golden),
		old: before && ask(before, exam.golden),
		new: after && ask(after, exam.golden)
	});
	const cellsOf = (cases) => {
		const rendered = cases.map(renderCase);
		const seen = /* @__PURE__ */ new Map();
		return rows.flatMap((row) => rendered.map((sides) => cellOf(change.path, row, sides, seen)));
	};
	const edits = before === void 0 ? [] : cellsOf(change.exam.edits ?? []).filter(({ identical }) => !identical);
	const others = before === void 0 || after === void 0 ? [] : change.exam.cases.flatMap((exam) => findOtherQuestion(exam, {
		old: before,
		new: after
	}, ask) ?? []);
	return {
		change,
		rows,
		cells: cellsOf(change.exam.cases),
		...edits.length > 0 && { edits },
		...others.length > 0 && { otherQuestions: others }
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
const mostRendered = 128e6;
function createRenderPrompt(sandbox, most = mostRendered) {
	let rendered = 0;
	const isBeyond = () => rendered > most;
	const fill = (template, values) => {
		if (!needsNunjucks(template)) return nunjucks.fill(template, values);
		const made = renderTemplate(template, values, {
			sandbox,
			filters: []
		});
		return made.kind === "filled" ? {
			text: made.value,
			unknown: []
		} : {
			text: template,
			unknown: [],
			failed: {
				why: made.why,
				line: 1
			}
		};
	};
	return (prompt, vars) => {
		if (isBeyond()) return tooMuch(most);
		const render = formatNamed(prompt.format)?.render ?? renderMessages;
		const made = prompt.engine === "nunjucks" ? renderMessages(prompt, vars, { fill }) : render(prompt, vars);
		rendered += made.messages.reduce((sum, { content }) => sum + content.length, 0);
		return isBeyond() ? tooMuch(most) : made;
	};
}
function tooMuch(most) {
	return {
		messages: [],
		unknown: [],
		failed: {
			why: `all requests of this run together are longer than ${(most / 2).toLocaleString("en")} characters (use fewer or shorter cases)`,
			line: 1
		}
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

export { createRenderPrompt as a, messagesOf as c, isChecked as d, gradesLikePeople as f, startWithCases as i, scenarioOf as l, namedChecks as m, weak as n, designReview as o, judgedChecks as p, wrong as r, withHistory as s, checkVariables as t, howFarChecked as u };