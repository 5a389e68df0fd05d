import { t as isObject } from "./is-object.js";
import { n as killTree, r as lastWords, t as heldOfError } from "./run-command.js";
import { spawn } from "node:child_process";

// src/hosts/scorer/served-scorer.ts
const mostRestarts = 5;
var ServedScorer = class {
	#about;
	#running;
	#starts = 0;
	#asked = 0;
	#lastWhy = "";
	#distrusted = false;
	#queue = Promise.resolve();
	#closed = false;
	constructor(about) {
		this.#about = about;
	}
	ask(input, signal) {
		const answer = this.#queue.then(() => this.#askInTurn(input, signal));
		this.#queue = answer;
		return answer;
	}
	close() {
		this.#closed = true;
		this.#end("was stopped");
	}
	async #askInTurn(input, signal) {
		const [program] = this.#about.command;
		for (let attempt = 1;; attempt++) {
			if (signal.aborted || this.#closed) return {
				kind: "failed",
				why: `${program} was stopped`
			};
			const running = this.#distrusted ? void 0 : this.#running ?? this.#start();
			if (this.#distrusted) return {
				kind: "failed",
				why: this.#lastWhy
			};
			if (running === void 0) return {
				kind: "failed",
				why: `${this.#lastWhy}; it broke 6 times and is not started again`
			};
			const outcome = await this.#send(running, input, signal);
			if (outcome.kind === "line") return {
				kind: "text",
				text: outcome.line
			};
			this.#lastWhy = `${program} ${outcome.why}`;
			if (!(attempt === 1 && !signal.aborted && !this.#closed && !outcome.why.startsWith("took longer"))) return {
				kind: "failed",
				why: this.#lastWhy
			};
		}
	}
	#send(running, input, signal) {
		const { timeoutMs } = this.#about.limits;
		return new Promise((resolve) => {
			const onAbort = () => this.#end("was stopped");
			const late = `took longer than ${timeoutMs} ms over a reply (an answer must be flushed: a line a reply)`;
			const timer = setTimeout(() => this.#end(late), timeoutMs);
			running.settle = (outcome) => {
				delete running.settle;
				clearTimeout(timer);
				signal.removeEventListener("abort", onAbort);
				resolve(outcome);
			};
			signal.addEventListener("abort", onAbort, { once: true });
			this.#asked++;
			running.child.stdin.write(`${JSON.stringify({
				id: this.#asked,
				...input
			})}\n`);
		});
	}
	#start() {
		if (this.#starts > mostRestarts) return void 0;
		this.#starts++;
		const { command, cwd, environment } = this.#about;
		const [program, ...args] = command;
		const child = spawn(program, args, {
			cwd,
			env: environment,
			detached: process.platform !== "win32",
			windowsHide: true
		});
		const running = {
			child,
			words: "",
			rest: ""
		};
		this.#running = running;
		const broke = (why) => {
			if (this.#running === running) this.#end(why);
		};
		child.on("error", (error) => broke(`could not be started: ${error.message}`));
		child.on("close", (code, killedBy) => broke(code === null ? `was ended by ${killedBy ?? "a signal"}` : `ended with exit code ${code} while it was to stay`));
		child.stdin.on("error", () => {});
		child.stderr.setEncoding("utf8").on("data", (text) => hear(running, text));
		child.stdout.setEncoding("utf8").on("data", (text) => this.#read(running, text));
		return running;
	}
	#read(running, text) {
		const lines = `${running.rest}${text}`.split("\n");
		running.rest = lines.pop() ?? "";
		if (running.rest.length > this.#about.limits.answerBytes) {
			this.#end(`wrote more than ${this.#about.limits.answerBytes} bytes`);
			return;
		}
		for (const line of lines) {
			const answer = objectIn(line);
			if (answer === void 0) hear(running, `${line}\n`);
			else if (running.settle === void 0) this.#distrust("answered more often than it was asked");
			else if (answer["id"] !== void 0 && answer["id"] !== this.#asked) this.#distrust(`answered ${JSON.stringify(answer["id"])} where ${this.#asked} was asked`);
			else running.settle({
				kind: "line",
				line
			});
			if (this.#running !== running) return;
		}
	}
	#distrust(why) {
		this.#distrusted = true;
		this.#end(why);
	}
	#end(why) {
		const running = this.#running;
		if (running === void 0) return;
		this.#running = void 0;
		killTree(running.child.pid);
		for (const pipe of [
			running.child.stdin,
			running.child.stdout,
			running.child.stderr
		]) pipe.destroy();
		const said = lastWords(running.words);
		const told = said === "" ? why : `${why}: ${said}`;
		if (running.settle === void 0) this.#lastWhy = `${this.#about.command[0]} ${told}`;
		else running.settle({
			kind: "broke",
			why: told
		});
	}
};
function hear(running, text) {
	running.words = `${running.words}${text}`.slice(-heldOfError);
}
function objectIn(line) {
	try {
		const value = JSON.parse(line);
		return isObject(value) ? value : void 0;
	} catch {
		return;
	}
}

export { ServedScorer as t };