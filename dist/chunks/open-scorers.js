import "./rolldown-runtime.js";
import { t as cleanEnvironment } from "./clean-environment.js";
import { a as scorerLimits, i as runCommand } from "./run-command.js";
import { t as ServedScorer } from "./served-scorer.js";

// src/hosts/scorer/open-scorers.ts
function openScorers(runs) {
	const served = /* @__PURE__ */ new Map();
	return {
		run: (name, input, signal) => {
			const source = runs.scorers.get(name);
			if (source === void 0 || "url" in source || source.serve !== true) return runOnce(runs, name, input, signal);
			const { cwd, checkout, environment, limits = scorerLimits } = runs;
			const about = {
				command: source.command,
				cwd,
				environment: cleanEnvironment(environment, checkout),
				limits
			};
			const scorer = served.get(name) ?? new ServedScorer(about);
			served.set(name, scorer);
			return scorer.ask(input, signal);
		},
		close: () => {
			for (const scorer of served.values()) scorer.close();
		}
	};
}
async function runOnce({ scorers, cwd, checkout, environment, limits = scorerLimits }, name, input, signal) {
	const source = scorers.get(name);
	if (source === void 0) return {
		kind: "failed",
		why: `there is no scorer named ${name} to run (known: ${[...scorers.keys()].join(", ") || "none; where a fork is reviewed, none is run"})`
	};
	const text = JSON.stringify(input);
	if ("url" in source) return postToScorer({
		url: source.url,
		input: text,
		limits,
		signal
	});
	return runCommand({
		command: source.command,
		input: text,
		cwd,
		environment: cleanEnvironment(environment, checkout),
		limits,
		signal
	});
}
const loopback = /* @__PURE__ */ new Set([
	"localhost",
	"127.0.0.1",
	"[::1]"
]);
function urlFault(url) {
	if (!URL.canParse(url)) return `${JSON.stringify(url)} is not a URL`;
	const { protocol, hostname } = new URL(url);
	if (protocol === "https:" || protocol === "http:" && loopback.has(hostname)) return void 0;
	return `${url} must be https, or http on this machine (127.0.0.1, localhost)`;
}
async function postToScorer(about) {
	const { url, input, limits, signal } = about;
	const fault = urlFault(url);
	if (fault !== void 0) return {
		kind: "failed",
		why: fault
	};
	try {
		const response = await fetch(url, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: input,
			redirect: "error",
			signal: AbortSignal.any([signal, AbortSignal.timeout(limits.timeoutMs)])
		});
		const text = await readBounded(response, limits.answerBytes);
		if (text === void 0) return {
			kind: "failed",
			why: `${url} wrote more than ${limits.answerBytes} bytes`
		};
		if (!response.ok) return {
			kind: "failed",
			why: `${url} answered ${response.status}: ${text.slice(0, 200)}`
		};
		return {
			kind: "text",
			text
		};
	} catch (error) {
		return {
			kind: "failed",
			why: `${url} could not be asked: ${causeOf(error)}`
		};
	}
}
async function readBounded(response, most) {
	const parts = [];
	let bytes = 0;
	for await (const part of response.body ?? []) {
		bytes += part.length;
		if (bytes > most) return void 0;
		parts.push(part);
	}
	return Buffer.concat(parts).toString("utf8");
}
function causeOf(error) {
	if (!(error instanceof Error)) return String(error);
	return error.cause instanceof Error && error.cause.message !== "" ? error.cause.message : error.message;
}

export { openScorers };