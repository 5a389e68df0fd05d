import { t as askedSkills } from "./skills.js";
import { r as requestHash } from "./call.js";
import { t as hash } from "./hash.js";
import { a as showProblem } from "./problem.js";
import { t as canonicalJson } from "./json.js";
import { t as isObject } from "./is-object.js";
import { r as lookUp } from "./fill-template.js";
import { a as wrapPrompt, i as withHistory, n as messagesOf, r as varsOf, t as hearing } from "./messages-of.js";
import { n as nearOf } from "./near-copies.js";
import { c as rowsOf, n as judgedChecks, o as scenarioOf, s as answeredByApplications } from "./named-checks.js";
import { n as promptOfCase } from "./rendered-line.js";
import { n as hasOwnModels, o as settingsFor } from "./override-settings.js";
import { n as namesOf, t as modelNamed } from "./settings.js";
import { t as checkKinds } from "./scorers.js";
import { n as needsNunjucks, r as nunjucks } from "./engines.js";
import { M as renderDotprompt, N as renderMessages, P as renderWith, d as renderTemplate, p as formatNamed } from "./cases.js";
import { n as showParts } from "./show-parts.js";

// src/core/design/find-other-lines.ts
function findOtherLines(cases) {
	const lines = cases.map(readCase);
	const several = idsOf(lines) > 1;
	const isInAll = (text) => several && lines.every(({ old }) => standsIn(text, old));
	const wholes = lines.filter(({ isWhole }) => isWhole);
	const whole = {
		ids: idsOf(wholes),
		lost: linesBy(wholes, "lost"),
		gained: linesBy(wholes, "gained")
	};
	const isOfAll = (of) => (word) => whole.ids > 1 && whole[of].get(word)?.size === whole.ids;
	const losing = linesBy(lines, "lost");
	const isOther = ({ gone, isSaid, isWhole, lost, gained }) => {
		if (gone.some((text) => !isInAll(text))) return true;
		if (isSaid) return false;
		if (isWhole) return ![...lost].every(isOfAll("lost")) || ![...gained].every(isOfAll("gained"));
		return [...lost].some((word) => losing.get(word)?.size === 1);
	};
	return lines.filter(isOther).map(({ key }) => key);
}
function idsOf(lines) {
	return new Set(lines.map(({ id }) => id)).size;
}
function readCase({ exam, old, new: next }) {
	const [before, after] = [lastTurn(old), lastTurn(next)];
	const [turn, newTurn] = [textOf$1(before), textOf$1(after)];
	const [whole, newWhole] = [textOf$1(old), textOf$1(next)];
	const gone = textsIn(exam.question ?? {}).filter((text) => standsIn(text, turn) ? !standsIn(text, newTurn) : standsIn(text, whole) && !standsIn(text, newWhole));
	const [had, has] = [countWords(turn, before), countWords(newTurn, after)];
	const said = exam.question?.["question"];
	return {
		key: exam.key,
		id: exam.golden.id,
		old: whole,
		gone,
		isSaid: typeof said === "string" && standsIn(normalise(said), turn),
		isWhole: before.length === old.length,
		lost: moreOften(had, has),
		gained: moreOften(has, had)
	};
}
function moreOften(one, other) {
	return new Set([...one].filter(([word, times]) => times > (other.get(word) ?? 0)).map(([word]) => word));
}
function linesBy(lines, of) {
	const found = /* @__PURE__ */ new Map();
	for (const line of lines) for (const word of line[of]) {
		const ids = found.get(word) ?? /* @__PURE__ */ new Set();
		found.set(word, ids.add(line.id));
	}
	return found;
}
function lastTurn(messages) {
	const user = messages.findLastIndex(({ role }) => role === "user");
	if (user === -1) return messages;
	const replied = messages.findLastIndex(({ role }, at) => at < user && role === "assistant");
	return messages.filter(({ role }, at) => at > replied && (role === "user" || role === "tool" && at > user));
}
function textOf$1(messages) {
	return normalise(messages.map(({ content }) => content).join("\n"));
}
function normalise(text) {
	return text.normalize("NFC").replaceAll(/\\[nrt]/gu, " ").replaceAll("\\", "").replaceAll(/\s+/gu, " ").trim();
}
function textsIn(value) {
	if (typeof value === "string") return [normalise(value)].filter((text) => text !== "");
	if (Array.isArray(value)) return value.flatMap(textsIn);
	return isObject(value) ? Object.values(value).flatMap(textsIn) : [];
}
function standsIn(text, whole) {
	for (let at = whole.indexOf(text); at !== -1; at = whole.indexOf(text, at + 1)) {
		const isAmid = (place) => /^[A-Za-z0-9]{2}$/u.test(whole.slice(Math.max(0, place - 1), place + 1));
		if (!isAmid(at) && !isAmid(at + text.length)) return true;
	}
	return false;
}
const words = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{Extended_Pictographic}<>=+*\/^%$€£]|[[\p{L}\p{M}\p{N}]--[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]]+/gv;
function countWords(text, messages) {
	const shown = messages.flatMap(({ parts = [] }) => parts.flatMap(shownBy));
	const counts = /* @__PURE__ */ new Map();
	for (const word of [...text.match(words) ?? [], ...shown]) counts.set(word, (counts.get(word) ?? 0) + 1);
	return counts;
}
function shownBy(part) {
	if (part.kind === "text") return [];
	const { source } = part;
	return [source.kind === "url" ? source.url : source.sha256 ?? source.base64];
}

