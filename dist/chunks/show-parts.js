import { C as string, l as boolean, v as number, y as object } from "./zod.js";
import { t as clip } from "./clip.js";
import { a as isAddress, c as partWords, l as showPart, s as partOf } from "./fill-template.js";
import { t as hash } from "./hash.js";

// src/core/scoring/asking.ts
function asAskings(prefix, questions, answers) {
	return questions.flatMap((question) => {
		const draws = question.kind === "chat" ? question.draw : 1;
		return Array.from({ length: draws }, (_, trial) => ({
			key: `${prefix}${drawId(question.id, trial)}`,
			trial,
			question
		})).filter(({ key }) => !answers.has(key));
	});
}
function drawId(id, trial) {
	return trial === 0 ? id : `${id}#${trial}`;
}
function answersUnder(prefix, answers) {
	return new Map([...answers].filter(([key]) => key.startsWith(prefix)).map(([key, answer]) => [key.slice(prefix.length), answer]));
}

// src/core/scoring/score-by-script.ts
const verdict = object({
	pass: boolean(),
	score: number(),
	reason: string().optional()
});
function scoreByScript(score, scoring, { min }, sandbox) {
	if (score.kind === "unscored") return score;
	const { script } = scoring;
	if (sandbox === void 0) return {
		kind: "unscored",
		why: "no script is run here",
		checks: score.checks
	};
	const componentResults = score.checks.map((check) => check.kind === "unscored" ? {
		pass: false,
		score: 0,
		reason: check.why
	} : {
		pass: check.passed ?? true,
		score: check.value,
		reason: check.reason
	});
	const about = {
		...min !== void 0 && { threshold: min },
		componentResults,
		tokensUsed: {}
	};
	const called = sandbox.run(script, [metricsOf(scoring, score.checks), about]);
	if (called.kind === "failed") {
		const why = `\`${script.name}\` threw: ${called.why}`;
		if (called.cause !== "time" && called.cause !== "memory") return failed$1(score, why);
		return {
			kind: "unscored",
			why: `\`${script.name}\`: ${called.why}`,
			checks: score.checks
		};
	}
	const said = verdict.safeParse(called.value);
	if (!said.success) return failed$1(score, `\`${script.name}\` returned no { pass, score, reason }`);
	return {
		...score,
		value: Math.min(1, Math.max(0, said.data.score)),
		passes: said.data.pass
	};
}
function failed$1({ checks, kind }, reason) {
	const fault = {
		kind: "scored",
		check: "the score",
		scorer: "javascript",
		binary: true,
		weight: 0,
		required: false,
		value: 0,
		passed: false,
		reason
	};
	return {
		kind,
		value: 0,
		passes: false,
		checks: [...checks, fault]
	};
}
function metricsOf({ metrics }, checks) {
	return Object.fromEntries(metrics.map(({ name, checks: names }) => {
		const scored = checks.flatMap((check) => check.kind === "scored" && names.includes(check.check) ? [check] : []);
		const weight = scored.reduce((sum, check) => sum + check.weight, 0);
		const total = scored.reduce((sum, check) => sum + check.value * check.weight, 0);
		return [name, weight > 0 ? total / weight : 0];
	}));
}
const shim = "const process = { env: {}, mainModule: { require: () => { throw new Error('nothing can be required here'); } } };";
function inlineScript(name, code, input = "output") {
	const trimmed = code.trimEnd();
	const body = trimmed.includes("\n") ? trimmed : returning(trimmed.trim());
	return {
		name,
		source: `function (${input}, context) { ${shim} ${body}\n}`,
		form: "function"
	};
}
function returning(line) {
	const code = line.replace(/[;\s]+$/u, "");
	if (!/^(?:const|let|var)\s/u.test(code)) return `return ${code}`;
	const end = lastStatementEnd(code);
	return end < 0 ? code : `${code.slice(0, end + 1)} return ${code.slice(end + 1).trim()}`;
}
function lastStatementEnd(code) {
	let quote;
	let last = -1;
	for (let index = 0; index < code.length; index += 1) {
		const letter = code[index];
		if (letter === "\\") index += 1;
		else if (quote !== void 0) quote = letter === quote ? void 0 : quote;
		else if (letter === "\"" || letter === "'" || letter === "`") quote = letter;
		else if (letter === ";") last = index;
	}
	return last;
}

