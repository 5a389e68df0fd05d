import "./rolldown-runtime.js";
import { t as cleanEnvironment } from "./clean-environment.js";
import { i as runCommand } from "./run-command.js";
import { t as ServedScorer } from "./served-scorer.js";

// src/hosts/scorer/open-application.ts
const NEVER_MS = 2 ** 31 - 1;
function openApplication(runs) {
	const { command, serve, concurrency, cwd, checkout, named, answerBytes } = runs;
	const given = named.flatMap((name) => {
		const value = runs.environment[name];
		return value === void 0 ? [] : [[name, value]];
	});
	const about = {
		command,
		cwd,
		environment: {
			...cleanEnvironment(runs.environment, checkout),
			...Object.fromEntries(given)
		},
		limits: {
			timeoutMs: NEVER_MS,
			answerBytes
		}
	};
	const idle = serve ? Array.from({ length: concurrency }, () => new ServedScorer(about)) : [];
	const all = [...idle];
	const serveOne = async (input, signal) => {
		const program = idle.pop();
		if (program === void 0) throw new Error(`more than ${concurrency} replies were asked for at once`);
		const answer = await program.ask(input, signal);
		idle.push(program);
		return answer;
	};
	return {
		run: async (input, signal) => {
			const answer = await (serve ? serveOne(input, signal) : runCommand({
				...about,
				input: JSON.stringify(input),
				signal
			}));
			if (answer.kind === "text") return answer;
			const why = answer.kind === "vectors" ? "it answered no text" : answer.why;
			return {
				kind: "failed",
				why: why.startsWith(`${command[0]} `) ? why.slice(command[0].length + 1) : why
			};
		},
		close: () => {
			for (const program of all) program.close();
		}
	};
}

export { openApplication };