// src/core/design/find-other-question.ts
function findOtherQuestions(cases, prompts, ask) {
	if (prompts.old.rendered === void 0 && prompts.new.rendered === void 0) return cases.flatMap((exam) => findOtherQuestion(exam, prompts, ask) ?? []);
	const asked = cases.map((exam) => {
		const { golden, question } = exam;
		return {
			exam,
			old: ask(prompts.old, {
				...golden,
				vars: question ?? golden.vars
			}),
			new: ask(prompts.new, golden)
		};
	});
	return findOtherLines(asked).map((key) => ({
		case: key,
		dropped: [],
		brought: []
	}));
}
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

// src/core/design/rows-of-lines.ts
function rowsOfLines(change, choice) {
	const { old, new: next, exam } = change;
	if (next?.rendered === void 0) return {
		...rowsOf(change, choice),
		rowOf: (_, row) => row
	};
	const byCase = /* @__PURE__ */ new Map();
	for (const { golden } of [...exam.cases, ...exam.edits ?? []]) {
		if (byCase.has(golden.id)) continue;
		const sides = {
			...old !== void 0 && { old: promptOfCase(old, golden.id) },
			new: promptOfCase(next, golden.id)
		};
		byCase.set(golden.id, rowsOf({
			...change,
			...sides
		}, choice));
	}
	const all = [...byCase.values()];
	return {
		rows: [...new Map(all.flatMap((one) => one.rows.map((row) => [row.id, row])).toReversed()).values()].toReversed(),
		problems: once(all.flatMap(({ problems }) => problems)),
		leftOut: [...new Set(all.flatMap(({ leftOut }) => leftOut))],
		rowOf: ({ id }, row) => byCase.get(id)?.rows.find((one) => one.id === row.id)
	};
}
function once(problems) {
	return [...new Map(problems.map((problem) => [canonicalJson(problem), problem])).values()];
}

// src/core/design/without-unrendered.ts
function withoutUnrendered(change, render) {
	const { exam, old: before, new: after } = change;
	const failureOf = (one) => {
		const failed = after && findRenderFailure(after, [one], render);
		return failed !== void 0 && (before === void 0 || findRenderFailure(before, [one], render) !== void 0) ? failed : void 0;
	};
	const unrendered = exam.cases.flatMap((one) => {
		const problem = failureOf(one);
		return problem === void 0 ? [] : [{
			key: one.key,
			problem
		}];
	});
	const isWhole = unrendered.length === exam.cases.length && !unrendered.every(({ problem }) => problem.unsent);
	if (unrendered.length === 0 || isWhole) return {
		change,
		unrendered: []
	};
	const gone = new Set(unrendered.map(({ key }) => key));
	const edits = exam.edits?.filter((one) => !gone.has(one.key));
	return {
		change: {
			...change,
			exam: {
				...exam,
				cases: exam.cases.filter(({ key }) => !gone.has(key)),
				...edits !== void 0 && { edits }
			},
			setAside: (change.setAside ?? 0) + unrendered.length
		},
		unrendered
	};
}
function findRenderFailure(prompt, cases, render) {
	for (const { golden } of cases) {
		const { failed } = render(wrapPrompt(prompt, golden), varsOf(golden));
		if (failed === void 0) continue;
		const { why, line, template, fix, unsent } = failed;
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
			what: `The ${fix === void 0 ? "template cannot be rendered for the case" : "prompt is not asked in the case"} \`${golden.id}\`: ${why}.`,
			at,
			fix: fix ?? "Mend the template, or give the case the variables that it needs.",
			...unsent !== void 0 && { unsent }
		};
	}
}
function renderAtLeast(render) {
	return (prompt, vars) => {
		const rendered = render(prompt, vars);
		if (rendered.failed === void 0 || rendered.failed.unsent === true) return rendered;
		return {
			messages: prompt.messages.map(({ role, content }) => ({
				role,
				content
			})),
			unknown: rendered.unknown
		};
	};
}

