import "./rolldown-runtime.js";
import { resolve } from "node:path";
import { spawn } from "node:child_process";

// src/hosts/terminal/open-file.ts
const openers = {
	darwin: ["open"],
	win32: [
		"cmd",
		"/c",
		"start",
		"\"\""
	]
};
const patienceMs = 3e3;
function openFile(path) {
	const [program, ...args] = openers[process.platform] ?? ["xdg-open"];
	return new Promise((done) => {
		const child = spawn(program, [...args, resolve(path)], {
			stdio: "ignore",
			detached: true
		});
		const late = setTimeout(() => {
			child.unref();
			done(void 0);
		}, patienceMs);
		const end = (why) => {
			clearTimeout(late);
			done(why);
		};
		child.on("error", (fault) => end(fault.message));
		child.on("exit", (code) => end(code === 0 ? void 0 : `${program} ended with ${code ?? "a signal"}`));
	});
}

export { openFile };