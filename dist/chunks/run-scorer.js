import "./rolldown-runtime.js";
import { spawn } from "node:child_process";

// src/hosts/scorer/clean-environment.ts
const kept = /* @__PURE__ */ new Set([
	"PATH",
	"PATHEXT",
	"HOME",
	"USERPROFILE",
	"LANG",
	"LANGUAGE",
	"TZ",
	"TMPDIR",
	"TEMP",
	"TMP",
	"SYSTEMROOT",
	"COMSPEC",
	"VIRTUAL_ENV",
	"PYTHONPATH",
	"PYTHONHOME"
]);
function cleanEnvironment(environment) {
	return Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => value !== void 0 && (kept.has(name.toUpperCase()) || name.startsWith("LC_")) ? [[name, value]] : []));
}

// src/hosts/scorer/post-to-scorer.ts
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

// src/hosts/scorer/run-command.ts
function runCommand(about) {
	const { command, input, cwd, environment, limits, signal } = about;
	const [program, ...args] = command;
	return new Promise((resolve) => {
		const child = spawn(program, args, {
			cwd,
			env: environment,
			detached: process.platform !== "win32",
			windowsHide: true
		});
		const written = [];
		let bytes = 0;
		let complaint = "";
		let ended = false;
		function end(answer) {
			if (ended) return;
			ended = true;
			clearTimeout(timer);
			signal.removeEventListener("abort", onAbort);
			killTree(child.pid);
			child.stdout.destroy();
			child.stderr.destroy();
			resolve(answer);
		}
		const fail = (why) => end({
			kind: "failed",
			why: `${program} ${why}${words(complaint)}`
		});
		const onAbort = () => fail("was stopped");
		const timer = setTimeout(() => fail(`took longer than ${limits.timeoutMs} ms`), limits.timeoutMs);
		signal.addEventListener("abort", onAbort, { once: true });
		child.on("error", (error) => fail(`could not be started: ${error.message}`));
		child.stdout.on("data", (part) => {
			bytes += part.length;
			if (bytes > limits.answerBytes) fail(`wrote more than ${limits.answerBytes} bytes`);
			else written.push(part);
		});
		child.stderr.on("data", (part) => {
			complaint = `${complaint}${part.toString("utf8")}`.slice(-500);
		});
		child.on("close", (code, killedBy) => {
			if (code === 0) end({
				kind: "text",
				text: Buffer.concat(written).toString("utf8")
			});
			else fail(code === null ? `was ended by ${killedBy ?? "a signal"}` : `ended with exit code ${code}`);
		});
		child.stdin.on("error", () => {});
		child.stdin.end(input);
		if (signal.aborted) onAbort();
	});
}
function words(complaint) {
	const said = complaint.trim();
	return said === "" ? "" : `: ${said}`;
}
function killTree(pid) {
	if (pid === void 0) return;
	try {
		process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
	} catch {}
}

// src/hosts/scorer/scorer-command.ts
const scorerLimits = {
	timeoutMs: 6e4,
	answerBytes: 1e6
};

// src/hosts/scorer/run-scorer.ts
async function runScorer({ scorers, cwd, environment, limits = scorerLimits }, name, input, signal) {
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
		environment: cleanEnvironment(environment),
		limits,
		signal
	});
}

export { runScorer };