import { spawn } from "node:child_process";

// src/hosts/scorer/run-command.ts
const heldOfError = 4e3;
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
			complaint = `${complaint}${part.toString("utf8")}`.slice(-4e3);
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
	const said = lastWords(complaint);
	return said === "" ? "" : `: ${said}`;
}
function lastWords(complaint) {
	const said = complaint.trim();
	return (said.split("\n").findLast((line) => /^(?:Uncaught )?[\w.]*(?:Error|Exception)\b[^:]{0,80}: /u.test(line))?.trim() ?? said).slice(-500);
}
function killTree(pid) {
	if (pid === void 0) return;
	try {
		process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
	} catch {}
}
const scorerLimits = {
	timeoutMs: 6e4,
	answerBytes: 1e6
};

export { scorerLimits as a, runCommand as i, killTree as n, lastWords as r, heldOfError as t };