// src/core/design/design-review.ts
function designReview(changes, choiceOf, renderWhole, scenarioOf) {
	const problems = [];
	const prompts = [];
	for (const read of changes) {
		if (read.new === void 0) continue;
		const choice = typeof choiceOf === "function" ? choiceOf(read) : choiceOf;
		const renderOne = answeredByApplications(choice) ? renderAtLeast(renderWhole) : renderWhole;
		const told = /* @__PURE__ */ new Set();
		const render = hearing(renderOne, told);
		const met = findRenderFailure(read.new, casesOf(read), render);
		const { change: written, unrendered } = met ? withoutUnrendered(read, render) : {
			change: read,
			unrendered: []
		};
		const whole = withoutBrokenOld(written, render);
		const { problems: found, leftOut, ...rows } = rowsOfLines(whole, choice);
		const change = noting(whole, leftOut);
		const failure = unrendered.length > 0 ? findRenderFailure(read.new, casesOf(written), render) : met;
		const all = failure === void 0 ? found : [...found, failure];
		problems.push(...all);
		const aside = unrendered.length > 0 && { unrendered };
		const asked = designPrompt(change, {
			...rows,
			applications: choice.applications ?? /* @__PURE__ */ new Set()
		}, render, scenarioOf);
		const notes = [...change.notes, ...told];
		prompts.push({
			...asked,
			change: {
				...change,
				notes
			},
			...aside,
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
function designPrompt(change, { rows, rowOf, applications }, render, scenarioOf) {
	const ask = (prompt, golden) => messagesOf(prompt, golden, render);
	const tell = ({ path, text, model }, golden) => ({
		prompt: {
			path,
			...text === void 0 ? {} : { text },
			...model === void 0 ? {} : { model }
		},
		case: golden.id,
		vars: varsOf(golden)
	});
	const { old: before, new: after } = change;
	const renderCase = (exam) => ({
		exam,
		scenario: scenarioOf(exam.golden),
		old: before && {
			messages: ask(before, exam.golden),
			subject: tell(before, exam.golden)
		},
		new: after && {
			messages: ask(after, exam.golden),
			subject: tell(after, exam.golden)
		}
	});
	const cellsOf = (cases) => {
		const rendered = cases.map(renderCase);
		const seen = /* @__PURE__ */ new Map();
		const isTold = (row) => applications.has(row.model.new.provider);
		const near = new Map([...new Set(rows.map(isTold))].map((told) => [told, nearOf(cases, after ?? before, told)]));
		return rows.flatMap((row) => rendered.flatMap((sides) => {
			const own = rowOf(sides.exam.golden, row);
			if (own === void 0) return [];
			const first = near.get(isTold(row))?.get(sides.exam.key);
			return [{
				...cellOf(change.path, {
					row: own,
					applications
				}, sides, seen),
				...askedSkills({
					old: before?.skill,
					new: after?.skill
				}),
				...first === void 0 ? {} : { near: first }
			}];
		}));
	};
	const edits = before === void 0 ? [] : cellsOf(change.exam.edits ?? []).filter(({ identical }) => !identical);
	const others = before === void 0 || after === void 0 ? [] : findOtherQuestions(change.exam.cases, {
		old: before,
		new: after
	}, ask);
	return {
		change,
		rows,
		cells: cellsOf(change.exam.cases),
		...edits.length > 0 && { edits },
		...others.length > 0 && { otherQuestions: others }
	};
}
function cellOf(prompt, { row, applications }, { exam, scenario, ...sides }, seen) {
	const request = (side, ref) => side && {
		kind: "chat",
		provider: ref.provider,
		model: ref.model,
		messages: withHistory(side.messages, exam.golden.history),
		params: ref.params,
		...applications.has(ref.provider) ? { subject: side.subject } : {}
	};
	const before = request(sides.old, row.model.old);
	const after = request(sides.new, row.model.new);
	const hashes = [before, after].map((side) => side === void 0 ? "" : requestHash(side));
	const { tools, maxSteps } = exam.golden;
	const steps = tools === void 0 ? [] : [{
		tools,
		maxSteps: maxSteps ?? null
	}];
	const pair = hash([
		...hashes,
		...scenario === void 0 ? [] : [scenario],
		...steps
	]);
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
	const fillHandlebars = (prompt) => (content, values) => {
		const { messages, unknown, failed } = renderDotprompt({
			...prompt,
			messages: [{
				role: "user",
				content
			}]
		}, values, sandbox);
		return {
			text: messages.map((one) => one.content).join(""),
			unknown,
			...failed !== void 0 && { failed }
		};
	};
	return showParts((prompt, vars) => {
		if (isBeyond()) return tooMuch(most);
		const render = formatNamed(prompt.format)?.render ?? renderMessages;
		const made = prompt.engine === "nunjucks" ? renderWith({ fill }, prompt, vars) : prompt.engine === "handlebars" && render !== renderDotprompt ? renderWith({ fill: fillHandlebars(prompt) }, prompt, vars) : render(prompt, vars, sandbox);
		rendered += made.messages.reduce((sum, { content }) => sum + content.length, 0);
		return isBeyond() ? tooMuch(most) : made;
	});
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

// src/app/review/design-judged.ts
function designJudged(prompts, settings, sandbox) {
	const changes = prompts.flatMap(({ path, prompt, cases }) => {
		const judged = cases.flatMap(withJudgedChecks);
		if (judged.length === 0) return [];
		return [{
			path,
			change: "added",
			new: prompt,
			exam: examOf(judged),
			diff: "",
			notes: []
		}];
	});
	return designReview(changes, modelChoices(settings), createRenderPrompt(sandbox), (golden) => scenarioOf(golden, checkKinds));
}
function shuffled(cells) {
	return cells.map((cell) => ({
		cell,
		at: hash([
			cell.prompt,
			cell.row,
			cell.comparison
		])
	})).toSorted((one, other) => one.at < other.at ? -1 : 1).map(({ cell }) => cell);
}
function withJudgedChecks(golden) {
	if (judgedChecks(golden, checkKinds).length === 0) return [];
	const checks = golden.checks.filter((check) => {
		return checkKinds.get(check.kind)?.scenario !== void 0 || judgedChecks({
			...golden,
			checks: [check]
		}, checkKinds).length > 0;
	});
	return [{
		...golden,
		checks
	}];
}
function examOf(cases) {
	return {
		cases: cases.map((golden) => ({
			key: golden.id,
			golden,
			family: "base",
			version: "head",
			weight: golden.weight
		})),
		unchecked: [],
		changed: {
			added: [],
			removed: [],
			edited: [],
			weakened: []
		}
	};
}
function modelChoice(settings, exchange) {
	const { models, allowedModels, allowedParams, applications } = settings;
	const names = namesOf(settings);
	return {
		models,
		...applications.size === 0 ? {} : { applications: new Set(applications.keys()) },
		allowedParams,
		...exchange,
		...allowedModels === void 0 ? {} : { allowedModels },
		resolve: (name) => modelNamed(name, names)
	};
}
function modelChoices(settings, exchange) {
	return (change) => modelChoice(settingsFor(change, settings), hasOwnModels(change, settings) ? void 0 : exchange);
}

export { shuffled as a, modelChoices as i, examOf as n, createRenderPrompt as o, modelChoice as r, designReview as s, designJudged as t };