// src/core/scoring/transform-output.ts
function transformOutput({ transforms = [], contextFrom }, reply) {
	let read = reply;
	for (const script of transforms) {
		const made = call(script, read);
		if (made.kind === "result") return made;
		read = {
			...read,
			output: made.value,
			text: asText(made.value)
		};
	}
	if (contextFrom === void 0) return {
		kind: "read",
		read
	};
	const made = call(contextFrom, read);
	if (made.kind === "result") return made;
	const context = (isList(made.value) ? made.value : [made.value]).map(asText);
	return {
		kind: "read",
		read: {
			...read,
			golden: {
				...read.golden,
				context
			}
		}
	};
}
function call(script, read) {
	if (read.sandbox === void 0) return unscored("no script is run here");
	const made = read.sandbox.run(script, [read.output ?? read.text, scriptContext(read)]);
	if (made.kind === "failed") return failed(script.name, made);
	const { value } = made;
	if (value !== void 0 && value !== null) return {
		kind: "made",
		value
	};
	return {
		kind: "result",
		result: fault(`\`${script.name}\` returned nothing`)
	};
}
function failed(name, { cause, why }) {
	if (cause === "time" || cause === "memory") return unscored(`\`${name}\`: ${why}`);
	return {
		kind: "result",
		result: fault(`\`${name}\` threw: ${why}`)
	};
}
function fault(reason) {
	return {
		kind: "scored",
		value: 0,
		passed: false,
		threw: true,
		reason
	};
}
function unscored(why) {
	return {
		kind: "result",
		result: {
			kind: "unscored",
			why
		}
	};
}
function asText(value) {
	return typeof value === "string" ? value : JSON.stringify(value);
}
function isList(value) {
	return Array.isArray(value);
}
function scriptContext({ golden, messages, answer, costUsd, text, output = text }, config) {
	const { inputTokens = 0, outputTokens = 0 } = answer.usage;
	const [only, ...others] = messages;
	const prompt = only !== void 0 && others.length === 0 ? only.content : JSON.stringify(messages);
	return {
		vars: golden.vars,
		prompt,
		test: {
			vars: golden.vars,
			description: golden.id,
			metadata: {},
			options: {}
		},
		...config !== void 0 && { config },
		metadata: {},
		provider: {
			id: answer.servedModel,
			config: {}
		},
		providerResponse: {
			output,
			finishReason: answer.finishReason,
			latencyMs: answer.latencyMs,
			...costUsd !== void 0 && { cost: costUsd },
			tokenUsage: {
				total: inputTokens + outputTokens,
				prompt: inputTokens,
				completion: outputTokens
			}
		}
	};
}

// src/core/template/show-parts.ts
const mostBytes = 20971520;
const [open, close] = ["﷐", "﷑"];
function markParts(vars) {
	const parts = Object.entries(vars).flatMap(([name, value]) => {
		const part = partOf(value);
		return part === void 0 ? [] : [{
			name,
			part
		}];
	});
	if (parts.length === 0) return {
		vars,
		shown: /* @__PURE__ */ new Map()
	};
	const all = hash(vars);
	const marked = parts.map((one) => [`${open}${hash([all, one.name]).slice(0, 32)}${close}`, one]);
	return {
		vars: {
			...vars,
			...Object.fromEntries(marked.map(([mark, { name }]) => [name, mark]))
		},
		shown: new Map(marked)
	};
}
function showParts(render) {
	return (prompt, vars) => {
		const { vars: marked, shown } = markParts(vars);
		const rendered = render(prompt, marked);
		if (rendered.failed !== void 0) return rendered;
		const messages = rendered.messages.map((message) => withParts(message, shown));
		const failed = failureOf(messages, shown);
		return {
			...rendered,
			messages,
			...failed !== void 0 && { failed }
		};
	};
}
function withParts(message, shown) {
	const written = message.parts ?? [{
		kind: "text",
		text: message.content
	}];
	if (shown.size === 0) return message.parts === void 0 ? message : {
		...message,
		parts: message.parts.filter(isSent)
	};
	const parts = written.flatMap((part) => {
		if (part.kind === "text") return splitText(part.text, shown);
		return [(part.source.kind === "url" ? shown.get(part.source.url.replace(/^data:[^,]*,/u, "")) : void 0)?.part ?? part];
	});
	if (message.parts === void 0 && parts.every(({ kind }) => kind === "text")) return message;
	return {
		...message,
		content: textOfParts(parts),
		parts: parts.filter(isSent)
	};
}
function textOfParts(parts) {
	return parts.map((part) => part.kind === "text" ? part.text : showPart(part)).join("");
}
function isSent(part) {
	return part.kind !== "text" || part.text.trim() !== "";
}
function splitText(text, shown) {
	return text.split(/(\ufdd0[0-9a-f]{32}\ufdd1)/u).flatMap((piece) => {
		const found = shown.get(piece);
		if (found !== void 0) return [found.part];
		return piece === "" ? [] : [{
			kind: "text",
			text: piece
		}];
	});
}
function failureOf(messages, shown) {
	const parts = messages.flatMap((message) => message.parts ?? []);
	const addresses = parts.flatMap((part) => part.kind !== "text" && part.source.kind === "url" ? [{
		kind: part.kind,
		url: part.source.url
	}] : []);
	const texts = [...messages.map(({ content }) => content), ...addresses.map(({ url }) => url)];
	if (shown.size > 0 && texts.some((text) => text.includes(open) || text.includes(close))) return {
		why: `${[...shown.values()].map(({ name, part }) => `\`${name}\` is ${partWords[part.kind]}`).join(", ")}, and the template makes another text of it`,
		line: 1,
		fix: "Put it as it is, without filters and with nothing around it in an address."
	};
	const other = addresses.find(({ url }) => !isAddress(url));
	if (other !== void 0) return {
		why: `a message shows ${partWords[other.kind]} at \`${clip(other.url, 60)}\`, from where none can be read`,
		line: 1,
		fix: "Give an https address, a data URL, or a variable that a case gives a file."
	};
	const bytes = parts.reduce((sum, part) => sum + bytesOf(part), 0);
	if (bytes <= mostBytes) return void 0;
	return {
		why: `all that it shows has ${bytes} bytes together; at most ${mostBytes} are sent in a request`,
		line: 1,
		fix: "Show less in a case, or smaller files."
	};
}
function bytesOf(part) {
	return part.kind === "text" || part.source.kind === "url" ? 0 : part.source.bytes ?? 0;
}

export { scriptContext as a, scoreByScript as c, drawId as d, withParts as i, answersUnder as l, showParts as n, transformOutput as o, textOfParts as r, inlineScript as s, markParts as t, asAskings as u };